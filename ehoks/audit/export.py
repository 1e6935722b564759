"""The audit log as JSON lines for the national log: whole, in order, each entry at least once.

Ids come from a sequence, and a transaction that is rolled back takes its id with it: a gap says
that something was begun and never happened, or that a row is gone. Three things tell the two
apart. Nothing is sent past an id that somebody may still be writing. What is sent is numbered
anew, without gaps, in batches; a batch names the ids it lacks and the digest of the one before.
And what was sent can be counted again (`vanished`): fewer rows than then, and some are gone.
"""

import hashlib
import socket
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import orjson
from django.db import connection

from ehoks.audit.models import AuditLahetys, AuditTapahtuma
from ehoks.common.dates import now

Line = dict[str, Any]
Span = tuple[int, int]  # the first and the last of ids without a row

PATIENCE_SECONDS = 60.0  # for transactions that were writing when the export began
PAUSE_SECONDS = 0.02
_CHUNK = 2000
_LAST_GIVEN = "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM audit_tapahtumat_id_seq"
# A row's id is taken under this lock, so whoever may hold an id that we have seen is among these.
_WRITERS = """
SELECT virtualtransaction FROM pg_locks
 WHERE relation = 'audit_tapahtumat'::regclass AND mode = 'RowExclusiveLock' AND granted
   AND pid IS DISTINCT FROM pg_backend_pid()
"""


class ExportError(Exception):
    """Nothing was exported; the text says why."""


class Unsent(NamedTuple):
    """How many entries there are at most behind the last one sent, and how old the first is."""

    entries: int
    age_seconds: float


class Vanished(NamedTuple):
    """A batch that has fewer rows than when it was sent."""

    batch: int
    alku: int
    loppu: int
    rows_then: int
    rows_now: int


@dataclass
class Batch:
    """What is being sent: feed on `lines`, then look at the rest."""

    after: int
    until: int
    number: int  # of the last line sent before
    previous: str  # digest of the batch before
    rows: int = 0
    missing: list[Span] = field(default_factory=list)
    digest: str = ""

    def lines(self) -> Iterator[bytes]:
        """Each entry as a line, and a last one that closes the batch."""
        sha = hashlib.sha256(self.previous.encode())
        for line in self._entries():
            text = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
            sha.update(text)
            yield text
        self.digest = sha.hexdigest()
        yield orjson.dumps(self._closing(), option=orjson.OPT_APPEND_NEWLINE)

    def _entries(self) -> Iterator[Line]:
        expected = self.after + 1
        for row in _rows(self.after, self.until):
            self._note_gap(expected, row.id - 1)
            self.rows += 1
            yield _line(row, self.number + self.rows)
            expected = row.id + 1
        self._note_gap(expected, self.until)

    def _note_gap(self, first: int, last: int) -> None:
        if first <= last:
            self.missing.append((first, last))

    def _closing(self) -> Line:
        return {
            "version": 1,
            "type": "batch",
            "timestamp": now(),
            "ids": [self.after + 1, self.until],
            "entries": self.rows,
            "logSeq": self.number + self.rows,
            "missingIds": self.missing,
            "previous": self.previous,
            "sha256": self.digest,
        }

    def settle(self) -> None:
        """Remember that it was sent; the next one begins behind it."""
        AuditLahetys.objects.create(
            aika=now(),
            alku=self.after,
            loppu=self.until,
            riveja=self.rows,
            jarjestys=self.number + self.rows,
            tiiviste=self.digest,
        )


def next_batch(most: int) -> Batch | None:
    """What comes next, of at most so many ids; None when there is nothing.

    Raises:
        ExportError: somebody has been writing for too long.
    """
    last = AuditLahetys.objects.order_by("-loppu").first()
    after = last.loppu if last else 0
    until = min(_settled(), after + most)
    if until <= after:
        return None
    number, previous = (last.jarjestys, last.tiiviste) if last else (0, "")
    return Batch(after, until, number, previous)


def unsent() -> Unsent:
    """What waits to be sent; cheap, for there may be millions."""
    last = AuditLahetys.objects.order_by("-loppu").values_list("loppu", flat=True).first() or 0
    rows = AuditTapahtuma.objects.filter(id__gt=last)
    first = rows.order_by("id").values_list("aika", flat=True).first()
    if first is None:
        return Unsent(0, 0.0)
    newest = AuditTapahtuma.objects.order_by("-id").values_list("id", flat=True)[0]
    return Unsent(newest - last, (now() - first).total_seconds())


def vanished() -> Iterable[Vanished]:
    """The batches that have lost rows since they were sent."""
    for sent in AuditLahetys.objects.order_by("loppu").iterator():
        rows = AuditTapahtuma.objects.filter(id__gt=sent.alku, id__lte=sent.loppu).count()
        if rows != sent.riveja:
            yield Vanished(sent.id, sent.alku + 1, sent.loppu, sent.riveja, rows)


def _rows(after: int, until: int) -> Iterator[AuditTapahtuma]:
    while rows := list(
        AuditTapahtuma.objects.filter(id__gt=after, id__lte=until).order_by("id")[:_CHUNK]
    ):
        yield from rows
        after = rows[-1].id


def _line(row: AuditTapahtuma, number: int) -> Line:
    return {
        "version": 1,
        "type": "log",
        "logSeq": number,
        "id": row.id,
        "timestamp": row.aika,
        "hostname": socket.gethostname(),
        "serviceName": "ehoks",
        "applicationType": "backend",
        "requestId": row.request_id,
        "operation": row.operaatio,
        "status": row.tulos,
        "code": row.koodi,
        "channel": row.kanava,
        "ground": row.peruste,
        "user": {
            "oid": row.kayttaja_oid,
            "name": row.kayttaja,
            "callerId": row.caller_id,
            "ipAddress": row.ip,
            "userAgent": row.user_agent,
            "organisationOid": row.organisaatio_oid,
        },
        "target": {
            "hoksId": row.hoks_id,
            "oppijaOid": row.oppija_oid,
            "opiskeluoikeusOid": row.opiskeluoikeus_oid,
            "part": row.osio,
            "search": row.haku,
        },
    }


def _settled() -> int:
    """The last id such that each up to it has its row by now, or never will."""
    with connection.cursor() as cursor:
        cursor.execute(_LAST_GIVEN)
        (last,) = cursor.fetchone()
    deadline = time.monotonic() + PATIENCE_SECONDS
    writers = _writers()
    while writers:  # these only: whoever comes now takes ids above `last`
        if time.monotonic() > deadline:
            raise ExportError(f"{len(writers)} transactions have been writing for too long.")
        time.sleep(PAUSE_SECONDS)
        writers &= _writers()
    return int(last)


def _writers() -> set[str]:
    with connection.cursor() as cursor:
        cursor.execute(_WRITERS)
        return {name for (name,) in cursor.fetchall()}
