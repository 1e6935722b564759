"""`make load`: the systems of many providers at once, against a service of their own."""

import os
import platform
import statistics
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ehoks.management.load import usage
from ehoks.management.load.clients import (
    EXPECTED,
    FLOOR,
    SHARES,
    Client,
    Sample,
    System,
    differences,
)
from ehoks.management.load.finland import write_finland
from ehoks.management.load.service import (
    LoadError,
    OwnService,
    own_service,
    require_nothing_real,
)
from ehoks.simulator import give_tickets

PAYLOAD = settings.BASE_DIR / "tests" / "payloads" / "typical.json"
FIRST_PLANS = 3  # of each system, before the clock starts
POSTS_A_SECOND = 20  # for so many there are study rights, and
SPARE = 10  # so many more for each system: chance is not even
FLOOR_SECONDS = 3
MOST_MEGABYTES = 250  # of a web process, however many requests it has answered


class Command(BaseCommand):
    """Call, measure, and see that every plan is there once and as its system left it."""

    help = "Put the load of a night on a service of its own, and check what it leaves behind."
    requires_system_checks = []  # it is a client; the service asks for itself

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How much, and how long."""
        parser.add_argument("--seconds", type=int, default=60)
        parser.add_argument("--clients", type=int, default=8)
        parser.add_argument("--systems", type=int, default=100)
        parser.add_argument("--kinds", nargs="+", choices=list(SHARES), default=list(SHARES))

    def handle(
        self, *args: Any, seconds: int, clients: int, systems: int, kinds: list[str], **options: Any
    ) -> None:
        """Print a table; end with an error when anything is not as it should be."""
        try:
            require_nothing_real()
            with tempfile.TemporaryDirectory(prefix="ehoks-load-") as folder:
                found = self.run(Path(folder), seconds, clients, systems, kinds)
        except LoadError as error:
            raise CommandError(str(error)) from None
        if found:
            raise CommandError("\n".join(found))
        self.stdout.write("No plan lost, none doubled, each as its system left it; all rows agree.")

    def run(
        self, home: Path, seconds: int, clients: int, systems: int, kinds: list[str]
    ) -> list[str]:
        """The whole of it; what is wrong in the end."""
        posts = POSTS_A_SECOND * seconds if "POST" in kinds else 0
        rights = FIRST_PLANS + SPARE + posts // systems
        shares = {kind: SHARES[kind] for kind in kinds}
        finland = write_finland(home / "facts.json", systems, rights)
        with own_service(home, home / "facts.json") as service:
            callers = _clients(service, finland, clients, shares)
            _each(callers, lambda client: client.prepare(FIRST_PLANS))
            at_first = usage.peak_megabytes(service.pid)
            floor, briefly = _measured(callers, Client.knock, FLOOR_SECONDS)
            samples, taken = _measured(callers, Client.run, seconds)
            self.stdout.write(_heading(clients, systems, taken))
            self.stdout.write("\n".join([*_rows(samples, taken), _row(FLOOR, floor, briefly)]))
            memory = usage.peak_megabytes(service.pid)
            self.stdout.write(
                f"\nThe web processes took {_together(at_first)} MB before it,"
                f" {_together(memory)} MB at most.\n"
            )
            return [
                *_unexpected([*floor, *samples]),
                *_greedy(memory),
                *_disagreements(service, callers),
            ]


def _clients(
    service: OwnService, finland: dict[str, Any], clients: int, shares: dict[str, int]
) -> list[Client]:
    payload = orjson.loads(PAYLOAD.read_bytes())
    systems = [System(username, rights) for username, rights in finland.items()]
    cas = give_tickets(Path(service.environment["EHOKS_SIMULATOR_STATE"]))
    return [
        Client(n, service.port, systems[n::clients], payload, shares, cas) for n in range(clients)
    ]


def _each(clients: list[Client], work: Callable[[Client], Any]) -> list[Any]:
    """Do it with all clients at once. Raises what any of them raises."""
    with ThreadPoolExecutor(len(clients)) as pool:
        return list(pool.map(work, clients))


def _measured(
    clients: list[Client], work: Callable[[Client, float], None], seconds: int
) -> tuple[list[Sample], float]:
    """What all clients at once did for so long, and how long it took them."""
    started = time.monotonic()
    _each(clients, lambda client: work(client, started + seconds))
    taken = time.monotonic() - started
    samples = [sample for client in clients for sample in client.samples]
    for client in clients:
        client.samples.clear()
    return samples, taken


# --- What was measured -----------------------------------------------------------------------------


def _heading(clients: int, systems: int, taken: float) -> str:
    size = len(orjson.dumps(orjson.loads(PAYLOAD.read_bytes()))) / 1000
    return (
        f"{systems} systems, {clients} clients, {taken:.0f} s. Document {size:.1f} kB. "
        f"Python {platform.python_version()}, {os.cpu_count()} cores.\n\n"
        "| call | calls | a second | median ms | p95 ms | p99 ms | not as expected |\n"
        "|---|---|---|---|---|---|---|"
    )


def _rows(samples: list[Sample], taken: float) -> Iterator[str]:
    for kind in EXPECTED:
        yield _row(kind, [s for s in samples if s.kind == kind], taken)
    yield _row("all of them", samples, taken)


def _row(name: str, samples: list[Sample], taken: float) -> str:
    times = [sample.seconds * 1000 for sample in samples]
    if len(times) < 2:
        return f"| {name} | {len(times)} | – | – | – | – | – |"
    parts = statistics.quantiles(times, n=100, method="inclusive")
    wrong = Counter(s.outcome for s in samples if not s.is_expected)
    told = ", ".join(f"{outcome}: {count}" for outcome, count in wrong.most_common()) or "–"
    return (
        f"| {name} | {len(times)} | {len(times) / taken:.1f} | {parts[49]:.1f} "
        f"| {parts[94]:.1f} | {parts[98]:.1f} | {told} |"
    )


def _together(memory: list[float]) -> str:
    return " and ".join(f"{megabytes:.0f}" for megabytes in memory) or "unknown"


def _unexpected(samples: list[Sample]) -> Iterator[str]:
    wrong = Counter((s.kind, s.outcome) for s in samples if not s.is_expected)
    for (kind, outcome), count in wrong.most_common():
        yield f"{kind}: {count} answers were {outcome}"


def _greedy(memory: list[float]) -> Iterator[str]:
    if (most := max(memory, default=0)) > MOST_MEGABYTES:
        yield f"a web process took {most:.0f} MB, more than {MOST_MEGABYTES}"


def _disagreements(service: OwnService, clients: list[Client]) -> Iterator[str]:
    """Held against what the systems were answered, and the rows of plans against their versions."""
    yield from chain.from_iterable(_each(clients, lambda client: list(differences(client))))
    checked = service.manage("check_rows")
    if checked.returncode:
        yield f"check_rows: {(checked.stdout + checked.stderr).strip()}"
