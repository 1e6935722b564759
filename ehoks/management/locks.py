"""Locks that processes on different machines share through the database."""

import contextlib
import time
from collections.abc import Iterator

from django.db import connection

# Any numbers will do, as long as every release asks for the same ones.
MIGRATIONS = 4_010_721
DEMO_REGISTER = 4_010_722
AUDIT_EXPORT = 4_010_723
PAUSE = 0.2  # seconds between two tries


@contextlib.contextmanager
def advisory_lock(number: int) -> Iterator[None]:
    """Hold the database's lock of that number for the block; whoever else wants it waits.

    The lock belongs to the database session, so it is freed also when the process is killed.
    """
    # Asked again and again, not waited for: a statement that waits is a transaction, and an index
    # that is made concurrently waits for every transaction there is, so the two would deadlock.
    while not _get(number):
        time.sleep(PAUSE)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])


def _get(number: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [number])
        (got,) = cursor.fetchone()
    return bool(got)
