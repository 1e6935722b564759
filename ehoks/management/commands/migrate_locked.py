"""Bring the database up to date, one process at a time, without stopping those who work."""

import time
from typing import Any

import psycopg
from django.contrib.postgres.operations import AddIndexConcurrently
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import OperationalError, connection
from django.db.migrations import Migration
from django.db.migrations.executor import MigrationExecutor

from ehoks.health import pending_migrations
from ehoks.management import locks

PATIENCE = "3s"  # how long a migration queues for a table; whoever comes after it queues as long
ATTEMPTS, PAUSE_SECONDS = 20, 2.0
Plan = list[tuple[Migration, bool]]


class Command(BaseCommand):
    """`migrate`, safe to run from several processes at once and beside a service that works."""

    help = "Apply the pending migrations; several processes may ask at once, one of them does it."

    def handle(self, *args: Any, **options: Any) -> str:
        """Migrate if anything is pending; says how many migrations were applied."""
        with locks.advisory_lock(locks.MIGRATIONS):
            pending = pending_migrations()
            if pending:
                migrate_patiently()
        return f"{len(pending)} applied" if pending else "up to date"


def migrate_patiently() -> None:
    """Migrate; where a table is taken, let go, and try again from the migration that gave way.

    Raises:
        OperationalError: a table was never free, or something else went wrong.
    """
    _wait_at_most(PATIENCE)
    try:
        for _ in range(ATTEMPTS - 1):
            if _migrated():
                return
            time.sleep(PAUSE_SECONDS)
        call_command("migrate", interactive=False, verbosity=0)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("RESET lock_timeout")


def _migrated() -> bool:
    try:
        _drop_leftovers()
        call_command("migrate", interactive=False, verbosity=0)
    except OperationalError as error:
        if not isinstance(error.__cause__, psycopg.errors.LockNotAvailable):
            raise
        return False
    return True


def _drop_leftovers() -> None:
    """Drop what is left of migrations that were broken off while they made an index.

    An index that is made beside the work is in no transaction: the process that wanted it may be
    gone before the migration is written down, and the next one would find the name taken.
    """
    for name in indexes_of(pending_plan()):
        with connection.cursor() as cursor:
            cursor.execute(f"DROP INDEX CONCURRENTLY IF EXISTS {connection.ops.quote_name(name)}")


def pending_plan() -> Plan:
    """The migrations that the database lacks, in the order they will run."""
    executor = MigrationExecutor(connection)
    return executor.migration_plan(executor.loader.graph.leaf_nodes())


def indexes_of(plan: Plan) -> list[str]:
    """The indexes that these migrations make beside the work."""
    steps = (step for migration, _ in plan for step in migration.operations)
    return [step.index.name for step in steps if isinstance(step, AddIndexConcurrently)]


def _wait_at_most(time_: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [time_])
