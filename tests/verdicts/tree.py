"""Places in a payload, edits that leave the original alone, and the tree of errors."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.verdicts.tables import OBJECTS, Json, is_list, item

Path = tuple[Any, ...]  # keys and positions
ABSENT = object()


@dataclass(frozen=True)
class Spot:
    """One value of a payload: where it is, its kind, and the object type and key it belongs to."""

    path: Path
    kind: str
    owner: str
    key: str
    value: Json

    @property
    def is_element(self) -> bool:
        return isinstance(self.path[-1], int)


def spots(value: Json, owner: str = "HOKS", path: Path = ()) -> Iterator[Spot]:
    """Every value under an object, objects and lists themselves included."""
    for key, found in value.items():
        yield from _spots_of(found, OBJECTS[owner][key].kind, owner, key, (*path, key))


def _spots_of(value: Json, kind: str, owner: str, key: str, path: Path) -> Iterator[Spot]:
    yield Spot(path, kind, owner, key, value)
    if is_list(kind):
        for n, element in enumerate(value):
            yield from _spots_of(element, item(kind), owner, key, (*path, n))
    elif kind in OBJECTS:
        yield from spots(value, kind, path)


def objects(value: Json, name: str = "HOKS") -> Iterator[tuple[Path, str, Json]]:
    """Every object of a payload with its type, the root first."""
    yield (), name, value
    for spot in spots(value, name):
        if spot.kind in OBJECTS:
            yield spot.path, spot.kind, spot.value


def edited(tree: Json, path: Path, value: Json) -> Json:
    """The tree with another value at one place (ABSENT: without it); shares the rest."""
    if not path:
        return value
    head, *rest = path
    copy = tree.copy()
    if not rest and value is ABSENT:
        del copy[head]
        return copy
    if isinstance(tree, list):
        copy[head] = edited(tree[head], tuple(rest), value)
    else:
        copy[head] = edited(tree.get(head), tuple(rest), value)
    return copy


def error_tree(payload: Json, leaves: dict[Path, str]) -> Json:
    """The `errors` tree: nested as the payload, arrays as long as its arrays, null where valid."""
    tree: Json = None
    for path, leaf in leaves.items():
        tree = _grown(tree, payload, path, leaf)
    return tree


def _grown(tree: Json, payload: Json, path: Path, leaf: str) -> Json:
    if not path:
        return leaf
    head, *rest = path
    if isinstance(payload, list):
        tree = tree or [None] * len(payload)
        below = payload[head]
        inner = tree[head]
    else:
        tree = tree or {}
        below = payload.get(head)
        inner = tree.get(head)
    tree[head] = _grown(inner, below, tuple(rest), leaf)
    return tree


FREE = "*"  # some text, which one is free


def matches(expected: Json, got: Json) -> bool:
    """Equality where a leaf `*` stands for any text and `…` for any part of it."""
    if isinstance(expected, dict):
        return (
            isinstance(got, dict)
            and expected.keys() == got.keys()
            and all(matches(v, got[k]) for k, v in expected.items())
        )
    if isinstance(expected, list):
        return (
            isinstance(got, list) and len(expected) == len(got) and all(map(matches, expected, got))
        )
    if isinstance(expected, str):
        return isinstance(got, str) and _text_matches(expected, got)
    return expected is got


def _text_matches(expected: str, got: str) -> bool:
    if expected == FREE:
        return bool(got)
    first, *parts = expected.split("…")
    if not parts:
        return expected == got
    return got.startswith(first) and got.endswith(parts[-1]) and all(p in got for p in parts)
