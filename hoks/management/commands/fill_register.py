"""Fills an empty throw-away database with a register as large as wanted, for measuring."""

import os
import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from hoks.demo import copy_in, massa

TOLD = 5.0  # seconds between two words on how far it has got


class Command(BaseCommand):
    """`manage.py fill_register 100000 --laji typical`."""

    help = "Fill an empty database for measuring with so many plans, by COPY."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How many, of which kind, with how many processes."""
        parser.add_argument("maara", type=int)
        parser.add_argument("--laji", choices=["typical", "small"], default="small")
        parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)

    def handle(self, *args: Any, maara: int, laji: str, processes: int, **options: Any) -> None:
        """Write them; tell now and then how far it has got, and at the end what it took."""
        try:
            copy_in.require_empty_throwaway()
        except copy_in.NotForThis as error:
            raise CommandError(str(error)) from None
        started = told = time.monotonic()
        for done in copy_in.fill(massa.Massa(laji, maara), processes):
            if time.monotonic() - told > TOLD or done == maara:
                told = time.monotonic()
                self.stdout.write(f"progress {done}/{maara} ({told - started:.0f} s)")
                self.stdout.flush()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_database_size(current_database())")
            (size,) = cursor.fetchone()
        self.stdout.write(
            f"{maara} plans in {time.monotonic() - started:.0f} s, "
            f"{size / 1e9:.2f} GB, {size / maara / 1e3:.1f} kB each"
        )
