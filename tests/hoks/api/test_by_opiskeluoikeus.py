"""The way back to a plan from its study right."""

import pytest

from tests.hoks import plans
from tests.hoks.plans import LEMPI, LISTS, full_plan, plan, refused

pytestmark = pytest.mark.django_db


def find(sis, oid=LEMPI.oikeus, **headers):
    return sis.call("GET", f"/hoks/opiskeluoikeus/{oid}", **headers)


def test_there_is_none_before_and_one_after(sis):
    body = refused(find(sis), 404, "hoks-not-found")
    assert body["error"] == "No HOKS found with given opiskeluoikeus"
    hoks_id = sis.create(plan())
    data = find(sis).json()["data"]
    assert data["id"] == hoks_id
    assert data["opiskeluoikeus-oid"] == LEMPI.oikeus


def test_the_root_comes_without_its_parts(sis):
    document = sis.document(sis.create(full_plan()))
    data = find(sis).json()["data"]
    assert data == {k: v for k, v in document.items() if k not in LISTS}


def test_an_etag_is_answered_and_taken(sis):
    hoks_id = sis.create(plan())
    etag = find(sis).headers["ETag"]
    assert etag == sis.get(hoks_id).headers["ETag"]
    answer = find(sis, if_none_match=etag)
    assert (answer.status_code, answer.content) == (304, b"")


def test_another_provider_may_not_look(sis, other_sis):
    sis.create(plan())
    refused(find(other_sis), 401, "no-privilege")


def test_an_archived_plan_is_not_found(sis):
    plans.archive(sis.create(plan()))
    assert refused(find(sis), 404, "hoks-archived")["error"] == "HOKS not found"


@pytest.mark.parametrize(
    ("oid", "leaf"),
    [
        ("1.2.246.562.15.10000000010", "valid-oid?"),
        ("1.2.246.562.24.27182818287", "re-find"),
        ("foo", "re-find"),
        ("%00", "re-find"),
    ],
)
def test_what_cannot_be_an_oid_is_refused_with_its_place(sis, oid, leaf):
    body = refused(find(sis, oid), 400, "invalid-parameter")
    assert body["in"] == ["request", "route-params"]
    assert body["type"] == "compojure.api.exception/request-validation"
    assert leaf in body["errors"]["opiskeluoikeus-oid"]
