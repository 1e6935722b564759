"""What a request asks and what a response says: the little of HTTP that the simulator needs."""

import base64
import binascii
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, NamedTuple, Protocol
from urllib.parse import parse_qs
from wsgiref.types import StartResponse, WSGIEnvironment

import orjson

QUERY = "simulator.query"  # where a caller in the same process puts parameters that it has as such
MAX_BODY = 4 * 1024 * 1024
XML = "application/xml; charset=utf-8"
HTML = "text/html; charset=utf-8"
TEXT = "text/plain; charset=utf-8"
_STATUS_LINES = {status.value: f"{status.value} {status.phrase}" for status in HTTPStatus}


class Response(NamedTuple):
    """A whole answer; the body is bytes, JSON unless said otherwise."""

    status: int
    body: bytes = b""
    content_type: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()

    def send(self, start_response: StartResponse) -> list[bytes]:
        """Give it to the WSGI server."""
        start_response(
            _STATUS_LINES[self.status],
            [
                ("Content-Type", self.content_type),
                ("Content-Length", str(len(self.body))),
                ("Cache-Control", "no-store"),
                *self.headers,
            ],
        )
        return [self.body]


def json(value: object, status: int = 200) -> Response:
    """An answer in JSON."""
    return Response(status, orjson.dumps(value))


def text(body: str, status: int = 200) -> Response:
    """An answer in plain text."""
    return Response(status, body.encode(), TEXT)


class Request:
    """One WSGI request; nothing is parsed before it is asked for."""

    __slots__ = ("environ", "method")

    def __init__(self, environ: WSGIEnvironment) -> None:
        self.environ = environ
        self.method: str = environ["REQUEST_METHOD"]

    @property
    def path(self) -> tuple[str, ...]:
        """The parts of the path below the mount."""
        return tuple(self.environ["PATH_INFO"].strip("/").split("/"))

    @property
    def base(self) -> str:
        """The absolute address of the mount, as the caller sees it, without a slash at the end."""
        environ = self.environ
        host = environ.get("HTTP_HOST") or f"{environ['SERVER_NAME']}:{environ['SERVER_PORT']}"
        mount = environ.get("SCRIPT_NAME", "").rstrip("/")
        return f"{environ['wsgi.url_scheme']}://{host}{mount}"

    @property
    def query(self) -> Mapping[str, str]:
        """The query parameters; of a repeated one, the first."""
        told: Mapping[str, str] | None = self.environ.get(QUERY)
        return _first_values(self.environ.get("QUERY_STRING", "")) if told is None else told

    @property
    def form(self) -> dict[str, str]:
        """The fields of a posted form; of a repeated one, the first."""
        return _first_values(self.body.decode("utf-8", "replace"))

    @property
    def body(self) -> bytes:
        """The body; it can be read once."""
        length = int(self.environ.get("CONTENT_LENGTH") or 0)
        return bytes(self.environ["wsgi.input"].read(max(0, min(length, MAX_BODY))))

    @property
    def json(self) -> Any:
        """The body as JSON, None when it is not."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            return None

    @property
    def basic_credentials(self) -> tuple[str, str]:
        """User and password of HTTP Basic; two empty strings when there are none."""
        kind, _, encoded = self.environ.get("HTTP_AUTHORIZATION", "").partition(" ")
        if kind.lower() != "basic":
            return "", ""
        try:
            user, _, password = base64.b64decode(encoded).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return "", ""
        return user, password

    @property
    def wants_html(self) -> bool:
        """Whether the caller is a browser."""
        return "text/html" in self.environ.get("HTTP_ACCEPT", "")


class Service(Protocol):
    """One service of Opintopolku: `name` for the faults, `answer` for the rest."""

    name: str

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        """The answer to a request on `path` below the service's own; None: no such route."""


def _first_values(encoded: str) -> dict[str, str]:
    pairs = parse_qs(encoded, keep_blank_values=True)
    return {name: values[0] for name, values in pairs.items()}
