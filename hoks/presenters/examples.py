"""Example documents, made of the declaration: whole objects with one item in each list."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import orjson

from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.forms import example
from hoks.schema.scalars import TUNNISTE, Scalar


def document(kind: ObjectType, operation: Operation) -> dict[str, Any]:
    """An object with everything that the operation takes, or gives."""
    return _object(kind, operation, count(1))


def as_json(value: Any) -> str:
    """A value as one would write it."""
    return orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()


def as_line(value: Any) -> str:
    """The same on one line."""
    return orjson.dumps(value).decode()


def _object(kind: ObjectType, operation: Operation, numbers: Iterator[int]) -> dict[str, Any]:
    return {f.key: _value(f, operation, numbers) for f in kind if _stands_in(f, operation)}


def _stands_in(field: Field, operation: Operation) -> bool:
    """A new plan names no part by an id, and what is ignored is not worth showing."""
    if field.letter(operation) == "X" or (operation is Operation.POST and field.key == "id"):
        return False
    return operation is Operation.VIPUNEN or not field.is_ignored(operation)


def _value(field: Field, operation: Operation, numbers: Iterator[int]) -> Any:
    below = field.below(operation)
    match field.type:
        case ObjectType() as kind:
            return _object(kind, below, numbers)
        case ListOf() if field.example is not None:
            return field.example
        case ListOf(item=ObjectType() as kind):
            return [_object(kind, below, numbers)]
        case Scalar() if field.type is TUNNISTE:  # each period of a plan has its own
            return f"jakso-{next(numbers)}"
        case _:
            return example(field)
