"""The way out: over the network, or into the simulator in this process."""

import logging
from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import unquote, urlencode, urlsplit

import httpx2
from django.conf import settings

from ehoks.simulator import SimulatedTimeout, Simulator, create_app
from ehoks.simulator.faults import IN_PROCESS
from ehoks.simulator.web import QUERY, Request

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIEnvironment

CONNECT_SECONDS = 2.0
# at lower levels these two tell the address of every call, tickets and OIDs included
for _name in ("httpx2", "httpcore2"):
    logging.getLogger(_name).setLevel(logging.WARNING)

SIMULATOR_URL = "http://opintopolku.invalid"  # a name for addresses; nothing is ever looked up


class Call(NamedTuple):
    """One call: everything that it needs, headers complete."""

    method: str
    url: str
    query: Mapping[str, str]
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


class Line(Protocol):
    """The network, or the simulator in this process."""

    def send(self, call: Call) -> Answer:
        """The answer, whatever its status. Raises LineFault."""


class Network:
    """One transport for all services.

    Below httpx2's client: no redirects are followed, no cookie of one service travels with the
    calls of another, and a call costs a third.
    """

    def __init__(self) -> None:
        self.transport = httpx2.HTTPTransport()

    def send(self, call: Call) -> Answer:
        """The answer, whatever its status. Raises LineFault."""
        timeout = httpx2.Timeout(call.read_seconds, connect=CONNECT_SECONDS)
        try:
            request = httpx2.Request(
                call.method,
                f"{call.url}?{urlencode(call.query)}" if call.query else call.url,
                headers=dict(call.headers),
                content=call.body or None,
                extensions={"timeout": timeout.as_dict()},
            )
            response = self.transport.handle_request(request)
            content = response.read()
        except httpx2.TimeoutException as error:
            raise LineFault("timeout") from error
        except (httpx2.RequestError, httpx2.InvalidURL, httpx2.UnsupportedProtocol) as error:
            raise LineFault("connection failed") from error
        return Answer(response.status_code, response.headers, content)


class InProcess:
    """The simulator without a socket, and without a client library: it would cost most of a call."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator

    def send(self, call: Call) -> Answer:
        """The answer, whatever its status. Raises LineFault, at once where it says `timeout`."""
        try:
            response = self.simulator.answer(Request(_environ(call)))
        except SimulatedTimeout as error:
            raise LineFault("timeout") from error
        headers = {"content-type": response.content_type}
        headers.update((name.lower(), value) for name, value in response.headers)
        return Answer(response.status, headers, response.body)


def _environ(call: Call) -> "WSGIEnvironment":
    address = urlsplit(call.url)
    headers = {f"HTTP_{k.upper().replace('-', '_')}": value for k, value in call.headers.items()}
    return headers | {
        IN_PROCESS: True,
        "REQUEST_METHOD": call.method,
        "PATH_INFO": unquote(address.path),
        QUERY: call.query,
        "HTTP_HOST": address.netloc,
        "CONTENT_LENGTH": str(len(call.body)),
        "wsgi.url_scheme": address.scheme,
        "wsgi.input": BytesIO(call.body),
    }


def line() -> Line:
    """The way out that the settings say."""
    if settings.OPINTOPOLKU_URL:
        return _network()
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE)


def simulator() -> Simulator:
    """The simulator that answers when no real Opintopolku is set."""
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE).simulator


def close_network() -> None:
    """Hang up on everybody; the next call opens the lines anew. For tests."""
    _network().transport.close()
    _network.cache_clear()


@lru_cache(maxsize=1)
def _network() -> Network:
    return Network()


@lru_cache(maxsize=4)
def _in_process(facts: str, state: Path) -> InProcess:
    return InProcess(create_app(Path(facts) if facts else None, state))
