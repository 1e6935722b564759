"""A worker in this process, and what it left in procrastinate's tables."""

from django.db import connection
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob


def work():
    """What a worker does until nothing waits."""
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def forget_jobs():
    """The flush between tests passes over tables that Django does not manage."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs, procrastinate_workers CASCADE")


def jobs_of(tyo):
    return [*ProcrastinateJob.objects.filter(task_name=tyo.nimi).order_by("id")]


def execute(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
