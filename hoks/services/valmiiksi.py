"""From a draft to a plan: what an unfinished document says once its empty places are gone."""

import uuid
from collections.abc import Iterator
from typing import Any, NamedTuple

from hoks.rules.ehdot import misplaced
from hoks.rules.hankkimistavat import TYOPAIKKAJAKSO
from hoks.schema.compile import Path
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS, OSAAMISEN_HANKKIMISTAPA

Document = dict[str, Any]
_TUNNISTE, _TAPA = "yksiloiva-tunniste", "osaamisen-hankkimistapa-koodi-uri"


class Valmis(NamedTuple):
    """A document to hold against the law; `rivit` tells where its rows stand in the draft."""

    sisalto: Document
    rivit: dict[Path, list[int]]

    def in_draft(self, path: Path) -> Path:
        """The place in the draft of a place in the document."""
        steps = [
            self.rivit.get(path[:n], range(step + 1))[step] if isinstance(step, int) else step
            for n, step in enumerate(path)
        ]
        return tuple(steps)


def finish(draft: Document) -> Valmis:
    """The draft without rows that say nothing and fields that do not belong where they stand.

    What an object must have and may be empty is there, so that a fault is told of the field that
    is missing and not of the object around it.
    """
    rivit: dict[Path, list[int]] = {}
    return Valmis(_finish(HOKS, draft, (), rivit), rivit)


def _finish(kind: ObjectType, body: Document, path: Path, rivit: dict[Path, list[int]]) -> Document:
    left_out = misplaced(kind, body)
    done: Document = {}
    for key, value in body.items():
        field = kind.field(key)
        inner = field.type if field else None
        if key in left_out:
            continue
        if isinstance(inner, ListOf) and isinstance(inner.item, ObjectType):
            done[key] = _finish_rows(inner.item, value or [], (*path, key), rivit)
        elif isinstance(inner, ObjectType) and says_something(value):
            done[key] = _finish(inner, value, (*path, key), rivit)
        else:
            done[key] = value
    return done | _missing(kind, done)


def _finish_rows(
    item: ObjectType, rows: list[Document], path: Path, rivit: dict[Path, list[int]]
) -> list[Document]:
    told = [n for n, row in enumerate(rows) if says_something(row)]
    rivit[path] = told
    return [_finish(item, rows[n], (*path, new), rivit) for new, n in enumerate(told)]


def _missing(kind: ObjectType, body: Document) -> Document:
    found: Document = {}
    for f in kind:
        if f.key in body or not f.is_required(Operation.PUT):
            continue
        if isinstance(f.type, ListOf):
            found[f.key] = []
        elif isinstance(f.type, ObjectType):
            found[f.key] = _missing(f.type, {})
    return found


def says_something(value: Any) -> bool:
    """Whether there is a value anywhere within."""
    if isinstance(value, dict):
        return any(map(says_something, value.values()))
    if isinstance(value, list):
        return any(map(says_something, value))
    return value is not None


def give_tunnisteet(document: Document) -> None:
    """Give each workplace period a key of its own where it has none; an information system would."""
    for tapa in find_tavat(HOKS, document):
        if tapa.get(_TAPA) in TYOPAIKKAJAKSO and _TUNNISTE not in tapa:
            tapa[_TUNNISTE] = str(uuid.uuid4())


def find_tavat(kind: ObjectType, body: Document) -> Iterator[Document]:
    """Every way of acquiring competence within."""
    if kind is OSAAMISEN_HANKKIMISTAPA:
        yield body
    for f in kind:
        if isinstance(f.type, ListOf) and isinstance(f.type.item, ObjectType):
            for row in body.get(f.key) or []:
                yield from find_tavat(f.type.item, row)
