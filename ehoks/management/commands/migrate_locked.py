"""Bring the database up to date, one process at a time."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from ehoks.health import pending_migrations
from ehoks.management import locks


class Command(BaseCommand):
    """`migrate`, safe to run from several processes at once."""

    help = "Apply the pending migrations; several processes may ask at once, one of them does it."

    def handle(self, *args: Any, **options: Any) -> str:
        """Migrate if anything is pending; says how many migrations were applied."""
        with locks.advisory_lock(locks.MIGRATIONS):
            pending = pending_migrations()
            if pending:
                call_command("migrate", interactive=False, verbosity=0)
        return f"{len(pending)} applied" if pending else "up to date"
