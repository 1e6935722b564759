"""Callers that do not give up, as a good information system does not, and a ledger of what they know."""

import itertools
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterable
from typing import Any

import orjson

from ehoks.management.load.clients import EXPECTED, SHARES, Client, System
from ehoks.management.load.connection import Connection
from ehoks.management.load.service import LoadError

PATIENCE = 60.0  # seconds of trying one call
PAUSE = (0.02, 0.2)
MOST_GIVEN_UP = (
    5  # more, and the service is not there at all: a minute of trying for each is enough
)
TIMEOUT = 20.0
NEW_PLANS = 25  # of a client in one round: however fast the machine, study rights last to the end
SETTLED = SHARES | {"POST": 0}

Answered = tuple[str, float]  # the request's id, and when


class Stubborn(Client):
    """Repeats a call until it is answered, under the same `Idempotency-Key`, at another port if need be."""

    def __init__(
        self, number: int, ports: list[int], systems: list[System], payload: dict[str, Any]
    ) -> None:
        super().__init__(number, ports[0], systems, payload)
        self.doors = itertools.cycle(ports[number % 2 :] + ports[: number % 2])
        self.stop = threading.Event()
        self.answered: list[Answered] = []
        self.tries: Counter[str] = Counter()  # that were not answered as they should be
        self.given_up: list[str] = []
        self.new_plans = 0
        self._other_door()

    def work(self) -> None:
        """Call until told to stop."""
        while not self.stop.is_set():
            self.act()

    def act(self) -> None:
        """One call, by chance; no POST any more when the round has its new plans."""
        self.shares = SHARES if self.new_plans < NEW_PLANS else SETTLED
        super().act()

    def store(self, system: System) -> None:
        """POST a plan for a study right that has none."""
        self.new_plans += 1
        super().store(system)

    def call(self, system: System, method: str, path: str, document: Any = None) -> bytes | None:
        """The body of the first answer that is as it should be; None when there was none."""
        key = str(uuid.uuid4())
        deadline = time.monotonic() + PATIENCE
        while True:
            outcome, name, answer = self._try(system, method, path, document, key)
            if outcome == EXPECTED[method]:
                self.answered.append((name, time.monotonic()))
                return answer
            self.tries[str(outcome)] += 1
            passing = isinstance(outcome, str) or outcome >= 500
            if not passing or time.monotonic() > deadline:
                self.given_up.append(f"{method}: {outcome}")
                if len(self.given_up) > MOST_GIVEN_UP:
                    raise LoadError(f"The service does not answer: {', '.join(self.given_up)}.")
                return None
            self._other_door()
            time.sleep(self.chance.uniform(*PAUSE))

    def _try(
        self, system: System, method: str, path: str, document: Any, key: str
    ) -> tuple[int | str, str, bytes]:
        ticket, name = self._ticket(system), uuid.uuid4().hex
        if not ticket:
            return self._new_login(system), name, b""
        headers = {"ticket": ticket, "Caller-Id": f"load.{system.username}", "X-Request-Id": name}
        if document is not None:
            headers["Content-Type"] = "application/json"
        if method == "POST":
            headers["Idempotency-Key"] = key
        body = b"" if document is None else orjson.dumps(document)
        outcome, _, answer = self._send(method, path, body, headers)
        return outcome, name, answer

    def _new_login(self, system: System) -> str:
        try:
            self.log_in(system)
        except LoadError:
            return "no login"
        return "no ticket"

    def _other_door(self) -> None:
        self.connection.close()
        self.connection = Connection(next(self.doors), TIMEOUT)

    def forget(self) -> None:
        """Begin a new round; plans are remembered."""
        self.stop.clear()
        self.answered.clear()
        self.tries.clear()
        self.given_up.clear()
        self.samples.clear()
        self.new_plans = 0

    def is_answered(self, since: float) -> bool:
        """Whether an answer came after the moment."""
        return bool(self.answered) and self.answered[-1][1] > since


def troubles(clients: Iterable[Stubborn]) -> str:
    """What came instead of good answers, how often: `31: no ticket 29, 503 2`."""
    tries = sum((client.tries for client in clients), Counter())
    kinds = ", ".join(f"{what} {times}" for what, times in tries.most_common())
    return f"{tries.total()}: {kinds}" if tries else "0"
