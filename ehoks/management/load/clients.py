"""The callers of a load: information systems with plans of their own, and clients that act as them.

A client is one connection and one thread. A system belongs to one client only, so that what the
register must hold at the end is known: what each system was last answered.
"""

import random
import time
import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlencode

import orjson

from ehoks.management.load.connection import Connection
from ehoks.management.load.finland import Right
from ehoks.management.load.service import LoadError
from ehoks.management.server import HOST
from ehoks.simulator.tickets import Tickets

PREFIX = "/ehoks-virkailija-backend"
HOKS = f"{PREFIX}/api/v1/hoks"
FORM = "application/x-www-form-urlencoded"
TIMEOUT = 30.0
FLOOR = "/health/live"  # an answer that asks nothing of anybody
STALE = "another versio"  # a 200 whose plan is not the one that the system last stored
VERSIO = b'"versio":'  # one plan has one
EXPECTED = {"GET": 200, "PUT": 204, "PATCH": 204, "POST": 200}
SHARES = {"GET": 50, "PUT": 30, "PATCH": 15, "POST": 5}

Outcome = int | str  # a status, or what happened instead of one


@dataclass
class Plan:
    """A plan as its system knows it: the id it was answered, and the last `versio` it stored."""

    id: int
    right: Right
    versio: int


@dataclass
class System:
    """An information system: its login, its plans, and study rights that have none yet."""

    username: str
    free: list[Right]
    plans: list[Plan] = field(default_factory=list)
    granting: str = ""  # the path of its ticket-granting ticket


@dataclass(frozen=True)
class Sample:
    """One call: of what kind, how it ended, how long it took."""

    kind: str
    outcome: Outcome
    seconds: float

    @property
    def is_expected(self) -> bool:
        """Whether it ended as a call of its kind must."""
        return self.outcome == EXPECTED.get(self.kind, 200)


class Client:
    """Acts as its systems in turn, by chance but the same way every time."""

    def __init__(
        self,
        number: int,
        port: int,
        systems: list[System],
        payload: dict[str, Any],
        shares: dict[str, int] = SHARES,
        cas: Tickets | None = None,
    ) -> None:
        """`cas` gives the tickets here; without it they are asked for over HTTP.

        In the country CAS is another machine: here it would take the service's processors.
        """
        self.chance = random.Random(number)  # noqa: S311 -- the same load every time
        self.connection = Connection(port, TIMEOUT)
        self.service = f"http://{HOST}:{port}{PREFIX}/cas-security-check"
        self.systems = systems
        self.payload = payload
        self.shares = shares
        self.cas = cas
        self.samples: list[Sample] = []

    # --- What it is told to do --------------------------------------------------------------------

    def prepare(self, plans: int) -> None:
        """Log every system in, and store its first plans. Raises LoadError if that fails."""
        for system in self.systems:
            if not self.cas:
                self.log_in(system)
            for _ in range(plans):
                self.store(system)
        if bad := [sample for sample in self.samples if not sample.is_expected]:
            raise LoadError(f"The first plans could not be stored: {bad[0].outcome}")
        self.samples.clear()

    def run(self, until: float) -> None:
        """Call until the moment comes (of the monotonic clock)."""
        while time.monotonic() < until:
            self.act()

    def knock(self, until: float) -> None:
        """Ask for the least that the service can answer, until the moment comes."""
        while time.monotonic() < until:
            started = time.perf_counter()
            outcome, *_ = self._send("GET", FLOOR, b"", {})
            self._note(FLOOR, outcome, time.perf_counter() - started)

    def act(self) -> None:
        """One call, by chance."""
        does = {"GET": self.read, "PUT": self.replace, "PATCH": self.patch}
        (kind,) = self.chance.choices(list(self.shares), list(self.shares.values()))
        if kind == "POST":
            self.store(self._one_with_room())
            return
        system = self.chance.choice(self.systems)
        does[kind](system, self.chance.choice(system.plans))

    def _one_with_room(self) -> System:
        systems = [system for system in self.systems if system.free]
        if not systems:
            raise LoadError("More plans were stored than there are study rights.")
        return self.chance.choice(systems)

    # --- The calls --------------------------------------------------------------------------------

    def read(self, system: System, plan: Plan) -> None:
        """GET, and see that it is what was stored."""
        body = self.call(system, "GET", f"{HOKS}/{plan.id}")
        # Not parsed: the callers have the two cores of the service to run on.
        if body and not (body.count(VERSIO) == 1 and VERSIO + b"%d," % plan.versio in body):
            self._note("GET", STALE, 0)

    def replace(self, system: System, plan: Plan) -> None:
        """PUT the whole document with a new number, and a new word in one period."""
        versio = plan.versio + 1
        document = self.payload | plan.right | {"versio": versio}
        first, *others = document["hankittavat-ammat-tutkinnon-osat"]
        period, *rest = first["osaamisen-hankkimistavat"]
        period = period | {"ajanjakson-tarkenne": f"Vuorot {versio}"}
        first = first | {"osaamisen-hankkimistavat": [period, *rest]}
        document["hankittavat-ammat-tutkinnon-osat"] = [first, *others]
        if self.call(system, "PUT", f"{HOKS}/{plan.id}", document) is not None:
            plan.versio = versio

    def patch(self, system: System, plan: Plan) -> None:
        """PATCH the number."""
        versio = plan.versio + 1
        if self.call(system, "PATCH", f"{HOKS}/{plan.id}", {"versio": versio}) is not None:
            plan.versio = versio

    def store(self, system: System) -> None:
        """POST a plan for a study right that has none."""
        right = system.free.pop()
        body = self.call(system, "POST", HOKS, self.payload | right | {"versio": 1})
        if body is not None:
            system.plans.append(Plan(orjson.loads(body)["meta"]["id"], right, 1))

    def list_plans(self, system: System) -> list[tuple[int, str]]:
        """What the register says: the id and the study right of each of the system's plans."""
        body = self.call(system, "GET", f"{HOKS}/luettelo?raja=5000")
        if body is None:
            raise LoadError(f"{system.username}: no list: {self.samples[-1].outcome}")
        return [(row["id"], row["opiskeluoikeus-oid"]) for row in orjson.loads(body)["data"]]

    # --- The line ---------------------------------------------------------------------------------

    def call(self, system: System, method: str, path: str, document: Any = None) -> bytes | None:
        """The body of an answer that is as it should be, else None; what happened is noted."""
        headers = {"ticket": self._ticket(system), "Caller-Id": f"load.{system.username}"}
        if document is not None:
            headers["Content-Type"] = "application/json"
        if method == "POST":
            headers["Idempotency-Key"] = str(uuid.uuid4())
        body = b"" if document is None else orjson.dumps(document)
        started = time.perf_counter()
        outcome, _, answer = self._send(method, path, body, headers)
        self._note(method, outcome, time.perf_counter() - started)
        return answer if outcome == EXPECTED[method] else None

    def _note(self, kind: str, outcome: Outcome, seconds: float) -> None:
        self.samples.append(Sample(kind, outcome, seconds))

    def log_in(self, system: System) -> None:
        """Get the system what it gets tickets for. Raises LoadError if that fails."""
        form = urlencode({"username": system.username, "password": system.username}).encode()
        outcome, headers, _ = self._send(
            "POST", "/simulator/cas/v1/tickets", form, {"Content-Type": FORM}
        )
        if outcome != 201:
            raise LoadError(f"{system.username} could not log in: {outcome}")
        # Its path only: wherever an address leads, a load stays on its own line.
        system.granting = "/simulator" + headers["location"].partition("/simulator")[2]

    def _ticket(self, system: System) -> str:
        if self.cas:
            return self.cas.issue("ST", system.username, self.service)
        form = urlencode({"service": self.service}).encode()
        outcome, _, body = self._send("POST", system.granting, form, {"Content-Type": FORM})
        return body.decode() if outcome == 200 else ""

    def _send(
        self, method: str, path: str, body: bytes, headers: dict[str, str]
    ) -> tuple[Outcome, dict[str, str], bytes]:
        try:
            return self.connection.ask(method, path, body, headers)
        except (OSError, HTTPException) as error:
            self.connection.close()
            return type(error).__name__, {}, b""


def differences(client: Client) -> Iterable[str]:
    """Where the register is not what the client's systems were answered."""
    for system in client.systems:
        here = client.list_plans(system)
        known = [(plan.id, plan.right["opiskeluoikeus-oid"]) for plan in system.plans]
        if sorted(here) != sorted(known):
            lost, strange = len(set(known) - set(here)), len(here) - len(set(known) & set(here))
            yield f"{system.username}: {lost} plans lost, {strange} doubled or unknown"
        before = len(client.samples)
        for plan in system.plans:
            client.read(system, plan)
        if bad := [s for s in client.samples[before:] if not s.is_expected]:
            yield f"{system.username}: {len(bad)} plans are not as they were left ({bad[0].outcome})"
