"""Cures: how to mend a violation, offered where there is only one way to mend it.

A cure repeats only values that are codes, dates or identifiers; a key is mended by a move, which
carries no value. Each is tried before it is offered: it removes its violation and brings no other.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from pydantic_core import PydanticCustomError

from ehoks.common.dates import HELSINKI
from hoks.rules import koodit
from hoks.rules.judge import Verdict, rules_on
from hoks.schema.compile import Path, Refusal
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.scalars import PVM, Scalar
from koodisto.texts import is_shown

MAX_TRIES = 50  # in one answer; whoever has more faults than that has one fault in a program
MAX_SIBLINGS = 100  # no more of them are judged again for the sake of one
SHORTEST_KEY = 4  # among shorter ones a letter off is another word: id, eid, oid

_OF_VALUES = {
    *("invalid-koodi", koodit.UNKNOWN_KOODI, "invalid-oid", "invalid-y-tunnus"),
    "invalid-date",
}
_DATE_WITH_TIME = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)

Type = Scalar | ObjectType | ListOf


class Korjaus(NamedTuple):
    """Put `value` at `path`, or move there what stands at `source`."""

    path: Path
    value: str | None = None
    source: Path | None = None


Cures = Mapping[tuple[Path, str], Korjaus]  # by the place and the code of the violation


class Case(NamedTuple):
    """A refused value, and whom to ask of it.

    `judge` holds a value of the kind against all law; `is_known` tells of a code.
    """

    kind: ObjectType
    operation: Operation
    sent: object
    judge: Callable[[object], Verdict]
    is_known: Callable[[str], bool]


def find_cures(case: Case, violations: Iterable[tuple[Path, Refusal]]) -> Cures:
    """A cure for each violation that has one, within a bounded number of tries."""
    found: dict[tuple[Path, str], Korjaus] = {}
    tries = 0
    for path, refusal in violations:
        cure = propose(case, path, refusal)
        if cure is None:
            continue
        tries += 1
        if tries > MAX_TRIES:
            break
        if _cures(case, cure, path, refusal):
            found[path, refusal.code] = cure
    return found


def propose(case: Case, path: Path, refusal: Refusal) -> Korjaus | None:
    """The one way that the fault seems to allow; not tried yet."""
    if refusal.code == "unknown-key":
        return _renamed(case, path)
    if refusal.code not in _OF_VALUES:
        return None
    scalar, _ = _locate(case, path)
    value = _at(case.sent, path)
    if not isinstance(scalar, Scalar) or not isinstance(value, str):
        return None
    mended = _mended(scalar, value, case.is_known)
    return None if mended in (None, value) else Korjaus(path, mended)


def _locate(case: Case, path: Path) -> tuple[Type | None, Operation]:
    """The type that is declared for a place, and how it is judged there."""
    here: Type | None = case.kind
    operation = case.operation
    for step in path:
        if isinstance(here, ListOf):
            here = here.item
        elif isinstance(here, ObjectType):
            field = here.field(str(step))
            here = field.type if field else None
            operation = field.below(operation) if field else operation
    return here, operation


def _at(value: Any, path: Path) -> Any:
    for step in path:
        # a missing key is refused at a place where nothing stands
        value = value.get(step) if isinstance(value, dict) else value[step]
    return value


# --- Values --------------------------------------------------------------------------------------


def _mended(scalar: Scalar, value: str, is_known: Callable[[str], bool]) -> str | None:
    trimmed = value.strip()
    if koodisto := koodit.code_set(scalar):
        return _koodi(scalar, koodisto, trimmed, is_known)
    if _accepts(scalar, trimmed):
        return trimmed
    return _day(trimmed) if scalar is PVM else None


def _accepts(scalar: Scalar, value: str) -> bool:
    try:
        scalar.check(value)
    except PydanticCustomError:
        return False
    return True


def _koodi(
    scalar: Scalar, koodisto: str, value: str, is_known: Callable[[str], bool]
) -> str | None:
    """The code as it is, in the small letters that all codes have, or with the name of its set.

    Any word would do after the name of a set whose codes are words: there it must be known.
    """
    for uri in (value, value.lower()):
        if _accepts(scalar, uri):
            return uri if is_shown(uri) else None
    uri = f"{koodisto}_{value.lower()}"
    is_word = "_" in value or not value.isdecimal()
    if not is_shown(uri) or not _accepts(scalar, uri) or (is_word and not is_known(uri)):
        return None
    return uri


def _day(text: str) -> str | None:
    """The day of a moment, unless it is another day in Finland: which one is meant, who knows."""
    match = _DATE_WITH_TIME.fullmatch(text)
    if not match:
        return None
    try:
        moment = dt.datetime.fromisoformat(text)
        day = moment.astimezone(HELSINKI) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None
    return match[1] if day.date().isoformat() == match[1] else None


# --- Keys ----------------------------------------------------------------------------------------


def _renamed(case: Case, path: Path) -> Korjaus | None:
    """The key that is free here and a letter away, when there is one such, and one who wants it."""
    *way, key = path
    kind, operation = _locate(case, tuple(way))
    siblings = _at(case.sent, tuple(way))
    if not isinstance(kind, ObjectType):
        return None
    free = [f.key for f in kind if f.key not in siblings and _is_taken(f, operation)]
    near = [name for name in free if _is_near(str(key), name)]
    if len(near) != 1:
        return None
    rivals = [k for k in siblings if kind.field(k) is None and _is_near(k, near[0])]
    return Korjaus((*way, near[0]), source=path) if len(rivals) == 1 else None


def _is_taken(field: Field, operation: Operation) -> bool:
    """Whether the field has an effect when it is sent, and a name long enough to be mistyped."""
    sendable = field.letter(operation) != "X" and not field.is_ignored(operation)
    return sendable and len(field.key) >= SHORTEST_KEY


def _is_near(key: str, name: str) -> bool:
    """The same but for capitals, spaces around it, `_` for `-`, and one letter."""
    key = key.strip().lower().replace("_", "-")
    if abs(len(key) - len(name)) > 1:
        return False
    while key and name and key[0] == name[0]:
        key, name = key[1:], name[1:]
    while key and name and key[-1] == name[-1]:
        key, name = key[:-1], name[:-1]
    return (len(key) <= 1 and len(name) <= 1) or (len(key) == 2 and key[::-1] == name)


# --- The trial -------------------------------------------------------------------------------------


def _cures(case: Case, cure: Korjaus, path: Path, refusal: Refusal) -> bool:
    """Whether the violation goes and no other comes: tried on as little as decides it."""
    part, place = _pruned(case.kind, case.sent, cure.source or cure.path)
    if part is None:
        return False
    before = _faults(case, part)
    holder = _at(part, place[:-1])
    if cure.source:
        holder[cure.path[-1]] = holder.pop(place[-1])
    else:
        holder[place[-1]] = cure.value
    after = _faults(case, part)
    target = (place, refusal.code)
    return not after - before and after[target] < before[target]


def _faults(case: Case, value: object) -> Counter[tuple[Path, str]]:
    violations = case.judge(value).violations
    return Counter((path, refusal.code) for path, refusal in violations)


def _pruned(kind: Type, value: Any, path: Path) -> tuple[Any, Path]:
    """A copy without what no rule on the way to the place reads, and the place in it.

    None when too much would be left.
    """
    step, *rest = path
    if isinstance(kind, ListOf):
        inner, place = _pruned(kind.item, value[step], tuple(rest)) if rest else (value[step], ())
        return (None if inner is None else [inner]), (0, *place)
    if not isinstance(kind, ObjectType):
        return None, ()
    reads = {read.partition("/")[0] for rule in rules_on(kind.name) for read in rule.reads}
    kept = {k: v for k, v in value.items() if k in reads or not isinstance(v, dict | list)}
    field = kind.field(str(step))
    if not rest or step in reads or field is None:
        is_long = isinstance(value[step], list) and len(value[step]) > MAX_SIBLINGS and rest
        kept[str(step)] = value[step] if not rest else deepcopy(value[step])
        return (None if is_long else kept), path
    inner, place = _pruned(field.type, value[step], tuple(rest))
    kept[str(step)] = inner
    return (None if inner is None else kept), (step, *place)
