"""Asks Koski again of study rights that it was not asked of for a while, a hundred learners a call."""

import datetime as dt
from collections.abc import Iterable, Iterator

from django.db import connection, transaction

from ehoks.common.dates import now
from ehoks.integrations import koski
from ehoks.oppijaindex import services as index
from ehoks.oppijaindex.models import Opiskeluoikeus

BATCH = 100
OFTEN = dt.timedelta(hours=20)  # those that go on
SELDOM = dt.timedelta(days=30)  # those that have ended, or that Koski no longer has

# A batch goes on where the one before ended, by the index of learners; what a run that was broken
# off has seen to is no longer due.
_DUE = """
SELECT oppija_id, array_agg(oid) FROM opiskeluoikeudet
 WHERE oppija_id > %s
   AND updated_at < CASE WHEN paattymispaiva IS NULL AND NOT koski404 THEN %s ELSE %s END
 GROUP BY oppija_id ORDER BY oppija_id LIMIT %s
"""
_OF_TOIMIJA = """
SELECT oppija_id, array_agg(oid) FROM opiskeluoikeudet
 WHERE oppija_id > %s AND koulutustoimija_oid = %s
 GROUP BY oppija_id ORDER BY oppija_id LIMIT %s
"""

Batch = dict[str, list[str]]


def list_due() -> Iterator[Batch]:
    """Learners with their study rights that Koski should be asked of, a batch at a time."""
    yield from _batches(_DUE, [now() - OFTEN, now() - SELDOM])


def list_of_toimija(oid: str) -> Iterator[Batch]:
    """The same of all study rights of an education provider."""
    yield from _batches(_OF_TOIMIJA, [oid])


def count_of_toimija(oid: str) -> int:
    """How many study rights of a provider the index has."""
    return Opiskeluoikeus.objects.filter(koulutustoimija_oid=oid).count()


def _batches(statement: str, values: list[dt.datetime] | list[str]) -> Iterator[Batch]:
    last = ""
    while True:
        with connection.cursor() as cursor:
            cursor.execute(statement, [last, *values, BATCH])
            found: Batch = dict(cursor.fetchall())
        if not found:
            return
        yield found
        last = max(found)


def refresh(batch: Batch) -> tuple[int, int]:
    """Ask Koski of a batch; gives how many study rights it told of and how many it does not have.

    Raises KoskiUnavailable.
    """
    told = koski.list_opiskeluoikeudet_of(batch)
    fresh = {
        oppija: list(_asked(oids, {right.oid: right for right in told.get(oppija, ())}))
        for oppija, oids in batch.items()
    }
    missing = {oid for oids in batch.values() for oid in oids}
    missing -= {right.oid for rights in fresh.values() for right in rights}
    with transaction.atomic():
        for oppija, rights in fresh.items():
            index.refresh_opiskeluoikeudet(oppija, rights)
        index.mark_missing(missing)
    return sum(map(len, fresh.values())), len(missing)


def _asked(
    oids: Iterable[str], told: dict[str, koski.Opiskeluoikeus]
) -> Iterator[koski.Opiskeluoikeus]:
    """Those that Koski told of; one that is not among the learner's is asked for by its own name."""
    for oid in oids:
        if found := told.get(oid) or koski.get_opiskeluoikeus(oid):
            yield found
