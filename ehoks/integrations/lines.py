"""The way out: one HTTP transport, over the network or into the simulator in this process."""

import logging
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import httpx2
from django.conf import settings

from ehoks.simulator import SimulatedTimeout, Simulator, create_app
from ehoks.simulator.faults import IN_PROCESS

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

CONNECT_SECONDS = 2.0
# at lower levels these two tell the address of every call, tickets and OIDs included
for _name in ("httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)

SIMULATOR_URL = "http://opintopolku.invalid"  # a name for addresses; nothing is ever looked up


class Call(NamedTuple):
    """One call: everything that it needs, headers complete."""

    method: str
    url: str
    headers: Mapping[str, str]
    body: bytes
    read_seconds: float


class Answer(NamedTuple):
    """A whole answer; `headers` has its names in lower case."""

    status: int
    headers: Mapping[str, str]
    content: bytes


class LineFault(Exception):
    """No answer came; `reason` is plain words without anybody's data."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)


class Line:
    """One HTTP transport for all services: the network, or the simulator's WSGI door.

    A transport below httpx2's client: no redirects are followed, no cookie of one service
    travels with the calls of another, and a call costs a third.
    """

    def __init__(self, transport: httpx2.BaseTransport) -> None:
        self.transport = transport

    def send(self, call: Call) -> Answer:
        """The answer, whatever its status. Raises LineFault."""
        timeout = httpx2.Timeout(call.read_seconds, connect=CONNECT_SECONDS)
        try:
            request = httpx2.Request(
                call.method,
                call.url,
                headers=dict(call.headers),
                content=call.body or None,
                extensions={"timeout": timeout.as_dict()},
            )
            response = self.transport.handle_request(request)
            content = response.read()
        except (httpx2.TimeoutException, SimulatedTimeout) as error:
            raise LineFault("timeout") from error
        except (httpx2.RequestError, httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
            raise LineFault("connection failed") from error
        return Answer(response.status_code, response.headers, content)


def line() -> Line:
    """The way out that the settings say."""
    if settings.OPINTOPOLKU_URL:
        return _network()
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE)[0]


def simulator() -> Simulator:
    """The simulator that answers when no real Opintopolku is set."""
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE)[1]


def close_network() -> None:
    """Hang up on everybody; the next call opens the lines anew. For tests."""
    _network().transport.close()
    _network.cache_clear()


@lru_cache(maxsize=1)
def _network() -> Line:
    return Line(httpx2.HTTPTransport())


@lru_cache(maxsize=4)
def _in_process(facts: str, state: Path) -> tuple[Line, Simulator]:
    app = create_app(Path(facts) if facts else None, state)

    def hurried(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """In this process a time-out of the simulator is told at once, not waited for."""
        return app({**environ, IN_PROCESS: True}, start_response)

    return Line(httpx2.WSGITransport(app=hurried)), app
