"""The transfer log over HTTP: what became of the caller's own writes, as JSON or as CSV."""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

from django.http import HttpResponse, QueryDict
from drf_spectacular.utils import OpenApiResponse, extend_schema
from pydantic_core import PydanticCustomError
from rest_framework.request import Request

from ehoks.audit import log as audit
from ehoks.common.csv_text import write_csv
from ehoks.common.dates import HELSINKI
from ehoks.common.numbers import MAX_ID
from ehoks.rest.errors import InvalidQuery
from ehoks.rest.schema import errors
from ehoks.rest.wire import empty_response, json_response
from ehoks.tiedonsiirto.models import Tiedonsiirto
from ehoks.tiedonsiirto.rows import Haku, Tila
from hoks.api.hoks import HoksView
from hoks.api.telling import REMARKS, path_id, query
from hoks.schema.printing import STRING
from hoks.schema.scalars import OPISKELUOIKEUS_OID
from hoks.services.siirrot import KUITTAUS, dismiss_refusal, list_siirrot

T = TypeVar("T")
MAX_ROWS, DEFAULT_ROWS = 1000, 100
OIKEUS = "opiskeluoikeus-oid"
_MUODOT = ("json", "csv")
_DIGITS = len(str(MAX_ID))

# --- The contract ---------------------------------------------------------------------------------

Schema = dict[str, Any]
_TEXT: Schema = {"type": "string"}
_MAYBE: Schema = {"type": ["string", "null"]}


def _object(**properties: Schema) -> Schema:
    named = {name.replace("_", "-"): schema for name, schema in properties.items()}
    return {
        "type": "object",
        "properties": named,
        "required": list(named),
        "additionalProperties": False,
    }


_ROW = _object(
    id={"type": "integer"},
    aika={"type": "string", "format": "date-time"},
    jarjestelma=_MAYBE | {"description": "The service user; null when nobody was identified"},
    caller_id=_MAYBE,
    organisaatio_oid=_TEXT | {"description": "The school, or the caller's own organisation"},
    opiskeluoikeus_oid=_MAYBE,
    hoks_id={"type": ["integer", "null"]},
    operaatio=_TEXT,
    kanava=_TEXT,
    hyvaksytty={"type": "boolean"},
    avoin={"type": "boolean", "description": "Refused, and nothing newer of the same matter"},
    koodi=_MAYBE | {"description": "The error code of a refusal"},
    virheet=REMARKS,
    varoitukset=REMARKS,
    request_id=_TEXT,
)
_PAGE = _object(
    meta=_object(
        seuraava={
            "type": ["integer", "null"],
            "description": "What to send as `ennen-id` for the next page; null on the last",
        }
    ),
    data={"type": "array", "items": _ROW},
)


describe = extend_schema(
    operation_id="listTiedonsiirrot",
    summary="The transfer log: what became of the writes of the caller's own organisations",
    tags=["tiedonsiirrot"],
    request=None,
    parameters=[
        query(
            "tila",
            "`avoin`: refusals that nothing newer has settled; `hyvaksytty`; `hylatty`",
            type="string",
            enum=list(Tila),
        ),
        query("alku", "From this moment on (ISO 8601; Finnish time if no zone)", type="string"),
        query("loppu", "Before this moment", type="string"),
        query(OIKEUS, "Of this study right", **OPISKELUOIKEUS_OID.json_schema),
        query("raja", "Rows at most", type="integer", minimum=1, maximum=MAX_ROWS),
        query(
            "ennen-id", "Older than this row: `meta.seuraava`", type="integer", minimum=1,
            maximum=MAX_ID,
        ),
        query("muoto", "As `Accept: text/csv` does", type="string", enum=list(_MUODOT)),
    ],
    responses={
        (200, "application/json"): OpenApiResponse(_PAGE, "Rows, the newest first"),
        (200, "text/csv"): OpenApiResponse(_TEXT, "Rows, the newest first"),
        **errors(400, 401, 403, 503),
    },
)  # fmt: skip
describe_kuittaus = extend_schema(
    operation_id="dismissRefusal",
    summary="Settle an open refusal that nobody is going to send again",
    tags=["tiedonsiirrot"],
    request=None,
    parameters=[path_id("row_id", "The row's `id`")],
    responses={204: OpenApiResponse(None, "Settled"), **errors(401, 403, 404, 503)},
)


# --- The view -------------------------------------------------------------------------------------


class TiedonsiirrotViewSet(HoksView):
    """`/tiedonsiirrot`."""

    operaatio = "read-tiedonsiirrot"
    is_transfer = False

    @describe
    def retrieve(self, request: Request) -> HttpResponse:
        """Rows of the organisations where the caller may read."""
        _require_known(request.GET)
        haku, as_csv = _haku(request.GET), _wants_csv(request)
        self.kohde = audit.Kohde(
            opiskeluoikeus_oid=haku.opiskeluoikeus_oid, haku=request.GET.urlencode()
        )
        asiakas = self.asiakas()
        rows, seuraava = list_siirrot(asiakas.kayttaja, haku)
        audit.record(self.operaatio, asiakas.tekija, self.kohde)
        if as_csv:
            return _csv_response(rows, request, seuraava)
        data = [_line(row) for row in rows]
        return json_response({"meta": {"seuraava": seuraava}, "data": data})


class KuittausViewSet(HoksView):
    """`/tiedonsiirrot/{id}/kuittaus`."""

    operaatio = KUITTAUS
    is_transfer = False

    @describe_kuittaus
    def create(self, request: Request, row_id: int) -> HttpResponse:
        """Settle a refusal; one that is settled already stays as it is."""
        asiakas = self.asiakas()
        dismiss_refusal(row_id=row_id, kayttaja=asiakas.kayttaja, tekija=asiakas.tekija)
        return empty_response(204)


_PARAMETERS = ("tila", "alku", "loppu", OIKEUS, "raja", "ennen-id", "muoto")


def _require_known(query: QueryDict) -> None:
    """A misspelt filter would show more than was asked for, and a repeated one says two things."""
    for name, values in query.lists():
        if name not in _PARAMETERS:
            raise InvalidQuery(name[:100], "disallowed-key")
        if len(values) > 1:
            raise InvalidQuery(name, "(not (string? a-clojure.lang.PersistentVector))")


def _haku(query: QueryDict) -> Haku:
    return Haku(
        tila=_value(query, "tila", lambda text: Tila(_one_of(Tila)(text)), None),
        alku=_value(query, "alku", _moment, None),
        loppu=_value(query, "loppu", _moment, None),
        opiskeluoikeus_oid=_value(query, OIKEUS, _oid, None),
        ennen_id=_value(query, "ennen-id", _number(MAX_ID), None),
        raja=_value(query, "raja", _number(MAX_ROWS), DEFAULT_ROWS),
    )


def _wants_csv(request: Request) -> bool:
    """As the query says; else as `Accept` does, when it speaks of CSV."""
    muoto = _value(request.GET, "muoto", _one_of(_MUODOT), "")
    return muoto == "csv" or (not muoto and "text/csv" in request.META.get("HTTP_ACCEPT", ""))


def _value(query: QueryDict, name: str, parse: Callable[[str], T], default: Any) -> Any:
    """A parameter's value. Raises InvalidQuery, with what `parse` says of it."""
    text = query.get(name)
    if text is None:
        return default
    try:
        return parse(str(text))
    except ValueError as error:
        raise InvalidQuery(name, str(error)) from None


def _one_of(allowed: Iterable[str]) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in list(allowed):
            shown = " ".join(f'"{value}"' for value in sorted(allowed))
            raise ValueError(f"(not (#{{{shown}}} {STRING}))")
        return text

    return parse


def _number(most: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        is_number = text.isascii() and text.isdigit() and len(text) <= _DIGITS
        if not is_number or not 1 <= int(text) <= most:
            raise ValueError(f"(not (<= 1 {STRING} {most}))")
        return int(text)

    return parse


def _moment(text: str) -> dt.datetime:
    """A time, or the beginning of a day; a `+` that came unescaped is a blank by now."""
    try:
        found = dt.datetime.fromisoformat(text.replace(" ", "+") if "T" in text else text)
        return (found if found.tzinfo else found.replace(tzinfo=HELSINKI)).astimezone(dt.UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"(not (instance? java.time.Instant {STRING}))") from None


def _oid(text: str) -> str:
    try:
        return str(OPISKELUOIKEUS_OID.check(text))
    except PydanticCustomError as error:
        raise ValueError((error.context or {})["leaf"]) from None


# --- The answer -----------------------------------------------------------------------------------


def _line(row: Tiedonsiirto) -> dict[str, Any]:
    return {
        "id": row.id,
        "aika": row.aika,
        "jarjestelma": row.jarjestelma,
        "caller-id": row.caller_id,
        "organisaatio-oid": row.organisaatio_oid,
        "opiskeluoikeus-oid": row.opiskeluoikeus_oid,
        "hoks-id": row.hoks_id,
        "operaatio": row.operaatio,
        "kanava": row.kanava,
        "hyvaksytty": row.hyvaksytty,
        "avoin": row.avoin,  # type: ignore[attr-defined] # annotated by the search
        "koodi": row.koodi,
        "virheet": row.virheet,
        "varoitukset": row.varoitukset,
        "request-id": row.request_id,
    }


def _csv_response(
    rows: Sequence[Tiedonsiirto], request: Request, seuraava: int | None
) -> HttpResponse:
    headers = {"Content-Disposition": 'attachment; filename="tiedonsiirrot.csv"'}
    if seuraava:
        query = request.GET.copy()
        query["ennen-id"] = str(seuraava)
        headers["Link"] = f'<{request.path}?{query.urlencode()}>; rel="next"'
    return HttpResponse(csv_text(rows), content_type="text/csv; charset=utf-8", headers=headers)


def csv_text(rows: Sequence[Tiedonsiirto]) -> str:
    """The rows as RFC 4180 writes them: commas, CRLF, quotes where needed."""
    lines = ([_told(value) for value in _line(row).values()] for row in rows)
    return write_csv([_ROW["properties"], *lines])


def _told(value: Any) -> Any:
    """Violations in words; all else as it is."""
    if not isinstance(value, list):
        return value
    return " | ".join(f"{v['code']} {v['pointer']} {v['fi']}" for v in value)
