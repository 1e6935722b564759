"""The statistics feed over HTTP: `/hoks/paged`, for OPH's own service accounts."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any
from urllib.parse import urlencode

from django.http import StreamingHttpResponse
from pydantic_core import PydanticCustomError
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.common.replica import asks_replica
from ehoks.rest.errors import InvalidQuery
from ehoks.rest.wire import JSON_UTF8
from hoks import access
from hoks.api import operations
from hoks.api.hoks import HoksView
from hoks.errors import NoAccess
from hoks.schema.printing import SHOWN, VECTOR, show
from hoks.schema.scalars import AIKALEIMA
from hoks.services.export import Page, stream_page

_INT = re.compile(r"[+-]?[0-9]+")
_FRACTION = re.compile(r":[0-9]{2}:[0-9]{2}[.,]([0-9]{1,6})")
_LONG = range(-(2**63), 2**63)


class PagedViewSet(HoksView):
    """`/hoks/paged`."""

    operaatio = "read"

    @operations.list_hoks_paged
    @asks_replica
    def index(self, request: Request) -> StreamingHttpResponse:
        """A page of redacted plans, the archived ones among them."""
        if not access.may_export(self.kayttaja):
            raise NoAccess
        page = read_page(request)
        asked = {
            "from-id": page.from_id,
            "amount": page.amount,
            "updated-after": page.updated_after,
        }
        self.kohde = audit.Kohde(haku=urlencode({k: v for k, v in asked.items() if v is not None}))
        audit.record("read", self.asiakas().tekija, self.kohde)
        return StreamingHttpResponse(_enveloped(stream_page(page)), content_type=JSON_UTF8)


def _enveloped(data: Iterator[bytes]) -> Iterator[bytes]:
    return chain((b'{"meta":{},"data":',), data, (b"}",))


def read_page(request: Request) -> Page:
    """The page that the query asks for.

    Raises:
        InvalidQuery: with every value that cannot be read.
    """
    parsers = {"amount": _int, "from-id": _int, "updated-after": _time}
    values: dict[str, Any] = {}
    leaves = {}
    for name, parse in parsers.items():
        sent = request.GET.getlist(name)
        if sent:
            try:
                values[name.replace("-", "_")] = parse(sent)
            except ValueError as error:
                leaves[name] = str(error)
    if leaves:
        raise _invalid(leaves)
    return Page(**values)


def _invalid(leaves: dict[str, str]) -> InvalidQuery:
    error = InvalidQuery(", ".join(leaves), "")
    error.errors = leaves
    return error


def _int(sent: list[str]) -> int:
    if len(sent) == 1 and _INT.fullmatch(sent[0]) and len(sent[0]) <= SHOWN + 1:
        number = int(sent[0])
        if number in _LONG:
            return number
    raise ValueError(f"(not (integer? {_show(sent)}))")


def _time(sent: list[str]) -> dt.datetime:
    """A moment, its fraction of a second included: what changed in that second counts."""
    try:
        seconds = AIKALEIMA.check(sent[0] if len(sent) == 1 else sent)
        fraction = _FRACTION.search(sent[0])
        micros = int(fraction[1].ljust(6, "0")) if fraction else 0
        return dt.datetime.fromisoformat(seconds) + dt.timedelta(microseconds=micros)
    except (PydanticCustomError, ValueError, OverflowError):
        raise ValueError(f"(not (instance? java.util.Date {_show(sent)}))") from None


def _show(sent: list[str]) -> str:
    """As sent, a repeated one as a list; long ones and what may be personal by their class."""
    shown = [show(value, code=True) for value in sent]
    if len(shown) == 1:
        return shown[0]
    text = f"[{' '.join(shown)}]"
    return text if len(text) <= SHOWN else VECTOR
