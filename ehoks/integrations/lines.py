"""The two ways out: the network, or the simulator in this process. Both carry the same calls."""

import io
import logging
import urllib.parse
from collections.abc import Mapping
from functools import lru_cache
from http.cookiejar import CookieJar, DefaultCookiePolicy
from pathlib import Path
from typing import NamedTuple, Protocol

import httpx2
from django.conf import settings

from ehoks.simulator import SimulatedTimeout, Simulator, create_app
from ehoks.simulator.faults import IN_PROCESS
from ehoks.simulator.web import Request as SimulatorRequest

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


class Line(Protocol):
    """A way to make a call."""

    def send(self, call: Call) -> Answer:
        """The answer, whatever its status. Raises LineFault."""


def line() -> Line:
    """The way out that the settings say."""
    if settings.OPINTOPOLKU_URL:
        return _network()
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE)


def simulator() -> Simulator:
    """The simulator that answers when no real Opintopolku is set."""
    return _in_process(settings.SIMULATOR_FACTS, settings.SIMULATOR_STATE).simulator


class _Network:
    """Real HTTP; one pool of connections for all services."""

    def __init__(self) -> None:
        # a session cookie of one service must not travel with the calls of another
        no_cookies = CookieJar(DefaultCookiePolicy(allowed_domains=[]))
        self._client = httpx2.Client(follow_redirects=False, cookies=no_cookies)

    def send(self, call: Call) -> Answer:
        timeout = httpx2.Timeout(call.read_seconds, connect=CONNECT_SECONDS)
        try:
            response = self._client.request(
                call.method,
                call.url,
                headers=dict(call.headers),
                content=call.body or None,
                timeout=timeout,
            )
        except httpx2.TimeoutException as error:
            raise LineFault("timeout") from error
        except (httpx2.RequestError, httpx2.InvalidURL) as error:
            raise LineFault("connection failed") from error
        return Answer(response.status_code, response.headers, response.content)


class _InProcess:
    """The simulator called as a function; its time-out is told at once, not waited for."""

    def __init__(self, simulator: Simulator) -> None:
        self.simulator = simulator

    def send(self, call: Call) -> Answer:
        path, _, query = call.url.removeprefix(SIMULATOR_URL).partition("?")
        environ = {
            "REQUEST_METHOD": call.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": urllib.parse.unquote(path, "latin-1"),
            "QUERY_STRING": query,
            "CONTENT_LENGTH": str(len(call.body)),
            "HTTP_HOST": SIMULATOR_URL.removeprefix("http://"),
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(call.body),
            IN_PROCESS: True,
        }
        for name, value in call.headers.items():
            environ[f"HTTP_{name.upper().replace('-', '_')}"] = value
        try:
            response = self.simulator.answer(SimulatorRequest(environ))
        except SimulatedTimeout as error:
            raise LineFault("timeout") from error
        headers = {name.lower(): value for name, value in response.headers}
        headers["content-type"] = response.content_type
        return Answer(response.status, headers, response.body)


@lru_cache(maxsize=1)
def _network() -> _Network:
    return _Network()


@lru_cache(maxsize=4)
def _in_process(facts: str, state: Path) -> _InProcess:
    return _InProcess(create_app(Path(facts) if facts else None, state))
