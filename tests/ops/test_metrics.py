"""Figures for operators, and for nobody else; lines of the log without anybody's data."""

import json
import logging
import re

import orjson
import pytest
from django.db import DatabaseError, connection
from django.test import Client

from ehoks import metrics, vitals
from ehoks.common import counts
from ehoks.common.logs import JsonLines
from ehoks.integrations.errors import KoskiUnavailable
from ehoks.rest import request_log
from tests.conftest import Sis, payload
from tests.ops.processes import ROOT

NAMES = re.compile(r"\behoks_\w+")
DASHBOARD = ROOT / "docs" / "valvonta" / "grafana.json"


def figures(**extra):
    answer = Client().get("/metrics", **extra)
    assert answer.status_code == 200
    return dict(
        line.rsplit(" ", 1) for line in answer.content.decode().splitlines() if line[0] != "#"
    )


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.INFO, "ehoks.requests")
    return lambda: [r.fields for r in caplog.records if r.name == "ehoks.requests"]


@pytest.mark.django_db
def test_a_request_is_counted_and_told_by_its_route(sis, lines):
    hoks_id = sis.create(payload("tuva"))
    route = "ehoks-virkailija-backend/api/v1/hoks/<int:hoks_id>"
    labels = f'{{method="GET",route="{route}",status="200"}}'
    before = float(figures().get(f"ehoks_requests_total{labels}", 0))
    assert sis.get(hoks_id).status_code == 200
    found = figures()
    assert float(found[f"ehoks_requests_total{labels}"]) == before + 1
    assert float(found[f'ehoks_request_seconds_count{{method="GET",route="{route}"}}']) > before
    (line,) = [line for line in lines() if line["method"] == "GET" and line["route"] == route]
    assert line["status"] == 200
    assert 0 < line["statements"] <= 4
    assert line["ms"] > 0


@pytest.mark.django_db
def test_neither_figures_nor_lines_name_anybody(sis, lines):
    plan = payload("tuva")
    sis.create(plan)
    Client().get(f"/{plan['oppija-oid']}/x?nimi=Aino")  # a path of no route
    Client().generic("AINO", "/")
    told = json.dumps(lines()) + "".join(figures())
    assert plan["oppija-oid"] not in told
    assert not re.search("aino|cas-security", told, re.IGNORECASE)
    assert {line["method"] for line in lines()} >= {"POST", "other"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("token", "headers", "status"),
    [
        ("", {"REMOTE_ADDR": "127.0.0.1"}, 200),
        ("", {"REMOTE_ADDR": "::1"}, 200),
        ("", {"REMOTE_ADDR": "192.0.2.7"}, 404),
        ("", {"REMOTE_ADDR": ""}, 404),
        ("", {"REMOTE_ADDR": "127.0.0.1", "HTTP_X_FORWARDED_FOR": "127.0.0.1"}, 404),
        ("hush", {"HTTP_AUTHORIZATION": "Bearer hush", "REMOTE_ADDR": "192.0.2.7"}, 200),
        ("hush", {"HTTP_AUTHORIZATION": "Bearer hus"}, 404),
        ("hush", {"REMOTE_ADDR": "127.0.0.1"}, 404),
    ],
)
def test_who_may_look(settings, token, headers, status):
    settings.METRICS_TOKEN = token
    assert Client().get("/metrics", **headers).status_code == status


@pytest.mark.django_db
def test_the_dashboard_and_the_guide_know_the_figures_and_no_others(settings, monkeypatch):
    monkeypatch.setattr(metrics, "is_configured", lambda: True)
    text = Client().get("/metrics").content.decode()
    # a counter is announced without the end of its name, and a histogram has three series
    there = set(re.findall(r"^# TYPE (ehoks_\w+) ", text, re.MULTILINE))
    series = there | {f"{name}_bucket" for name in there}
    shown = set()
    for panel in json.loads(DASHBOARD.read_text("utf-8"))["panels"]:
        for target in panel["targets"]:
            names = set(NAMES.findall(target["expr"]))
            assert names
            assert names <= series, panel["title"]
            shown |= names
    assert {name.removesuffix("_bucket") for name in shown} == there
    guide = (ROOT / "docs" / "ohjeet" / "valvonta.md").read_text("utf-8")
    assert set(NAMES.findall(guide)) == there


@pytest.mark.django_db
def test_a_silent_database_leaves_the_figures_of_the_processes(monkeypatch):
    def fail():
        raise DatabaseError

    monkeypatch.setattr(vitals, "jobs", fail)
    found = figures()
    assert found["ehoks_database_up"] == "0.0"
    assert "ehoks_pool_connections" in found


def test_failures_outside_are_counted_by_service():
    before = counts.OUTSIDE_FAILURES.labels("koski")._value.get()
    KoskiUnavailable("timeout")
    assert counts.OUTSIDE_FAILURES.labels("koski")._value.get() == before + 1


@pytest.mark.django_db
def test_a_lockout_is_counted_once():
    before, now = float(figures()["ehoks_lockouts_total"]), figures()["ehoks_locked_callers"]
    for _ in range(21):
        Sis("sampo").get(1, ticket="ST-no")
    assert float(figures()["ehoks_lockouts_total"]) == before + 1
    assert float(figures()["ehoks_locked_callers"]) == float(now) + 1


@pytest.mark.django_db
def test_jobs_that_wait_and_for_how_long():
    assert vitals.jobs() == (0, 0, 0, 0.0)
    with connection.cursor() as cursor:
        for status, at in (
            ("todo", "now() - interval '5 minutes'"),
            ("todo", "now() + interval '1 hour'"),
            ("failed", "NULL"),
        ):
            cursor.execute(
                "INSERT INTO procrastinate_jobs (queue_name, task_name, status, scheduled_at) "
                f"VALUES ('default', 'x', %s::procrastinate_job_status, {at})",
                [status],
            )
    found = vitals.jobs()
    assert found[:3] == (2, 0, 1)
    assert 299 < found.lag_seconds < 330


def test_processes_that_were_killed_have_nothing_open(tmp_path, settings):
    settings.METRICS_DIR = str(tmp_path)
    for name in ("gauge_livesum_999999999.db", "counter_999999999.db"):
        (tmp_path / name).touch()
    metrics._forget_the_dead(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["counter_999999999.db"]


def test_a_line_of_an_error_has_places_and_no_text():
    try:
        raise ValueError("Aino Aalto")
    except ValueError as error:
        record = logging.getLogger("x").makeRecord(
            "x", logging.ERROR, "f", 1, "it broke", (), (ValueError, error, error.__traceback__)
        )
    line = orjson.loads(JsonLines().format(record))
    assert (line["level"], line["message"], line["exception"]) == (
        "error",
        "it broke",
        "ValueError",
    )
    assert "test_metrics.py:" in line["places"][-1]
    assert "Aalto" not in JsonLines().format(record)


@pytest.mark.django_db
def test_the_pool_is_looked_at_once_in_a_while(monkeypatch):
    monkeypatch.setattr(request_log, "_next_look", 0.0)
    Client().get("/health/live")
    assert float(figures()["ehoks_pool_connections"]) >= 1
    assert request_log._next_look > 0
