"""How we speak HTTP: our name on every call, time limits, one more try, unreadable is unavailable."""

import contextlib
import datetime as dt
import random
import time
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar
from urllib.parse import urlencode

import orjson
from django.conf import settings
from pydantic import TypeAdapter

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
from ehoks.integrations.tahti import Tahti

__all__ = [
    "Answer",
    "Service",
    "clear_caches",
    "csrf_cookie",
    "get",
    "get_once",
    "hurried",
    "is_missing",
    "json_of",
    "made",
    "post",
    "pvm",
    "reading",
    "simulator",
    "unexpected",
]

PAUSE_SECONDS = (0.1, 0.3)  # before the second try; by chance, so that callers do not come at once

T = TypeVar("T")
_hurry: ContextVar[float | None] = ContextVar("hurry", default=None)
_READ_ERRORS = (LookupError, TypeError, ValueError, AttributeError)


@dataclass(frozen=True, slots=True)
class Service:
    """A service to call: below which path, how long to wait, what to raise when it fails."""

    path: str
    read_seconds: float
    unavailable: type[ServiceUnavailable]
    base: str = "OPINTOPOLKU_URL"  # the setting that tells where it is

    @property
    def url(self) -> str:
        """The absolute address, without a slash at the end."""
        return f"{getattr(settings, self.base) or SIMULATOR_URL}{self.path}"


def get(
    service: Service,
    path: str,
    query: Mapping[str, str] | None = None,
    headers: Mapping[str, str] | None = None,
    **params: object,
) -> Answer:
    """GET, tried twice (once within `hurried`); the answer has any status below 500.

    Raises the service's own unavailable error (`params` fill its text).
    """
    url = f"{service.url}{path}"
    try:
        try:
            return _send(service, "GET", url, headers or {}, query=query)
        except LineFault:
            if _hurry.get() is not None:
                raise
            time.sleep(random.uniform(*PAUSE_SECONDS))  # noqa: S311 -- a pause, not a secret
            return _send(service, "GET", url, headers or {}, query=query)
    except LineFault as fault:
        raise service.unavailable(fault.reason, **params) from fault


@contextlib.contextmanager
def hurried(seconds: float) -> Iterator[None]:
    """Within it no answer is waited for longer, nor asked for twice: what a page can do without."""
    token = _hurry.set(seconds)
    try:
        yield
    finally:
        _hurry.reset(token)


def get_once(service: Service, path: str, query: Mapping[str, str]) -> Answer:
    """GET what can be asked but once, such as the truth of a single-use ticket. Raises as `get`."""
    try:
        return _send(service, "GET", f"{service.url}{path}", {}, query=query)
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
    service: Service,
    method: str,
    url: str,
    headers: Mapping[str, str],
    body: bytes = b"",
    query: Mapping[str, str] | None = None,
) -> Answer:
    """One call; a status of 500 or more counts as a fault of the line."""
    caller = settings.CALLER_ID
    common = {"Caller-Id": caller, "CSRF": caller, "Cookie": csrf_cookie(), **headers}
    seconds = min(service.read_seconds, _hurry.get() or service.read_seconds)
    answer = line().send(Call(method, url, query or {}, common, body, seconds))
    if answer.status >= 500:
        raise LineFault(f"HTTP status {answer.status}")
    return answer


def csrf_cookie() -> str:
    """What Opintopolku's gates want in every cookie header: the same word as in the CSRF header."""
    return f"CSRF={settings.CALLER_ID}"


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
    """The body of an answer.

    ValueError when it is not JSON, or holds the one character that no database column takes.
    """
    if b"\\u0000" in answer.content:
        raise ValueError("NUL")
    return orjson.loads(answer.content)


def made(kind: type[T], **fields: object) -> T:
    """A dataclass whose fields are of the types that it declares; ValueError when one is not."""
    found: T = _adapter(kind).validate_python(fields)  # type: ignore[arg-type] # mypy: a class is hashable
    return found


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def pvm(value: str | None) -> str | None:
    """A day as an answer tells it; ValueError when it is none."""
    return dt.date.fromisoformat(value).isoformat() if value else None


def clear_caches() -> None:
    """Forget every answer that this process keeps; for tests and for support."""
    TtlCache.clear_all()
    Tahti.clear_all()
