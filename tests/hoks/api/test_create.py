"""Creating a plan: what is answered, what is stored, what is refused."""

import pytest

from hoks.models import Hoks
from tests.conftest import API, payload
from tests.hoks import plans
from tests.hoks.plans import LEMPI, LISTS, MINTTU, bare, plan, refused

pytestmark = pytest.mark.django_db


def test_a_plan_is_answered_with_its_id_its_address_and_its_etag(sis):
    answer = sis.post(plan())
    hoks_id = answer.json()["meta"]["id"]
    uri = f"{API}/hoks/{hoks_id}"
    assert answer.status_code == 200
    assert answer.json() == {"meta": {"id": hoks_id}, "data": {"uri": uri}}
    assert answer.headers["Location"] == uri
    assert answer.headers["ETag"] == sis.get(hoks_id).headers["ETag"]
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert "Preference-Applied" not in answer.headers


def test_the_smallest_plan_comes_back_with_all_its_lists_empty(sis):
    sent = payload("minimal")
    hoks_id = sis.create(sent)
    document = sis.document(hoks_id)
    eid = document.pop("eid")
    expected = sent | {"id": hoks_id, "manuaalisyotto": False} | {key: [] for key in LISTS}
    assert document == expected
    assert len(eid) == 36


@pytest.mark.parametrize("name", ["maximal", "typical", "tuva"])
def test_a_plan_with_every_kind_of_part_is_stored(sis, name):
    sent = payload(name)
    document = bare(sis.document(sis.create(sent)))
    for key in LISTS:
        assert len(document[key]) == len(sent.get(key, []))


def test_the_parallel_tuva_study_right_is_stored(sis):
    sent = plan(tuva_opiskeluoikeus_oid=plans.TUISKU.oikeus)
    document = sis.document(sis.create(sent))
    assert document["tuva-opiskeluoikeus-oid"] == plans.TUISKU.oikeus


def test_the_parallel_tuva_study_right_must_be_an_oid(sis):
    body = refused(sis.post(plan(tuva_opiskeluoikeus_oid="foo")), 400, "invalid-document")
    assert list(body["errors"]) == ["tuva-opiskeluoikeus-oid"]


def test_a_tuva_plan_names_no_parallel_tuva_study_right(sis):
    sent = plan(plans.TUISKU, tuva_opiskeluoikeus_oid=plans.TUISKU.oikeus)
    body = refused(sis.post(sent), 400, "invalid-document")
    assert "Ota tuva-opiskeluoikeus-oid pois" in body["errors"]["tuva-opiskeluoikeus-oid"]


def test_no_plan_is_made_for_upper_secondary_education(sis):
    body = refused(sis.post(plan(plans.LUKIO)), 400, "invalid-document")
    assert "Opiskeluoikeuden tyypin on oltava" in body["errors"]["opiskeluoikeus-oid"]


def test_tuva_parts_are_stored_with_fractions_of_weeks(sis):
    part = plans.koulutuksen_osa(laajuus=10.4)
    document = sis.document(sis.create(plan(plans.TUISKU, hankittavat_koulutuksen_osat=[part])))
    assert bare(document["hankittavat-koulutuksen-osat"]) == [part]


def test_tuva_parts_belong_to_tuva_only(sis):
    sent = plan(hankittavat_koulutuksen_osat=[plans.koulutuksen_osa()])
    body = refused(sis.post(sent), 400, "invalid-document")
    leaf = (
        '(not ("Ota koulutuksenosa pois, koska opiskeluoikeus ei ole TUVA." '
        "a-clojure.lang.PersistentArrayMap))"
    )
    assert body["errors"] == {"hankittavat-koulutuksen-osat": [leaf]}


def without_part_time_share(owner):
    period = plans.jakso("t1", osa_aikaisuustieto=None)
    del period["osa-aikaisuustieto"]
    unit = plans.osa(osaamisen_hankkimistavat=[period])
    return plan(owner, hankittavat_ammat_tutkinnon_osat=[unit])


def test_a_workplace_period_tells_its_part_time_share(sis):
    body = refused(sis.post(without_part_time_share(LEMPI)), 400, "invalid-document")
    leaf = (
        '(not ("Lisää osa-aikaisuustieto, joka on välillä 1-100." '
        "a-clojure.lang.PersistentArrayMap))"
    )
    tree = {"hankittavat-ammat-tutkinnon-osat": [{"osaamisen-hankkimistavat": [leaf]}]}
    assert body["errors"] == tree
    pointer = "/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/0"
    assert [v["pointer"] for v in body["violations"]] == [pointer]


def test_in_telma_the_part_time_share_is_not_asked(sis):
    assert sis.post(without_part_time_share(plans.TELMA)).status_code == 200


def test_units_need_no_periods(sis):
    sent = plan(hankittavat_ammat_tutkinnon_osat=[plans.osa()])
    unit = sis.document(sis.create(sent))["hankittavat-ammat-tutkinnon-osat"][0]
    assert unit["osaamisen-hankkimistavat"] == []
    assert unit["osaamisen-osoittaminen"] == []


def test_an_empty_document_lacks_four_fields(sis):
    body = refused(sis.post({}), 400, "invalid-document")
    required = [k for k in plan() if k != "versio"]
    assert body["errors"] == dict.fromkeys(required, "missing-required-key")
    assert "schema" not in body


def test_an_unknown_field_is_refused(sis):
    body = refused(sis.post(plan(foo=1)), 400, "invalid-document")
    assert body["errors"] == {"foo": "disallowed-key"}


@pytest.mark.parametrize("field", ["id", "eid", "manuaalisyotto"])
def test_a_new_plan_does_not_bring_its_own_identity(sis, field):
    body = refused(sis.post(plan() | {field: 1}), 400, "invalid-document")
    assert body["errors"] == {field: "disallowed-key"}


def test_a_new_unit_does_not_bring_its_own_identity(sis):
    sent = plan(hankittavat_ammat_tutkinnon_osat=[plans.osa() | {"id": 1}])
    body = refused(sis.post(sent), 400, "invalid-document")
    assert body["errors"] == {"hankittavat-ammat-tutkinnon-osat": [{"id": "disallowed-key"}]}


def test_the_second_plan_of_a_study_right_is_refused_and_the_first_is_named(sis):
    hoks_id = sis.create(plan())
    body = refused(sis.post(plan()), 400, "hoks-exists")
    assert body["error"] == "HOKS with the same opiskeluoikeus-oid already exists"
    assert body["hoks-id"] == hoks_id
    assert body["uri"] == f"{API}/hoks/{hoks_id}"
    assert Hoks.objects.count() == 1


def test_an_archived_plan_still_holds_its_study_right(sis):
    hoks_id = sis.create(plan())
    plans.archive(hoks_id)
    body = refused(sis.post(plan()), 400, "hoks-archived")
    text = "Archived HOKS with given opiskeluoikeus oid found."
    assert body["error"] == f"{text} Contact eHOKS support for more information."
    assert body["title"] == f"{text}Contact eHOKS support for more information."


def test_an_unknown_person_is_refused(sis):
    body = refused(sis.post(plan(plans.UNKNOWN_PERSON)), 400, "oppija-not-found")
    oid = plans.UNKNOWN_PERSON.oppija
    assert body["error"] == f"Oppija `{oid}` not found in Oppijanumerorekisteri"


def test_a_study_right_that_koski_does_not_know_is_refused(sis):
    body = refused(sis.post(plan(plans.MITATOITY)), 400, "opiskeluoikeus-not-found")
    assert body["error"] == f"Opiskeluoikeus `{plans.MITATOITY.oikeus}` not found in Koski"


def test_the_study_right_must_be_the_learners_own(sis):
    sent = plan() | {"oppija-oid": MINTTU.oppija}
    body = refused(sis.post(sent), 400, "opiskeluoikeus-of-another")
    assert body["error"] == f"No opiskeluoikeus {LEMPI.oikeus} found for oppija {MINTTU.oppija}"
    assert body["title"] == (
        f"Opiskeluoikeus `{LEMPI.oikeus}` does not match any held by oppija `{MINTTU.oppija}`"
    )


def test_purchased_education_has_its_plan_under_the_buyers_study_right(other_sis):
    body = refused(other_sis.post(plan(plans.OSTETTU)), 400, "opiskeluoikeus-linked")
    oid = plans.OSTETTU.oikeus
    assert body["error"] == f"Opiskeluoikeus `{oid}` sisältyy toiseen opiskeluoikeuteen."


FINISHED = [
    plans.ERONNUT,
    plans.VALMISTUNUT,
    plans.KATSOTAAN_ERONNEEKSI,
    plans.PERUUTETTU,
]


@pytest.mark.parametrize("owner", FINISHED, ids=lambda o: o.oikeus[-4:])
def test_no_plan_is_made_for_a_study_right_that_has_ended(sis, owner):
    body = refused(sis.post(plan(owner)), 400, "opiskeluoikeus-finished")
    assert body["error"] == f"Opiskeluoikeus `{owner.oikeus}` is no longer active"


@pytest.mark.parametrize("owner", FINISHED, ids=lambda o: o.oikeus[-4:])
def test_the_ban_on_ended_study_rights_can_be_switched_off(sis, settings, owner):
    settings.PREVENT_FINISHED_UPDATES = False
    assert sis.post(plan(owner)).status_code == 200


def test_the_match_of_learner_and_study_right_can_be_switched_off(sis, settings):
    settings.ENFORCE_OPISKELUOIKEUS_MATCH = False
    assert sis.post(plan() | {"oppija-oid": MINTTU.oppija}).status_code == 200


ACTIVE = [
    plans.KESKEYTYNYT,
    plans.LOMALLA,
    plans.DATELESS,
    plans.STATELESS,
    plans.DUPLICATE,
    plans.OLD_DIGIT,
    plans.OSTAJA,
]


@pytest.mark.parametrize("owner", ACTIVE, ids=lambda o: o.oikeus[-4:])
def test_a_plan_is_made_for_any_study_right_that_goes_on(sis, owner):
    assert sis.post(plan(owner)).status_code == 200


def test_the_period_that_starts_last_is_the_state_even_when_it_is_yet_to_come(sis):
    refused(sis.post(plan(plans.EROAA_2030)), 400, "opiskeluoikeus-finished")


def test_periods_outside_the_study_right_are_accepted_after_a_resignation(sis, settings):
    settings.PREVENT_FINISHED_UPDATES = False
    unit = plans.osa(osaamisen_hankkimistavat=[plans.opetus("2019-01-01", "2019-06-01")])
    sent = plan(plans.ERONNUT, hankittavat_ammat_tutkinnon_osat=[unit])
    assert sis.post(sent).status_code == 200


def test_deviations_are_stored_on_recognised_units_too(sis):
    unit = plans.osa(vaatimuksista_tai_tavoitteista_poikkeaminen="Ei nosteluita")
    document = sis.document(sis.create(plan(aiemmin_hankitut_ammat_tutkinnon_osat=[unit])))
    stored = document["aiemmin-hankitut-ammat-tutkinnon-osat"][0]
    assert stored["vaatimuksista-tai-tavoitteista-poikkeaminen"] == "Ei nosteluita"


def test_every_subject_area_of_a_demonstration_is_stored(sis):
    areas = [{"koodi-uri": f"ammatillisenoppiaineet_{c}", "koodi-versio": 1} for c in "abc"]
    unit = plans.osa(osaamisen_osoittaminen=[plans.naytto(osa_alueet=areas)])
    document = sis.document(sis.create(plan(hankittavat_ammat_tutkinnon_osat=[unit])))
    stored = document["hankittavat-ammat-tutkinnon-osat"][0]["osaamisen-osoittaminen"][0]
    assert stored["osa-alueet"] == areas


def test_texts_are_trimmed_and_patterned_values_are_not(sis):
    document = sis.document(sis.create(plan(sahkoposti="  a@example.fi\n")))
    assert document["sahkoposti"] == "a@example.fi"
    refused(sis.post(plan(MINTTU) | {"oppija-oid": f" {MINTTU.oppija}"}), 400, "invalid-document")


def test_moments_are_stored_in_whole_seconds_of_utc(sis):
    document = sis.document(sis.create(plan(hyvaksytty="2024-08-15T10:20:30.987+02:00")))
    assert document["hyvaksytty"] == "2024-08-15T08:20:30Z"


def test_null_is_an_empty_list_but_no_value(sis):
    assert sis.post(plan() | {"oppimisen-tuki": None}).status_code == 200
    body = refused(sis.post(plan(MINTTU) | {"versio": None}), 400, "invalid-document")
    assert body["errors"] == {"versio": "(not (integer? nil))"}
