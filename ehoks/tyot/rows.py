"""Questions about jobs: how the last runs went, what waits, which workers live."""

import datetime as dt
from typing import Any, NamedTuple

import orjson
from django.db import connection

from ehoks.common.dates import now

SILENT = dt.timedelta(seconds=45)  # a worker tells every ten that it lives


class Kerta(NamedTuple):
    """One run. `tila` is procrastinate's: todo, doing, succeeded, failed, cancelled or aborted."""

    id: int
    tyo: str
    tila: str
    yrityksia: int
    kohde: dict[str, str]  # what it is about, of a run that somebody started for something
    alkaa: dt.datetime | None  # when it is tried again
    luotu: dt.datetime | None
    alkoi: dt.datetime | None
    paattyi: dt.datetime | None
    tehty: int | None
    kaikkiaan: int | None
    huomiot: dict[str, int]
    virhe: str | None

    @property
    def is_open(self) -> bool:
        """Waits, or is under way."""
        return self.tila in ("todo", "doing")

    @property
    def kesto(self) -> dt.timedelta | None:
        """How long the last try took, or has taken until now."""
        if self.alkoi is None:
            return None
        return (self.paattyi if self.paattyi and not self.is_open else now()) - self.alkoi


_SELECT = """
SELECT j.id, j.task_name, j.status::text, j.attempts, (j.args - 'timestamp')::text, j.scheduled_at,
       e.luotu, e.alkoi, e.paattyi, t.tehty, t.kaikkiaan, coalesce(t.huomiot, '{}')::text, t.virhe
  FROM procrastinate_jobs j
  LEFT JOIN tyoajot t ON t.job_id = j.id
 CROSS JOIN LATERAL (
       SELECT min(at) FILTER (WHERE type = 'deferred') AS luotu,
              max(at) FILTER (WHERE type = 'started') AS alkoi,
              max(at) FILTER (WHERE type IN ('succeeded', 'failed', 'cancelled', 'aborted',
                                             'deferred_for_retry')) AS paattyi
         FROM procrastinate_events WHERE job_id = j.id) e
"""
_LATEST = f"""{_SELECT}
 WHERE j.id IN (SELECT max(id) FROM procrastinate_jobs
                 WHERE task_name = ANY(%s::text[]) GROUP BY task_name)
"""  # noqa: S608 -- our own words
_HISTORY = _SELECT + " WHERE j.task_name = %s ORDER BY j.id DESC LIMIT %s"


def list_latest(tyot: list[str]) -> dict[str, Kerta]:
    """The newest run of each of these jobs."""
    return {kerta.tyo: kerta for kerta in _runs(_LATEST, [tyot])}


def list_history(tyo: str, raja: int = 50) -> list[Kerta]:
    """The newest runs of a job."""
    return _runs(_HISTORY, [tyo, raja])


def _runs(statement: str, values: list[Any]) -> list[Kerta]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found = [Kerta(*row) for row in cursor.fetchall()]
    return [
        kerta._replace(
            kohde=orjson.loads(str(kerta.kohde)), huomiot=orjson.loads(str(kerta.huomiot))
        )
        for kerta in found
    ]


class Tyontekijat(NamedTuple):
    """How many workers live, how many jobs wait and are under way, since when the oldest waits."""

    elossa: int
    odottaa: int
    kesken: int
    vanhin: dt.datetime | None

    @property
    def viive(self) -> dt.timedelta:
        """How far the workers are behind."""
        return now() - self.vanhin if self.vanhin else dt.timedelta()


_WORKERS = """
SELECT (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > %s),
       count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'doing'),
       min(coalesce(j.scheduled_at,
                    (SELECT max(at) FROM procrastinate_events WHERE job_id = j.id)))
         FILTER (WHERE status = 'todo' AND coalesce(j.scheduled_at <= now(), true))
  FROM procrastinate_jobs j WHERE status IN ('todo', 'doing')
"""


def find_workers() -> Tyontekijat:
    """How the workers are doing."""
    with connection.cursor() as cursor:
        cursor.execute(_WORKERS, [now() - SILENT])
        return Tyontekijat(*cursor.fetchone())
