"""Cases about a whole plan, its study right and its day, each with its verdict written out."""

import datetime as dt
from collections.abc import Iterator
from itertools import product

from tests.verdicts import laws
from tests.verdicts.build import MAXIMAL, MINIMAL, OSA, TUVA_PLAN, period, plan, right
from tests.verdicts.cases import MISSING, Case, case
from tests.verdicts.laws import object_leaf, value_leaf
from tests.verdicts.tables import AMMATILLINEN, TUVA, Json
from tests.verdicts.tree import Path


def tuki() -> Iterator[Case]:
    """Every combination of kind and details; only remedial teaching has them, and has all."""
    details = {
        "alku": "2026-08-10",
        "loppu": "2026-08-03",
        "tutkinnon-osan-tyyppi-koodi-uri": "ammatillisentutkinnonosanryhma_2",
    }
    for tyyppi, chosen in product("1234", product((False, True), repeat=3)):
        given = dict(k for k, take in zip(details.items(), chosen, strict=True) if take)
        support = {"oppimisen-tuen-tyyppi-koodi-uri": laws.TUKI + tyyppi} | given
        fine = len(given) == 3 if tyyppi == "1" else tyyppi in "23" and not given
        leaf = object_leaf(laws.TUKIOPETUS, support)
        for study_right in (AMMATILLINEN, TUVA):
            yield case(
                f"support {tyyppi} with {[*given]}",
                plan(oppimisen_tuki=[support]),
                study_right,
                errors=None if fine else {("oppimisen-tuki", 0): leaf},
            )


UNITS = {
    "hankittavat-ammat-tutkinnon-osat": laws.OSA_ON_TUVA,
    "hankittavat-paikalliset-tutkinnon-osat": laws.OSA_ON_TUVA,
    "hankittavat-yhteiset-tutkinnon-osat": laws.OSA_ON_TUVA,
    "aiemmin-hankitut-ammat-tutkinnon-osat": laws.OSA_ON_TUVA,
    "aiemmin-hankitut-paikalliset-tutkinnon-osat": laws.OSA_ON_TUVA,
    "aiemmin-hankitut-yhteiset-tutkinnon-osat": laws.OSA_ON_TUVA,
    "opiskeluvalmiuksia-tukevat-opinnot": laws.OPINNOT_ON_TUVA,
}
TUVA_OPEN = TUVA | {"alkamispaiva": None, "arvioitu_paattymispaiva": None}


def preparatory() -> Iterator[Case]:
    """A plan has the parts of its own kind of education."""
    expected: dict[Path, str] = {
        (key, 0): object_leaf(message, MAXIMAL[key][0]) for key, message in UNITS.items()
    }
    for path, leaf in expected.items():
        key = str(path[0])
        yield case(f"{key} in TUVA", MINIMAL | {key: MAXIMAL[key]}, TUVA_OPEN, errors={path: leaf})
    parallel: dict[Path, str] = {("tuva-opiskeluoikeus-oid",): value_leaf(laws.RINNAKKAINEN)}
    yield case("a vocational plan in TUVA", MAXIMAL, TUVA_OPEN, errors=expected | parallel)
    for operation in ("POST", "PUT", "PATCH"):
        oid = {"tuva-opiskeluoikeus-oid": "1.2.246.562.15.20000000040"}
        yield case("parallel TUVA", MINIMAL | oid, AMMATILLINEN, operation=operation)
        yield case("TUVA beside TUVA", MINIMAL | oid, TUVA, operation=operation, errors=parallel)
    faulty = {"hankittavat-paikalliset-tutkinnon-osat": [{"nimi": 1}, {}]}
    yield case(
        "a unit is not judged before its fields",
        MINIMAL | faulty,
        TUVA,
        errors={
            ("hankittavat-paikalliset-tutkinnon-osat", 0, "nimi"): (
                "(not (instance? java.lang.String 1))"
            ),
            ("hankittavat-paikalliset-tutkinnon-osat", 1): object_leaf(laws.OSA_ON_TUVA, {}),
        },
    )


def koulutuksen_osat() -> Iterator[Case]:
    key = "hankittavat-koulutuksen-osat"
    leaf = object_leaf(laws.KOULUTUKSEN_OSA, TUVA_PLAN[key][0])
    both: dict[Path, str] = {(key, 0): leaf, (key, 1): leaf}
    yield case("TUVA parts in TUVA", TUVA_PLAN, TUVA)
    yield case("TUVA parts in vocational studies", TUVA_PLAN, AMMATILLINEN, errors=both)
    oid: Path = ("opiskeluoikeus-oid",)
    nowhere = {k: v for k, v in TUVA_PLAN.items() if k not in oid}
    yield case("TUVA parts without a study right", nowhere, None, errors={oid: MISSING} | both)
    null = TUVA_PLAN | {"opiskeluoikeus-oid": None}
    leaf = "(not (string? nil))"
    yield case("TUVA parts, study right null", null, None, errors={oid: leaf} | both)
    for laajuus, message in ((0, None), (0.0, None), (-1, laws.LAAJUUS), (-0.5, laws.LAAJUUS)):
        part = TUVA_PLAN[key][0] | {"laajuus": laajuus}
        leaf = value_leaf(message, laajuus) if message else ""
        errors: dict[Path, str] = {(key, 0, "laajuus"): leaf} if message else {}
        yield case(f"TUVA part of {laajuus}", plan(**{key: [part]}), TUVA, errors=errors)


def study_right_types() -> Iterator[Case]:
    oid: Path = ("opiskeluoikeus-oid",)
    leaf = value_leaf(laws.TYYPPI)
    for tyyppi, operation in product(
        ("lukiokoulutus", "perusopetus", "vapaansivistystyonkoulutus"), ("POST", "PUT", "PATCH")
    ):
        other = right(tyyppi=tyyppi)
        yield case(f"in {tyyppi}", MINIMAL, other, operation=operation, errors={oid: leaf})
        if operation != "POST":
            silent = {k: v for k, v in MINIMAL.items() if k not in oid}
            yield case(f"in {tyyppi}, oid not sent", silent, other, operation=operation)
    key = "hankittavat-koulutuksen-osat"
    part = object_leaf(laws.KOULUTUKSEN_OSA, TUVA_PLAN[key][0])
    yield case(
        "TUVA parts in lukiokoulutus",
        TUVA_PLAN,
        right(tyyppi="lukiokoulutus"),
        errors={oid: leaf, (key, 0): part, (key, 1): part},
    )


def achieved() -> Iterator[Case]:
    """From 2 January 2018 to two weeks from today, by Finland's calendar."""
    key = "osaamisen-saavuttamisen-pvm"
    today = laws.today()
    days = {
        "2017-12-31": False,
        "2018-01-01": False,
        "2018-01-02": True,
        today.isoformat(): True,
        (today + dt.timedelta(days=14)).isoformat(): True,
        (today + dt.timedelta(days=15)).isoformat(): False,
        "2090-01-01": False,
        "9999-12-31": False,
    }
    for (day, fine), operation in product(days.items(), ("POST", "PUT", "PATCH")):
        errors: dict[Path, str] = {} if fine else {(key,): laws.SAAVUTETTU}
        name = f"achieved on {day} ({operation})"
        yield case(name, MINIMAL | {key: day}, AMMATILLINEN, operation=operation, errors=errors)


def many_at_once() -> Iterator[Case]:
    """Objects report independently; arrays of errors are as long as the arrays sent."""
    bad = period(osa_aikaisuus=None)
    osa = OSA | {"osaamisen-hankkimistavat": [period(), bad, period()]}
    first = "hankittavat-ammat-tutkinnon-osat"
    payload = MINIMAL | {
        "versio": "3",
        first: [OSA, osa, OSA | {"olennainen-seikka": None, "turha": 1}],
        "oppimisen-tuki": [{}, {"oppimisen-tuen-tyyppi-koodi-uri": laws.TUKI + "1"}],
    }
    yield case(
        "many faults",
        payload,
        AMMATILLINEN,
        errors={
            ("versio",): "(not (integer? a-java.lang.String))",
            (first, 1, "osaamisen-hankkimistavat", 1): object_leaf(laws.OSA_AIKAISUUS, bad),
            (first, 2, "olennainen-seikka"): "(not (instance? java.lang.Boolean nil))",
            (first, 2, "turha"): "disallowed-key",
            ("oppimisen-tuki", 0, "oppimisen-tuen-tyyppi-koodi-uri"): MISSING,
            ("oppimisen-tuki", 1): object_leaf(laws.TUKIOPETUS, {}),
        },
    )
    keys = (
        "oppija-oid",
        "opiskeluoikeus-oid",
        "ensikertainen-hyvaksyminen",
        "osaamisen-hankkimisen-tarve",
    )
    yield case("nothing", {}, None, errors={(key,): MISSING for key in keys})
    yield case(
        "nothing to put",
        {},
        AMMATILLINEN,
        operation="PUT",
        errors={(k,): MISSING for k in keys[2:]},
    )
    yield case("nothing to patch", {}, AMMATILLINEN, operation="PATCH")
    wrong: dict[str, Json] = {"[]": [], "nil": None, "17": 17, "true": True}
    for shown, value in wrong.items():
        leaf = f"(not (map? {shown}))"
        yield case(f"{value!r} as a plan", value, None, errors={(): leaf})


def patch() -> Iterator[Case]:
    """PATCH has the fields of the plan itself, and none of its lists."""
    for key in [*UNITS, "hankittavat-koulutuksen-osat", "oppimisen-tuki"]:
        values: list[Json] = [[], None, MAXIMAL.get(key, TUVA_PLAN.get(key))]
        for value in values:
            yield case(
                f"PATCH of {key}",
                {key: value},
                AMMATILLINEN,
                operation="PATCH",
                errors={(key,): "disallowed-key"},
            )


TOPICS = {
    topic.__name__: topic
    for topic in (
        tuki,
        preparatory,
        koulutuksen_osat,
        study_right_types,
        achieved,
        many_at_once,
        patch,
    )
}
