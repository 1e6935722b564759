"""Many plans in one call: NDJSON in, NDJSON out, one verdict a line, streaming both ways."""

import io
from collections.abc import Iterator
from typing import Any

import orjson
from django.conf import settings
from django.db import Error as DatabaseError
from django.http import HttpRequest, StreamingHttpResponse
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.common.errors import EhoksError
from ehoks.rest.errors import BodyTooLarge, UnsupportedType
from ehoks.rest.exceptions import error_body, to_known
from ehoks.rest.wire import parse_json
from hoks.api import operations
from hoks.api.hoks import HoksView
from hoks.services.joukko import Tulos, store_lines

NDJSON = "application/x-ndjson"


class JoukkoViewSet(HoksView):
    """`/hoks/joukko`."""

    @operations.store_many
    def create(self, request: Request) -> StreamingHttpResponse:
        """Create or replace the plan of each line."""
        media_type = (request.META.get("CONTENT_TYPE") or "").partition(";")[0].strip().lower()
        if media_type != NDJSON:
            raise UnsupportedType
        lines = _lines(request._request)  # noqa: SLF001 -- the body is read as it comes
        results = store_lines(lines, self.asiakas(), _parse, self._note)
        return StreamingHttpResponse(
            (orjson.dumps(verdict(result)) + b"\n" for result in results), content_type=NDJSON
        )

    def _note(self, oid: str | None, found: Exception) -> EhoksError:
        """What to tell of a refusal, once it is noted; where it cannot be, that is what is wrong."""
        assert self.tekija
        self.kohde, error = audit.Kohde(opiskeluoikeus_oid=oid), to_known(found)
        try:
            self.note_refusal(error, self.tekija)
        except DatabaseError as broken:
            return to_known(broken)
        return error


class _Body(io.RawIOBase):
    """A body that is read in pieces.

    Its own `readline` is not to be leaned on: granian's gives the first line, without its end, and
    then no other.
    """

    def __init__(self, request: HttpRequest) -> None:
        super().__init__()
        self._request = request

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next piece."""
        piece = self._request.read(len(buffer))
        buffer[: len(piece)] = piece
        return len(piece)


def _lines(request: HttpRequest) -> Iterator[bytes]:
    """The lines of a body; one that is too long for a plan is the last that is read."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    body = io.BufferedReader(_Body(request))
    while line := body.readline(limit + 1):
        yield line
        if len(line) > limit:
            return


def _parse(line: bytes) -> object:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if len(line) > limit:
        raise BodyTooLarge(megatavua=limit // (1024 * 1024))
    return parse_json(line)


def verdict(result: Tulos) -> dict[str, Any]:
    """What became of a line, for the wire."""
    about: dict[str, Any] = {"rivi": result.rivi, "opiskeluoikeus-oid": result.opiskeluoikeus_oid}
    if error := result.virhe:
        return about | {"tulos": "hylatty", "status": error.status, "virhe": error_body(error)}
    return about | {"tulos": "tallennettu", "id": result.hoks_id}
