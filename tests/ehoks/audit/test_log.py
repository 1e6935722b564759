"""Who did what to whose data: reads, writes and refusals, as rows and as JSON lines."""

import json
import logging
from typing import Any

import pytest
from django.db import OperationalError

from ehoks.audit import log
from ehoks.audit.models import AuditTapahtuma
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import LEMPI, full_plan, plan

pytestmark = pytest.mark.django_db

LOOK = {"kanava": "tiedonsiirto", "kayttaja": "sampo", "tulos": "succeeded", "koodi": None}
WHOSE = {"oppija_oid": LEMPI.oppija, "opiskeluoikeus_oid": LEMPI.oikeus}


def newest():
    return AuditTapahtuma.objects.latest("id")


def says(entry, **expected):
    assert {key: getattr(entry, key) for key in expected} == expected


@pytest.fixture
def hoks_id(sis):
    return sis.create(plan())


def test_a_create_leaves_a_row(sis):
    hoks_id = sis.create(plan())
    says(newest(), operaatio="create", hoks_id=hoks_id, **LOOK, **WHOSE)


WRITES = {
    "overwrite": lambda sis, hoks_id: sis.put(hoks_id, plan(versio=2)),
    "update": lambda sis, hoks_id: sis.patch(hoks_id, {"versio": 2}),
}


@pytest.mark.parametrize("operation", WRITES)
def test_every_update_leaves_a_row_even_one_that_changes_nothing(sis, hoks_id, operation):
    for _ in range(3):
        before = newest().id
        assert WRITES[operation](sis, hoks_id).status_code == 204
        assert AuditTapahtuma.objects.filter(id__gt=before).count() == 1
        says(newest(), operaatio=operation, hoks_id=hoks_id, **LOOK, **WHOSE)


LOOKS = {
    "plan": lambda sis, hoks_id: sis.get(hoks_id),
    "head": lambda sis, hoks_id: sis.call("HEAD", f"/hoks/{hoks_id}"),
    "by right": lambda sis, _: sis.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}"),
    "purchased": lambda sis, hoks_id: sis.call("GET", f"/hoks/{hoks_id}/hankintakoulutukset"),
}


@pytest.mark.parametrize("look", LOOKS)
def test_every_look_leaves_a_row(sis, hoks_id, look):
    before = newest().id
    assert LOOKS[look](sis, hoks_id).status_code == 200
    assert AuditTapahtuma.objects.filter(id__gt=before).count() == 1
    says(newest(), operaatio="read", hoks_id=hoks_id, **LOOK, **WHOSE)
    says(newest(), peruste="oma-oppilaitos", organisaatio_oid="1.2.246.562.10.31415926539")


def test_the_row_tells_where_from_and_which_request(sis, hoks_id):
    sis.get(hoks_id, x_request_id="pyynto-1", user_agent="Sampo/1.0", caller_id="1.2.3.sampo")
    says(newest(), request_id="pyynto-1", user_agent="Sampo/1.0", caller_id="1.2.3.sampo")
    assert newest().kayttaja_oid.startswith("1.2.246.562.24.")
    assert newest().ip == "127.0.0.1"


REFUSALS: dict[str, Any] = {
    "schema of a create": (
        lambda sis, _: sis.post(plan(plans.PEKKA, foo=1)),
        {"operaatio": "create", "koodi": "invalid-document", "hoks_id": None}
        | {"opiskeluoikeus_oid": plans.PEKKA.oikeus},
    ),
    "clash": (
        lambda sis, _: sis.post(plan()),
        {"operaatio": "create", "koodi": "hoks-exists", "opiskeluoikeus_oid": LEMPI.oikeus},
    ),
    "no study right at all": (
        lambda sis, _: sis.post({}),
        {"operaatio": "create", "koodi": "invalid-document", "opiskeluoikeus_oid": None},
    ),
    "syntax": (
        lambda sis, _: sis.post(raw=b"{"),
        {"operaatio": "create", "koodi": "malformed-json"},
    ),
    "rights to read": (
        lambda _, hoks_id: Sis("muu-palvelu").get(hoks_id),
        {"operaatio": "read", "koodi": "no-privilege", "kayttaja": "muu-palvelu"} | WHOSE,
    ),
    "rights to replace": (
        lambda _, hoks_id: Sis("sampo-luku").put(hoks_id, plan()),
        {"operaatio": "overwrite", "koodi": "no-privilege", "kayttaja": "sampo-luku"},
    ),
    "version": (
        lambda sis, hoks_id: sis.patch(hoks_id, {"versio": 2}, if_match='"x"'),
        {"operaatio": "update", "koodi": "version-mismatch"},
    ),
    "unknown plan": (
        lambda sis, _: sis.get(987654),
        {"operaatio": "read", "koodi": "hoks-not-found"},
    ),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_leaves_a_row_although_nothing_else_is_written(sis, hoks_id, refusal):
    call, expected = REFUSALS[refusal]
    before = newest().id
    with plans.nothing_written():
        assert call(sis, hoks_id).status_code >= 400
    assert AuditTapahtuma.objects.filter(id__gt=before).count() == 1
    says(newest(), tulos="failed", **expected)


@pytest.mark.parametrize(
    ("refusal", "named"),
    [("rights to replace", True), ("version", True), ("rights to read", True)],
)
def test_a_refusal_names_the_plan_it_was_about(sis, hoks_id, refusal, named):
    REFUSALS[refusal][0](sis, hoks_id)
    assert (newest().hoks_id == hoks_id) is named


def test_an_outage_is_a_refusal_too(sis, hoks_id, simulator):
    simulator.set_fault("koski", "500")
    assert sis.put(hoks_id, plan(versio=2)).status_code == 503
    says(newest(), operaatio="overwrite", tulos="failed", koodi="koski-unavailable")


def test_no_answer_goes_out_when_the_log_cannot_be_written(sis, hoks_id, monkeypatch):
    def broken(*_, **__):
        raise OperationalError

    monkeypatch.setattr(log, "record", broken)
    for answer in (sis.get(hoks_id), sis.put(hoks_id, plan(versio=2)), sis.get(hoks_id + 1)):
        assert answer.status_code == 503
        assert LEMPI.oppija not in answer.content.decode()


def test_the_row_and_the_line_hold_no_ticket_and_no_name(sis, caplog, django_capture_on_commit_callbacks):  # fmt: skip
    tickets = []
    own = sis.ticket

    def remembered(*args):
        tickets.append(own(*args))
        return tickets[-1]

    sis.ticket = remembered
    with caplog.at_level(logging.DEBUG), django_capture_on_commit_callbacks(execute=True):
        hoks_id = sis.create(full_plan())
        sis.put(hoks_id, full_plan() | {"versio": 9})
        sis.get(hoks_id)
        sis.post(full_plan() | {"versio": "Ohjaaja, Onni"})
        refused_twice = sis.http.get(
            f"/ehoks-virkailija-backend/api/v1/hoks/{hoks_id}",
            headers={"ticket": tickets[0], "caller-id": "x"},
        )
    assert refused_twice.status_code == 401
    rows = str(list(AuditTapahtuma.objects.values()))
    logged = caplog.text
    assert "audit" in logged
    names = ("Ohjaaja", "Lempi", "Leipuri", "lempi.leipuri", "Pullapaja", "+358 40", "1234567")
    for secret in (*tickets, *names):
        assert secret not in rows
        assert secret not in logged


def test_the_line_is_the_row_as_json(sis, caplog, django_capture_on_commit_callbacks):
    with (
        caplog.at_level(logging.INFO, logger="audit"),
        django_capture_on_commit_callbacks(execute=True),
    ):
        hoks_id = sis.create(plan())
    lines = [json.loads(r.message) for r in caplog.records if r.name == "audit"]
    assert len(lines) == 1
    row: dict[str, Any] = dict(AuditTapahtuma.objects.values().get())
    stamp = lines[0].pop("aika")
    assert stamp.startswith(row.pop("aika").isoformat()[:19])
    del row["id"]
    assert lines[0] == row
    assert lines[0]["hoks_id"] == hoks_id


def test_the_line_waits_for_the_commit(sis, caplog, django_capture_on_commit_callbacks):
    with caplog.at_level(logging.INFO, logger="audit"), django_capture_on_commit_callbacks():
        sis.create(plan())
        assert not [r for r in caplog.records if r.name == "audit"]


def test_long_and_odd_headers_are_cut(sis, hoks_id):
    sis.get(hoks_id, user_agent="x" * 9000, caller_id="a\x00b")
    entry = newest()
    assert len(entry.user_agent) == 256
    assert entry.caller_id == "ab"
