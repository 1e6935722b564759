"""How we speak HTTP: our name on every call, time limits, one more try, unreadable is unavailable."""

import contextlib
import random
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import orjson
from django.conf import settings

from ehoks.integrations.cache import TtlCache
from ehoks.integrations.errors import ServiceUnavailable
from ehoks.integrations.lines import (
    SIMULATOR_URL,
    Answer,
    Call,
    LineFault,
    line,
    simulator,
)

__all__ = [
    "Answer",
    "Service",
    "clear_caches",
    "get",
    "get_once",
    "is_missing",
    "json_of",
    "post",
    "reading",
    "simulator",
    "unexpected",
]

PAUSE_SECONDS = (0.1, 0.3)  # before the second try; by chance, so that callers do not come at once

_READ_ERRORS = (KeyError, IndexError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Service:
    """A service to call: below which path, how long to wait, what to raise when it fails."""

    path: str
    read_seconds: float
    unavailable: type[ServiceUnavailable]
    at_eperusteet: bool = False

    @property
    def url(self) -> str:
        """The absolute address, without a slash at the end."""
        base = settings.EPERUSTEET_URL if self.at_eperusteet else settings.OPINTOPOLKU_URL
        return f"{base or SIMULATOR_URL}{self.path}"


def get(
    service: Service,
    path: str,
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    **params: object,
) -> Answer:
    """GET, tried twice; the answer has any status below 500.

    Raises the service's own unavailable error (`params` fill its text).
    """
    url = f"{service.url}{path}" + (f"?{urlencode(query)}" if query else "")
    try:
        try:
            return _send(service, "GET", url, headers or {})
        except LineFault:
            time.sleep(random.uniform(*PAUSE_SECONDS))  # noqa: S311 -- a pause, not a secret
            return _send(service, "GET", url, headers or {})
    except LineFault as fault:
        raise service.unavailable(fault.reason, **params) from fault


def get_once(service: Service, path: str, query: Mapping[str, str]) -> Answer:
    """GET what can be asked but once, such as the truth of a single-use ticket. Raises as `get`."""
    try:
        return _send(service, "GET", f"{service.url}{path}?{urlencode(query)}", {})
    except LineFault as fault:
        raise service.unavailable(fault.reason) from fault


def post(
    service: Service,
    url: str,
    *,
    form: Mapping[str, str] | None = None,
    json: object = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """POST a form or JSON to an absolute address, tried once. Raises as `get`."""
    if form is not None:
        kind, body = "application/x-www-form-urlencoded", urlencode(form).encode()
    else:
        kind, body = "application/json", orjson.dumps(json)
    try:
        return _send(service, "POST", url, {"Content-Type": kind, **(headers or {})}, body)
    except LineFault as fault:
        raise service.unavailable(fault.reason) from fault


def _send(
    service: Service, method: str, url: str, headers: Mapping[str, str], body: bytes = b""
) -> Answer:
    """One call; a status of 500 or more counts as a fault of the line."""
    caller = settings.CALLER_ID
    # Opintopolku's gates want the same word in the CSRF header and the CSRF cookie
    common = {"Caller-Id": caller, "CSRF": caller, "Cookie": f"CSRF={caller}", **headers}
    answer = line().send(Call(method, url, common, body, service.read_seconds))
    if answer.status >= 500:
        raise LineFault(f"HTTP status {answer.status}")
    return answer


# --- Reading the answer ------------------------------------------------------------------------------


@contextlib.contextmanager
def reading(service: Service, **params: object) -> Iterator[None]:
    """Reads an answer: one that is not what was promised becomes the unavailable error."""
    try:
        yield
    except _READ_ERRORS as error:
        raise service.unavailable("unreadable answer", **params) from error


def unexpected(service: Service, answer: Answer, **params: object) -> ServiceUnavailable:
    """The error for an answer with a status that means nothing to us."""
    return service.unavailable(f"HTTP status {answer.status}", **params)


def is_missing(answer: Answer) -> bool:
    """Whether the service says that there is no such thing.

    A 404 in HTML is a proxy's page, not the service's word: it proves nothing.
    """
    return answer.status == 404 and "html" not in answer.headers.get("content-type", "")


def json_of(answer: Answer) -> Any:
    """The body of an answer; ValueError when it is not JSON."""
    return orjson.loads(answer.content)


def clear_caches() -> None:
    """Forget every answer that this process keeps; for tests and for support."""
    TtlCache.clear_all()
