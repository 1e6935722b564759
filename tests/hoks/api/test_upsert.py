"""One address per study right: PUT stores its plan whether it is there already or not."""

import pytest

from hoks.models import Hoks, HoksVersio
from tests.hoks import plans
from tests.hoks.plans import LEMPI, MINTTU, nothing_written, plan, refused
from tests.hoks.threads import together


def upsert(sis, body, oid=LEMPI.oikeus, **headers):
    return sis.call("PUT", f"/hoks/opiskeluoikeus/{oid}", body, **headers)


def test_it_creates_and_then_replaces_under_the_same_id(sis):
    first = upsert(sis, plan(versio=1))
    second = upsert(sis, plan(versio=2))
    assert first.status_code == second.status_code == 200
    assert first.json() == second.json()
    hoks_id = first.json()["meta"]["id"]
    assert first["Location"] == first.json()["data"]["uri"].removesuffix("/") == second["Location"]
    assert first["Location"].endswith(f"/hoks/{hoks_id}")
    assert sis.document(hoks_id)["versio"] == 2
    assert second["ETag"] == sis.get(hoks_id)["ETag"]


def test_the_same_again_changes_nothing(sis):
    upsert(sis, plan())
    assert upsert(sis, plan()).status_code == 200
    assert HoksVersio.objects.count() == 1


def test_a_body_of_another_study_right_is_refused(sis):
    with nothing_written():
        refused(upsert(sis, plan(MINTTU)), 400, "opiskeluoikeus-immutable")


def test_a_malformed_address_is_told_apart(sis):
    body = refused(upsert(sis, plan(), oid="1.2.3"), 400, "invalid-parameter")
    assert body["errors"].keys() == {"opiskeluoikeus-oid"}


def test_a_faulty_plan_is_refused_both_times(sis):
    refused(upsert(sis, plan(versio="x")), 400, "invalid-document")
    upsert(sis, plan())
    refused(upsert(sis, plan(versio="x")), 400, "invalid-document")


@pytest.mark.parametrize("wanted", ["*", '"some"'])
def test_a_version_of_a_plan_that_is_not_there_is_never_met(sis, other_sis, wanted):
    with nothing_written():
        refused(upsert(sis, plan(), if_match=wanted), 412, "version-mismatch")
        refused(upsert(other_sis, plan(), if_match=wanted), 401, "no-privilege")
    upsert(sis, plan())
    assert upsert(sis, plan(versio=2), if_match="*").status_code == 200
    refused(upsert(sis, plan(versio=3), if_match='"some"'), 412, "version-mismatch")


def test_an_archived_plan_is_not_replaced(sis):
    hoks_id = upsert(sis, plan()).json()["meta"]["id"]
    plans.archive(hoks_id)
    refused(upsert(sis, plan()), 404, "hoks-archived")


def test_another_provider_may_do_neither(sis, other_sis):
    refused(upsert(other_sis, plan()), 401, "no-privilege")
    upsert(sis, plan())
    refused(upsert(other_sis, plan()), 401, "no-privilege")


@pytest.mark.django_db(transaction=True)
def test_of_many_at_once_one_creates_and_the_others_replace(sis):
    answers = together(6, lambda n: upsert(sis, plan(versio=n)))
    assert {answer.status_code for answer in answers} == {200}
    assert Hoks.objects.count() == 1
