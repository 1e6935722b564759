"""Health: alive when the process answers, ready when the database can serve."""

import json

import pytest
from django.db import OperationalError, connection

from ehoks import health


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
    with django_assert_num_queries(1):
        health.ready(rf.get("/health/ready"))


@pytest.mark.django_db
def test_every_migration_counts_as_pending_on_an_empty_database():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations")
    assert "contenttypes.0001_initial" in health.pending_migrations()


def test_only_reading_is_allowed(rf):
    assert health.ready(rf.post("/health/ready")).status_code == 405
