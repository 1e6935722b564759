"""Measures the calls whose time must not depend on how large the register is; for `bench_scale`."""

import datetime as dt
import random
import statistics
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import orjson
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from ehoks.auth.privileges import Rooli
from ehoks.management.commands.bench import API, Request, Sis, logged_in
from hoks.demo import massa
from hoks.demo.massa import Massa
from hoks.models.tyopaikkajaksot import TYOPAIKKAJAKSO

BLOCK = 10
WARM_UP = 10
PAGE = 500  # plans a page of the statistics feed
HALF_A_MONTH = dt.timedelta(days=15)
REPORT = "tyopaikkajaksot"
FINDS = {"search", "list, first page", "search, biggest school", "report"}  # always somebody


class Calls:
    """The calls on plans and people by chance, the same ones every time."""

    def __init__(self, register: Massa, writable: int) -> None:
        self.register = register
        self.writable = writable
        self.school = min(massa.MEASURED, register.kouluja)
        self.chance = random.Random(register.maara)  # noqa: S311 -- no secret
        self.sis = Sis("oph-palvelu")
        # Of these schools only: a list of all schools in the head of a page grows with the country.
        own = (Rooli("CRUD", massa.provider_oid(school)) for school in (0, self.school))
        self.cookie = logged_in(*own)
        self.versio = 1

    def _plan(self) -> int:
        return self.chance.randrange(self.register.maara)

    def _plan_of(self, school: int) -> int:
        n = self._plan()
        while massa.school_of(self.register, n) != school:
            n = self._plan()
        return n

    def get(self) -> Request:
        """Any plan."""
        return "GET", f"{API}/{self._plan() + 1}", b"", {}

    def put(self) -> Request:
        """One of the plans whose learners the simulator knows, with a new number."""
        n = self.chance.randrange(self.writable) * (self.register.maara // self.writable)
        document = massa.write_document(self.register, n)
        self.versio += 1
        body = orjson.dumps(document | {"versio": self.versio})
        return "PUT", f"{API}/{n + 1}", body, {}

    def _page(self, path: str, **query: str) -> Request:
        return "GET", f"/virkailija/{path}?{urlencode(query)}", b"", {"cookie": self.cookie}

    def _by_name(self, school: int) -> Request:
        """Somebody of the school, by the beginnings of two names."""
        given, family = massa.name_of(self._plan_of(school))
        return self._page(
            f"{massa.school_oid(school)}/opiskelijat/",
            haku=f"{family[:4]} {given[:3]}",
            tila="kaikki",
        )

    def search(self) -> Request:
        """A name in a school of two thousand plans."""
        return self._by_name(self.school)

    def first_page(self) -> Request:
        """All students of a school of two thousand plans, the first page."""
        return self._page(f"{massa.school_oid(self.school)}/opiskelijat/", tila="kaikki")

    def search_biggest(self) -> Request:
        """A name in the school that has a fiftieth of the country."""
        return self._by_name(0)

    def report(self) -> Request:
        """Periods at work of a school that end in the month around the end of one of them."""
        document = massa.write_document(self.register, self._plan_of(self.school))
        ends = [
            dt.date.fromisoformat(period["loppu"])
            for unit in document["hankittavat-ammat-tutkinnon-osat"]
            for period in unit["osaamisen-hankkimistavat"]
            if period["osaamisen-hankkimistapa-koodi-uri"] in TYOPAIKKAJAKSO
        ]
        first, last = ends[0] - HALF_A_MONTH, ends[0] + HALF_A_MONTH
        return self._page(
            f"{massa.school_oid(self.school)}/raportit/{REPORT}/",
            alku=first.isoformat(),
            loppu=last.isoformat(),
        )

    def paged(self) -> Request:
        """A page of the statistics feed, from anywhere in it."""
        start = self.chance.randrange(max(self.register.maara - PAGE, 1))
        return "GET", f"{API}/paged?amount={PAGE}&from-id={start}", b"", {}

    def kinds(self) -> dict[str, Callable[[], Request]]:
        """What is measured, under its name in the table."""
        return {
            "GET": self.get,
            "PUT": self.put,
            "search": self.search,
            "list, first page": self.first_page,
            "search, biggest school": self.search_biggest,
            "report": self.report,
            "paged": self.paged,
        }


class Command(BaseCommand):
    """`manage.py bench_size small 10000`: a line of JSON for each kind of call."""

    help = "Measure calls on a register that fill_register made; for bench_scale."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which register, and how many calls of each kind."""
        parser.add_argument("laji")
        parser.add_argument("maara", type=int)
        parser.add_argument("--writable", type=int, default=200)
        parser.add_argument("--rounds", type=int, default=60)

    def handle(
        self, *args: Any, laji: str, maara: int, writable: int, rounds: int, **options: Any
    ) -> None:
        """Print milliseconds, and those of one bare statement in between."""
        calls = Calls(Massa(laji, maara), writable)
        times: dict[str, list[float]] = {kind: [] for kind in (*calls.kinds(), "floor")}
        for kind, milliseconds in _measured(calls, rounds):
            times[kind].append(milliseconds)
        for kind, found in times.items():
            line = {"kind": kind, "median": statistics.median(found), "times": found}
            self.stdout.write(orjson.dumps(line).decode())


def _measured(calls: Calls, rounds: int) -> Iterator[tuple[str, float]]:
    """In blocks of each kind in turn; the first ones only warm the caches."""
    for turn in range((WARM_UP + rounds) // BLOCK):
        for kind, make in calls.kinds().items():
            for _ in range(BLOCK):
                taken = _call(calls.sis, kind, make())
                if turn * BLOCK >= WARM_UP:
                    yield kind, taken
        yield from (("floor", _floor()) for _ in range(BLOCK))


def _call(sis: Sis, kind: str, request: Request) -> float:
    prepared = sis.prepare(request)
    start = time.perf_counter()
    status, _, body = sis.send(prepared)
    taken = (time.perf_counter() - start) * 1000
    if status not in (200, 204) or (kind in FINDS and b"/virkailija/hoks/" not in body):
        raise CommandError(f"{kind}: {status} {body[:300].decode()}")
    return taken


def _floor() -> float:
    start = time.perf_counter()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return (time.perf_counter() - start) * 1000
