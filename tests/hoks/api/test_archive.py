"""Archiving hides a plan, restoring brings it back as it was; both tell who may do it."""

import pytest

from ehoks.audit.models import AuditTapahtuma
from hoks.models import Hoks
from tests.hoks import plans
from tests.hoks.plans import nothing_written, plan, refused
from tests.hoks.stored import rows_are_the_document


def archive(sis, hoks_id, **headers):
    return sis.call("DELETE", f"/hoks/{hoks_id}", **headers)


def restore(sis, hoks_id):
    return sis.call("POST", f"/hoks/{hoks_id}/palautus")


def test_an_archived_plan_is_gone_and_says_when_and_who_can_undo_it(sis):
    hoks_id = sis.create(plan())
    assert archive(sis, hoks_id).status_code == 204
    for answer in (sis.get(hoks_id), sis.put(hoks_id, plan()), sis.patch(hoks_id, {})):
        body = refused(answer, 404, "hoks-archived")
        assert body["error"] == "HOKS not found"
        assert body["tila"] == "passivoitu"
        assert body["aika"] == f"{Hoks.objects.get().deleted_at:%Y-%m-%dT%H:%M:%SZ}"


def test_who_may_not_read_it_learns_nothing_of_the_archiving(sis, other_sis):
    hoks_id = sis.create(plan())
    archive(sis, hoks_id)
    body = refused(other_sis.get(hoks_id), 404, "hoks-not-found")
    assert "tila" not in body
    refused(restore(other_sis, hoks_id), 404, "hoks-not-found")


def test_a_restored_plan_is_what_it_was(sis):
    hoks_id = sis.create(plans.full_plan())
    before, etag = sis.document(hoks_id), sis.get(hoks_id)["ETag"]
    archive(sis, hoks_id)
    answer = restore(sis, hoks_id)
    assert (answer.status_code, answer["ETag"]) == (204, etag)
    assert sis.document(hoks_id) == before
    rows_are_the_document(hoks_id)


def test_a_plan_comes_back_as_it_was_last_changed(sis):
    hoks_id = sis.create(plans.full_plan())
    part = f"/hoks/{hoks_id}/hankittava-ammat-tutkinnon-osa"
    changes = [
        lambda: sis.patch(hoks_id, {"versio": 7}),
        lambda: sis.put(
            hoks_id, plan() | {plans.AMMAT: [plans.osa(), plans.osa("tutkinnonosat_1")]}
        ),
        lambda: sis.call(
            "PATCH",
            f"{part}/{sis.document(hoks_id)[plans.AMMAT][0]['id']}",
            {"opetus-ja-ohjaus-maara": 10.5},
        ),
        lambda: sis.put(hoks_id, plan()),
    ]
    for change in changes:
        assert change().status_code == 204
        before = sis.document(hoks_id)
        assert archive(sis, hoks_id).status_code == 204
        refused(sis.call("GET", part), 404, "hoks-archived")
        assert restore(sis, hoks_id).status_code == 204
        assert sis.document(hoks_id) == before
        rows_are_the_document(hoks_id)


def test_archiving_and_restoring_move_the_time_of_change(sis):
    hoks_id = sis.create(plan())
    times = [Hoks.objects.get().updated_at]
    archive(sis, hoks_id)
    times.append(Hoks.objects.get().updated_at)
    assert Hoks.objects.get().deleted_at == times[-1]
    restore(sis, hoks_id)
    times.append(Hoks.objects.get().updated_at)
    assert times == sorted(set(times))


def test_the_study_right_stays_reserved(sis):
    hoks_id = sis.create(plan())
    archive(sis, hoks_id)
    body = refused(sis.post(plan()), 400, "hoks-archived")
    assert body["hoks-id"] == hoks_id
    refused(archive(sis, hoks_id), 404, "hoks-archived")


def test_restoring_a_living_plan_changes_nothing(sis):
    hoks_id = sis.create(plan())
    before = Hoks.objects.values().get()
    assert restore(sis, hoks_id).status_code == 204
    assert Hoks.objects.values().get() == before


@pytest.mark.parametrize("do", [archive, restore])
def test_the_right_to_delete_is_needed(sis, reading_sis, other_sis, do):
    hoks_id = sis.create(plan())
    if do is restore:
        archive(sis, hoks_id)
    with nothing_written():
        refused(do(reading_sis, hoks_id), 404 if do is restore else 401)
        refused(do(other_sis, hoks_id), 404 if do is restore else 401)


def test_a_plan_of_ended_studies_is_not_archived(sis, simulator, monkeypatch):
    hoks_id = sis.create(plan())
    monkeypatch.setattr("hoks.services.checks.is_finished", lambda _: True)
    with nothing_written():
        refused(archive(sis, hoks_id), 400, "opiskeluoikeus-finished")


def test_a_plan_whose_study_right_was_voided_can_be_archived(sis, monkeypatch):
    hoks_id = sis.create(plan())
    monkeypatch.setattr("ehoks.integrations.koski.get_opiskeluoikeus", lambda _: None)
    assert archive(sis, hoks_id).status_code == 204


def test_archiving_can_be_bound_to_a_version(sis):
    hoks_id = sis.create(plan())
    refused(archive(sis, hoks_id, if_match='"other"'), 412, "version-mismatch")
    assert archive(sis, hoks_id, if_match=sis.get(hoks_id)["ETag"]).status_code == 204


def test_both_are_audited(sis):
    hoks_id = sis.create(plan())
    archive(sis, hoks_id)
    restore(sis, hoks_id)
    found = AuditTapahtuma.objects.order_by("id").values_list("operaatio", "hoks_id", "tulos")
    assert list(found)[-2:] == [
        ("delete", hoks_id, "succeeded"),
        ("restore", hoks_id, "succeeded"),
    ]


def test_koski_that_does_not_answer_stops_both(sis, simulator):
    hoks_id = sis.create(plan())
    simulator.set_fault("koski", "500")
    refused(archive(sis, hoks_id), 503, "koski-unavailable")
    simulator.clear_faults()
    archive(sis, hoks_id)
    simulator.set_fault("koski", "500")
    refused(restore(sis, hoks_id), 503, "koski-unavailable")
