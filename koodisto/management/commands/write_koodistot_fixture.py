"""`manage.py write_koodistot_fixture`: after a change of the simulator's code sets."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from koodisto import fixture


class Command(BaseCommand):
    """Write the fixture `koodistot` anew from what the simulator says."""

    help = "Write the fixture with the demo's code sets; a test holds it to the simulator."

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file, but only what the simulator says."""
        if settings.OPINTOPOLKU_URL:
            raise CommandError("The fixture is the simulator's: unset OPINTOPOLKU_URL first.")
        fixture.FILE.write_bytes(fixture.generate())
        self.stdout.write(f"wrote {fixture.FILE.name}")
