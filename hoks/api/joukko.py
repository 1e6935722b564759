"""Many plans in one call: NDJSON in, NDJSON out, one verdict a line, streaming both ways."""

from collections.abc import Iterator
from typing import Any

import orjson
from django.conf import settings
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
        results = store_lines(lines, self.asiakas(), parse_json, self._note)
        return StreamingHttpResponse(
            (orjson.dumps(_verdict(result)) + b"\n" for result in results), content_type=NDJSON
        )

    def _note(self, oid: str | None, error: EhoksError) -> None:
        self.kohde = audit.Kohde(opiskeluoikeus_oid=oid)
        assert self.tekija
        self.note_refusal(error, self.tekija)


def _lines(request: HttpRequest) -> Iterator[bytes]:
    """The lines of a body; one that is too long for a plan ends the reading."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    while line := request.readline(limit + 1):
        if len(line) > limit:
            raise BodyTooLarge(megatavua=limit // (1024 * 1024))
        yield line


def _verdict(result: Tulos) -> dict[str, Any]:
    verdict: dict[str, Any] = {"rivi": result.rivi, "opiskeluoikeus-oid": result.opiskeluoikeus_oid}
    if result.virhe:
        error = to_known(result.virhe)
        return verdict | {"tulos": "hylatty", "status": error.status, "virhe": error_body(error)}
    return verdict | {"tulos": "tallennettu", "id": result.hoks_id}
