"""`manage.py worker`: does the jobs that wait in the database, until told to stop."""

import asyncio
import contextlib
import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from procrastinate.contrib.django import app

CONCURRENCY = 4  # a mail need not wait for two long jobs of the night
GRACE = 5.0  # seconds that a job has to end when the worker is told to stop


class Command(BaseCommand):
    """Any number of workers may run: each job is done by one of them."""

    help = "Do the waiting jobs, and those of the schedule, until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Work. A job that is cut short by a stop comes again.

        Raises CommandError when the worker ends though nobody told it to, as it does when its
        database goes down: whoever keeps it sees a failure, and starts it again.
        """
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined] # Django's
        with app.replace_connector(connector):
            if not asyncio.run(_work()):
                raise CommandError(
                    "The worker ended by itself: it lost its database, most likely. Start it again."
                )


async def _work() -> bool:
    """Work until told to stop, or until it cannot; whether it was told."""
    told = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, told.set)
    async with app.open_async():
        worker = asyncio.create_task(
            app.run_worker_async(
                concurrency=CONCURRENCY,
                shutdown_graceful_timeout=GRACE,
                # Its own handlers would not say whether a signal or a failure ended it.
                install_signal_handlers=False,
            )
        )
        stop = asyncio.create_task(told.wait())
        await asyncio.wait({worker, stop}, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if told.is_set():
            worker.cancel()  # it lets what is under way finish
        with contextlib.suppress(asyncio.CancelledError):
            await worker
    return told.is_set()
