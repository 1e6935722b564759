"""Pages of the statistics feed: plans by id, streamed from the database to the answer."""

import datetime as dt
from collections.abc import Generator, Iterator
from typing import NamedTuple

import orjson
from django.db.backends.base.base import BaseDatabaseWrapper

from ehoks.common.replica import reading
from hoks.services.sql import NEWEST_VERSIO
from hoks.services.versions import law_digest
from hoks.services.vipunen import archived_to_vipunen, to_vipunen

LARGEST = 1000

# First which plans, then what is told of each: left to itself, the planner may read the whole
# register and throw away all but a page. Told is the copy for the feed, where it is of the newest
# version and of today's law; else the version.
_PAGE = f"""
WITH sivu AS MATERIALIZED (
    SELECT id, deleted_at FROM hoksit WHERE id > %s{{updated}} ORDER BY id LIMIT %s)
SELECT h.id, h.deleted_at, f.hoks_id IS NOT NULL, coalesce(f.sisalto, v.sisalto)
  FROM sivu h {NEWEST_VERSIO}
  LEFT JOIN LATERAL (
       SELECT * FROM hoks_vipunen
        WHERE hoks_id = h.id AND etag = v.etag AND laki = %s AND h.deleted_at IS NULL LIMIT 1) f
    ON true
 ORDER BY h.id
"""  # noqa: S608 -- our own words
_UPDATED = " AND updated_at > %s"


class Page(NamedTuple):
    """Which plans: those above an id, changed after a moment, at most so many."""

    from_id: int = 0
    amount: int = 500
    updated_after: dt.datetime | None = None


class Stored(NamedTuple):
    """A plan as a page finds it: what the feed tells of it if that `is_told`, else its document."""

    id: int
    deleted_at: dt.datetime | None
    is_told: bool
    sisalto: str


def stream_page(page: Page) -> Generator[bytes, None, None]:
    """The data of a page as JSON in pieces: the plans, the ids of those unfit, the last id.

    Archived plans are among them. Until the last piece is taken, nothing else may use this
    thread's database connection. The statement sends its rows as they are asked for: no more than
    one is in memory.
    """
    return _stream(page, reading())  # which database, is asked now, not when the pieces are taken


def _stream(page: Page, database: BaseDatabaseWrapper) -> Generator[bytes, None, None]:
    failed: list[int] = []
    last_id, separator = page.from_id, b""
    yield b'{"result":['
    for stored in _rows(page, database):
        last_id = stored.id
        told = tell(stored)
        if told is None:
            failed.append(stored.id)
        else:
            yield separator + told
            separator = b","
    yield b'],"failed-ids":%b,"last-id":%d}' % (orjson.dumps(failed), last_id)


def tell(stored: Stored) -> bytes | None:
    """A plan as the feed gives it; None when it does not fit the feed's form."""
    if stored.is_told:
        return stored.sisalto.encode()
    try:
        document = orjson.loads(stored.sisalto)
    except orjson.JSONDecodeError:
        return None
    if stored.deleted_at:
        return archived_to_vipunen(document, stored.deleted_at)
    return to_vipunen(document)


def _rows(page: Page, database: BaseDatabaseWrapper) -> Iterator[Stored]:
    """Two statements, not one with an OR: each can use its own index."""
    amount = min(max(page.amount, 1), LARGEST)
    updated = [page.updated_after] if page.updated_after else []
    statement = _PAGE.format(updated=_UPDATED if updated else "")
    with database.cursor() as cursor:
        for row in cursor.stream(statement, [page.from_id, *updated, amount, law_digest()]):
            yield Stored(*row)
