"""Changing fields of a plan's root with PATCH."""

import pytest

from tests.hoks import plans
from tests.hoks.plans import LISTS, full_plan, nothing_written, plan, refused

pytestmark = pytest.mark.django_db


def test_only_what_is_named_changes(sis):
    hoks_id = sis.create(full_plan())
    before = sis.document(hoks_id)
    sent = {"id": hoks_id, "ensikertainen-hyvaksyminen": "2024-09-01"}
    answer = sis.patch(hoks_id, sent)
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["ETag"] == sis.get(hoks_id).headers["ETag"]
    assert sis.document(hoks_id) == before | {"ensikertainen-hyvaksyminen": "2024-09-01"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("osaamisen-saavuttamisen-pvm", "2020-01-01"),
        ("osaamisen-hankkimisen-tarve", False),
        ("sahkoposti", "uusi@example.fi"),
        ("puhelinnumero", "+358 1"),
        ("tuva-opiskeluoikeus-oid", plans.TUISKU.oikeus),
        ("versio", 17),
        ("hyvaksytty", "2025-01-01T00:00:00Z"),
        ("paivitetty", "2025-01-01T00:00:00Z"),
        ("urasuunnitelma-koodi-uri", "urasuunnitelma_0001"),
        ("urasuunnitelma-koodi-versio", 2),
    ],
)
def test_every_field_of_the_root_can_be_changed(sis, key, value):
    hoks_id = sis.create(plan())
    assert sis.patch(hoks_id, {key: value}).status_code == 204
    assert sis.document(hoks_id)[key] == value


@pytest.mark.parametrize("key", LISTS)
@pytest.mark.parametrize("value", [[], None])
def test_lists_of_parts_are_not_patched(sis, key, value):
    hoks_id = sis.create(full_plan())
    with nothing_written():
        body = refused(sis.patch(hoks_id, {key: value}), 400, "invalid-document")
    assert body["errors"] == {key: "disallowed-key"}


def test_a_fault_is_told_alone(sis):
    hoks_id = sis.create(plan())
    body = refused(sis.patch(hoks_id, {"osaamisen-saavuttamisen-pvm": "2017-01-01"}), 400)
    assert list(body["errors"]) == ["osaamisen-saavuttamisen-pvm"]


@pytest.mark.parametrize("sent", [{}, {"eid": "x", "manuaalisyotto": True}])
def test_naming_nothing_changes_nothing(sis, sent):
    hoks_id = sis.create(plan())
    before = sis.get(hoks_id)
    with nothing_written():
        answer = sis.patch(hoks_id, sent)
    assert answer.status_code == 204
    assert answer.headers["ETag"] == before.headers["ETag"]
    assert sis.get(hoks_id).content == before.content


def test_no_field_is_patched_away(sis):
    hoks_id = sis.create(full_plan())
    body = refused(sis.patch(hoks_id, {"sahkoposti": None}), 400, "invalid-document")
    assert body["errors"] == {"sahkoposti": "(not (instance? java.lang.String nil))"}
