"""The backend: of pooled connections the warmest is given, and looked at without asking the server.

After a restart of the database every pooled connection is dead, and each would cost a request.
Django can ask the server before each use (`CONN_HEALTH_CHECKS`), which is one more round trip for
every request. The socket knows as much: it has something to read only when the server has hung up.
"""

import select
from collections import deque
from typing import Any

import psycopg
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but for the look and the order."""

    @property
    def pool(self) -> Any:
        """The pool of this process; None when there is none."""
        pool = super().pool
        if pool is not None and pool._check is not require_open:  # noqa: SLF001
            _improve(pool)
        return pool


class _WarmFirst(deque[Any]):
    """What was put back last is taken first.

    The pool itself hands its connections round: with each request another process of the server
    has to find its plans and its catalogue again.
    """

    def append(self, connection: Any) -> None:
        """Put back. The pool takes from the left."""
        self.appendleft(connection)


def _improve(pool: Any) -> None:
    """Under the pool's own lock: what another thread takes meanwhile must not stand in both."""
    with pool._lock:  # noqa: SLF001 -- neither the pool nor Django lets anybody choose
        pool._pool = _WarmFirst(pool._pool)  # noqa: SLF001
        pool._check = require_open  # noqa: SLF001


def require_open(connection: psycopg.Connection) -> None:
    """Return when the connection is as it was left. Raises psycopg.Error when the server is gone."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)  # errors and hang-ups are told unasked
    if poll.poll(0):
        connection.execute("")
