"""Locks that processes on different machines share through the database."""

import contextlib
from collections.abc import Iterator

from django.db import connection

# Any numbers will do, as long as every release asks for the same ones.
MIGRATIONS = 4_010_721
DEMO_REGISTER = 4_010_722


@contextlib.contextmanager
def advisory_lock(number: int) -> Iterator[None]:
    """Hold the database's lock of that number for the block; whoever else wants it waits.

    The lock belongs to the database session, so it is freed also when the process is killed.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [number])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [number])
