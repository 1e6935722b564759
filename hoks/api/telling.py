"""The words with which operations are told in the contract: answers, headers, path ids."""

from collections.abc import Callable
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema

from ehoks.rest.schema import reference

Schema = dict[str, Any]


def answer(description: str, schema: Schema) -> OpenApiResponse:
    return OpenApiResponse(schema, description)


def envelope(data: Schema, meta: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {"meta": meta or {"type": "object"}, "data": data},
        "required": ["meta", "data"],
        "additionalProperties": False,
    }


def header(name: str, description: str, **schema: Any) -> OpenApiParameter:
    return OpenApiParameter(
        name, {"type": "string", **schema}, OpenApiParameter.HEADER, description=description
    )


def path_id(name: str, description: str) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": 0}
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, description=description)


def query(name: str, description: str, **schema: Any) -> OpenApiParameter:
    return OpenApiParameter(name, schema, OpenApiParameter.QUERY, description=description)


IF_MATCH = header("If-Match", "Write only if this is still the plan's ETag; otherwise 412")
IF_NONE_MATCH = header("If-None-Match", "Answer 304 if this is still the plan's ETag")
PREFER = header("Prefer", "`return=representation` answers with the whole plan")
IDEMPOTENCY_KEY = header(
    "Idempotency-Key",
    "A key of your own: a create repeated with it within a day answers as the first did",
    minLength=1,
    maxLength=255,
)
_REMARK_TEXTS = {name: {"type": "string"} for name in ("pointer", "code", "fi", "sv", "en")}
REMARKS: Schema = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": _REMARK_TEXTS,
        "required": list(_REMARK_TEXTS),
        "additionalProperties": False,
    },
    "description": "Violations or warnings: where, a code for programs, a sentence for people",
}
HOKS_ID = path_id("hoks_id", "The plan's id")
_NEW_ID: Schema = {
    "type": "object",
    "properties": {"id": {"type": "integer"}},
    "required": ["id"],
    "additionalProperties": False,
}
CREATED: Schema = envelope(
    {
        "type": "object",
        "properties": {"uri": {"type": "string"}, "hoks": reference("HOKS")},
        "required": ["uri"],
        "additionalProperties": False,
    },
    _NEW_ID,
)
WHOLE = answer("The plan with all its parts", envelope(reference("HOKS")))
NOT_MODIFIED = OpenApiResponse(None, "The caller has this version already")
NO_CONTENT = OpenApiResponse(None, "Stored")
ETAG = OpenApiParameter(
    "ETag",
    {"type": "string"},
    OpenApiParameter.HEADER,
    response=[200, 204, 304],
    description="Strong tag of this version of the plan",
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def operation(
    operation_id: str,
    summary: str,
    responses: dict[int, Any],
    parameters: list[OpenApiParameter],
    body: str | None = None,
    tag: str = "hoks",
) -> Decorator:
    return extend_schema(
        operation_id=operation_id,
        summary=summary,
        tags=[tag],
        request={"application/json": reference(body)} if body else None,
        parameters=parameters,
        responses=responses,
    )


PART_ERRORS = (400, 401, 403, 404, 503)
WRITE_ERRORS = (400, 401, 403, 404, 412, 413, 415, 503)


PART_ID = path_id("part_id", "The part's id")
OSA_ID = path_id("osa_id", "The local unit's id")
OWN_ID = path_id("own_id", "The plan's id again: a plan has one of this kind")
PART_CREATED: Schema = envelope(
    {
        "type": "object",
        "properties": {"uri": {"type": "string"}},
        "required": ["uri"],
        "additionalProperties": False,
    },
    _NEW_ID,
)
