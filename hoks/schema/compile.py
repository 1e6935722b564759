"""Turns the declaration into validators: JSON value in, normalised document or refusals out."""

from collections.abc import Callable
from functools import cache
from typing import Any, NamedTuple

from pydantic import ValidationError
from pydantic_core import CoreSchema, SchemaValidator, core_schema

from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.printing import show
from hoks.schema.scalars import Scalar

Path = tuple[str | int, ...]

MAX_ITEMS = 5000  # of one list: far above any real plan, low enough to keep memory bounded


class Refusal(NamedTuple):
    """Why one place was refused: the code of a sentence for people, the wire's leaf, numbers."""

    code: str
    leaf: str
    params: dict[str, Any] = {}


class InvalidDocument(Exception):
    """The value does not fit the declaration; `refusals` by place, all of them."""

    def __init__(self, refusals: dict[Path, Refusal]) -> None:
        self.refusals = refusals
        super().__init__(f"{len(refusals)} refusals")


def validate(kind: ObjectType, operation: Operation, value: object) -> dict[str, Any]:
    """A parsed JSON value as a document: trimmed, normalised, in the declaration's key order.

    Absent lists that GET always shows become empty ones (not on PATCH, where absent means
    untouched); keys that are accepted and ignored are gone.

    Raises:
        InvalidDocument: with every field that is wrong.
    """
    try:
        document: dict[str, Any] = _validator(kind, operation).validate_python(value)
    except ValidationError as error:
        raise InvalidDocument(
            {e["loc"]: _to_refusal(e) for e in error.errors(include_url=False)}
        ) from None
    return document


_FIXED = {"missing": ("missing-key", "missing-required-key")}
_FIXED["extra_forbidden"] = ("unknown-key", "disallowed-key")


def _to_refusal(error: Any) -> Refusal:
    kind, value = error["type"], error["input"]
    if kind in _FIXED:
        return Refusal(*_FIXED[kind])
    if kind == "dict_type":
        return Refusal("not-an-object", f"(not (map? {show(value)}))")
    if kind == "list_type":
        return Refusal("not-a-list", f"(not (sequential? {show(value)}))")
    if kind == "too_long":
        return Refusal("too-many", f"(not (<= (count {show(value)}) {MAX_ITEMS}))")
    context = error["ctx"]
    return Refusal(kind, context["leaf"], {k: v for k, v in context.items() if k != "leaf"})


@cache
def _validator(kind: ObjectType, operation: Operation) -> SchemaValidator:
    return SchemaValidator(_object_schema(kind, operation))


def _schema(kind: Scalar | ObjectType | ListOf, operation: Operation) -> CoreSchema:
    match kind:
        case Scalar():
            return core_schema.no_info_plain_validator_function(kind.check)
        case ObjectType():
            return _object_schema(kind, operation)
        case ListOf():
            items = core_schema.list_schema(
                _schema(kind.item, operation), strict=True, max_length=MAX_ITEMS
            )
            return core_schema.no_info_after_validator_function(
                lambda v: [] if v is None else v, core_schema.nullable_schema(items)
            )


def _object_schema(kind: ObjectType, operation: Operation) -> CoreSchema:
    fields = {
        f.key: _field_schema(f, operation)
        for f in kind
        if f.letter(operation) != "X" or f.is_ignored(operation)
    }
    schema = core_schema.typed_dict_schema(fields, extra_behavior="forbid", strict=True)
    tidy = _tidier(kind, operation)
    return core_schema.no_info_after_validator_function(tidy, schema) if tidy else schema


def _field_schema(field: Field, operation: Operation) -> core_schema.TypedDictField:
    required = field.is_required(operation)
    if field.letter(operation) == "X":
        return core_schema.typed_dict_field(core_schema.any_schema(), required=False)
    schema = _schema(field.type, field.below(operation))
    if not required and operation is not Operation.PATCH and (default := _default(field)):
        schema = core_schema.with_default_schema(schema, default_factory=default)
    return core_schema.typed_dict_field(schema, required=required)


def _default(field: Field) -> Callable[[], Any] | None:
    """What GET shows for a key that nobody sent, if it shows anything."""
    match field.type:
        case ListOf(always_shown=True):
            return list
        case ObjectType() as kind if field.always_shown:
            lists = [f.key for f in kind if _default(f)]
            return lambda: {key: [] for key in lists}
        case _:
            return None


def _tidier(kind: ObjectType, operation: Operation) -> Callable[[Any], Any] | None:
    """Drops what is accepted without effect: ignored keys, objects that say nothing."""
    ignored = [f.key for f in kind if f.is_ignored(operation)]
    empties = [f.key for f in kind if isinstance(f.type, ObjectType) and f.type.empty_is_absent]
    if not ignored and not empties:
        return None

    def tidy(document: dict[str, Any]) -> dict[str, Any]:
        for key in ignored:
            document.pop(key, None)
        for key in empties:
            if key in document and not document[key]:
                del document[key]
        return document

    return tidy
