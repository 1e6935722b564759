"""`manage.py seed_demo`: some two hundred invented plans for a demonstration."""

from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from ehoks.common.dates import today
from ehoks.common.errors import EhoksError
from hoks.demo.seed import NotADemonstration, seed_demo

STEP = 25


class Command(BaseCommand):
    """Fill the register of a demonstration; what is there already stays as it is."""

    help = "Make plans for the learners of the simulated Finland who have none yet."

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the plans, telling now and then how far it has got."""
        made = total = 0
        try:
            for done, total, is_new in seed_demo(today()):
                made += is_new
                if done % STEP == 0 or done == total:
                    self.stdout.write(f"progress {done}/{total}")
                    self.stdout.flush()
        except NotADemonstration as error:
            raise CommandError(str(error)) from None
        except EhoksError as error:
            # by its code only: the text may name whom it is about
            raise CommandError(
                f"A plan was refused ({error.code}). The plans made so far stay; run this again."
            ) from None
        self.stdout.write(f"{made} plans made, {total - made} were there already")
