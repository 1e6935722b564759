"""Bodies in and out: strict JSON as bytes, never through an intermediate form."""

import re
from typing import Any

import orjson
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

from ehoks.rest.errors import BodyTooLarge, MalformedJson, UnsupportedType

JSON = "application/json"
JSON_UTF8 = "application/json; charset=utf-8"
_BOM = b"\xef\xbb\xbf"
_PLACE = re.compile(r"line (\d+) column (\d+)")


class RawJSONParser(BaseParser):
    """Names JSON as the one media type of requests; bodies are read by `read_body`."""

    media_type = JSON


class OrjsonRenderer(BaseRenderer):
    """JSON from plain values."""

    media_type = JSON
    format = "json"
    charset = None

    def render(self, data: Any, media_type: str | None = None, context: Any = None) -> bytes:
        """The value as compact UTF-8."""
        return b"" if data is None else orjson.dumps(data)


def read_body(request: Request) -> bytes:
    """The body as it was sent.

    Raises:
        UnsupportedType: it is not called JSON.
        BodyTooLarge: it is over the limit.
    """
    media_type = (request.META.get("CONTENT_TYPE") or "").partition(";")[0].strip().lower()
    if media_type != JSON:
        raise UnsupportedType
    try:
        django_request: HttpRequest = request._request  # noqa: SLF001 -- DRF would parse the stream
        return django_request.body
    except RequestDataTooBig:
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // (1024 * 1024)
        raise BodyTooLarge(megatavua=limit) from None


def parse_json(raw: bytes) -> Any:
    """The JSON value; an empty body is null, a byte order mark is passed over.

    Duplicate keys: the last one wins. NaN, lone surrogates and text after the value are errors.

    Raises:
        MalformedJson: with the place, without the text.
    """
    raw = raw.removeprefix(_BOM)
    if not raw.strip():
        return None
    try:
        return orjson.loads(raw)
    except orjson.JSONDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = place.groups() if place else ("1", "1")
        raise MalformedJson(line=line, column=column) from None


def json_response(
    value: Any, status: int = 200, headers: dict[str, str] | None = None
) -> HttpResponse:
    """An answer with a JSON body."""
    return bytes_response(orjson.dumps(value), status, headers)


def bytes_response(
    body: bytes, status: int = 200, headers: dict[str, str] | None = None
) -> HttpResponse:
    """An answer whose JSON body is ready."""
    return HttpResponse(body, status=status, content_type=JSON_UTF8, headers=headers)


def empty_response(status: int, headers: dict[str, str] | None = None) -> HttpResponse:
    """An answer without a body, and so without a media type."""
    response = HttpResponse(status=status, headers=headers)
    del response["Content-Type"]
    return response
