"""Checks that the rows of every plan say what is served, and repairs on request."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from hoks.services import rebuild


class Command(BaseCommand):
    """`manage.py check_rows [--repair rows|versions]`."""

    help = "Hold the rows of plans against their newest versions; repair one from the other."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to repair, if anything."""
        parser.add_argument("--repair", choices=["rows", "versions"])

    def handle(self, *args: Any, **options: Any) -> None:
        """List the plans that disagree; fail when any is left so."""
        repairs = {"rows": rebuild.rebuild_rows, "versions": rebuild.rebuild_version}
        repair = repairs.get(options["repair"])
        found = 0
        for hoks_id in rebuild.find_disagreeing():
            found += 1
            self.stdout.write(f"HOKS {hoks_id}: rows and newest version differ")
            if repair:
                repair(hoks_id)
        if found and not repair:
            raise CommandError(f"{found} plans disagree")
        self.stdout.write(f"{found} repaired" if found else "All plans agree.")
