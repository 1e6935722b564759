"""`manage.py backup FILE`: the whole register in one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from ehoks.management.backup import BackupError, back_up


class Command(BaseCommand):
    """Beside a service that works; what is written after the start is not in it."""

    help = "Write the whole register into a file (pg_dump), with a digest of every table beside it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, file: Path, **options: Any) -> str:
        """Say what was written."""
        try:
            tables = back_up(file)
        except BackupError as error:
            raise CommandError(str(error)) from None
        rows = sum(count for count, _ in tables.values())
        return f"{file}: {len(tables)} tables, {rows} rows, {file.stat().st_size:,} bytes."
