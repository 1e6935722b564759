"""The backend: a pooled connection is looked at before it is given, without asking the server.

After a restart of the database every pooled connection is dead, and each would cost a request.
Django can ask the server before each use (`CONN_HEALTH_CHECKS`), which is one more round trip for
every request. The socket knows as much: it has something to read only when the server has hung up.
"""

import select
from typing import Any

import psycopg
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's, but for the look."""

    @property
    def pool(self) -> Any:
        """The pool of this process; None when there is none."""
        pool = super().pool
        if pool is not None:
            pool._check = require_open  # noqa: SLF001 -- Django lets nobody choose the check
        return pool


def require_open(connection: psycopg.Connection) -> None:
    """Return when the connection is as it was left. Raises psycopg.Error when the server is gone."""
    poll = select.poll()
    poll.register(connection.fileno(), select.POLLIN)  # errors and hang-ups are told unasked
    if poll.poll(0):
        connection.execute("")
