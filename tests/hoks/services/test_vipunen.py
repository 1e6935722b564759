"""What the statistics feed tells of a plan, and which plans it leaves out."""

import datetime as dt
import json
from typing import Any

import pytest

from ehoks.common.dates import today
from hoks.schema.compile import InvalidDocument, validate
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.schema.vipunen import HOKS_VIPUNEN
from hoks.services import export
from hoks.services.export import Stored
from tests.conftest import payload
from tests.hoks.plans import AMMAT, LISTS, NAYTOT, TAVAT, TUKI
from tests.verdicts.tree import ABSENT, edited

MODULE = "5b92f3f4-2f58-4c63-9d3e-0d5e0a3f0d7d"
TAPA = (AMMAT, 0, TAVAT, 0)
KOULUTUS = (*TAPA, "tyopaikalla-jarjestettava-koulutus")
OHJAAJA = (*KOULUTUS, "vastuullinen-tyopaikka-ohjaaja")
NAYTTO = (AMMAT, 0, NAYTOT, 0)
KOULUTTAJA = (*NAYTTO, "koulutuksen-jarjestaja-osaamisen-arvioijat", 0)
TYOELAMA = (*NAYTTO, "tyoelama-osaamisen-arvioijat", 0)
TUNNISTAJA = (
    "aiemmin-hankitut-ammat-tutkinnon-osat",
    0,
    "tarkentavat-tiedot-osaamisen-arvioija",
    "aiemmin-hankitun-osaamisen-arvioijat",
    0,
)
AIKA = dt.datetime(2026, 3, 4, 5, 6, 7, 890, dt.UTC)


def stored(name="maximal"):
    """A plan as GET has it."""
    document = validate(HOKS, Operation.POST, payload(name))
    document |= {"id": 7, "eid": "8bd1a2f3-6d3e-4f25-8f0e-6a1f5b1f2c3d", "manuaalisyotto": False}
    for key in LISTS:
        for n, part in enumerate(document[key]):
            part |= {"id": 100 + n} if key != TUKI else {}
    if document[AMMAT]:
        document[AMMAT][0]["module-id"] = MODULE
        for n, tapa in enumerate(document[AMMAT][0][TAVAT]):
            tapa |= {"id": 200 + n, "module-id": MODULE}
    return document


def feed(document, deleted_at=None):
    """What the feed makes of one document; None when it does not fit."""
    told = export.tell(Stored(7, deleted_at, False, json.dumps(document)))
    return None if told is None else json.loads(told)


def at(document, path):
    for step in path:
        document = document[step]
    return document


# --- Redaction -------------------------------------------------------------------------------------

PERSONS = [
    "lempi.leipuri@example.fi",
    "+358 40",
    "Opettaja, Outi",
    "Hankkija, Hilla",
    "Ohjaaja, Onni",
    "onni.ohjaaja",
    "123 45-67",
    "Esimies",
    "Arvioija, Aino",
    "Mestari, Manu",
    "Juuri, Jalmari",
    "jalmari@",
    "Pirkko",
    "Tunnistaja",
    "Laskija",
]


def test_no_person_but_the_learners_number_is_told():
    sent, told = json.dumps(stored(), ensure_ascii=False), json.dumps(feed(stored()))
    assert all(person in sent for person in PERSONS)
    assert not [p for p in PERSONS if p in told]
    assert feed(stored())["oppija-oid"] == stored()["oppija-oid"]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ((), "sahkoposti"),
        ((), "puhelinnumero"),
        (TAPA, "jarjestajan-edustaja"),
        (TAPA, "hankkijan-edustaja"),
        (TAPA, "id"),
        ((AMMAT, 0), "id"),
    ],
)
def test_what_is_dropped(path, key):
    assert key in at(stored(), path)
    assert key not in at(feed(stored()), path)


@pytest.mark.parametrize("path", [KOULUTTAJA, TYOELAMA, TUNNISTAJA])
def test_an_assessor_keeps_the_organisation_and_loses_the_name(path):
    told = at(feed(stored()), path)
    assert told == {"nimi": "<REDACTED>", "organisaatio": at(stored(), path)["organisaatio"]}


def test_an_instructor_is_told_to_have_been_named_or_not():
    assert at(feed(stored()), OHJAAJA) is True
    assert at(feed(edited(stored(), OHJAAJA, ABSENT)), OHJAAJA) is False


def test_everything_else_is_told_as_it_is_stored():
    document = stored()
    for key in ("sahkoposti", "puhelinnumero"):
        del document[key]
    told = feed(stored())
    assert told.keys() == document.keys()
    for path in [("id",), ("eid",), (AMMAT, 0, "module-id"), (*TAPA, "module-id"), (TUKI,)]:
        assert at(told, path) == at(document, path)
    for key in ("tyopaikan-nimi", "tyopaikan-y-tunnus", "keskeiset-tyotehtavat"):
        assert at(told, KOULUTUS)[key] == at(document, KOULUTUS)[key]
    for key in ("nayttoymparisto", "sisallon-kuvaus", "yksilolliset-kriteerit"):
        assert at(told, NAYTTO)[key] == at(document, NAYTTO)[key]


@pytest.mark.parametrize("name", ["minimal", "maximal", "tuva", "typical"])
def test_what_is_stored_fits(name):
    assert feed(stored(name)) is not None


# --- Archived plans --------------------------------------------------------------------------------


def test_of_an_archived_plan_the_root_is_told_and_when_it_was_archived():
    told = feed(stored(), deleted_at=AIKA)
    assert told.pop("poistettu") == "2026-03-04T05:06:07Z"
    assert {key: told.pop(key) for key in LISTS} == {key: [] for key in LISTS}
    assert told == {k: v for k, v in feed(stored()).items() if k not in LISTS}


def test_parts_of_an_archived_plan_are_not_looked_at():
    broken = edited(stored(), (*TAPA, "loppu"), "2001-01-01")
    assert feed(broken) is None
    assert feed(broken, deleted_at=AIKA) is not None


def test_a_living_plan_is_not_marked():
    assert "poistettu" not in feed(stored())


# --- The form of the feed --------------------------------------------------------------------------

KESKEYTYKSET = [{"alku": "2025-02-01", "loppu": "2025-02-10"}, {"alku": "2025-02-10"}]
PERUSTA = "oppisopimuksen-perusta-koodi-uri"
BREAKERS = {
    "no key of the period": ((*TAPA, "yksiloiva-tunniste"), ABSENT),
    "an empty key of the period": ((*TAPA, "yksiloiva-tunniste"), ""),
    "no business id": ((*KOULUTUS, "tyopaikan-y-tunnus"), ABSENT),
    "a false business id": ((*KOULUTUS, "tyopaikan-y-tunnus"), "1618033-4"),
    "dates reversed": ((*TAPA, "loppu"), "2001-01-01"),
    "longer than five years": ((*TAPA, "loppu"), "2050-01-01"),
    "touching interruptions": ((*TAPA, "keskeytymisajanjaksot"), KESKEYTYKSET),
    "no kind of support that there is": (
        (TUKI, 0, "oppimisen-tuen-tyyppi-koodi-uri"),
        "ammatillinenkoulutusoppimisentuentyyppi_09",
    ),
    "achieved too early": (("osaamisen-saavuttamisen-pvm",), "2018-01-01"),
    "negative hours": ((AMMAT, 0, "opetus-ja-ohjaus-maara"), -1),
    "a false learner's number": (("oppija-oid",), "1.2.246.562.24.27182818288"),
    "a false study right": (("opiskeluoikeus-oid",), "1.2.246.562.15.27182818288"),
    "no eid": (("eid",), ABSENT),
    "no id": (("id",), ABSENT),
    "no first approval": (("ensikertainen-hyvaksyminen",), ABSENT),
    "an unknown key": (("tuntematon",), 1),
    "an unknown key below": ((AMMAT, 0, "tuntematon"), 1),
    "an id of a person": ((*KOULUTTAJA, "id"), 1),
    "a nameless assessor": ((*KOULUTTAJA, "nimi"), ABSENT),
    "a day that is not": ((*TAPA, "alku"), "2025-02-30"),
    "a wrong code": ((AMMAT, 0, "tutkinnon-osa-koodi-uri"), "tutkinnonosat_x"),
}


@pytest.mark.parametrize(("path", "value"), BREAKERS.values(), ids=BREAKERS)
def test_one_fault_anywhere_leaves_the_whole_plan_out(path, value):
    assert feed(edited(stored(), path, value)) is None


def test_an_apprenticeship_without_its_basis_is_left_out():
    koodi = edited(
        stored(), (*TAPA, "osaamisen-hankkimistapa-koodi-uri"), "osaamisenhankkimistapa_oppisopimus"
    )
    assert feed(edited(koodi, (*TAPA, PERUSTA), "oppisopimuksenperusta_01")) is not None
    without = at(koodi, TAPA).copy()
    without.pop(PERUSTA, None)
    assert feed(edited(koodi, TAPA, without)) is None


FITTING = {
    "no part-time percentage": ((*TAPA, "osa-aikaisuustieto"), ABSENT),
    "an instructor's odd phone number": ((*OHJAAJA, "puhelinnumero"), "ei ole"),
    "a representative who is nobody": ((*TAPA, "jarjestajan-edustaja"), 5),
    "no oppija-oid": (("oppija-oid",), ABSENT),
}


@pytest.mark.parametrize(("path", "value"), FITTING.values(), ids=FITTING)
def test_what_the_feed_does_not_mind(path, value):
    assert feed(edited(stored(), path, value)) is not None


@pytest.mark.parametrize(("days", "fits"), [(14, True), (15, False)])
def test_an_achievement_may_be_two_weeks_ahead(days, fits):
    day = (today() + dt.timedelta(days=days)).isoformat()
    assert (feed(edited(stored(), ("osaamisen-saavuttamisen-pvm",), day)) is not None) is fits


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '"HOKS"', "3", "{}"])
@pytest.mark.parametrize("deleted_at", [None, AIKA])
def test_what_is_no_plan_is_left_out(text, deleted_at):
    assert export.tell(Stored(1, deleted_at, False, text)) is None


# --- The quick checks say what the declaration says ------------------------------------------------

ODD: tuple[Any, ...] = (
    1,
    -1,
    2**31,
    1.5,
    True,
    "",
    "x",
    "2025-02-30",
    [],
    ["x"],
    [1],
    {},
    {"x": 1},
    "x" * 300,
)


def leaves(value, path=()):
    """Every place of a document."""
    if path:
        yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from leaves(value[key], (*path, key))


def without_ids(value):
    """What the feed never shows of a part."""
    if isinstance(value, dict):
        return {k: without_ids(v) for k, v in value.items() if k != "id"}
    return [without_ids(v) for v in value] if isinstance(value, list) else value


def fits_slowly(document):
    """Held against the feed's declaration by the validator of the API, rules aside."""
    shown = {k: v for k, v in document.items() if k not in ("sahkoposti", "puhelinnumero", "id")}
    try:
        validate(HOKS_VIPUNEN, Operation.VIPUNEN, {**without_ids(shown), "id": document["id"]})
    except InvalidDocument:
        return False
    return True


def test_no_form_is_looser_than_the_declaration_says():
    document = feed(stored())
    del document["osaamisen-saavuttamisen-pvm"]
    refused = 0
    for path in leaves(document):
        for value in ODD:
            changed = edited(document, path, value)
            if not fits_slowly(changed):
                refused += 1
                if not redacted_away(path):
                    assert feed(changed) is None, (path, value)
    assert refused > 1000


def test_no_form_is_stricter_than_the_declaration_and_the_rules_say():
    document = feed(stored())
    for path in leaves(document):
        if isinstance(at(document, path), str) and path[-1] not in RULED:
            for value in ("x", "2025-02-28", "tutkinnonosat_1", "x" * 256):
                changed = edited(document, path, value)
                if fits_slowly(changed):
                    assert feed(changed) is not None, (path, value)


RULED = {"alku", "loppu", "osaamisen-saavuttamisen-pvm"}


def redacted_away(path):
    """An instructor, or the name of an assessor: whatever is stored there is not told."""
    if path[-1] == "nimi":
        return str(path[-3]).endswith("arvioijat")
    return path[-1] == "vastuullinen-tyopaikka-ohjaaja"
