"""The shelf is whole: each way to write has an exhibit, and no exhibit was changed or removed."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import URLPattern

from hoks.api import urls
from hoks.api.legacy import RENAMED, translate
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS
from hoks.schema.osaaminen import OLEMASSA_OLEVA_OSAAMINEN
from hoks.schema.tasmaytys import TASMAYTYS
from tests.museo.exhibits import DIGESTS, Call, read_digests, read_exhibits, to_exhibit

EXHIBITS = read_exhibits()
CALLS = [call for exhibit in EXHIBITS for call in exhibit.calls if call.status < 300]
WRITES = {"post", "put", "patch", "delete"}
NO_DOCUMENT = {"tiedonsiirrot/<int:row_id>/kuittaus"}  # takes no body
KINDS = {"hoks/tasmaytys": TASMAYTYS}  # the routes that take something else than a plan or a part

Way = tuple[str, str, str]  # route, method, in which words
Value = Any


def kind_of(view: Any, route: str) -> ObjectType:
    """What a body of the route is."""
    found: ObjectType = getattr(view, "kind", None) or KINDS.get(route, HOKS)
    return found


# --- Routes ----------------------------------------------------------------------------------------


def ways_to_write() -> Iterator[Way]:
    """Every way to write that the URL table has."""
    pattern: URLPattern
    for pattern in [*urls.urlpatterns, *urls.aliases]:
        view: Any = pattern.callback
        route = str(pattern.pattern).rstrip("/")
        if route in NO_DOCUMENT:
            continue
        for method in WRITES & view.actions.keys():
            yield route, method.upper(), "today's"
            if getattr(view.cls, "old_words", False) and method != "delete":
                yield route, method.upper(), "old"


def route_of(call: Call) -> str:
    return call.match.route.split("/api/v1/")[1].rstrip("/")


def way_of(call: Call) -> Way:
    is_old = getattr(call.view, "old_words", False) and any(
        translate(call.view.kind, value).sent_names for value in call.values
    )
    return route_of(call), call.method, "old" if is_old else "today's"


def test_each_way_to_write_has_an_exhibit() -> None:
    shown = set(map(way_of, CALLS))
    missing = sorted(set(ways_to_write()) - shown)
    assert not missing, f"add an exhibit of each to {DIGESTS.parent}: {missing}"


def test_the_ways_to_write_are_found_in_the_url_table() -> None:
    ways = set(ways_to_write())
    whole_plans, own_routes, old_routes = 9, 7 * 3 + 3 + 3 + 2, 7 * 3 + 3
    assert (
        len({way for way in ways if way[2] == "today's"}) == whole_plans + own_routes + old_routes
    )
    assert len({way for way in ways if way[2] == "old"}) == old_routes + 3


# --- Fields ----------------------------------------------------------------------------------------


def fields_below(kind: ObjectType) -> Iterator[tuple[str, str]]:
    """Each key of an object and of all below it that some write takes."""
    writes = (Operation.POST, Operation.PUT, Operation.PATCH)
    for field in kind:
        if any(field.letter(op) != "X" or field.is_ignored(op) for op in writes):
            yield kind.name, field.key
        inner = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(inner, ObjectType):
            yield from fields_below(inner)


def sent_fields(kind: ObjectType, value: Value) -> Iterator[tuple[str, str]]:
    """Each key of a body, with the kind of its object."""
    for key, below in value.items():
        field = kind.field(key)
        if field is None:
            continue
        yield kind.name, key
        inner = field.type.item if isinstance(field.type, ListOf) else field.type
        for one in below if isinstance(below, list) else [below]:
            if isinstance(inner, ObjectType) and isinstance(one, dict):
                yield from sent_fields(inner, one)


def test_each_field_that_is_taken_has_been_sent() -> None:
    shown = {
        field
        for call in CALLS
        for value in call.values
        if value
        for field in sent_fields(kind_of(call.view, route_of(call)), value)
    }
    taken = {f for kind in (HOKS, TASMAYTYS, OLEMASSA_OLEVA_OSAAMINEN) for f in fields_below(kind)}
    assert len(taken) > 150
    assert taken <= shown, f"never sent: {sorted(taken - shown)}"


def old_names(kind: ObjectType) -> Iterator[str]:
    """The old names that a body of this kind may have."""
    yield from RENAMED.get(kind, {})
    for field in kind:
        inner = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(inner, ObjectType):
            yield from old_names(inner)


def old_kinds() -> list[ObjectType]:
    views = [pattern.callback.cls for pattern in [*urls.urlpatterns, *urls.aliases]]
    found = {v.kind.name: v.kind for v in views if getattr(v, "old_words", False)}
    return list(found.values())


@pytest.mark.parametrize("kind", old_kinds(), ids=lambda kind: kind.name)
def test_each_old_name_has_been_sent(kind: ObjectType) -> None:
    shown = {
        str(name)
        for call in CALLS
        if getattr(call.view, "old_words", False) and call.view.kind is kind
        for value in call.values
        for name in translate(kind, value).sent_names.values()
    }
    assert shown == set(old_names(kind))


# --- Append only -----------------------------------------------------------------------------------


def test_no_exhibit_was_changed_or_removed() -> None:
    here = {exhibit.name: exhibit.digest for exhibit in EXHIBITS}
    gone = {name for name, digest in read_digests().items() if here.get(name) != digest}
    assert not gone, "exhibits are never changed or removed: bring them back as they were"


def test_every_exhibit_is_in_the_list() -> None:
    known = read_digests()
    new = [f"{e.digest}  {e.name}" for e in EXHIBITS if e.name not in known]
    assert not new, f"add to {DIGESTS.name}:\n" + "\n".join(new)


def test_the_list_is_in_order_and_names_nothing_twice() -> None:
    names = [line.split()[1] for line in DIGESTS.read_text("utf-8").splitlines()]
    assert names == sorted(set(names))


def test_an_exhibit_is_dated() -> None:
    assert all(exhibit.name[:10].replace("-", "").isdigit() for exhibit in EXHIBITS)
    assert all(exhibit.what for exhibit in EXHIBITS)


def test_a_digest_is_of_what_is_sent_and_of_nothing_else() -> None:
    call = {"send": "POST /hoks", "status": 200, "body": {"versio": 1}, "served": {}}
    one = to_exhibit("x", {"what": "a", "calls": [call]}).digest
    assert to_exhibit("x", {"what": "b", "calls": [call | {"served": {"versio": 1}}]}).digest == one
    for other in ({"send": "PUT /hoks"}, {"body": {"versio": 1.0}}, {"body": {"versio": 2}}):
        assert to_exhibit("x", {"what": "a", "calls": [call | other]}).digest != one
