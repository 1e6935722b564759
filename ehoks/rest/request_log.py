"""A line in the log and a mark in the counts for each request: its route, never its path.

A path can name a person, the pattern of its route cannot. Statements of an answer that is
streamed, and the time it takes to stream it, come after the line and are not in it.
"""

import logging
import time
from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

from ehoks.common import counts

logger = logging.getLogger("ehoks.requests")

METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
NO_ROUTE = "-"
LOOK_SECONDS = 1.0  # between two looks at the pool

_next_look = 0.0


class Statements:
    """Counts what is said to the database."""

    def __init__(self) -> None:
        self.number = 0

    def __call__(self, execute: Callable[..., Any], *arguments: Any) -> Any:
        """Called by Django around each statement."""
        self.number += 1
        return execute(*arguments)


def request_log(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware: stands around everything else but the frame that knows the request's id."""

    def middleware(request: HttpRequest) -> HttpResponse:
        statements, started = Statements(), time.perf_counter()
        with connection.execute_wrapper(statements):
            response = get_response(request)
        _note(request, response, time.perf_counter() - started, statements.number)
        return response

    return middleware


def _note(request: HttpRequest, response: HttpResponse, seconds: float, statements: int) -> None:
    method = request.method if request.method in METHODS else "other"
    route = request.resolver_match.route if request.resolver_match else NO_ROUTE
    counts.REQUESTS.labels(method, route, response.status_code).inc()
    counts.SECONDS.labels(method, route).observe(seconds)
    counts.STATEMENTS.labels(method, route).inc(statements)
    _look_at_pool()
    if logger.isEnabledFor(logging.INFO):
        fields = {
            "method": method,
            "route": route,
            "status": response.status_code,
            "ms": round(seconds * 1000, 1),
            "statements": statements,
        }
        logger.info("request", extra={"fields": fields})


def _look_at_pool() -> None:
    """Now and then: the figures are for whoever looks once in several seconds."""
    global _next_look
    if time.monotonic() < _next_look:
        return
    _next_look = time.monotonic() + LOOK_SECONDS
    pool = connection.pool  # type: ignore[attr-defined] # PostgreSQL has one
    if pool:
        found = pool.get_stats()
        counts.POOL.set(found.get("pool_size", 0))
        counts.POOL_FREE.set(found.get("pool_available", 0))
        counts.POOL_WAITING.set(found.get("requests_waiting", 0))
