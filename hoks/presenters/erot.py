"""What changed from one document of a plan to the next, found along the declaration.

Parts are matched by id, which lives as long as the part does; objects without an id are compared
by what they say. No two documents that say different things are without a difference, ids aside.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import orjson

from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS

Document = dict[str, Any]

ID = "id"
_IDENTITY = (ID, "module-id", "eid")  # which thing it is, not what is said of it


class Laji(StrEnum):
    """What happened to a value or a part."""

    LISATTY = "lisatty"
    POISTETTU = "poistettu"
    MUUTETTU = "muutettu"
    JARJESTYS = "jarjestys"  # a list says the same in another order


class Askel(NamedTuple):
    """An object on the way to a difference: the field it stands in, and what it says now."""

    field: Field
    kind: ObjectType
    tiedot: Document

    @property
    def has_identity(self) -> bool:
        """Whether it is a part with an id of its own."""
        return has_identity(self.kind)


class Ero(NamedTuple):
    """One difference: at `field` of the last object of `polku`, of the plan itself without one.

    Of a list `ennen` and `jalkeen` are one item of it, and the whole list where its order changed.
    """

    laji: Laji
    polku: tuple[Askel, ...]
    field: Field
    ennen: Any
    jalkeen: Any

    @property
    def paikka(self) -> tuple[str | int, ...]:
        """The way to it as keys and, after the key of a list, the id of the part."""
        way: list[str | int] = []
        for askel in self.polku:
            way.append(askel.field.key)
            if askel.has_identity:
                way.append(askel.tiedot[ID])
        return (*way, self.field.key)


def find_erot(old: Document, new: Document) -> list[Ero]:
    """All differences, in the order of the declaration; a key that is missing says nothing."""
    return list(_in_object(HOKS, old, new, ()))


def has_identity(kind: ObjectType) -> bool:
    """Whether GET shows an id of such objects."""
    field = kind.field(ID)
    return field is not None and field.letter(Operation.GET) != "X"


def _in_object(
    kind: ObjectType, old: Document, new: Document, polku: tuple[Askel, ...]
) -> Iterator[Ero]:
    for field in kind:
        if field.key not in _IDENTITY:
            yield from _in_field(field, old.get(field.key), new.get(field.key), polku)


def _in_field(field: Field, old: Any, new: Any, polku: tuple[Askel, ...]) -> Iterator[Ero]:
    match field.type:
        case ListOf(ObjectType() as item) if has_identity(item) and _all_have_id(old, new):
            yield from _in_parts(field, item, old or [], new or [], polku)
        case ListOf():
            yield from _in_list(field, old or [], new or [], polku)
        case ObjectType() as kind:
            old, new = _present(field, kind, old), _present(field, kind, new)
            if old is None or new is None:
                yield from _as_whole(field, old, new, polku)
            else:
                yield from _in_object(kind, old, new, (*polku, Askel(field, kind, new)))
        case _:
            yield from _as_whole(field, old, new, polku)


def _present(field: Field, kind: ObjectType, value: Any) -> Any:
    """None and an empty object say the same where the declaration says so."""
    return {} if value is None and (field.always_shown or kind.empty_is_absent) else value


def _as_whole(field: Field, old: Any, new: Any, polku: tuple[Askel, ...]) -> Iterator[Ero]:
    if old != new:
        laji = Laji.LISATTY if old is None else Laji.POISTETTU if new is None else Laji.MUUTETTU
        yield Ero(laji, polku, field, old, new)


# --- Lists ------------------------------------------------------------------------------------------


def _all_have_id(*lists: list[Document] | None) -> bool:
    return all(ID in part for parts in lists for part in parts or ())


def _in_parts(
    field: Field,
    item: ObjectType,
    old: list[Document],
    new: list[Document],
    polku: tuple[Askel, ...],
) -> Iterator[Ero]:
    before, after = ({part[ID]: part for part in parts} for parts in (old, new))
    yield from _gone(field, [p for own, p in before.items() if own not in after], polku)
    for own, part in after.items():
        if own in before:
            yield from _in_object(item, before[own], part, (*polku, Askel(field, item, part)))
    yield from _fresh(field, [p for own, p in after.items() if own not in before], polku)
    if [own for own in before if own in after] != [own for own in after if own in before]:
        yield Ero(Laji.JARJESTYS, polku, field, old, new)


def _in_list(
    field: Field, old: list[Any], new: list[Any], polku: tuple[Askel, ...]
) -> Iterator[Ero]:
    before, after = list(map(_said, old)), list(map(_said, new))
    if before == after:
        return
    gone, fresh = _left_over(old, before, after), _left_over(new, after, before)
    yield from _gone(field, gone, polku)
    yield from _fresh(field, fresh, polku)
    if not gone and not fresh:
        yield Ero(Laji.JARJESTYS, polku, field, old, new)


def _said(value: Any) -> str | bytes:
    """Equal of values that say the same, and quick to look up: lists may be long."""
    return value if isinstance(value, str) else orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _left_over(
    values: list[Any], said: list[str | bytes], elsewhere: list[str | bytes]
) -> list[Any]:
    """The values that do not stand in the other list, each counted as often as it stands here."""
    there = Counter(elsewhere)
    found = []
    for value, key in zip(values, said, strict=True):
        if there[key]:
            there[key] -= 1
        else:
            found.append(value)
    return found


def _gone(field: Field, values: Sequence[Any], polku: tuple[Askel, ...]) -> Iterator[Ero]:
    return (Ero(Laji.POISTETTU, polku, field, value, None) for value in values)


def _fresh(field: Field, values: Sequence[Any], polku: tuple[Askel, ...]) -> Iterator[Ero]:
    return (Ero(Laji.LISATTY, polku, field, None, value) for value in values)
