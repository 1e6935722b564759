"""A kept connection of a caller, in few words: it has the processors of the service to run on.

The standard library takes longer to read an answer than all else that a caller does.
"""

import select
import socket
from http.client import BadStatusLine, IncompleteRead
from typing import IO, NamedTuple

from ehoks.management.server import HOST

NO_BODY = (204, 304)


class Answer(NamedTuple):
    """A whole answer; `headers` has its names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Connection:
    """Asks one thing after the other; it connects when it must."""

    def __init__(self, port: int, timeout: float) -> None:
        self._address, self._timeout = (HOST, port), timeout
        self._socket: socket.socket | None = None
        self._source: IO[bytes]

    def ask(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Answer:
        """The answer. Raises OSError or HTTPException; the connection is then to be closed."""
        lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self._address[1]}"]
        lines += [f"{name}: {value}" for name, value in headers.items()]
        lines += [f"Content-Length: {len(body)}"] if body else []
        self._connected().sendall("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        return self._answer()

    def close(self) -> None:
        """Hang up."""
        if self._socket:
            self._source.close()
            self._socket.close()
            self._socket = None

    def _connected(self) -> socket.socket:
        if self._socket and select.select([self._socket], [], [], 0)[0]:
            self.close()  # nothing was asked: it has something to say only when it has hung up
        if self._socket is None:
            self._socket = socket.create_connection(self._address, self._timeout)
            self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._source = self._socket.makefile("rb")
        return self._socket

    def _answer(self) -> Answer:
        version, _, rest = self._source.readline().partition(b" ")
        if not version.startswith(b"HTTP/1."):
            raise BadStatusLine(version.decode("latin-1"))
        status, headers = int(rest[:3]), self._headers()
        body = b"" if status in NO_BODY else self._body(headers)
        if headers.get("connection") == "close":
            self.close()
        return Answer(status, headers, body)

    def _headers(self) -> dict[str, str]:
        found = {}
        while line := self._next_line():
            name, _, value = line.decode("latin-1").partition(":")
            found[name.lower()] = value.strip()
        return found

    def _body(self, headers: dict[str, str]) -> bytes:
        if "transfer-encoding" not in headers:
            return self._read(int(headers.get("content-length", 0)))
        pieces = []
        while length := int(self._next_line().partition(b";")[0], 16):
            pieces.append(self._read(length))
            self._next_line()
        self._next_line()
        return b"".join(pieces)

    def _next_line(self) -> bytes:
        line = self._source.readline()
        if not line.endswith(b"\n"):
            raise IncompleteRead(line)
        return line.strip()

    def _read(self, length: int) -> bytes:
        found = self._source.read(length)
        if len(found) < length:
            raise IncompleteRead(found, length - len(found))
        return found
