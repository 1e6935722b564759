"""`manage.py restore FILE`: a register from a backup, into an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ehoks.management.backup import BackupError, restore


class Command(BaseCommand):
    """All or nothing; ends with an error unless every table is what it was."""

    help = "Fill an empty database from a backup and check every table against its digest."
    requires_system_checks = []  # they ask tables that are not there yet

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> str:
        """Say what is there now."""
        try:
            tables = restore(file)
        except BackupError as error:
            raise CommandError(str(error)) from None
        rows = sum(count for count, _ in tables.values())
        return f"{len(tables)} tables, {rows} rows: every table is what it was."
