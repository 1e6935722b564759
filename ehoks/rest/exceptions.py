"""One handler from any exception to the answer: the wire's keys first, then words for people."""

import logging
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.urls import reverse
from psycopg_pool import PoolTimeout
from rest_framework import exceptions as drf

from ehoks.common import counts
from ehoks.common.errors import EhoksError
from ehoks.common.requests import request_id
from ehoks.rest.errors import (
    DatabaseUnavailable,
    InvalidParameter,
    MalformedJson,
    MethodNotAllowed,
    RouteNotFound,
    Unexpected,
)
from ehoks.rest.wire import json_response

logger = logging.getLogger("ehoks.errors")

RETRY_SECONDS = "5"
_TREE = {"type": "compojure.api.exception/request-validation", "coercion": "schema"}
_PARSING = {
    "type": "compojure.api.exception/request-parsing",
    "format": "application/json",
    "charset": "utf-8",
}


def to_response(exception: Exception, context: Any = None) -> HttpResponse:
    """The answer to an exception; an unknown one is logged by its kind and place, never its text."""
    return error_response(to_known(exception))


def to_known(exception: Exception) -> EhoksError:
    """The error that is told of an exception."""
    match exception:
        case EhoksError():
            return exception
        case drf.MethodNotAllowed():
            return MethodNotAllowed()
        case drf.NotFound():
            return RouteNotFound()
        case OperationalError() | InterfaceError() | PoolTimeout():
            counts.DATABASE_FAILURES.labels(type(exception).__name__).inc()
            logger.error("database: %s", type(exception).__name__)
            return DatabaseUnavailable(headers={"Retry-After": RETRY_SECONDS})
        case _:
            _log_unexpected(exception)
            return Unexpected(request_id=request_id.get())


def _log_unexpected(exception: Exception) -> None:
    """Where it happened, without values: a message may hold what the client sent."""
    places = []
    trace = exception.__traceback__
    while trace:
        places.append(f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}")
        trace = trace.tb_next
    logger.error(
        "unexpected %s, request %s, at %s",
        type(exception).__name__,
        request_id.get(),
        " < ".join(reversed(places[-6:])),
    )


def error_response(error: EhoksError) -> HttpResponse:
    """The one model of all error answers."""
    return json_response(error_body(error), error.status, error.headers)


def error_body(error: EhoksError) -> dict[str, Any]:
    """Its keys: the literal under the wire's own key, then code, texts, request id and help."""
    body: dict[str, Any] = {error.key: error.wire_text}
    if error.key == "errors":
        place = error.place if isinstance(error, InvalidParameter) else "body-params"
        body = {"errors": getattr(error, "errors", {}), **_TREE, "in": ["request", place]}
    elif isinstance(error, MalformedJson):
        body = {**_PARSING, "original": error.detail.en, **body}
    return {
        **body,
        "code": error.code,
        "title": error.title.format(**error.params) or error.wire_text or error.detail.en,
        "detail": error.detail._asdict(),
        **error.extra,
        "request-id": request_id.get(),
        "help": f"{settings.BASE_URL}{reverse('help')}#{error.code}",
    }
