"""Writes the field guide, docs/hoks.md, from the declaration."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from hoks.presenters import guide


class Command(BaseCommand):
    """`manage.py write_field_guide [--file docs/hoks.md]`."""

    help = "Write the guide of all fields of a plan, in Finnish, as Markdown."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("--file", type=Path, default=settings.BASE_DIR / "docs" / "hoks.md")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        options["file"].write_text(guide.write(), encoding="utf-8")
