"""Callers whose tickets fail again and again are locked out for a while.

Twenty invalid tickets within five minutes, from one address under one caller-id, lock that caller
for fifteen. A valid ticket before that clears the count. Once locked, nothing shortens the lock
and nothing extends it.

A valid ticket should cost nothing here. So each process remembers for two seconds that no caller
at all has anything on record, which is how things nearly always are, and asks the database once in
that time. The price: a count or a lock that began in another process may take up to two seconds
to be seen in this one. While anybody has something on record, every call is looked up.
"""

import datetime as dt
import math
import re
import time
from typing import Any, NamedTuple

from django.db import connection

from ehoks.audit.log import Kohde, Tekija, short
from ehoks.auth.errors import AccountLocked
from ehoks.common import counts
from ehoks.common.dates import now
from ehoks.common.errors import EhoksError
from ehoks.integrations.organisaatio import get_organisaatio
from ehoks.tiedonsiirto import log as transfers

MAX_INVALID = 20
WINDOW = dt.timedelta(minutes=5)
LOCK = dt.timedelta(minutes=15)
CALM_SECONDS = 2.0
_PURGED = 100  # dead rows that go with each new failure, so that the table stays small
_ORGANISAATIO = re.compile(r"(1\.2\.246\.562\.10\.[0-9]{1,22})(?:\.|$)")

_LOOK = """
SELECT EXISTS (SELECT FROM lukitukset WHERE voimassa_asti > %(now)s::timestamptz),
       EXISTS (SELECT FROM lukitukset WHERE ip = %(ip)s AND caller_id = %(caller_id)s),
       (SELECT lukittu_asti FROM lukitukset
         WHERE ip = %(ip)s AND caller_id = %(caller_id)s AND lukittu_asti > %(now)s::timestamptz)
"""
_COUNT = """
WITH gone AS (
    DELETE FROM lukitukset WHERE id IN (
        SELECT id FROM lukitukset
         WHERE voimassa_asti < %(now)s::timestamptz AND (ip, caller_id) <> (%(ip)s, %(caller_id)s)
         LIMIT %(purged)s FOR UPDATE SKIP LOCKED))
INSERT INTO lukitukset AS l (ip, caller_id, ajat, voimassa_asti)
VALUES (%(ip)s, %(caller_id)s, ARRAY[%(now)s::timestamptz], %(window_ends)s)
ON CONFLICT (ip, caller_id) DO UPDATE
   SET (ajat, lukittu_asti, voimassa_asti) = (
       SELECT array_agg(aika),
              CASE WHEN count(*) >= %(most)s THEN %(lock_ends)s::timestamptz END,
              CASE WHEN count(*) >= %(most)s THEN %(lock_ends)s ELSE %(window_ends)s END
         FROM unnest(l.ajat || excluded.ajat) AS aika WHERE aika > %(window_begins)s::timestamptz)
 WHERE l.lukittu_asti IS NULL OR l.lukittu_asti <= %(now)s::timestamptz
RETURNING lukittu_asti
"""
_CLEAR = """
DELETE FROM lukitukset
 WHERE ip = %s AND caller_id = %s AND (lukittu_asti IS NULL OR lukittu_asti <= %s)
"""

_COUNTS = """
SELECT caller_id, ip,
       (SELECT count(*) FROM unnest(ajat) AS aika WHERE aika > %(window_begins)s::timestamptz),
       CASE WHEN lukittu_asti > %(now)s::timestamptz THEN lukittu_asti END
  FROM lukitukset
 WHERE voimassa_asti > %(now)s::timestamptz
 ORDER BY lukittu_asti DESC NULLS LAST, id DESC
 LIMIT 1000
"""

_calm_until = 0.0  # by this process's monotonic clock: until then nobody has anything on record


def require_not_locked(ip: str | None, caller_id: str) -> bool:
    """Whether the caller has failures on record; they are to be cleared when its ticket is valid.

    Raises:
        AccountLocked: with the remaining seconds in `Retry-After`.
    """
    global _calm_until
    if time.monotonic() < _calm_until:
        return False
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, {**_key(ip, caller_id), "now": moment})
        anybody, counted, locked_until = cursor.fetchone()
    if locked_until:
        seconds = max(1, math.ceil((locked_until - moment).total_seconds()))
        raise AccountLocked(headers={"Retry-After": str(seconds)}, minuutit=math.ceil(seconds / 60))
    if not anybody:
        _calm_until = time.monotonic() + CALM_SECONDS
    return bool(counted)


def note_invalid(ip: str | None, caller_id: str) -> None:
    """Count an invalid ticket. The one that begins a lock leaves a row in the transfer log."""
    forget_calm()
    moment = now()
    values = {
        **_key(ip, caller_id),
        "now": moment,
        "window_begins": moment - WINDOW,
        "window_ends": moment + WINDOW,
        "lock_ends": moment + LOCK,
        "most": MAX_INVALID,
        "purged": _PURGED,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)
        row = cursor.fetchone()  # none while a lock is on: then nothing counts
    if row and row[0]:
        counts.LOCKOUTS.inc()
        _tell(ip, caller_id)


def note_valid(ip: str | None, caller_id: str) -> None:
    """Clear the count. A lock that has begun stays."""
    key = _key(ip, caller_id)
    with connection.cursor() as cursor:
        cursor.execute(_CLEAR, [key["ip"], key["caller_id"], now()])


class Luku(NamedTuple):
    """Failed tickets that count just now: how many, and until when they locked the caller out."""

    caller_id: str
    organisaatio_oid: str
    ip: str
    virheita: int
    lukittu_asti: dt.datetime | None


def list_counts() -> list[Luku]:
    """What counts just now of callers that name an organisation; locks first, the newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"now": now(), "window_begins": now() - WINDOW})
        rows = cursor.fetchall()
    named = ((_ORGANISAATIO.match(caller_id), caller_id, *rest) for caller_id, *rest in rows)
    return [Luku(caller_id, found[1], *rest) for found, caller_id, *rest in named if found]


def forget_calm() -> None:
    """Look at the database again on the next call."""
    global _calm_until
    _calm_until = 0.0


def _key(ip: str | None, caller_id: str) -> dict[str, Any]:
    return {"ip": (ip or "")[:64], "caller_id": short(caller_id) or ""}


def _tell(ip: str | None, caller_id: str) -> None:
    """The lock in the transfer log of the organisation that the caller-id names.

    Who it really was is not known: no ticket was valid. So the row names no system.
    """
    tekija = Tekija("tiedonsiirto", caller_id=caller_id, ip=ip)
    tulos = transfers.Tulos(_organisaatio(caller_id), Kohde(), AccountLocked.code, [_remark()])
    transfers.record("login", tekija, Kohde(), tulos)


def _remark() -> transfers.Remark:
    texts = AccountLocked.texts.format(minuutit=int(LOCK.total_seconds() // 60))
    return {"pointer": "", "code": AccountLocked.code, **texts._asdict()}


def _organisaatio(caller_id: str) -> str | None:
    """Only one that exists: anybody can write anything into a caller-id."""
    found = _ORGANISAATIO.match(caller_id)
    try:
        known = found and get_organisaatio(found[1])
    except EhoksError:
        return None
    return known.oid if known else None
