"""The worker that does the jobs, as a child process that is started again when it falls."""

import contextlib
import sys
import time
from collections.abc import Iterator

from django.conf import settings

from ehoks.management import children

PAUSE = 5.0  # seconds between a fall and the next start
COMMAND = [sys.executable, str(settings.BASE_DIR / "manage.py"), "worker"]


class Worker:
    """One worker process at a time."""

    def __init__(self) -> None:
        self.child = children.start(COMMAND)
        self.started = time.monotonic()

    def keep(self) -> None:
        """Start it again if it fell; call this now and then."""
        if children.has_ended(self.child) and time.monotonic() - self.started > PAUSE:
            children.stop(self.child)
            self.child = children.start(COMMAND)
            self.started = time.monotonic()


@contextlib.contextmanager
def working() -> Iterator[Worker]:
    """Have the jobs done for as long as the block lasts."""
    worker = Worker()
    try:
        yield worker
    finally:
        children.stop(worker.child)
