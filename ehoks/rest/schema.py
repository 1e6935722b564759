"""The contract's frame: how callers show who they are, and the one model of error answers."""

from typing import Any

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiResponse

Schema = dict[str, Any]

_WORDS = {
    400: "The document, or a value in the path, is not acceptable",
    401: "Ticket or caller-id is missing or invalid, or the caller has no right",
    403: "Not a service account",
    404: "There is no such plan",
    410: "It has ended",
    412: "The plan has changed since it was read",
    413: "The body is too large",
    415: "The body is not called application/json",
    422: "The Idempotency-Key was used with another body",
    429: "Too many attempts of late: try again after the seconds of Retry-After",
    423: "Too many invalid tickets of late: locked out for the seconds of Retry-After",
    503: "An outside service or the database does not answer: try again later",
}


class EhoksSchema(AutoSchema):
    """Bare operations: everything they say stands in their decorators."""

    def get_description(self) -> str:  # type: ignore[override]
        """The summary is enough."""
        return ""


class ServiceTicketScheme(OpenApiAuthenticationExtension):  # type: ignore[no-untyped-call]
    """Two headers, both in every request."""

    target_class = "ehoks.rest.authentication.ServiceTicketAuthentication"
    name = ["ticket", "callerId"]

    def get_security_definition(self, auto_schema: AutoSchema) -> list[Schema]:
        """The headers."""
        return [
            {
                "type": "apiKey",
                "in": "header",
                "name": "ticket",
                "description": "CAS service ticket, a fresh one for each call",
            },
            {
                "type": "apiKey",
                "in": "header",
                "name": "caller-id",
                "description": "The calling system: <OID of its organisation>.<name>",
            },
        ]


def reference(name: str) -> Schema:
    """A component by its name."""
    return {"$ref": f"#/components/schemas/{name}"}


def errors(*statuses: int) -> dict[int, OpenApiResponse]:
    """Error answers of these statuses, and of 423: every operation asks for a ticket."""
    all_statuses = sorted({*statuses, 423})
    return {s: OpenApiResponse(reference("Virhe"), _WORDS[s]) for s in all_statuses}


def only_canonical(endpoints: list[Any]) -> list[Any]:
    """Preprocessing hook: an alias serves the same operations and is told in words."""
    return [e for e in endpoints if not e[0].startswith("/ehoks-backend/") and e[0][-1] != "/"]


def _patch() -> Schema:
    """The operations of a JSON Patch that a violation may carry."""
    pointer = {"type": "string", "description": "RFC 6901, into what was sent"}
    operation = {
        "type": "object",
        "properties": {
            "op": {"type": "string", "enum": ["replace", "move"]},
            "from": pointer,
            "path": pointer,
            "value": {"type": "string"},
        },
        "required": ["op", "path"],
        "additionalProperties": False,
    }
    return {
        "type": "array",
        "items": operation,
        "description": "The only way to mend it, when there is only one: an RFC 6902 patch",
    }


def _warnings(violation: Schema) -> Schema:
    """What a dry run says beside its refusal."""
    told = {key: kind for key, kind in violation["properties"].items() if key != "korjaus"}
    return {
        "type": "array",
        "items": violation | {"properties": told},
        "description": "Of a dry run: what is odd in the document, but not refused",
    }


def add_error_component(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: the model of all error answers."""
    schemas = result.setdefault("components", {}).setdefault("schemas", {})
    text = {"type": "string"}
    texts = {
        "type": "object",
        "properties": {"fi": text, "sv": text, "en": text},
        "required": ["fi", "sv", "en"],
        "additionalProperties": False,
    }
    violation = {
        "type": "object",
        "properties": {
            **dict.fromkeys(("pointer", "code", "fi", "sv", "en"), text),
            "korjaus": _patch(),
        },
        "required": ["pointer", "code", "fi", "sv", "en"],
        "additionalProperties": False,
    }
    own = dict.fromkeys(("error", "message", "reason", "type", "coercion"), text)
    schemas["Virhe"] = {
        "type": "object",
        "description": "What was refused, why, and who can put it right",
        "properties": {
            **own,
            **dict.fromkeys(("format", "charset", "original"), text),
            "errors": {"description": "Refused places, nested like the value sent"},
            "in": {"type": "array", "items": text},
            "code": text,
            "title": text,
            "detail": texts,
            "violations": {"type": "array", "items": violation},
            "varoitukset": _warnings(violation),
            "hoks-id": {"type": "integer"},
            "uri": text,
            "tila": text,
            "syy": text,
            "aika": text,
            "request-id": text,
            "help": text,
        },
        "required": ["code", "title", "detail", "request-id", "help"],
        "additionalProperties": False,
    }
    return result
