"""Health: alive when the process answers, ready when the database can serve."""

import json

import pytest
from django.db import OperationalError, connection

from ehoks import health
from ehoks.vitals import Jobs, Replica


@pytest.fixture(autouse=True)
def fresh_process(monkeypatch):
    monkeypatch.setattr(health, "_migrated", False)


def test_alive_without_asking_the_database(rf):
    response = health.live(rf.get("/health/live"))
    assert response.status_code == 200
    assert json.loads(response.content) == {"status": "ok"}


@pytest.mark.django_db
def test_ready_with_an_up_to_date_database(rf):
    response = health.ready(rf.get("/health/ready"))
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.django_db
def test_pending_migrations_are_named_as_the_missing_part(rf, monkeypatch):
    monkeypatch.setattr(health, "pending_migrations", lambda: ["hoks.0001_initial"])
    response = health.ready(rf.get("/health/ready"))
    assert response.status_code == 503
    assert response["Retry-After"] == "5"
    assert json.loads(response.content) == {"status": "unavailable", "missing": "migrations"}


def test_a_silent_database_is_named_without_its_address(rf, monkeypatch):
    def fail():
        raise OperationalError("connection to server at db.internal failed for user ehoks")

    monkeypatch.setattr(connection, "cursor", fail)
    response = health.ready(rf.get("/health/ready"))
    assert response.status_code == 503
    assert json.loads(response.content) == {"status": "unavailable", "missing": "database"}


@pytest.mark.django_db
def test_applied_migrations_are_not_counted_again(rf, django_assert_num_queries):
    health.ready(rf.get("/health/ready"))
    with django_assert_num_queries(2):  # does it answer, and how long do jobs wait
        health.ready(rf.get("/health/ready"))


@pytest.mark.django_db
def test_every_migration_counts_as_pending_on_an_empty_database():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations")
    assert "contenttypes.0001_initial" in health.pending_migrations()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("lag", "listening", "told"), [(3, 1, "ok"), (90, 1, "late"), (0, 0, "gone")]
)
def test_what_is_late_is_told_and_takes_nobody_away(rf, monkeypatch, lag, listening, told):
    monkeypatch.setattr(health.replica, "is_configured", lambda: True)
    monkeypatch.setattr(health.vitals, "replica", lambda: Replica(listening, lag, 0))
    monkeypatch.setattr(health.vitals, "jobs", lambda: Jobs(1, 0, 0, 10_000 * lag))
    response = health.ready(rf.get("/health/ready"))
    assert response.status_code == 200
    jobs = "late" if lag else "ok"
    assert json.loads(response.content) == {"status": "ok", "jobs": jobs, "replica": told}


def test_only_reading_is_allowed(rf):
    assert health.ready(rf.post("/health/ready")).status_code == 405
