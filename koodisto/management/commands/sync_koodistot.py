"""`manage.py sync_koodistot`: the code sets as Koodisto has them now."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from koodisto.koodistot import KOODISTOT
from koodisto.services import Tulos, Vaihe, sync_koodistot

_SAID = {
    Tulos.DONE: "{v.koodeja} codes, {v.muuttui} changed",
    Tulos.MISSING: "Koodisto has no such set; nothing was changed",
    Tulos.UNAVAILABLE: "no readable answer; what we have stays",
}
_NAMES = "{v.koodeja} units asked for, {v.muuttui} changed"


class Command(BaseCommand):
    """Synchronise the sets that are not whole and fresh, or those named."""

    help = (
        "Bring the code sets up to date from Koodisto and ePerusteet. Sets read in the last hours "
        "are left alone, so a run that was stopped goes on from where it was."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which sets, if not all."""
        parser.add_argument(
            "--set", action="append", choices=list(KOODISTOT), help="only this one; may be repeated"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Tell each step as it ends; fail when any did not get through."""
        steps = sync_koodistot(options["set"], self.tell)
        if all(step.nimi == "eperusteet" for step in steps):
            self.stdout.write("Every code set is whole and fresh.")
        failed = [step.nimi for step in steps if step.tulos is not Tulos.DONE]
        if failed:
            raise CommandError(f"Not synchronised: {', '.join(failed)}. Run this again later.")

    def tell(self, step: Vaihe) -> None:
        """One line of progress."""
        names = step.nimi == "eperusteet" and step.tulos is Tulos.DONE
        said = (_NAMES if names else _SAID[step.tulos]).format(v=step)
        self.stdout.write(f"{step.numero}/{step.kaikkiaan} {step.nimi}: {said}")
        self.stdout.flush()
