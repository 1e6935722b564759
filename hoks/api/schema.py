"""The contract of the data-transfer API: components from the declaration, operations in words."""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import (
    OpenApiParameter,
    OpenApiResponse,
    extend_schema,
)

from ehoks.common.texts import Texts
from ehoks.rest.schema import errors, reference
from hoks.schema import objects
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS
from hoks.schema.osaaminen import OLEMASSA_OLEVA_OSAAMINEN
from hoks.schema.scalars import OPISKELUOIKEUS_OID, Scalar

Schema = dict[str, Any]
_SUFFIX = {
    Operation.POST: "Luonti",
    Operation.PUT: "Korvaus",
    Operation.PATCH: "Paivitys",
    Operation.GET: "",
}

PART_KINDS = (
    objects.HANKITTAVA_AMMAT_TUTKINNON_OSA,
    objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
    objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
    objects.OSAAMISEN_OSOITTAMINEN,
)


def name_of(kind: ObjectType, operation: Operation) -> str:
    """The component's name: `HOKS` is what GET answers, `HOKSLuonti` what POST takes."""
    return kind.name + _SUFFIX[operation]


def add_components(result: Schema, generator: Any, request: Any, public: Any) -> Schema:
    """Postprocessing hook: every object type of the declaration, for each operation."""
    components = result.setdefault("components", {}).setdefault("schemas", {})
    for operation in _SUFFIX:
        components |= _collect(HOKS, operation)
        components |= _collect(OLEMASSA_OLEVA_OSAAMINEN, operation)
    for kind in PART_KINDS:
        components |= _collect(kind, Operation.PATCH)
    components["HOKSPerustiedot"] = _root_only()
    result["components"]["schemas"] = dict(sorted(components.items()))
    return result


def _collect(kind: ObjectType, operation: Operation) -> dict[str, Schema]:
    found = {name_of(kind, operation): _object(kind, operation)}
    for field in _fields(kind, operation):
        item = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(item, ObjectType) and not field.is_ignored(operation):
            found |= _collect(item, field.below(operation))
    return found


def _fields(kind: ObjectType, operation: Operation) -> list[Field]:
    return [f for f in kind if f.letter(operation) != "X" or f.is_ignored(operation)]


@cache
def _object(kind: ObjectType, operation: Operation) -> Schema:
    fields = _fields(kind, operation)
    required = [f.key for f in fields if _is_required(f, operation)]
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


def _is_required(field: Field, operation: Operation) -> bool:
    if operation is not Operation.GET:
        return field.is_required(operation)
    shown_always = isinstance(field.type, ListOf) or field.always_shown or field.key == "id"
    return field.letter(operation) == "R" or shown_always


def _property(field: Field, operation: Operation) -> Schema:
    words = {"description": _words(field.label)}
    if field.letter(operation) == "X":
        return words | {"readOnly": True}
    return _type(field.type, field.below(operation)) | words


def _type(kind: "Scalar | ObjectType | ListOf", operation: Operation) -> Schema:
    match kind:
        case Scalar():
            return dict(kind.json_schema)
        case ObjectType():
            return reference(name_of(kind, operation))
        case ListOf():
            is_answer = operation is Operation.GET
            return {
                "type": "array" if is_answer else ["array", "null"],
                "items": _type(kind.item, operation),
            }


def _words(label: Texts) -> str:
    return " / ".join(dict.fromkeys(label))


# --- operations -----------------------------------------------------------------------------------


def _answer(description: str, schema: Schema) -> OpenApiResponse:
    return OpenApiResponse(schema, description)


def _envelope(data: Schema, meta: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": {"meta": meta or {"type": "object"}, "data": data},
        "required": ["meta", "data"],
        "additionalProperties": False,
    }


def _header(name: str, description: str, **schema: Any) -> OpenApiParameter:
    return OpenApiParameter(
        name, {"type": "string", **schema}, OpenApiParameter.HEADER, description=description
    )


_IF_MATCH = _header("If-Match", "Write only if this is still the plan's ETag; otherwise 412")
_IF_NONE_MATCH = _header("If-None-Match", "Answer 304 if this is still the plan's ETag")
_PREFER = _header("Prefer", "`return=representation` answers with the whole plan")
_IDEMPOTENCY_KEY = _header(
    "Idempotency-Key",
    "A key of your own: a create repeated with it within a day answers as the first did",
    minLength=1,
    maxLength=255,
)
_HOKS_ID = OpenApiParameter(
    "hoks_id",
    {"type": "integer", "minimum": 0},
    OpenApiParameter.PATH,
    description="The plan's id",
)
_CREATED: Schema = _envelope(
    {
        "type": "object",
        "properties": {"uri": {"type": "string"}, "hoks": reference("HOKS")},
        "required": ["uri"],
        "additionalProperties": False,
    },
    {
        "type": "object",
        "properties": {"id": {"type": "integer"}},
        "required": ["id"],
        "additionalProperties": False,
    },
)
_WHOLE = _answer("The plan with all its parts", _envelope(reference("HOKS")))
_NOT_MODIFIED = OpenApiResponse(None, "The caller has this version already")
_NO_CONTENT = OpenApiResponse(None, "Stored")
_ETAG = OpenApiParameter(
    "ETag",
    {"type": "string"},
    OpenApiParameter.HEADER,
    response=[200, 204, 304],
    description="Strong tag of this version of the plan",
)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _operation(
    operation_id: str,
    summary: str,
    responses: dict[int, Any],
    parameters: list[OpenApiParameter],
    body: str | None = None,
) -> Decorator:
    request = {"application/json": reference(body)} if body else OpenApiTypes.NONE
    return extend_schema(
        operation_id=operation_id,
        summary=summary,
        tags=["hoks"],
        request=request if body else None,
        parameters=parameters,
        responses=responses,
    )


create_hoks = _operation(
    "createHoks",
    "Store a new plan",
    {200: _answer("Stored", _CREATED), **errors(400, 401, 403, 413, 415, 422, 503)},
    [_IDEMPOTENCY_KEY, _PREFER, _ETAG],
    "HOKSLuonti",
)
get_hoks = _operation(
    "getHoks",
    "Read a plan",
    {200: _WHOLE, 304: _NOT_MODIFIED, **errors(400, 401, 403, 404, 503)},
    [_HOKS_ID, _IF_NONE_MATCH, _ETAG],
)
replace_hoks = _operation(
    "replaceHoks",
    "Replace a plan; parts that live on keep their ids",
    {200: _WHOLE, 204: _NO_CONTENT, **errors(400, 401, 403, 404, 412, 413, 415, 503)},
    [_HOKS_ID, _IF_MATCH, _PREFER, _ETAG],
    "HOKSKorvaus",
)
patch_hoks = _operation(
    "patchHoks",
    "Change fields of a plan's root",
    {200: _WHOLE, 204: _NO_CONTENT, **errors(400, 401, 403, 404, 412, 413, 415, 503)},
    [_HOKS_ID, _IF_MATCH, _PREFER, _ETAG],
    "HOKSPaivitys",
)
get_hoks_by_opiskeluoikeus = _operation(
    "getHoksByOpiskeluoikeus",
    "Find the plan of a study right: its root, without parts",
    {
        200: _answer("The plan's root", _envelope(reference("HOKSPerustiedot"))),
        304: _NOT_MODIFIED,
        **errors(400, 401, 403, 404, 503),
    },
    [
        OpenApiParameter(
            "oid",
            OPISKELUOIKEUS_OID.json_schema,
            OpenApiParameter.PATH,
            description="OID of the study right",
        ),
        _IF_NONE_MATCH,
        _ETAG,
    ],
)
list_hankintakoulutukset = _operation(
    "listHankintakoulutukset",
    "Study rights that are purchased parts of the plan's study right",
    {
        200: _answer(
            "OIDs of study rights",
            {"type": "array", "items": {"type": "string"}},
        ),
        **errors(400, 401, 403, 404, 503),
    },
    [_HOKS_ID],
)


# --- parts of a plan ------------------------------------------------------------------------------

_PART_ERRORS = (400, 401, 403, 404, 503)
_WRITE_ERRORS = (400, 401, 403, 404, 412, 413, 415, 503)


def _path_id(name: str, description: str) -> OpenApiParameter:
    schema = {"type": "integer", "minimum": 0}
    return OpenApiParameter(name, schema, OpenApiParameter.PATH, description=description)


_PART_ID = _path_id("part_id", "The part's id")
_OSA_ID = _path_id("osa_id", "The local unit's id")
_OWN_ID = _path_id("own_id", "The plan's id again: a plan has one of this kind")
_PART_CREATED: Schema = _envelope(
    {
        "type": "object",
        "properties": {"uri": {"type": "string"}},
        "required": ["uri"],
        "additionalProperties": False,
    },
    {
        "type": "object",
        "properties": {"id": {"type": "integer"}},
        "required": ["id"],
        "additionalProperties": False,
    },
)

View = type[Any]


def describe_part(view: View, kind: ObjectType, name: str = "", *more: OpenApiParameter) -> View:
    """A view set of parts with its operations told in the contract, named after the parts."""
    name = name or kind.name
    above, own = [_HOKS_ID, *more, _ETAG], [_HOKS_ID, *more, _PART_ID, _ETAG]
    read_one = _answer("The part", _envelope(reference(kind.name)))
    listed = _envelope({"type": "array", "items": reference(kind.name)})
    return _described(
        view,
        index=_operation(
            f"list{name}",
            f"{name}: all of the plan",
            {200: _answer("The parts", listed), **errors(*_PART_ERRORS)},
            above,
        ),
        create=_operation(
            f"create{name}",
            f"{name}: add one",
            {200: _answer("Stored", _PART_CREATED), **errors(*_WRITE_ERRORS)},
            [*above, _IF_MATCH],
            name_of(kind, Operation.POST),
        ),
        retrieve=_operation(
            f"get{name}", f"{name}: read one", {200: read_one, **errors(*_PART_ERRORS)}, own
        ),
        update=_operation(
            f"replace{name}",
            f"{name}: replace one; its own parts that live on keep their ids",
            {204: _NO_CONTENT, **errors(*_WRITE_ERRORS)},
            [*own, _IF_MATCH],
            name_of(kind, Operation.PUT),
        ),
        partial_update=_operation(
            f"patch{name}",
            f"{name}: change fields of one; a list that is sent replaces the old one",
            {204: _NO_CONTENT, **errors(*_WRITE_ERRORS)},
            [*own, _IF_MATCH],
            name_of(kind, Operation.PATCH),
        ),
    )


def describe_naytot_of_osa(view: View) -> View:
    """Demonstrations of one local unit."""
    kind = objects.OSAAMISEN_OSOITTAMINEN
    return describe_part(view, kind, "PaikallisenTutkinnonOsanNaytto", _OSA_ID)


def describe_osaaminen(view: View) -> View:
    """Prior competence as a whole."""
    kind = OLEMASSA_OLEVA_OSAAMINEN
    read_all = _answer("The three lists", _envelope(reference(kind.name)))
    write = {204: _NO_CONTENT, **errors(*_WRITE_ERRORS)}
    return _described(
        view,
        create=_operation(
            "setOlemassaOlevaOsaaminen",
            "Prior competence: replace the lists that are sent",
            {200: _answer("Stored", _PART_CREATED), **errors(*_WRITE_ERRORS)},
            [_HOKS_ID, _IF_MATCH, _ETAG],
            name_of(kind, Operation.POST),
        ),
        retrieve=_operation(
            "getOlemassaOlevaOsaaminen",
            "Prior competence: all three lists",
            {200: read_all, **errors(*_PART_ERRORS)},
            [_HOKS_ID, _ETAG],
        ),
        retrieve_own=_operation(
            "getOlemassaOlevaOsaaminenById",
            "Prior competence: all three lists, by the plan's id given twice",
            {200: read_all, **errors(*_PART_ERRORS)},
            [_HOKS_ID, _OWN_ID, _ETAG],
        ),
        update=_operation(
            "replaceOlemassaOlevaOsaaminen",
            "Prior competence: replace all three lists",
            write,
            [_HOKS_ID, _OWN_ID, _IF_MATCH, _ETAG],
            name_of(kind, Operation.PUT),
        ),
        partial_update=_operation(
            "patchOlemassaOlevaOsaaminen",
            "Prior competence: replace the lists that are sent",
            write,
            [_HOKS_ID, _OWN_ID, _IF_MATCH, _ETAG],
            name_of(kind, Operation.PATCH),
        ),
    )


def undescribed(view: View) -> View:
    """A view set under an old name: it works, and the contract does not tell of it."""
    methods = ("index", "create", "retrieve", "update", "partial_update")
    hidden = {m: extend_schema(exclude=True) for m in methods if hasattr(view, m)}
    return _described(view, **hidden)


def _described(view: View, **operations: Decorator) -> View:
    """Tell operations of a view set whose methods it may have from another: those stay untold."""
    for name, tell in operations.items():
        setattr(view, name, tell(_own(getattr(view, name))))
    return view


def _own(method: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(method)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        return method(*args, **kwargs)

    return wrapped
