"""Which part of a new document is which part of the old one, so that ids live on.

Each old part is matched at most once, in this order: by the `id` the client sent, if it names a
part of the same kind in this plan; a way of acquiring by its `yksiloiva-tunniste`, anywhere in
the plan, when that is unique on both sides; by its natural key, n-th to n-th, under the same
parent. A sent id that names nothing is as good as none.
"""

import uuid
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from hoks.schema import objects
from hoks.schema.fields import ListOf, ObjectType

Document = dict[str, Any]
Key = tuple[Any, ...]
TUNNISTE = "yksiloiva-tunniste"


def _by(*keys: str) -> Callable[[Document], Key]:
    return lambda part: tuple(part.get(key) for key in keys)


def _paikallinen_key(part: Document) -> Key:
    tunniste = part.get("amosaa-tunniste")
    return ("nimi", part.get("nimi")) if tunniste is None else ("amosaa", tunniste)


def _naytto_key(part: Document) -> Key:
    return part["alku"], part["loppu"], part["nayttoymparisto"]["nimi"]


_TUTKINNON_OSA = _by("tutkinnon-osa-koodi-uri")
_OSA_ALUE = _by("osa-alue-koodi-uri")
NATURAL_KEYS: dict[ObjectType, Callable[[Document], Key]] = {
    objects.HANKITTAVA_AMMAT_TUTKINNON_OSA: _TUTKINNON_OSA,
    objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA: _TUTKINNON_OSA,
    objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA: _paikallinen_key,
    objects.HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: _OSA_ALUE,
    objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA: _TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA: _TUTKINNON_OSA,
    objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA: _paikallinen_key,
    objects.AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE: _OSA_ALUE,
    objects.OSAAMISEN_HANKKIMISTAPA: _by("osaamisen-hankkimistapa-koodi-uri", "alku", "loppu"),
    objects.OSAAMISEN_OSOITTAMINEN: _naytto_key,
    objects.HANKITTAVA_KOULUTUKSEN_OSA: _by("koulutuksen-osa-koodi-uri", "alku"),
    objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT: _by("nimi", "alku", "loppu"),
}


@dataclass(eq=False, slots=True)
class _Part:
    """A part of a document, its kind and where it hangs; `match` is the old part it is."""

    kind: ObjectType
    body: Document
    parent: "_Part | None"
    list_key: str
    match: "_Part | None" = None


@cache
def lists_of_parts(kind: ObjectType) -> tuple[tuple[str, ObjectType], ...]:
    """The lists of parts that have identity, directly under an object."""
    return tuple(
        (f.key, f.type.item)
        for f in kind
        if isinstance(f.type, ListOf) and isinstance(f.type.item, ObjectType)
        if f.type.item in NATURAL_KEYS
    )


def _levels(document: Document) -> Iterator[list[_Part]]:
    """All parts, a list a level, parents before children."""
    level = _children(objects.HOKS, document, None)
    while level:
        yield level
        level = [c for part in level for c in _children(part.kind, part.body, part)]


def _children(kind: ObjectType, body: Document, parent: _Part | None) -> list[_Part]:
    return [
        _Part(item, child, parent, key)
        for key, item in lists_of_parts(kind)
        for child in body.get(key, ())
    ]


def identify(new: Document, old: Document | None) -> list[Document]:
    """Give every part of `new` the id and module-id of the old part it is.

    Changes `new` in place. Returns the parts that are new, without an id yet: the caller gets
    ids for them and calls `settle`.
    """
    levels = list(_levels(new))
    if old:
        _Matcher(_flat(_levels(old))).match(levels)
    fresh: list[Document] = []
    for part in _flat(levels):
        if part.match:
            settle(part.body, part.match.body["id"], part.match.body.get("module-id"))
        else:
            fresh.append(part.body)
            settle(part.body, 0, _new_module_id(part.kind))
    return fresh


def _flat(levels: Iterable[list[_Part]]) -> list[_Part]:
    return [part for level in levels for part in level]


def _new_module_id(kind: ObjectType) -> str | None:
    return str(uuid.uuid4()) if kind.field("module-id") else None


def settle(part: Document, own_id: int, module_id: str | None) -> None:
    """Write a part's identity in front of its other keys, in place."""
    rest = {k: v for k, v in part.items() if k not in ("id", "module-id")}
    part.clear()
    part["id"] = own_id
    if module_id is not None:
        part["module-id"] = module_id
    part.update(rest)


class _Matcher:
    """The old parts still without a match, found by id, by tunniste or by natural key."""

    def __init__(self, old: list[_Part]) -> None:
        self.free = set(old)
        self.by_id = {(p.kind, p.body["id"]): p for p in old}
        self.by_tunniste = _unique_tunnisteet(old)
        self.by_key: dict[Key, deque[_Part]] = defaultdict(deque)
        for part in old:
            self.by_key[_place(part, part.parent)].append(part)

    def match(self, levels: list[list[_Part]]) -> None:
        """What the client names first, over the whole plan; then level by level."""
        parts = _flat(levels)
        for part in parts:
            self._take(part, self.by_id.get((part.kind, part.body.get("id"))))
        for tunniste, part in _unique_tunnisteet(parts).items():
            self._take(part, self.by_tunniste.get(tunniste))
        for part in parts:  # parents come before their children
            if part.match is None and (part.parent is None or part.parent.match):
                self._take(part, self._next_alike(part))

    def _next_alike(self, part: _Part) -> _Part | None:
        alike = self.by_key.get(_place(part, part.parent and part.parent.match))
        while alike:
            if (old := alike.popleft()) in self.free:
                return old
        return None

    def _take(self, part: _Part, old: _Part | None) -> None:
        if old is not None and part.match is None and old in self.free:
            part.match = old
            self.free.discard(old)


def _place(part: _Part, parent: _Part | None) -> Key:
    key = NATURAL_KEYS[part.kind](part.body)
    return (part.kind, parent and parent.body["id"], part.list_key, key)


def _unique_tunnisteet(parts: list[_Part]) -> dict[str, _Part]:
    """Ways of acquiring whose key occurs once; a key used twice names nothing."""
    found = [(p.body[TUNNISTE], p) for p in parts if TUNNISTE in p.body]
    counts = Counter(tunniste for tunniste, _ in found)
    return {tunniste: part for tunniste, part in found if counts[tunniste] == 1}
