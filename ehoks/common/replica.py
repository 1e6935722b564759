"""Which database answers a question: the streaming replica where that will do, else the primary.

Whoever only looks (a page, a report, the statistics feed) wraps the looking in `ask`. Statements
inside go to the connection that `reading` gives, and so do the ORM's questions about plans and the
index. All else, the log of who looked among it, is the primary's as ever. Without
DATABASE_REPLICA_URL everything is.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from django.conf import settings
from django.db import DatabaseError, InterfaceError, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

PRIMARY, REPLICA = "default", "replica"
ROUTED = frozenset({"hoks", "oppijaindex"})  # apps whose tables may be read a moment late
REST_SECONDS = 5.0  # a replica that failed is left alone for so long

P = ParamSpec("P")
R = TypeVar("R")
_chosen: ContextVar[str] = ContextVar("database", default=PRIMARY)
_left_alone_until = 0.0

# It follows the primary now, is no more than seconds behind, and has replayed up to a position.
# When all that came is replayed, a quiet night is not taken for lag.
_IS_FRESH = """
SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn
   AND EXISTS (SELECT FROM pg_stat_wal_receiver WHERE pid IS NOT NULL)
   AND (pg_last_wal_replay_lsn() >= pg_last_wal_receive_lsn()
        OR pg_last_xact_replay_timestamp() > now() - interval '10 seconds')
"""
NOWHERE = "0/0"


def reading() -> BaseDatabaseWrapper:
    """The connection for a question; inside a transaction, the one that the transaction is of."""
    return connections[_alias()]


def _alias() -> str:
    return PRIMARY if connections[PRIMARY].in_atomic_block else _chosen.get()


def position() -> str:
    """How far the primary has written: what was committed so far lies before it."""
    with connections[PRIMARY].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()::text")
        return str(cursor.fetchone()[0])


def is_configured() -> bool:
    """Whether there is a replica at all."""
    return REPLICA in settings.DATABASES


def ask(look: Callable[[], R], after: str = NOWHERE) -> R:
    """Do the looking on the replica, if it has come as far as `after`; else on the primary.

    When the replica fails on the way, it is done once more, on the primary: it must be something
    that may be done twice.
    """
    if not _is_fresh(after):
        return look()
    try:
        with _reading_from(REPLICA):
            return look()
    except (OperationalError, InterfaceError):
        _leave_alone()
        return look()


def asks_replica(view: Callable[P, R]) -> Callable[P, R]:
    """A function that only looks, for callers without writes of their own to look for."""

    @wraps(view)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> R:
        return ask(lambda: view(*args, **kwargs))

    return wrapped


@contextmanager
def _reading_from(alias: str) -> Iterator[None]:
    token = _chosen.set(alias)
    try:
        yield
    finally:
        _chosen.reset(token)


def _is_fresh(after: str) -> bool:
    if not is_configured() or time.monotonic() < _left_alone_until:
        return False
    try:
        with connections[REPLICA].cursor() as cursor:
            cursor.execute(_IS_FRESH, [after])
            return bool(cursor.fetchone()[0])
    except DatabaseError:
        _leave_alone()
        return False


def _leave_alone() -> None:
    global _left_alone_until
    _left_alone_until = time.monotonic() + REST_SECONDS
    connections[REPLICA].close()


class Router:
    """Sends the ORM where `ask` said; writes and migrations are the primary's."""

    def db_for_read(self, model: type[Model], **hints: Any) -> str:
        """Plans and the index may be the replica's to tell; sessions, locks and logs never are."""
        return _alias() if model._meta.app_label in ROUTED else PRIMARY

    def db_for_write(self, model: type[Model], **hints: Any) -> str:
        """Always there, even of what was read elsewhere."""
        return PRIMARY

    def allow_relation(self, one: Model, other: Model, **hints: Any) -> bool:
        """They are the same rows."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        """A replica has what its primary has."""
        return db == PRIMARY
