"""The operations on parts of a plan, told in the contract for each kind of part."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema

from ehoks.rest.schema import errors, reference
from hoks.api.schema import name_of
from hoks.api.telling import (
    ETAG,
    HOKS_ID,
    IDEMPOTENCY_KEY,
    IF_MATCH,
    IF_NONE_MATCH,
    NO_CONTENT,
    NOT_MODIFIED,
    OSA_ID,
    OWN_ID,
    PART_CREATED,
    PART_ERRORS,
    PART_ID,
    WRITE_ERRORS,
    Decorator,
    answer,
    envelope,
    operation,
)
from hoks.schema import objects
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.osaaminen import OLEMASSA_OLEVA_OSAAMINEN

View = type[Any]


def describe_part(view: View, kind: ObjectType, name: str = "", *more: OpenApiParameter) -> View:
    """A view set of parts with its operations told in the contract, named after the parts."""
    name = name or kind.name
    above, own = [HOKS_ID, *more, ETAG], [HOKS_ID, *more, PART_ID, ETAG]
    read_one = answer("The part", envelope(reference(kind.name)))
    listed = envelope({"type": "array", "items": reference(kind.name)})
    return _described(
        view,
        index=operation(
            f"list{name}",
            f"{name}: all of the plan",
            {200: answer("The parts", listed), 304: NOT_MODIFIED, **errors(*PART_ERRORS)},
            [*above, IF_NONE_MATCH],
        ),
        create=operation(
            f"create{name}",
            f"{name}: add one",
            {200: answer("Stored", PART_CREATED), **errors(*WRITE_ERRORS, 422)},
            [*above, IF_MATCH, IDEMPOTENCY_KEY],
            name_of(kind, Operation.POST),
        ),
        retrieve=operation(
            f"get{name}",
            f"{name}: read one",
            {200: read_one, 304: NOT_MODIFIED, **errors(*PART_ERRORS)},
            [*own, IF_NONE_MATCH],
        ),
        update=operation(
            f"replace{name}",
            f"{name}: replace one; its own parts that live on keep their ids",
            {204: NO_CONTENT, **errors(*WRITE_ERRORS)},
            [*own, IF_MATCH],
            name_of(kind, Operation.PUT),
        ),
        partial_update=operation(
            f"patch{name}",
            f"{name}: change fields of one; a list that is sent replaces the old one",
            {204: NO_CONTENT, **errors(*WRITE_ERRORS)},
            [*own, IF_MATCH],
            name_of(kind, Operation.PATCH),
        ),
    )


def describe_naytot_of_osa(view: View) -> View:
    """Demonstrations of one local unit."""
    kind = objects.OSAAMISEN_OSOITTAMINEN
    return describe_part(view, kind, "PaikallisenTutkinnonOsanNaytto", OSA_ID)


def describe_osaaminen(view: View) -> View:
    """Prior competence as a whole."""
    kind = OLEMASSA_OLEVA_OSAAMINEN
    read_all = answer("The three lists", envelope(reference(kind.name)))
    write = {204: NO_CONTENT, **errors(*WRITE_ERRORS)}
    return _described(
        view,
        create=operation(
            "setOlemassaOlevaOsaaminen",
            "Prior competence: replace the lists that are sent",
            {200: answer("Stored", PART_CREATED), **errors(*WRITE_ERRORS, 422)},
            [HOKS_ID, IF_MATCH, IDEMPOTENCY_KEY, ETAG],
            name_of(kind, Operation.POST),
        ),
        retrieve=operation(
            "getOlemassaOlevaOsaaminen",
            "Prior competence: all three lists",
            {200: read_all, 304: NOT_MODIFIED, **errors(*PART_ERRORS)},
            [HOKS_ID, IF_NONE_MATCH, ETAG],
        ),
        retrieve_own=operation(
            "getOlemassaOlevaOsaaminenById",
            "Prior competence: all three lists, by the plan's id given twice",
            {200: read_all, 304: NOT_MODIFIED, **errors(*PART_ERRORS)},
            [HOKS_ID, OWN_ID, IF_NONE_MATCH, ETAG],
        ),
        update=operation(
            "replaceOlemassaOlevaOsaaminen",
            "Prior competence: replace all three lists",
            write,
            [HOKS_ID, OWN_ID, IF_MATCH, ETAG],
            name_of(kind, Operation.PUT),
        ),
        partial_update=operation(
            "patchOlemassaOlevaOsaaminen",
            "Prior competence: replace the lists that are sent",
            write,
            [HOKS_ID, OWN_ID, IF_MATCH, ETAG],
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
