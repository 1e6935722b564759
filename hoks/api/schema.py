"""The contract of the data-transfer API: components from the declaration, operations in words."""

from functools import cache
from typing import Any

from ehoks.common.texts import Texts
from ehoks.rest.schema import reference
from hoks.schema import objects
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.forms import example
from hoks.schema.objects import HOKS
from hoks.schema.osaaminen import OLEMASSA_OLEVA_OSAAMINEN
from hoks.schema.scalars import Scalar
from hoks.schema.tasmaytys import TASMAYTYS
from hoks.schema.vipunen import HOKS_VIPUNEN

Schema = dict[str, Any]
_SUFFIX = {
    Operation.POST: "Luonti",
    Operation.PUT: "Korvaus",
    Operation.PATCH: "Paivitys",
    Operation.GET: "",
    Operation.VIPUNEN: "Vipunen",
}
_ANSWERS = (Operation.GET, Operation.VIPUNEN)

PART_KINDS = (
    objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
    objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
    objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
    objects.OSAAMISEN_OSOITTAMINEN,
    objects.OSAAMISEN_HANKKIMISTAPA,
)


def name_of(kind: ObjectType, operation: Operation) -> str:
    """The component's name: `HOKS` is what GET answers, `HOKSLuonti` what POST takes."""
    return kind.name + _SUFFIX[operation]


def add_components(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: every object type of the declaration, for each operation."""
    components = result.setdefault("components", {}).setdefault("schemas", {})
    components |= collect(HOKS_VIPUNEN, Operation.VIPUNEN)
    for operation in (Operation.POST, Operation.PUT, Operation.PATCH, Operation.GET):
        components |= collect(HOKS, operation)
        components |= collect(OLEMASSA_OLEVA_OSAAMINEN, operation)
    for kind in PART_KINDS:
        components |= collect(kind, Operation.PATCH)
    components |= collect(TASMAYTYS, Operation.POST)
    components["HOKSPerustiedot"] = _root_only()
    result["components"]["schemas"] = dict(sorted(components.items()))
    return result


def collect(kind: ObjectType, operation: Operation) -> dict[str, Schema]:
    """The components of an object type and of all below it, for one operation."""
    found = {name_of(kind, operation): _object(kind, operation)}
    for field in _fields(kind, operation):
        item = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(item, ObjectType) and not field.is_ignored(operation):
            found |= collect(item, field.below(operation))
    return found


def _fields(kind: ObjectType, operation: Operation) -> list[Field]:
    return [f for f in kind if f.letter(operation) != "X" or f.is_ignored(operation)]


@cache
def _object(kind: ObjectType, operation: Operation) -> Schema:
    fields = _fields(kind, operation)
    required = [f.key for f in fields if is_required(f, operation)]
    return {
        "type": "object",
        "description": _words(kind.label),
        "properties": {f.key: _property(f, operation) for f in fields},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _root_only() -> Schema:
    root = _object(HOKS, Operation.GET)
    lists = {f.key for f in HOKS if isinstance(f.type, ListOf)}
    return {
        **root,
        "properties": {k: v for k, v in root["properties"].items() if k not in lists},
        "required": [k for k in root["required"] if k not in lists],
    }


def is_required(field: Field, operation: Operation) -> bool:
    """Whether the key is in every body that is sent, or in every answer."""
    if operation is not Operation.GET:
        return field.is_required(operation)
    shown_always = isinstance(field.type, ListOf) or field.always_shown or field.key == "id"
    return field.letter(operation) == "R" or shown_always


def _property(field: Field, operation: Operation) -> Schema:
    words = {"description": "\n\n".join((_words(field.label), *(field.explanation or ())))}
    if field.letter(operation) == "X":
        return words | {"readOnly": True}
    examples = {"examples": [example(field)]} if isinstance(field.type, Scalar) else {}
    return _type(field.type, field.below(operation)) | examples | words


def _type(kind: "Scalar | ObjectType | ListOf", operation: Operation) -> Schema:
    match kind:
        case Scalar():
            return dict(kind.json_schema)
        case ObjectType():
            return reference(name_of(kind, operation))
        case ListOf():
            is_answer = operation in _ANSWERS
            return {
                "type": "array" if is_answer else ["array", "null"],
                "items": _type(kind.item, operation),
            }


def _words(label: Texts) -> str:
    return " / ".join(dict.fromkeys(label))
