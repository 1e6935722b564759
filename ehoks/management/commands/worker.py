"""`manage.py worker`: does the jobs that wait in the database, until told to stop."""

from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app

CONCURRENCY = 4  # a mail need not wait for two long jobs of the night
GRACE = 5.0  # seconds that a job has to end when the worker is told to stop


class Command(BaseCommand):
    """Any number of workers may run: each job is done by one of them."""

    help = "Do the waiting jobs, and those of the schedule, until told to stop."

    def handle(self, *args: Any, **options: Any) -> None:
        """Work. A job that is cut short by a stop comes again."""
        connector = app.connector.get_worker_connector()  # type: ignore[attr-defined] # Django's
        with app.replace_connector(connector):
            app.run_worker(concurrency=CONCURRENCY, shutdown_graceful_timeout=GRACE)
