"""`make bench-scale`: whether a register of a million plans is as quick as one of ten thousand."""

import os
import statistics
import subprocess
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson
import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from ehoks import embedded_pg
from ehoks.management.load.service import LoadError, manage_command, require_nothing_real
from ehoks.simulator.facts import DEMO_FILE
from hoks.demo import copy_in, massa
from hoks.demo.massa import Massa

REGISTERS = ((10_000, "typical"), (100_000, "typical"), (10_000, "small"), (1_000_000, "small"))
WRITABLE = 200  # plans whose learners the simulator knows
TURNS = 3  # in which the registers are measured one after the other
TIMES_SLOWER = 2.0
BUILD_MINUTES, BUILD_GB = 15.0, 20.0
SEARCH_MS = 50.0  # p95


@dataclass
class Register:
    """A database of so many plans, and what was measured of it."""

    massa: Massa
    environment: dict[str, str]
    minutes: float = 0.0
    gigabytes: float = 0.0
    times: dict[str, list[float]] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """In the table."""
        return f"{self.massa.maara:,} {self.massa.laji}"

    def manage(self, *arguments: str) -> str:
        """What a management command on it prints. Raises LoadError when it fails."""
        done = subprocess.run(  # noqa: S603
            manage_command(*arguments),
            env=self.environment,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise LoadError(f"{self.name}: {arguments[0]}: {done.stderr[-2000:]}")
        return done.stdout

    def measure(self, rounds: int) -> None:
        """One turn; its times are added to those before."""
        own = (self.massa.laji, str(self.massa.maara), f"--writable={WRITABLE}")
        for line in self.manage("bench_size", *own, f"--rounds={rounds}").splitlines():
            found = orjson.loads(line)
            self.times.setdefault(found["kind"], []).extend(found["times"])

    def median(self, kind: str) -> float:
        """Milliseconds."""
        return statistics.median(self.times[kind])

    def p95(self, kind: str) -> float:
        """Milliseconds."""
        return statistics.quantiles(self.times[kind], n=20)[-1]


class Command(BaseCommand):
    """Build the registers, measure them in turns, compare."""

    help = "Measure small and large registers beside each other, in a database server of its own."
    requires_system_checks = []  # it is a client; its commands ask for themselves

    def add_arguments(self, parser: ArgumentParser) -> None:
        """A tenth of everything is enough to try whether it works."""
        parser.add_argument("--divide", type=int, default=1, help="registers so many times smaller")
        parser.add_argument("--rounds", type=int, default=60)

    def handle(self, *args: Any, divide: int, rounds: int, **options: Any) -> None:
        """Print the tables; end with an error when a promise is not kept."""
        try:
            require_nothing_real()
            with ExitStack() as stack:
                server = stack.enter_context(_own_server())
                registers = [
                    self.build(server, Massa(kind, max(number // divide, WRITABLE)))
                    for number, kind in REGISTERS
                ]
                for _ in range(TURNS):
                    for register in registers:
                        register.measure(rounds)
                self.tell(registers)
        except (LoadError, embedded_pg.EmbeddedPostgresError) as error:
            raise CommandError(str(error)) from None
        if missed := [*_missed(registers)]:
            raise CommandError("Not reached: " + "; ".join(missed))
        self.stdout.write("Every limit is kept.")

    def build(self, server: "Server", register: Massa) -> Register:
        """Make the tables and fill them."""
        built = server.make(register)
        started = time.monotonic()
        built.manage("migrate", "--verbosity=0")
        built.manage("fill_register", str(register.maara), f"--laji={register.laji}")
        built.minutes = (time.monotonic() - started) / 60
        built.gigabytes = server.size_of(register) / 1e9
        each = built.gigabytes * 1e6 / register.maara
        self.stdout.write(
            f"{built.name} plans: built in {built.minutes:.1f} minutes, "
            f"{built.gigabytes:.2f} GB, {each:.1f} kB a plan."
        )
        self.stdout.flush()
        return built

    def tell(self, registers: list[Register]) -> None:
        """Medians of each kind of call in each register."""
        names = " | ".join(register.name for register in registers)
        self.stdout.write(
            f"\n| median ms (p95) | {names} | slower |\n|---|{'---|' * (len(registers) + 1)}"
        )
        for kind in registers[0].times:
            told = " | ".join(f"{r.median(kind):.2f} ({r.p95(kind):.2f})" for r in registers)
            self.stdout.write(f"| {kind} | {told} | {_slower(registers, kind):.2f} × |")


def _slower(registers: list[Register], kind: str) -> float:
    """How many times as long the largest takes as the smallest with plans of its kind."""
    *_, small, large = registers
    return large.median(kind) / small.median(kind)


def _missed(registers: list[Register]) -> Iterator[str]:
    large = registers[-1]
    for kind in large.times:
        slower = _slower(registers, kind)
        if slower > TIMES_SLOWER and kind != "search, biggest school":  # that one grows too
            yield f"{kind}: {slower:.1f} × slower in {large.name}"
    for kind in ("search", "list, first page", "search, biggest school"):
        if large.p95(kind) > SEARCH_MS:
            yield f"{kind}: p95 {large.p95(kind):.0f} ms"
    for register in registers:
        if register.minutes > BUILD_MINUTES or register.gigabytes > BUILD_GB:
            yield f"{register.name}: {register.minutes:.1f} minutes, {register.gigabytes:.1f} GB"


# --- Where they live --------------------------------------------------------------------------------


@dataclass
class Server:
    """A durable database server of its own, gone at the end."""

    home: Path
    cluster: embedded_pg.Cluster

    def make(self, register: Massa) -> Register:
        """An empty database, and a Finland that knows some of its learners."""
        name = _name(register)
        self._ask(f"CREATE DATABASE {name}")
        facts = self.home / f"{name}.json"
        facts.write_bytes(_facts(register))
        environment = os.environ | {
            "EHOKS_DEMO": "1",
            "DATABASE_URL": self.cluster.url.replace("/postgres?", f"/{name}?"),
            "EHOKS_SIMULATOR_STATE": str(self.home / f"{name}-simulator"),
            "EHOKS_SIMULATOR_FACTS": str(facts),
            "EHOKS_AUDIT_LOG": str(self.home / "audit.jsonl"),
            "EHOKS_REQUEST_LOG": str(self.home / "requests.jsonl"),
        }
        return Register(register, environment)

    def size_of(self, register: Massa) -> int:
        """Bytes on the disk."""
        return int(self._ask(f"SELECT pg_database_size('{_name(register)}')")[0][0])

    def _ask(self, statement: str) -> list[tuple[Any, ...]]:
        address = f"host={self.cluster.sockets} user=postgres dbname=postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            asked = connection.execute(statement)
            return asked.fetchall() if asked.description else []


def _name(register: Massa) -> str:
    return f"{copy_in.NAME}_{register.laji}_{register.maara}"


def _facts(register: Massa) -> bytes:
    facts = orjson.loads(DEMO_FILE.read_bytes())
    for oikeus in facts["opiskeluoikeudet"]:
        oikeus.pop("seed", None)  # its plans are those of the register
    step = register.maara // WRITABLE
    massa.write_facts(facts, register, range(0, register.maara, step))
    return orjson.dumps(facts)


@contextmanager
def _own_server() -> Iterator[Server]:
    with tempfile.TemporaryDirectory(prefix="ehoks-scale-") as folder:
        home = Path(folder)
        cluster = embedded_pg.Cluster(home / "pg", embedded_pg.find_binaries())
        embedded_pg.join(cluster)
        try:
            yield Server(home, cluster)
        finally:
            embedded_pg.leave(cluster)
