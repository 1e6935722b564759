"""A stored plan as the statistics feed gives it: redacted, and held against the feed's own form.

A plan that comes by a write is redacted and checked then, once, and the copy is kept beside its
version: a page of the feed is a thousand copies, not a thousand verdicts.
"""

import datetime as dt
from functools import cache
from typing import Any, NamedTuple

import orjson

from ehoks.common.dates import as_utc
from hoks.rules import saavuttaminen, tuki
from hoks.rules.judge import broken_rules
from hoks.rules.konteksti import Konteksti
from hoks.schema.compile import InvalidDocument, validate
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.vipunen import HOKS_VIPUNEN, ON_NIMETTY, PEITETTY, REDACTED, is_left_out
from hoks.services import sql
from hoks.services.versions import law_digest

Document = dict[str, Any]

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
_EMPTY: Document = {f.key: [] for f in HOKS_VIPUNEN if isinstance(f.type, ListOf)}


def to_vipunen(document: Any, *, judged: bool = False) -> bytes | None:
    """What the feed tells of a document of GET; None when it does not fit the feed's form.

    `judged`: all of its parts have just passed the law of a whole plan, which asks for no less than
    the feed does. Then only the root is looked at: it may have fields from before.
    """
    told = _redacted(HOKS_VIPUNEN, document)
    try:
        valid = validate(HOKS_VIPUNEN, Operation.VIPUNEN, told | _EMPTY if judged else told)
    except InvalidDocument:
        return None
    broken = (rule.code for rule in broken_rules(HOKS_VIPUNEN, valid, Konteksti()))
    return None if any(code in OWN_RULES for code in broken) else orjson.dumps(told)


def archived_to_vipunen(document: Any, deleted_at: dt.datetime) -> bytes | None:
    """The same of an archived plan: its root alone, with empty lists, and when it went."""
    if not isinstance(document, dict):
        return None
    return to_vipunen(document | _EMPTY | {"poistettu": as_utc(deleted_at)})


def keep_vipunen(hoks_id: int, etag: str, document: Document, *, judged: bool = False) -> None:
    """Keep the copy of a version beside it. A plan that does not fit has none that counts."""
    if told := to_vipunen(document, judged=judged):
        sql.keep_vipunen(hoks_id, etag, law_digest(), told.decode())


class _Redaction(NamedTuple):
    """What to do to an object of one type."""

    left_out: tuple[str, ...]
    hidden: tuple[str, ...]  # keys whose text is covered
    named: tuple[str, ...]  # keys of which only the presence is told
    below: tuple[tuple[str, ObjectType], ...]  # where there is more to do


@cache
def _redaction(kind: ObjectType) -> _Redaction:
    items = ((f.key, f.type.item if isinstance(f.type, ListOf) else f.type) for f in kind)
    return _Redaction(
        tuple(f.key for f in kind if is_left_out(f)),
        tuple(f.key for f in kind if f.type is PEITETTY),
        tuple(f.key for f in kind if f.type is ON_NIMETTY),
        tuple((key, i) for key, i in items if isinstance(i, ObjectType) and any(_redaction(i))),
    )


def _redacted(kind: ObjectType, found: Any) -> Any:
    """A copy without persons. What is no object is left for the check to refuse."""
    if isinstance(found, list):
        return [_redacted(kind, one) for one in found]
    return _redacted_object(kind, found) if isinstance(found, dict) else found


def _redacted_object(kind: ObjectType, found: Document) -> Document:
    left_out, hidden, named, below = _redaction(kind)
    told = found.copy()
    for key in left_out:
        told.pop(key, None)
    for key in hidden:
        if key in told:
            told[key] = REDACTED
    for key in named:
        told[key] = told.get(key) is not None
    for key, item in below:
        if told.get(key):
            told[key] = _redacted(item, told[key])
    return told
