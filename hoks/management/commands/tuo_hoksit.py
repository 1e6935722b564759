"""Brings many plans in from a file of JSON lines, with a verdict for each."""

import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError

from ehoks.audit.log import Tekija
from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Rooli
from ehoks.rest.exceptions import to_known
from ehoks.rest.wire import parse_json
from hoks.api.joukko import verdict
from hoks.services.joukko import Tulos, store_lines
from hoks.services.store import Asiakas

OPERATOR = Kayttaja(None, "tuo_hoksit", "PALVELU", (Rooli("CRUD", OPH_ROOT),))
BAR = 30


class Command(BaseCommand):
    """`manage.py tuo_hoksit plans.ndjson`: creates or replaces, one plan a line.

    Verdicts go to `plans.ndjson.tulokset`, a JSON line each. A run that broke off, or met a register
    that does not answer, goes on after the last verdict; `--alusta` begins anew, which changes
    nothing that is stored already.
    """

    help = "Create or replace plans from a file of JSON lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The file."""
        parser.add_argument("tiedosto", type=Path)
        parser.add_argument("--alusta", action="store_true", help="begin from the first line")

    def handle(self, *args: Any, tiedosto: Path, alusta: bool, **options: Any) -> None:
        """Go through the lines; fail at the end when some were refused."""
        verdicts = tiedosto.with_name(f"{tiedosto.name}.tulokset")
        if alusta:
            verdicts.unlink(missing_ok=True)
        done = _done(verdicts)
        with tiedosto.open("rb") as plans:
            total = sum(1 for _ in plans)
        refused = 0
        with tiedosto.open("rb") as plans, verdicts.open("ab") as out:
            for result in _store(plans, done):
                if result.is_passing:
                    raise CommandError(
                        f"\nLine {result.rivi}: {result.virhe}. Run this again later."
                    )
                out.write(orjson.dumps(verdict(result)) + b"\n")
                out.flush()
                refused += result.virhe is not None
                self._show(result.rivi, total, refused)
        self.stdout.write(f"\n{verdicts}: {total - done} lines, {refused} refused")
        if refused:
            raise CommandError(f"{refused} plans were refused; {verdicts} says why")

    def _show(self, done: int, total: int, refused: int) -> None:
        if sys.stderr.isatty() or done % 100 == 0 or done == total:
            bar = "#" * (BAR * done // max(total, 1))
            self.stderr.write(f"\r[{bar:<{BAR}}] {done}/{total}, {refused} refused", ending="")


def _done(verdicts: Path) -> int:
    """The number of the last line that has a verdict; a verdict cut short is taken away."""
    if not verdicts.exists():
        return 0
    whole = verdicts.read_bytes().rpartition(b"\n")[0]
    if not whole:
        verdicts.unlink()
        return 0
    verdicts.write_bytes(whole + b"\n")
    return int(orjson.loads(whole.rpartition(b"\n")[2])["rivi"])


def _store(plans: Any, done: int) -> Iterator[Tulos]:
    by = Asiakas(OPERATOR, Tekija(kanava="tuonti", kayttaja=OPERATOR.username))
    for result in store_lines(
        islice(plans, done, None), by, parse_json, lambda _, error: to_known(error)
    ):
        yield Tulos(result.rivi + done, result.opiskeluoikeus_oid, result.hoks_id, result.virhe)
