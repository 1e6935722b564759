"""Cases about one period, each with its verdict written out."""

from collections.abc import Iterator
from itertools import product

from tests.verdicts import laws
from tests.verdicts.build import (
    BREAKS,
    KOULUTUSSOPIMUS,
    MUU,
    NAMES,
    OHT,
    OPEN,
    OPPISOPIMUS,
    on_period,
    period,
    right,
    with_period,
)
from tests.verdicts.cases import MISSING, Case, case
from tests.verdicts.laws import object_leaf
from tests.verdicts.tables import AMMATILLINEN, Json


def osa_aikaisuus() -> Iterator[Case]:
    rights = {
        "ammatillinentutkinto": True,
        "telma": False,
        "telmakoulutuksenosa": False,
        "valma": True,
        None: True,
    }
    shares = {None: False, 0: False, 1: True, 50: True, 100: True, 101: False, -1: False}
    for (suoritus, asked), (share, fine), tapa, loppu in product(
        rights.items(),
        shares.items(),
        (KOULUTUSSOPIMUS, OPPISOPIMUS, MUU, KOULUTUSSOPIMUS + "_xyz"),
        ("2023-06-30", "2023-07-01"),
    ):
        at_work = tapa in (KOULUTUSSOPIMUS, OPPISOPIMUS)
        refused = asked and not fine and at_work and loppu == "2023-07-01"
        study_right = OPEN | {"suoritustyypit": [suoritus] if suoritus else []}
        oht = period(
            alku="2023-01-09",
            loppu=loppu,
            tapa=tapa,
            osa_aikaisuus=share,
            perusta="oppisopimuksenperusta_01",
        )
        name = f"part time {share}, {tapa}, {suoritus}, until {loppu}"
        yield from on_period(name, oht, laws.OSA_AIKAISUUS if refused else None, study_right)


def telma_beside_others() -> Iterator[Case]:
    oht = period(osa_aikaisuus=None)
    telma = right(suoritustyypit=["ammatillinentutkinto", "telma"])
    yield from on_period("TELMA among other studies", oht, None, telma)
    yield case(
        "no study right known",
        {k: v for k, v in with_period(oht).items() if k != "opiskeluoikeus-oid"},
        None,
        errors={("opiskeluoikeus-oid",): MISSING, OHT: object_leaf(laws.OSA_AIKAISUUS, oht)},
    )


def tunniste() -> Iterator[Case]:
    for tapa, loppu in product((KOULUTUSSOPIMUS, OPPISOPIMUS, MUU), ("2025-05-30", "2019-05-31")):
        oht = period(
            tapa=tapa,
            tunniste=None,
            alku="2019-01-07",
            loppu=loppu,
            perusta="oppisopimuksenperusta_01",
        )
        message = None if tapa == MUU else laws.TUNNISTE
        if message or loppu == "2019-05-31":
            yield from on_period(f"no key, {tapa}, until {loppu}", oht, message, OPEN)


def workplace() -> Iterator[Case]:
    nameless = {k: v for k, v in period()[NAMES["tyopaikka"]].items() if k != "tyopaikan-y-tunnus"}
    for tapa, loppu in product((KOULUTUSSOPIMUS, MUU), ("2021-08-25", "2021-08-26")):
        oht = period(tapa=tapa, alku="2021-08-02", loppu=loppu, tyopaikka=nameless)
        refused = tapa == KOULUTUSSOPIMUS and loppu == "2021-08-26"
        message = laws.Y_TUNNUS if refused else None
        yield from on_period(f"no business id, {tapa}, until {loppu}", oht, message, OPEN)
    yield from on_period("no workplace at all", period(tyopaikka=None), None)


def perusta() -> Iterator[Case]:
    for tapa, loppu in product((KOULUTUSSOPIMUS, OPPISOPIMUS, MUU), ("2021-06-30", "2021-07-01")):
        refused = tapa == OPPISOPIMUS and loppu == "2021-07-01"
        oht = period(tapa=tapa, alku="2021-06-01", loppu=loppu)
        message = laws.PERUSTA if refused else None
        yield from on_period(f"no legal basis, {tapa}, until {loppu}", oht, message, OPEN)
        based = oht | {"oppisopimuksen-perusta-koodi-uri": "oppisopimuksenperusta_02"}
        yield from on_period(f"legal basis, {tapa}, until {loppu}", based, None, OPEN)
    versioned = period(tapa=OPPISOPIMUS) | {"oppisopimuksen-perusta-koodi-versio": 1}
    yield from on_period("version of the legal basis alone", versioned, laws.PERUSTA)


def dates() -> Iterator[Case]:
    """Both sides of every boundary; with a period of any kind."""
    for alku, loppu, message in (
        ("2025-01-07", "2025-01-07", None),
        ("2025-01-08", "2025-01-07", laws.DATE_ORDER),
        ("2024-08-05", "2024-08-30", None),
        ("2024-08-04", "2024-08-30", laws.EARLIEST),
        ("2027-06-01", "2027-06-05", None),
        ("2027-06-01", "2027-06-06", laws.LATEST),
    ):
        for tapa in (KOULUTUSSOPIMUS, MUU):
            oht = period(alku=alku, loppu=loppu, tapa=tapa)
            yield from on_period(f"{tapa} {alku}-{loppu}", oht, message)
    for alku, loppu, message in (
        ("2024-08-15", "2029-08-15", None),
        ("2024-08-15", "2029-08-16", laws.FIVE_YEARS),
        ("2024-02-29", "2029-02-28", None),
        ("2024-02-29", "2029-03-01", laws.FIVE_YEARS),
        ("2023-02-28", "2028-02-28", None),
        ("2023-02-28", "2028-02-29", laws.FIVE_YEARS),
        ("9999-12-30", "9999-12-31", None),
        ("1990-01-01", "2090-01-01", laws.FIVE_YEARS),
    ):
        oht = period(alku=alku, loppu=loppu)
        yield from on_period(f"length {alku}-{loppu}", oht, message, OPEN)


def states() -> Iterator[Case]:
    """Which states of the study right lift the rules about its dates."""
    early, late = period(alku="2024-08-04"), period(alku="2027-01-04", loppu="2027-06-06")
    lifted = {
        "lasna": False,
        "valmistunut": False,
        "valiaikaisestikeskeytynyt": False,
        "eronnut": True,
        "katsotaaneronneeksi": True,
        "peruutettu": True,
        "mitatoity": True,
        "loma": True,
        "paattynyt": True,
        "hyvaksytystisuoritettu": True,
    }
    for state, free in lifted.items():
        for jaksot in (
            [["2024-08-05", "lasna"], ["2025-06-02", state]],
            [["2025-06-02", state], ["2024-08-05", "lasna"]],
        ):
            now = right(jaksot=jaksot)
            yield from on_period(f"early, {state}", early, None if free else laws.EARLIEST, now)
            yield from on_period(f"late, {state}", late, None if free else laws.LATEST, now)
    back = right(jaksot=[["2024-08-05", "eronnut"], ["2025-06-02", "lasna"]])
    yield from on_period("came back", early, laws.EARLIEST, back)
    yield from on_period("no states", early, laws.EARLIEST, right(jaksot=[]))
    resigned = right(jaksot=[["2024-08-05", "eronnut"]])
    yield from on_period(
        "five years bind all", period(alku="2015-01-01"), laws.FIVE_YEARS, resigned
    )
    for key, oht in (("alkamispaiva", early), ("arvioitu_paattymispaiva", late)):
        yield from on_period(f"no {key}", oht, None, right(**{key: None}))


def ladder() -> Iterator[Case]:
    """Of a period that breaks many rules the first is told, then the next."""
    nameless = period()[NAMES["tyopaikka"]] | {}
    del nameless["tyopaikan-y-tunnus"]
    oht = period(
        tapa=OPPISOPIMUS,
        alku="2031-01-01",
        loppu="2024-08-04",
        osa_aikaisuus=None,
        tunniste=None,
        tyopaikka=nameless,
    )
    for message, mended in (
        (laws.OSA_AIKAISUUS, {"osa-aikaisuustieto": 80}),
        (laws.TUNNISTE, {"yksiloiva-tunniste": "jakso-1"}),
        (laws.Y_TUNNUS, {NAMES["tyopaikka"]: period()[NAMES["tyopaikka"]]}),
        (laws.PERUSTA, {"oppisopimuksen-perusta-koodi-uri": "oppisopimuksenperusta_01"}),
        (laws.DATE_ORDER, {"alku": "2024-08-04", "loppu": "2031-01-01"}),
        (laws.EARLIEST, {"alku": "2024-08-05"}),
        (laws.LATEST, {"loppu": "2031-01-02"}),
    ):
        yield from on_period(f"ladder: {message}", oht, message)
        oht = oht | mended
    yield from on_period(
        "ladder: the top", oht, laws.FIVE_YEARS, right(arvioitu_paattymispaiva=None)
    )


def sizes() -> Iterator[Case]:
    """The class that stands for an object goes by the number of keys sent, null lists included."""
    eight = period(osa_aikaisuus=None, ajanjakson_tarkenne="aamut", muut_oppimisymparistot=[])
    nine = eight | {"keskeytymisajanjaksot": None}
    for oht, size in ((eight, "Array"), (nine, "Hash")):
        leaf = f'(not ("{laws.OSA_AIKAISUUS}" a-clojure.lang.Persistent{size}Map))'
        yield case(f"{size} of {len(oht)}", with_period(oht), AMMATILLINEN, errors={OHT: leaf})


def interruptions() -> Iterator[Case]:
    def gap(alku: str, loppu: str | None = None) -> Json:
        return {"alku": f"2025-{alku}"} | ({"loppu": f"2025-{loppu}"} if loppu else {})

    fine: list[list[Json]] = [
        [],
        [gap("02-17")],
        [gap("02-21", "02-17")],
        [gap("01-01", "01-04"), gap("01-05", "01-09")],
        [gap("01-05", "01-09"), gap("01-01", "01-04")],
        [gap("01-01", "01-04"), gap("01-05")],
        [gap("01-05"), gap("01-01", "01-04")],
        [{"alku": "2001-01-01", "loppu": "2001-02-02"}, gap("01-05")],
    ]
    overlapping: list[list[Json]] = [
        [gap("01-01", "01-05"), gap("01-05", "01-09")],
        [gap("01-01", "01-06"), gap("01-05", "01-09")],
        [gap("01-05", "01-09"), gap("01-01", "01-05")],
        [gap("01-01"), gap("01-05", "01-09")],
        [gap("01-01"), gap("01-05")],
        [gap("01-01", "01-02"), gap("01-05"), gap("01-07", "01-08")],
        [gap("01-01", "01-31"), gap("01-05", "01-06"), gap("02-07")],
    ]
    for breaks in fine:
        yield case(
            f"apart {breaks}", with_period(period(keskeytymisajanjaksot=breaks)), AMMATILLINEN
        )
    for breaks in overlapping:
        oht = period(keskeytymisajanjaksot=breaks, osa_aikaisuus=None)
        yield case(
            f"overlap {breaks}", with_period(oht), AMMATILLINEN, errors={BREAKS: laws.OVERLAP}
        )
    broken = [gap("01-01", "01-06"), {"loppu": "2025-01-09"}]
    yield case(
        "overlap is not judged before the fields",
        with_period(period(keskeytymisajanjaksot=broken)),
        AMMATILLINEN,
        errors={(*BREAKS, 1, "alku"): MISSING},
    )


TOPICS = {
    topic.__name__: topic
    for topic in (
        osa_aikaisuus,
        telma_beside_others,
        tunniste,
        workplace,
        perusta,
        dates,
        states,
        ladder,
        sizes,
        interruptions,
    )
}
