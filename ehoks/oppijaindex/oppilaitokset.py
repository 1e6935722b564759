"""The schools that have study rights in the index: asked on every page of staff, new ones hardly ever."""

import time
from collections.abc import Iterable

from django.db import transaction

from ehoks.common.hypyt import sql_different
from ehoks.common.replica import reading

# Seconds. A school whose very first plan another process has just stored may be missing so long.
REMEMBERED = 10.0

_OPPILAITOKSET = sql_different("opiskeluoikeudet", "oppilaitos_oid")
_remembered: tuple[tuple[str, ...], float] = ((), float("-inf"))  # and until when


def list_oppilaitokset() -> tuple[str, ...]:
    """Every school that has a study right in the index, as it was a few seconds ago at most."""
    global _remembered
    found, until = _remembered
    if time.monotonic() < until:
        return found
    with reading().cursor() as cursor:
        cursor.execute(_OPPILAITOKSET)
        found = tuple(row[0] for row in cursor.fetchall())
    _remembered = (found, time.monotonic() + REMEMBERED)
    return found


def note(oids: Iterable[str | None]) -> None:
    """Study rights of these schools are being stored: a new school is seen once they are there."""
    if not set(oids) - {None} <= set(_remembered[0]):
        transaction.on_commit(forget)


def forget() -> None:
    """Ask anew the next time."""
    global _remembered
    _remembered = ((), float("-inf"))
