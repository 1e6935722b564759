"""What is typed into the pages is what an information system would have sent."""

import re

import pytest

from hoks.models import Hoks, HoksLuonnos
from hoks.schema.objects import HOKS
from hoks.services import read
from hoks.ui.syotto.asettelu import PERUSTIEDOT
from hoks.ui.syotto.lomake import Piirtaja, fields_of
from hoks.ui.syotto.lukeminen import Lukija
from tests.conftest import payload
from tests.hoks.plans import TUISKU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL

pytestmark = pytest.mark.django_db
GIVEN = ("id", "eid", "module-id", "manuaalisyotto", "yksiloiva-tunniste")


def said(value):
    """A document without what the service gives."""
    if isinstance(value, list):
        return [said(inner) for inner in value]
    if isinstance(value, dict):
        return {key: said(inner) for key, inner in value.items() if key not in GIVEN}
    return value


@pytest.mark.parametrize("name", ["tuva", "minimal"])
def test_a_typed_plan_is_what_the_api_would_have_stored(kirjoittaja, sis, name):
    body = payload(name)
    expected = sis.document(sis.create(body))
    Hoks.objects.all().delete()
    kirjoittaja.begin(body["oppija-oid"], body["opiskeluoikeus-oid"], SCHOOL)
    kirjoittaja.type_plan(body)
    stored = read.find_by_eid(kirjoittaja.hand_in()).document
    assert said(stored) == said(expected)
    assert stored["manuaalisyotto"] is True
    assert not HoksLuonnos.objects.get().is_open


def test_the_task_list_of_preparatory_education_has_its_parts_under_what_they_are(kirjoittaja):
    kirjoittaja.begin(*TUISKU, SCHOOL)
    page = kirjoittaja.client.get(kirjoittaja.draft).content.decode()
    headings = re.findall(r"<h2[^>]*>([^<]+)</h2>|(sivu/[a-z-]+/)", page.partition("<footer")[0])
    assert ["".join(pair) for pair in headings] == [
        *("sivu/perustiedot/", "Osaamisen hankkiminen", "sivu/koulutuksen-osat/"),
        *("Tuki", "sivu/tuki/"),
    ]


@pytest.mark.parametrize("name", ["maximal", "typical", "tuva"])
@pytest.mark.usefixtures("codes")
def test_a_form_that_is_sent_as_it_was_shown_changes_nothing(sis, rf, name):
    document = sis.document(sis.create(payload(name)))
    document["unknown"] = {"key": ["kept"]}
    document["hyvaksytty"] = "2024-08-15T09:30:07Z"  # seconds are not shown
    sent = rf.post("/", shown(document)).POST
    assert Lukija(sent, "fi", {}).read(HOKS, "", document) == document


def shown(document):
    """What a browser sends of a form that shows all of the document."""
    olio = Piirtaja("fi", {}).olio(HOKS, "", document)
    found = {k.nimi: k.arvo for k in fields_of(olio)}
    return found | dict(row_counts("", document))


def row_counts(nimi, value):
    for key, inner in value.items():
        if isinstance(inner, dict):
            yield from row_counts(f"{nimi}/{key}", inner)
        elif isinstance(inner, list) and all(isinstance(row, dict) for row in inner):
            yield f"{nimi}/{key}#", str(len(inner))
            for n, row in enumerate(inner):
                yield from row_counts(f"{nimi}/{key}/{n}", row)


@pytest.mark.usefixtures("codes")
@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("ensikertainen-hyvaksyminen", " 15.8.2024 ", "2024-08-15"),
        ("ensikertainen-hyvaksyminen", "2024-08-15", "2024-08-15"),
        ("ensikertainen-hyvaksyminen", "31.2.2024", "31.2.2024"),
        ("hyvaksytty", "15.8.2024 klo 12.30", "2024-08-15T09:30:00Z"),
        ("hyvaksytty", "joskus", "joskus"),
        ("versio", "3", 3),
        ("versio", "kolme", "kolme"),
        ("osaamisen-hankkimisen-tarve", "false", False),
        ("sahkoposti", " \x00 ", None),
        ("puhelinnumero", "040\x001", "0401"),
    ],
)
def test_what_is_typed_is_understood_or_kept_as_it_is(rf, key, text, value):
    sent = rf.post("/", {f"/{key}": text}).POST
    assert Lukija(sent, "fi", {}).read(HOKS, "", {}, PERUSTIEDOT).get(key) == value
