"""Replacing a plan with PUT."""

import pytest
from django.db import OperationalError

from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks
from hoks.services import checks, sql
from tests.hoks import plans
from tests.hoks.plans import LEMPI, LISTS, MINTTU, bare, full_plan, nothing_written, plan, refused

pytestmark = pytest.mark.django_db


def test_a_replacement_answers_no_body_and_the_new_etag(sis):
    hoks_id = sis.create(plan())
    old = sis.get(hoks_id).headers["ETag"]
    answer = sis.put(hoks_id, plan(versio=2))
    assert (answer.status_code, answer.content) == (204, b"")
    assert "Content-Type" not in answer.headers
    assert answer.headers["ETag"] == sis.get(hoks_id).headers["ETag"] != old


def test_without_parts_every_list_becomes_empty(sis):
    hoks_id = sis.create(full_plan())
    assert sis.put(hoks_id, plan()).status_code == 204
    document = sis.document(hoks_id)
    assert {key: document[key] for key in LISTS} == {key: [] for key in LISTS}


@pytest.mark.parametrize("key", [k for k in LISTS if k != "hankittavat-koulutuksen-osat"])
def test_a_list_that_was_not_there_is_added(sis, key):
    hoks_id = sis.create(plan())
    sent = plan() | {key: full_plan()[key]}
    assert sis.put(hoks_id, sent).status_code == 204
    document = sis.document(hoks_id)
    twin = sis.document(sis.create(full_plan() | twin_owner()))
    assert bare(document[key]) == bare(twin[key])
    assert all(document[other] == [] for other in LISTS if other != key)


def twin_owner():
    return {"oppija-oid": plans.PEKKA.oppija, "opiskeluoikeus-oid": plans.PEKKA.oikeus}


def test_two_supporting_studies_replace_none(sis):
    hoks_id = sis.create(plan())
    opinnot = [plans.opinto("Eka"), plans.opinto("Toka")]
    assert sis.put(hoks_id, plan(opiskeluvalmiuksia_tukevat_opinnot=opinnot)).status_code == 204
    assert bare(sis.document(hoks_id)["opiskeluvalmiuksia-tukevat-opinnot"]) == opinnot


def test_tuva_parts_are_replaced(sis):
    hoks_id = sis.create(plan(plans.TUISKU))
    part = plans.koulutuksen_osa()
    sent = plan(plans.TUISKU, hankittavat_koulutuksen_osat=[part])
    assert sis.put(hoks_id, sent).status_code == 204
    assert bare(sis.document(hoks_id)["hankittavat-koulutuksen-osat"]) == [part]


def test_a_period_with_the_same_identifier_takes_new_values_and_loses_what_is_left_out(sis):
    before = plans.jakso("t1", ajanjakson_tarkenne="Aamut")
    hoks_id = sis.create(with_periods(before))
    after = plans.jakso("t1", loppu="2025-04-30")
    added = plans.jakso("t2", "2025-08-11", "2025-12-19")
    assert sis.put(hoks_id, with_periods(after, added)).status_code == 204
    stored = sis.document(hoks_id)["hankittavat-ammat-tutkinnon-osat"][0]
    first, second = stored["osaamisen-hankkimistavat"]
    assert first["loppu"] == "2025-04-30"
    assert "ajanjakson-tarkenne" not in first
    assert second["yksiloiva-tunniste"] == "t2"


def with_periods(*periods):
    unit = plans.osa(osaamisen_hankkimistavat=list(periods))
    return plan(hankittavat_ammat_tutkinnon_osat=[unit])


@pytest.mark.parametrize("method", ["put", "patch"])
def test_an_unknown_plan_is_not_found_whatever_is_sent(sis, method):
    for body in (plan(), {"foo": 1}):
        refused(getattr(sis, method)(1, body), 404, "hoks-not-found")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_plan_never_moves_to_another_study_right(sis, method):
    hoks_id = sis.create(plan())
    sent = plan() | {"opiskeluoikeus-oid": MINTTU.oikeus}
    with nothing_written():
        body = refused(getattr(sis, method)(hoks_id, sent), 400, "opiskeluoikeus-immutable")
    assert body["error"] == (
        f"Tried to update `opiskeluoikeus-oid` from `{LEMPI.oikeus}` to `{MINTTU.oikeus}` but "
        "updating `opiskeluoikeus-oid` in HOKS is not allowed!"
    )
    assert body["title"] == "Opiskeluoikeus update not allowed!"


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_plan_moves_to_another_learner_only_when_the_numbers_were_merged(sis, method):
    hoks_id = sis.create(plan())
    sent = plan() | {"oppija-oid": MINTTU.oppija}
    with nothing_written():
        body = refused(getattr(sis, method)(hoks_id, sent), 400, "oppija-immutable")
    assert body["error"] == (
        f"Tried to update `oppija-oid` from `{LEMPI.oppija}` to `{MINTTU.oppija}` but updating "
        "`oppija-oid` in HOKS is only allowed with latest master oppija oid!"
    )
    assert body["title"] == "Oppija-oid update not allowed!"
    assert sis.document(hoks_id)["oppija-oid"] == LEMPI.oppija


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_plan_follows_its_learner_to_the_merged_number(sis, method):
    hoks_id = sis.create(plan(plans.DUPLICATE))
    sent = plan(plans.DUPLICATE) | {"oppija-oid": plans.MASTER_OID}
    assert getattr(sis, method)(hoks_id, sent).status_code == 204
    assert sis.document(hoks_id)["oppija-oid"] == plans.MASTER_OID
    assert Hoks.objects.get(id=hoks_id).oppija_oid == plans.MASTER_OID
    indexed = Opiskeluoikeus.objects.get(oid=plans.DUPLICATE.oikeus)
    assert indexed.oppija_id == plans.MASTER_OID


@pytest.mark.parametrize("method", ["put", "patch"])
def test_unchanged_learner_and_study_right_may_be_sent(sis, method):
    hoks_id = sis.create(plan())
    assert getattr(sis, method)(hoks_id, plan(versio=2)).status_code == 204


def test_learner_and_study_right_may_be_left_out(sis):
    hoks_id = sis.create(plan())
    sent = plan(versio=2)
    del sent["oppija-oid"], sent["opiskeluoikeus-oid"]
    assert sis.put(hoks_id, sent).status_code == 204
    document = sis.document(hoks_id)
    assert document["oppija-oid"] == LEMPI.oppija
    assert document["opiskeluoikeus-oid"] == LEMPI.oikeus


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize("oid", [plans.ERONNUT, plans.VALMISTUNUT])
def test_a_plan_is_closed_when_its_study_right_has_ended(sis, settings, method, oid):
    settings.PREVENT_FINISHED_UPDATES = False
    hoks_id = sis.create(plan(oid))
    settings.PREVENT_FINISHED_UPDATES = True
    with nothing_written():
        answer = getattr(sis, method)(hoks_id, plan(oid, versio=2))
        body = refused(answer, 400, "opiskeluoikeus-finished")
    assert body["error"] == f"Opiskeluoikeus `{oid.oikeus}` is no longer active."
    identical = getattr(sis, method)(hoks_id, plan(oid))
    refused(identical, 400, "opiskeluoikeus-finished")
    settings.PREVENT_FINISHED_UPDATES = False
    assert getattr(sis, method)(hoks_id, plan(oid, versio=2)).status_code == 204


@pytest.mark.parametrize("method", ["put", "patch"])
def test_the_id_in_the_body_is_the_paths_or_none(sis, method):
    hoks_id = sis.create(plan())
    send = getattr(sis, method)
    assert send(hoks_id, plan(versio=2)).status_code == 204
    assert send(hoks_id, plan(versio=3, id=hoks_id)).status_code == 204
    with nothing_written():
        refused(send(hoks_id, plan(versio=4, id=hoks_id + 1)), 400, "id-mismatch")


@pytest.mark.parametrize("fault", [{"versio": "1"}, {"hankittavat-ammat-tutkinnon-osat": [{}]}])
def test_a_refused_replacement_changes_nothing(sis, fault):
    hoks_id = sis.create(full_plan())
    before = sis.get(hoks_id).content
    with nothing_written():
        refused(sis.put(hoks_id, full_plan() | fault), 400, "invalid-document")
    assert sis.get(hoks_id).content == before


def test_a_replacement_that_breaks_half_way_changes_nothing(sis, monkeypatch):
    hoks_id = sis.create(full_plan())
    before = sis.get(hoks_id).content

    def broken(row):
        raise OperationalError("gone")

    monkeypatch.setattr(sql, "insert_versio", broken)
    with nothing_written():
        body = refused(sis.put(hoks_id, plan()), 503, "database-unavailable")
        assert "gone" not in str(body)
    assert sis.get(hoks_id).content == before


def test_the_last_write_wins_when_no_version_is_named(sis):
    hoks_id = sis.create(plan())
    for versio in (2, 3):
        assert sis.put(hoks_id, plan(versio=versio)).status_code == 204
    assert sis.document(hoks_id)["versio"] == 3


@pytest.mark.parametrize("method", ["put", "patch"])
def test_a_plan_that_is_archived_while_koski_is_asked_is_not_changed(sis, monkeypatch, method):
    hoks_id = sis.create(plan())
    ask = checks.get_opiskeluoikeus

    def slow(oid):
        plans.archive(hoks_id)
        return ask(oid)

    monkeypatch.setattr(checks, "get_opiskeluoikeus", slow)
    refused(getattr(sis, method)(hoks_id, plan(versio=2)), 404, "hoks-archived")
    assert Hoks.objects.get(id=hoks_id).versio is None


def test_a_move_to_the_merged_number_is_not_undone_by_a_write_that_was_checked_before(
    sis, monkeypatch
):
    hoks_id = sis.create(plan(plans.DUPLICATE))
    moved = plan(plans.DUPLICATE) | {"oppija-oid": plans.MASTER_OID}
    check = checks.require_same_oppija

    def overtaken(document, stored_oid):
        found = check(document, stored_oid)
        monkeypatch.setattr(checks, "require_same_oppija", check)
        assert sis.put(hoks_id, moved).status_code == 204
        return found

    monkeypatch.setattr(checks, "require_same_oppija", overtaken)
    sis.put(hoks_id, plan(plans.DUPLICATE, versio=2))
    assert sis.document(hoks_id)["oppija-oid"] == plans.MASTER_OID
