"""`make chaos`: faults on purpose, against a service of their own; nothing may be lost or doubled."""

import itertools
import os
import platform
import time
from argparse import ArgumentParser
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from typing import Any

import orjson
from django.core.management.base import BaseCommand, CommandError

from ehoks.embedded_pg import EmbeddedPostgresError
from ehoks.management.chaos import faults, ledger
from ehoks.management.chaos.clients import NEW_PLANS, Stubborn, troubles
from ehoks.management.chaos.house import POOL, House, own_house
from ehoks.management.commands.load import PAYLOAD
from ehoks.management.load.clients import System
from ehoks.management.load.service import LoadError, require_nothing_real

WEBS = 2
CLIENTS = 2 * WEBS * POOL
FIRST_PLANS = 3
CALM = 1.0  # seconds of work before a fault, and after it
RECOVERY_SECONDS = 60.0
TICK = 0.05  # seconds between looks at who was answered

HEADING = (
    "| fault | answered | tries without a good answer | longest silence s | recovery s | wrong |\n"
    "|---|---|---|---|---|---|"
)


class Command(BaseCommand):
    """Clients write and read all the time; faults come one by one, and are mended."""

    help = "Hurt a service of its own in every way we know, and count what it loses."
    requires_system_checks = []  # it is a client; the service asks for itself

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which faults."""
        parser.add_argument("--only", default="", help="names of faults, or parts of them, with |")

    def handle(self, *args: Any, only: str, **options: Any) -> None:
        """Print a row for each fault; end with an error when anything was lost or doubled."""
        chosen = [f for f in faults.ALL if any(part in f.name for part in only.split("|"))]
        try:
            require_nothing_real()
            wrong = self.run(chosen)
        except (LoadError, EmbeddedPostgresError) as error:
            raise CommandError(str(error)) from None
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write("Every answer kept, none doubled, each in the audit log; all rows agree.")

    def run(self, chosen: list[faults.Named]) -> list[str]:
        """The whole of it; what is wrong in the end."""
        wrong = []
        with own_house(CLIENTS, rights_for(len(chosen))) as house:
            clients = ready_clients(house)
            self.stdout.write(
                f"{len(clients)} clients, {WEBS} web processes of {POOL} connections. "
                f"Python {platform.python_version()}, {os.cpu_count()} cores.\n\n{HEADING}"
            )
            for fault in chosen:
                wrong += self.hurt(house, clients, fault)
            checked = house.manage("check_rows")
            if checked.returncode:
                wrong.append(f"check_rows: {(checked.stdout + checked.stderr).strip()}")
        return wrong

    def hurt(self, house: House, clients: list[Stubborn], fault: faults.Named) -> list[str]:
        """One fault, its row in the table, and what was wrong after it."""
        try:
            mended = _through(house, clients, fault)
        except faults.Skipped as reason:
            self.stdout.write(f"| {fault.name} | SKIPPED: {reason} | | | | |")
            self.stdout.flush()
            return []
        times = sorted(moment for client in clients for _, moment in client.answered)
        silence = max(later - sooner for sooner, later in itertools.pairwise(times))
        back = max(next(t for _, t in c.answered if t > mended) for c in clients) - mended
        wrong = [f"{fault.name}: {what}" for what in ledger.wrongs(house, clients)]
        self.stdout.write(
            f"| {fault.name} | {len(times)} | {troubles(clients)} | {silence:.1f} | {back:.1f} "
            f"| {len(wrong) or '–'} |"
        )
        self.stdout.flush()
        return wrong


def rights_for(rounds: int) -> int:
    """How many study rights a client needs to live through so many faults."""
    return FIRST_PLANS + rounds * NEW_PLANS


def ready_clients(house: House) -> list[Stubborn]:
    """Each with a system of its own, logged in, its first plans stored."""
    payload = orjson.loads(PAYLOAD.read_bytes())
    systems = [System(username, rights) for username, rights in house.finland.items()]
    clients = [Stubborn(n, house.ports, [system], payload) for n, system in enumerate(systems)]
    for client in clients:
        client.prepare(FIRST_PLANS)
    return clients


def _through(house: House, clients: list[Stubborn], fault: faults.Named) -> float:
    """Clients at work from before the fault until after all is well; when mending began."""
    for client in clients:
        client.forget()
    with ThreadPoolExecutor(len(clients)) as pool:
        at_work = [pool.submit(client.work) for client in clients]
        try:
            time.sleep(CALM)
            with fault.make(house):
                mended = time.monotonic()
            _wait_until_all_are_answered(clients, at_work, mended)
            time.sleep(CALM)
        finally:
            for client in clients:
                client.stop.set()
        for work in at_work:
            work.result()
    return mended


def _wait_until_all_are_answered(
    clients: list[Stubborn], at_work: list[Future[None]], since: float
) -> None:
    deadline = time.monotonic() + RECOVERY_SECONDS
    while silent := [client for client in clients if not client.is_answered(since)]:
        if time.monotonic() > deadline:
            raise LoadError(
                f"Not everybody was answered {RECOVERY_SECONDS:.0f} s after the mending. "
                f"{len(silent)} clients, tries without a good answer: {troubles(silent)}."
            )
        for ended in wait(at_work, TICK, FIRST_COMPLETED).done:
            ended.result()  # nobody was told to stop: it has failed, and knows why
