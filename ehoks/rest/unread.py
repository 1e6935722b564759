"""Requests answered before their body was read: what was sent is read all the same."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

_PIECE = 65_536
_CLOSE = ("Connection", "close")


def answer_when_read(
    service: Callable[..., Iterable[bytes]],
    environ: "WSGIEnvironment",
    start_response: "StartResponse",
    limit: int,
) -> Iterable[bytes]:
    """The service's answer, begun once the body has come in whole.

    A web server closes the connection after an answer that came before the body did, and does not
    say so: a client that keeps its connections would lose the next request it sends. Bodies beyond
    the limit are not waited for; of them the answer says that the connection ends. A stream reads
    the body while it answers, and is left alone.
    """
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def begin(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
        begun.append((status, headers))

    answer = service(environ, begin)
    status, headers = begun[-1]
    if not getattr(answer, "streaming", False) and not _is_read(environ, limit):
        headers = [*headers, _CLOSE]
    start_response(status, headers)
    return answer


def _is_read(environ: "WSGIEnvironment", limit: int) -> bool:
    """Read what is left of the body; False when it is longer than we care to read."""
    if not environ.get("CONTENT_LENGTH") and "HTTP_TRANSFER_ENCODING" not in environ:
        return True
    source = environ["wsgi.input"]
    while limit > 0:
        piece = source.read(_PIECE)
        if not piece:
            return True
        limit -= len(piece)
    return False
