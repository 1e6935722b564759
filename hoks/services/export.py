"""Pages of the statistics feed: plans by id, streamed from the database to the answer."""

import datetime as dt
from collections.abc import Generator, Iterator
from itertools import islice
from typing import NamedTuple

import orjson
from django.db import connection

from hoks.rules.konteksti import Konteksti
from hoks.services.vipunen import Stored, redact

LARGEST = 1000
TOGETHER = 8  # plans in memory at a time: more are no quicker

_PAGE = """
SELECT h.id, h.deleted_at, v.sisalto
  FROM hoksit h
 CROSS JOIN LATERAL (
       SELECT sisalto FROM hoks_versiot WHERE hoks_id = h.id ORDER BY id DESC LIMIT 1) v
 WHERE h.id > %s
"""
_UPDATED = " AND h.updated_at > %s"
_END = " ORDER BY h.id LIMIT %s"


class Page(NamedTuple):
    """Which plans: those above an id, changed after a moment, at most so many."""

    from_id: int = 0
    amount: int = 500
    updated_after: dt.datetime | None = None


def stream_page(page: Page) -> Generator[bytes, None, None]:
    """The data of a page as JSON in pieces: the plans, the ids of those unfit, the last id.

    Archived plans are among them. Until the last piece is taken, nothing else may use this
    thread's database connection. The statement sends its rows as they are asked for, and holds
    no more of them in memory than one batch.
    """
    failed: list[int] = []
    last_id, separator = page.from_id, b""
    yield b'{"result":['
    for batch in _batches(page):
        last_id = batch[-1].id
        # An answer may take minutes: each batch is held against the day on which it goes out.
        for plan, document in zip(batch, redact(batch, Konteksti()), strict=True):
            if document is None:
                failed.append(plan.id)
            else:
                yield separator + orjson.dumps(document)
                separator = b","
    yield b'],"failed-ids":%b,"last-id":%d}' % (orjson.dumps(failed), last_id)


def _batches(page: Page) -> Iterator[list[Stored]]:
    rows = _rows(page)
    while batch := [Stored(*row) for row in islice(rows, TOGETHER)]:
        yield batch


def _rows(page: Page) -> Iterator[tuple[int, dt.datetime | None, str]]:
    """Two statements, not one with an OR: each can use its own index."""
    amount = min(max(page.amount, 1), LARGEST)
    updated = [page.updated_after] if page.updated_after else []
    statement = _PAGE + (_UPDATED if updated else "") + _END
    with connection.cursor() as cursor:
        yield from cursor.stream(statement, [page.from_id, *updated, amount])
