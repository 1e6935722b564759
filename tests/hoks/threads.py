"""Callers at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor

from django.db import connections


def together(count, call):
    """What `call(n)` gave in each of so many threads that started as one."""
    gate = threading.Barrier(count)

    def run(n):
        try:
            gate.wait(timeout=10)
            return call(n)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def apart(call, *args):
    """Call beside the browser: its thread may not ask the database."""
    return together(1, lambda _: call(*args))[0]
