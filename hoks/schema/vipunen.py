"""What the statistics feed shows of a plan: the declaration once more, with persons left out."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

from hoks.schema import objects
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.scalars import Scalar

REDACTED = "<REDACTED>"


def _redacted(_: object) -> str:
    return REDACTED


def _is_named(value: object) -> bool:
    return value is not None


# A name is told to be there, and a workplace instructor to have been named; no more than that.
PEITETTY = Scalar("Peitetty", _redacted, {"type": "string", "const": REDACTED})
ON_NIMETTY = Scalar("OnNimetty", _is_named, {"type": "boolean"})

_DROPPED: Mapping[ObjectType, frozenset[str]] = {
    objects.HOKS: frozenset({"sahkoposti", "puhelinnumero"}),
    objects.OSAAMISEN_HANKKIMISTAPA: frozenset({"jarjestajan-edustaja", "hankkijan-edustaja"}),
}
_CHANGED: Mapping[ObjectType, Mapping[str, Scalar]] = {
    objects.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS: {"vastuullinen-tyopaikka-ohjaaja": ON_NIMETTY},
    objects.KOULUTUKSEN_JARJESTAJA_ARVIOIJA: {"nimi": PEITETTY},
    objects.TYOELAMA_OSAAMISEN_ARVIOIJA: {"nimi": PEITETTY},
}


@cache
def _feed(kind: ObjectType) -> ObjectType:
    """The object as the feed has it, under its own name: rules go by it."""
    return replace(kind, fields=tuple(_field(kind, f) for f in kind))


def _field(kind: ObjectType, field: Field) -> Field:
    if field.key in _DROPPED.get(kind, ()):
        return replace(field, access=field.access[: Operation.VIPUNEN] + "X")
    changed = _CHANGED.get(kind, {}).get(field.key)
    if changed:
        return replace(field, type=changed, example=None)
    return replace(field, type=_type(field.type))


def _type(kind: Any) -> Any:
    match kind:
        case ObjectType():
            return _feed(kind)
        case ListOf(item=ObjectType() as item):
            return replace(kind, item=_feed(item))
        case _:
            return kind


HOKS_VIPUNEN = _feed(objects.HOKS)


def is_left_out(field: Field) -> bool:
    """Whether a stored document may have the key although the feed never does."""
    return field.letter(Operation.VIPUNEN) == "X" and field.letter(Operation.GET) != "X"
