"""Migrations run beside a service that works: none holds a big table, none waits for long."""

import importlib
import json
import re
import subprocess
import sys
import threading
from pathlib import Path

import psycopg
import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.operations import AddIndexConcurrently, NotInTransactionMixin
from django.core.management import call_command
from django.db import OperationalError, connection, models, transaction
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from ehoks.management.commands import migrate_locked

SQUAWK = Path(sys.executable).parent / "squawk"
# Of taste, or already seen to: `migrate_locked` sets the time to wait for a lock.
LEFT_OUT = "require-lock-timeout,require-statement-timeout,prefer-text-field,prefer-robust-stmts"


def migrations():
    """Those that change tables which are there, by app and name; the first of an app makes them."""
    for app in apps.get_app_configs():
        folder = Path(app.path) / "migrations"
        if Path(settings.BASE_DIR) in folder.parents and ".venv" not in folder.parts:
            for file in sorted(folder.glob("[0-9]*.py")):
                if not file.name.startswith("0001"):
                    yield app.label, file.stem


def faults(sql):
    done = subprocess.run(
        [SQUAWK, "--reporter", "json", "--pg-version", "15", "--exclude", LEFT_OUT],
        input=sql, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return [f"{found['rule_name']}: {found['message']}" for found in json.loads(done.stdout)]


def is_atomic(app, name):
    module = importlib.import_module(f"{apps.get_app_config(app).name}.migrations.{name}")
    return module.Migration.atomic


@pytest.mark.django_db
@pytest.mark.parametrize(("app", "name"), [*migrations()])
def test_a_migration_keeps_nobody_from_work(app, name, capsys, monkeypatch):
    # only told, not done: the transaction around a test is no hindrance
    monkeypatch.setattr(NotInTransactionMixin, "_ensure_not_in_transaction", lambda *_: None)
    call_command("sqlmigrate", app, name)
    found = faults(capsys.readouterr().out)
    assert found == []


@pytest.mark.parametrize(
    ("sql", "rule"),
    [
        ('CREATE INDEX "x" ON "hoksit" ("eid");', "require-concurrent-index-creation"),
        ('ALTER TABLE "hoksit" ALTER COLUMN "eid" TYPE text;', "changing-column-type"),
        ('ALTER TABLE "hoksit" ALTER COLUMN "versio" SET NOT NULL;', "adding-not-nullable-field"),
        ('ALTER TABLE "hoksit" RENAME COLUMN "eid" TO "x";', "renaming-column"),
        ('ALTER TABLE "hoksit" DROP COLUMN "eid";', "ban-drop-column"),
    ],
)
def test_what_would_stop_the_service_is_found(sql, rule):
    assert [fault.split(":")[0] for fault in faults(sql)] == [rule]


def examples():
    text = (Path(settings.BASE_DIR) / "docs/ohjeet/migraatiot.md").read_text("utf-8")
    return re.findall(r"```sql\n(.*?)```", text, re.DOTALL)


@pytest.mark.parametrize("sql", examples())
def test_the_guide_shows_what_is_right_and_what_is_not(sql):
    assert bool(faults(sql)) is sql.startswith("-- not like this")


@pytest.fixture
def taken(transactional_db, monkeypatch):
    """A table that somebody reads for a while; a migration that wants to change it."""
    monkeypatch.setattr(migrate_locked, "PATIENCE", "50ms")
    monkeypatch.setattr(migrate_locked, "PAUSE_SECONDS", 0.05)
    tries = []

    def migrate(*args, **kwargs):
        tries.append(args)
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE kirjautumiset IN ACCESS EXCLUSIVE MODE")

    monkeypatch.setattr(migrate_locked, "call_command", migrate)
    parameters = connection.get_connection_params()
    parameters = {name: parameters[name] for name in ("dbname", "user", "host")}
    with psycopg.connect(**parameters) as reader:
        reader.execute("SELECT 1 FROM kirjautumiset")  # its lock lasts as long as the transaction
        yield reader, tries


def test_a_migration_gives_way_and_comes_back(taken):
    reader, tries = taken
    threading.Timer(0.3, reader.rollback).start()
    migrate_locked.migrate_patiently()
    assert len(tries) > 1
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("10s",)


def test_a_migration_that_never_finds_the_table_free_says_so(taken, monkeypatch):
    monkeypatch.setattr(migrate_locked, "ATTEMPTS", 3)
    _, tries = taken
    with pytest.raises(OperationalError, match="lock timeout"):
        migrate_locked.migrate_patiently()
    assert len(tries) == 3


@pytest.mark.django_db(transaction=True)
def test_what_a_broken_off_migration_left_is_in_nobodys_way(monkeypatch):
    executor = MigrationExecutor(connection)
    whole = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
    names = migrate_locked.indexes_of(whole)
    assert names, "some migration makes an index beside the work"
    (last,) = [(migration, False) for migration, _ in whole[-1:]]
    index = models.Index(fields=["aika"], name="kesken_jaanyt")
    broken = type("Broken", (Migration,), {"operations": [AddIndexConcurrently("x", index)]})
    monkeypatch.setattr(
        migrate_locked, "pending_plan", lambda: [last, (broken("0001", "x"), False)]
    )
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX kesken_jaanyt ON kirjautumiset (aika)")
        migrate_locked.migrate_patiently()
        cursor.execute("SELECT to_regclass('kesken_jaanyt')")
        assert cursor.fetchone() == (None,)
