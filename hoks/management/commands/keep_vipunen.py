"""Makes the copies that the statistics feed serves, where a new release or a repair left none."""

from typing import Any

from django.core.management.base import BaseCommand

from hoks.services import rebuild

STEP = 1000


class Command(BaseCommand):
    """`manage.py keep_vipunen`: after an upgrade; it may be broken off and run again."""

    help = "Make the statistics feed's copies of plans that have none of today's form."

    def handle(self, *args: Any, **options: Any) -> None:
        """Go through the plans without one, telling now and then how far it has got."""
        found = rebuild.find_not_kept()
        for done, hoks_id in enumerate(found, start=1):
            rebuild.renew_vipunen(hoks_id)
            if done % STEP == 0:
                self.stdout.write(f"progress {done}/{len(found)}")
        left = len(rebuild.find_not_kept())
        self.stdout.write(f"{len(found) - left} copies made; {left} plans do not fit the feed.")
