"""Code sets at the door: what a whole set refuses, what is only noted, what a stored plan keeps."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ehoks.common.dates import today
from ehoks.integrations import http
from hoks.demo.plans import write_plan
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services import checks
from koodisto import lookup
from koodisto.models import Koodi, Koodisto
from tests.conftest import payload
from tests.hoks.plans import (
    AMMAT,
    MINTTU,
    TAVAT,
    full_plan,
    jakso,
    nothing_written,
    osa,
    plan,
    refused,
)

pytestmark = pytest.mark.django_db

ODD, KNOWN, OTHER = "tutkinnonosat_999999", "tutkinnonosat_106901", "tutkinnonosat_888888"
URI = "tutkinnon-osa-koodi-uri"
PLACE = f"/{AMMAT}/0/{URI}"


@pytest.fixture
def koodistot(db):
    """All code sets, whole."""
    call_command("loaddata", "koodistot", verbosity=0)
    lookup.forget()


@pytest.fixture
def sis(koodistot, sis):
    """An information system before a register that has all codes."""
    lookup.check([])
    return sis


def of_codes(*uris):
    return plan() | {AMMAT: [osa(uri) for uri in uris]}


def of_others_plan(sis, uri):
    """A plan that got its code while nobody knew the set."""
    Koodisto.objects.filter(uri="tutkinnonosat").update(complete=False)
    lookup.forget()
    hoks_id = sis.create(of_codes(uri))
    Koodisto.objects.filter(uri="tutkinnonosat").update(complete=True)
    lookup.forget()
    return hoks_id


# --- Refused ---------------------------------------------------------------------------------------


def test_an_unknown_code_is_refused_at_its_place(sis):
    with nothing_written():
        body = refused(sis.post(of_codes(KNOWN, ODD)), 400, "invalid-document")
    leaf = f'(not ("Koodistossa tutkinnonosat ei ole koodia" "{ODD}"))'
    assert body["errors"] == {AMMAT: [None, {URI: leaf}]}
    (violation,) = body["violations"]
    assert violation["code"] == "unknown-koodi"
    assert violation["pointer"] == f"/{AMMAT}/1/{URI}"
    assert ODD in violation["fi"]


def test_a_short_set_tells_the_codes_that_would_do(sis):
    sent = plan(urasuunnitelma_koodi_uri="urasuunnitelma_9999", urasuunnitelma_koodi_versio=1)
    (violation,) = refused(sis.post(sent), 400)["violations"]
    for language in ("fi", "sv", "en"):
        assert "urasuunnitelma_0001 (" in violation[language]


def test_it_is_told_beside_every_other_fault(sis):
    sent = of_codes(ODD) | {"foo": 1}
    sent[AMMAT][0][TAVAT] = [jakso("t", "2025-05-01", "2025-01-01")]
    codes = {v["code"] for v in refused(sis.post(sent), 400)["violations"]}
    assert codes == {"unknown-koodi", "unknown-key", "dates-reversed"}


def test_the_help_page_tells_of_it(sis):
    page = sis.http.get("/ehoks-virkailija-backend/ohje/virheet").content.decode()
    assert 'id="unknown-koodi"' in page


def test_only_existence_counts(sis):
    sent = of_codes("TUTKINNONOSAT_106901".lower())
    sent[AMMAT][0]["tutkinnon-osa-koodi-versio"] = 999
    Koodi.objects.filter(uri=KNOWN).update(voimassa_loppu="2019-01-01")
    lookup.forget()
    assert sis.create(sent)


# --- Only noted ------------------------------------------------------------------------------------


def require_valid(sent, oikeus_oid=None):
    warnings = []
    context = Konteksti(oikeus_oid and checks.get_opiskeluoikeus(oikeus_oid))
    checks.require_valid(HOKS, Operation.POST, sent, context, warnings=warnings)
    return warnings


def test_a_set_that_is_not_whole_only_warns(sis):
    Koodisto.objects.filter(uri="tutkinnonosat").update(complete=False)
    lookup.forget()

    assert sis.create(of_codes(ODD, ODD))
    (warning,) = require_valid(of_codes(ODD, ODD))
    assert warning.keys() == {"pointer", "code", "fi", "sv", "en"}
    assert (warning["pointer"], warning["code"]) == (PLACE, "unknown-koodi")


def test_a_register_without_code_sets_warns_once_of_each(sis):
    Koodi.objects.all().delete()
    Koodisto.objects.all().delete()
    lookup.forget()

    assert sis.create(of_codes(ODD, OTHER))
    (warning,) = require_valid(of_codes(ODD, OTHER))
    assert warning["code"] == "unknown-koodisto"
    literal = "Koodistoa tutkinnonosat ei löytynyt Opintopolun koodisto-palvelusta"
    assert warning["fi"] == literal


# --- Kept ------------------------------------------------------------------------------------------


def test_a_code_that_the_plan_has_already_is_kept_by_every_kind_of_write(sis):
    hoks_id = of_others_plan(sis, ODD)
    (part,) = sis.document(hoks_id)[AMMAT]
    address = f"/hoks/{hoks_id}/hankittava-ammat-tutkinnon-osa"

    assert sis.put(hoks_id, of_codes(KNOWN, ODD)).status_code == 204
    assert sis.call("PATCH", f"{address}/{part['id']}", {URI: ODD}).status_code == 204
    assert sis.call("POST", address, osa(ODD)).status_code == 200
    refused(sis.put(hoks_id, of_codes(ODD, OTHER)), 400, "invalid-document")
    refused(sis.call("POST", address, osa(OTHER)), 400, "invalid-document")


def test_a_new_plan_keeps_nothing_of_another(sis):
    of_others_plan(sis, ODD)
    refused(sis.post(of_codes(ODD) | plan(MINTTU)), 400, "invalid-document")


def test_the_stored_plan_is_read_only_before_a_refusal(sis):
    hoks_id = sis.create(of_codes(KNOWN))
    counts = []
    for sent in (of_codes(KNOWN, KNOWN), of_codes(ODD)):
        with CaptureQueriesContext(connection) as captured:
            sis.put(hoks_id, sent)
        counts.append(sum("CASE WHEN true" in q["sql"] for q in captured))
    assert counts == [1, 1]  # once under the lock; once for its codes


# --- Lawful plans ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["minimal", "typical", "maximal", "tuva"])
def test_the_examples_have_known_codes(sis, name):
    assert sis.create(payload(name))
    assert not require_valid(payload(name), payload(name)["opiskeluoikeus-oid"])


def test_the_plans_of_the_demonstration_have_known_codes(koodistot):
    facts = http.simulator().facts
    flagged = [o for o in facts.opiskeluoikeudet.values() if o.seed]
    assert flagged
    for oikeus in flagged:
        assert not require_valid(write_plan(facts, oikeus, today()), oikeus.oid)


# --- Cures -----------------------------------------------------------------------------------------


def test_a_refusal_carries_its_cure(sis):
    body = refused(sis.post(of_codes(f" {KNOWN}")), 400)
    (violation,) = body["violations"]
    assert violation["korjaus"] == [{"op": "replace", "path": PLACE, "value": KNOWN}]


def test_a_cure_that_leads_to_an_unknown_code_is_not_offered(sis):
    (violation,) = refused(sis.post(of_codes(f" {ODD}")), 400)["violations"]
    assert "korjaus" not in violation


def test_a_word_gets_the_name_of_its_set(sis):
    sent = full_plan()
    (area, *_) = sent["hankittavat-yhteiset-tutkinnon-osat"][0]["osa-alueet"]
    right = area["osa-alue-koodi-uri"]
    area["osa-alue-koodi-uri"] = right.rpartition("_")[2].upper()

    (violation,) = refused(sis.post(sent), 400)["violations"]
    assert violation["korjaus"][0]["value"] == right.lower()


def test_a_space_after_a_word_is_taken_off(sis):
    sent = full_plan()
    (area, *_) = sent["hankittavat-yhteiset-tutkinnon-osat"][0]["osa-alueet"]
    right = area["osa-alue-koodi-uri"]
    area["osa-alue-koodi-uri"] = f"{right} "

    (violation,) = refused(sis.post(sent), 400)["violations"]
    assert violation["code"] == "unknown-koodi"
    assert violation["korjaus"][0]["value"] == right


def test_an_old_path_is_answered_in_its_own_words(sis):
    hoks_id = sis.create(plan())
    sent = osa(KNOWN) | {TAVAT: [jakso("t")]}
    period = sent[TAVAT][0]
    training = period.pop("tyopaikalla-jarjestettava-koulutus")
    period["tyopaikalla-hankittava-osaaminen"] = training
    training["tyopaikan-y-tunnus"] += " "

    body = refused(sis.call("POST", f"/hoks/{hoks_id}/puuttuva-ammatillinen-osaaminen", sent), 400)
    (violation,) = body["violations"]
    (operation,) = violation["korjaus"]
    assert operation["path"] == violation["pointer"]
    assert "tyopaikalla-hankittava-osaaminen" in operation["path"]
