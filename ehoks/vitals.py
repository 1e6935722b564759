"""What the database knows of how the service does: jobs that wait, a replica behind, a log unsent."""

from typing import NamedTuple

from django.db import connection

from ehoks.audit import export
from ehoks.common.dates import now

# The oldest job that could have begun: its time came, or nobody set one and it was asked for then.
_JOBS = """
WITH due AS (
    SELECT id, scheduled_at FROM procrastinate_jobs
     WHERE status = 'todo' AND coalesce(scheduled_at, '-infinity') <= %(now)s::timestamptz
), since AS (
    SELECT least(
        (SELECT min(scheduled_at) FROM due),
        (SELECT min(at) FROM procrastinate_events WHERE type = 'deferred' AND job_id =
            (SELECT min(id) FROM due WHERE scheduled_at IS NULL))) AS time
)
SELECT count(*) FILTER (WHERE status = 'todo'),
       count(*) FILTER (WHERE status = 'doing'),
       count(*) FILTER (WHERE status = 'failed'),
       coalesce((SELECT extract(epoch FROM %(now)s::timestamptz - time)::float8 FROM since), 0)
  FROM procrastinate_jobs WHERE status IN ('todo', 'doing', 'failed')
"""
# Asked of the primary, so that a replica that is silent makes nobody wait.
_REPLICA = """
SELECT count(*), coalesce(max(extract(epoch FROM replay_lag)), 0)::float8,
       coalesce(max(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn)), 0)::bigint
  FROM pg_stat_replication
"""
_LOCKED = "SELECT count(*) FROM lukitukset WHERE lukittu_asti > %s"


class Jobs(NamedTuple):
    """How many there are, and for how long the oldest that could have begun has waited."""

    todo: int
    doing: int
    failed: int
    lag_seconds: float


class Replica(NamedTuple):
    """How many replicas listen, and how far behind the slowest is."""

    listening: int
    lag_seconds: float
    lag_bytes: int


def jobs() -> Jobs:
    """Of the queue. Raises DatabaseError."""
    with connection.cursor() as cursor:
        cursor.execute(_JOBS, {"now": now()})
        return Jobs(*cursor.fetchone())


def replica() -> Replica:
    """Of those that stream from this database. Raises DatabaseError."""
    with connection.cursor() as cursor:
        cursor.execute(_REPLICA)
        return Replica(*cursor.fetchone())


def locked_callers() -> int:
    """How many callers are locked out now. Raises DatabaseError."""
    with connection.cursor() as cursor:
        cursor.execute(_LOCKED, [now()])
        (number,) = cursor.fetchone()
    return int(number)


def unsent() -> export.Unsent:
    """Of the audit log. Raises DatabaseError."""
    return export.unsent()
