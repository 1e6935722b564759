"""Stored plans as the statistics feed gives them: redacted, and held against the feed's own form.

The feed reads every plan of the country, so a thousand of them must take less than half a second.
Therefore a few plans are looked at together: all their objects of one type, and of those one field
after another, which is where Python is quick. Only whether all is well is asked; if it is not, the
plans are looked at one by one. What is stored is in its normal form already, so nothing is trimmed.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, repeat
from typing import Any, NamedTuple

import orjson
from pydantic_core import PydanticCustomError

from ehoks.common.dates import as_utc
from hoks.rules import saavuttaminen, tuki
from hoks.rules.judge import rules_on
from hoks.rules.konteksti import Konteksti
from hoks.schema import scalars
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.scalars import Scalar
from hoks.schema.vipunen import HOKS_VIPUNEN, ON_NIMETTY, PEITETTY, REDACTED, is_left_out

Document = dict[str, Any]
Values = list[Any]
Test = Callable[[Values, Konteksti], None]  # raises one of MISFITS when a value does not fit

# The other rules look at the study right in Koski, which is not asked for the feed.
OWN_RULES = frozenset(
    {
        "overlapping-keskeytymisajanjaksot",
        "missing-yksiloiva-tunniste",
        "missing-tyopaikan-y-tunnus",
        "missing-oppisopimuksen-perusta",
        "dates-reversed",
        "longer-than-five-years",
        *(rule.code for rule in (*tuki.RULES, *saavuttaminen.RULES)),
    }
)
REMEMBERED = 10_000  # values of one kind of code
_LISTS = [f.key for f in HOKS_VIPUNEN if isinstance(f.type, ListOf)]
_TYPES = {scalars.TEKSTI: str, scalars.TOTUUS: bool}
_LENGTHS = {scalars.TEKSTI256: 0, scalars.TUNNISTE: 1}  # at least
_REPEATED = {
    scalars.PVM,
    scalars.Y_TUNNUS,
    scalars.ORGANISAATIO_OID,
    scalars.TUTKINNON_OSA_URI,
    scalars.OSA_ALUE_URI,
    scalars.HANKKIMISTAPA_URI,
    scalars.OPPISOPIMUS_PERUSTA_URI,
    scalars.OPPIMISYMPARISTO_URI,
    scalars.TODENTAMIS_URI,
    scalars.URASUUNNITELMA_URI,
}


class Stored(NamedTuple):
    """A plan as the feed reads it: its newest document, and when it was archived."""

    id: int
    deleted_at: dt.datetime | None
    sisalto: str


class Misfit(Exception):
    """A value is not of the feed's form."""


# A missing key and a value of a strange type show themselves in their own way.
MISFITS = (
    Misfit,
    PydanticCustomError,
    orjson.JSONDecodeError,
    KeyError,
    TypeError,
    AttributeError,
)


def redact(plans: list[Stored], konteksti: Konteksti) -> list[Document | None]:
    """The redacted document of each plan; None for a plan that does not fit the feed's form."""
    try:
        documents = [_parse(plan) for plan in plans]
        _objects(HOKS_VIPUNEN)(documents, konteksti)
    except MISFITS:
        if len(plans) == 1:
            return [None]
        return [redact([plan], konteksti)[0] for plan in plans]
    return [*documents]


def _parse(plan: Stored) -> Document:
    """The stored document; of an archived plan its root alone, with empty lists."""
    document: Document = orjson.loads(plan.sisalto)
    if plan.deleted_at is None:
        return document
    empty: Document = {key: [] for key in _LISTS}
    return document | empty | {"poistettu": as_utc(plan.deleted_at)}


def _require(*, that: bool) -> None:
    if not that:
        raise Misfit


@cache
def _objects(kind: ObjectType) -> Test:
    """Redacts objects of one type in place, and looks at what remains."""
    shown = [f for f in kind if f.letter(Operation.VIPUNEN) != "X"]
    keys = frozenset(f.key for f in shown)
    required = frozenset(f.key for f in shown if f.is_required(Operation.VIPUNEN))
    left_out = frozenset(f.key for f in kind if is_left_out(f))
    changes = [_CHANGES[f.type](f.key) for f in shown if f.type in (PEITETTY, ON_NIMETTY)]
    columns = [(f.key, _test(f.type)) for f in shown]
    laws = [rule.holds for rule in rules_on(kind.name) if rule.code in OWN_RULES]

    def test(found: Values, konteksti: Konteksti) -> None:
        _require(that=set(map(type, found)) == {dict})
        present = set(chain.from_iterable(found))
        _drop(left_out & present, found)
        for change in changes:
            change(found)
        _require(that=present <= keys | left_out)
        for key, column in columns:
            if key in required:
                column([one[key] for one in found], konteksti)
            elif key in present:
                column([one[key] for one in found if key in one], konteksti)
        for holds in laws:
            _require(that=all(map(holds, found, repeat(konteksti))))

    return test


def _drop(keys: Iterable[str], found: Values) -> None:
    for key in keys:
        for one in found:
            one.pop(key, None)


def _redact_names(key: str) -> Callable[[Values], None]:
    def change(found: Values) -> None:
        for one in found:
            if key in one:
                one[key] = REDACTED

    return change


def _tell_if_named(key: str) -> Callable[[Values], None]:
    def change(found: Values) -> None:
        for one in found:
            one[key] = one.get(key) is not None

    return change


_CHANGES: dict[Any, Callable[[str], Callable[[Values], None]]] = {
    PEITETTY: _redact_names,
    ON_NIMETTY: _tell_if_named,
}


def _test(kind: Scalar | ObjectType | ListOf) -> Test:
    match kind:
        case Scalar():
            return _scalar(kind)
        case ObjectType():
            return _objects(kind)
        case ListOf():
            return _lists(_test(kind.item))


def _lists(items: Test) -> Test:
    def test(found: Values, konteksti: Konteksti) -> None:
        _require(that=set(map(type, found)) == {list})
        if values := list(chain.from_iterable(found)):
            items(values, konteksti)

    return test


def _scalar(kind: Scalar) -> Test:
    """The scalar's own check; for the most frequent kinds the same in fewer steps."""
    if kind in _TYPES:
        return _of_type(_TYPES[kind])
    if kind in _LENGTHS:
        return _of_length(_LENGTHS[kind])
    if kind is scalars.INT:
        return _ints
    if kind is scalars.UUID:
        return _matching(kind)
    return _repeated(kind) if kind in _REPEATED else _each(kind)


def _of_type(expected: type) -> Test:
    def test(values: Values, _: Konteksti) -> None:
        _require(that=set(map(type, values)) == {expected})

    return test


def _of_length(at_least: int) -> Test:
    def test(values: Values, _: Konteksti) -> None:
        _require(that=set(map(type, values)) == {str})
        _require(that=at_least <= min(map(len, values)))
        _require(that=max(map(len, values)) <= scalars.COLUMN)

    return test


def _ints(values: Values, _: Konteksti) -> None:
    _require(that=set(map(type, values)) == {int})
    _require(that=min(values) >= scalars.INT_MIN and max(values) <= scalars.INT_MAX)


def _matching(kind: Scalar) -> Test:
    match_ = re.compile(kind.json_schema["pattern"]).fullmatch

    def test(values: Values, _: Konteksti) -> None:
        _require(that=all(map(match_, values)))

    return test


def _each(kind: Scalar) -> Test:
    def test(values: Values, _: Konteksti) -> None:
        for value in values:
            kind.check(value)

    return test


def _repeated(kind: Scalar) -> Test:
    """Of codes, dates and business ids there are few: each is checked when it is first seen."""
    seen: set[str] = set()

    def test(values: Values, _: Konteksti) -> None:
        for value in set(values) - seen:
            kind.check(value)
            if len(seen) < REMEMBERED:
                seen.add(value)

    return test
