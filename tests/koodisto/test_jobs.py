"""The nightly synchronisation as a job: scheduled, done by a worker, tried again, never twice."""

import datetime as dt
import os
import signal
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from koodisto.jobs import NotAllSynchronised, sync_koodistot_job
from koodisto.koodistot import KOODISTOT
from koodisto.models import Koodisto
from tests.ops.processes import ROOT, eventually

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def no_jobs(transactional_db):
    """The flush between tests passes over tables that Django does not manage."""
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE procrastinate_jobs CASCADE")


def work():
    """What a worker does until nothing waits."""
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def jobs():
    """Those of code sets: workers have also others to do."""
    ours = ProcrastinateJob.objects.filter(task_name=sync_koodistot_job.nimi)
    return [*ours.order_by("id")]


def whole():
    return Koodisto.objects.filter(complete=True).count()


def test_it_stands_in_the_schedule_for_the_night():
    (periodic,) = [p for p in app.periodic_registry.periodic_tasks.values()
                   if p.task.name == sync_koodistot_job.nimi]  # fmt: skip
    minute, hour, *rest = periodic.cron.split()
    assert 0 <= int(minute) < 60
    assert int(hour) in (1, 2, 3)  # UTC
    assert rest == ["*"] * 3


def test_a_worker_does_it():
    assert sync_koodistot_job.start()
    assert whole() == 0
    work()
    assert whole() == len(KOODISTOT)
    assert [job.status for job in jobs()] == ["succeeded"]


def test_a_job_lives_and_dies_with_its_transaction():
    with transaction.atomic():
        assert sync_koodistot_job.start()
        assert len(jobs()) == 1
        transaction.set_rollback(True)
    assert jobs() == []


def test_one_waits_at_a_time():
    assert sync_koodistot_job.start()
    assert not sync_koodistot_job.start()


def test_while_koodisto_is_silent_it_comes_again_later(simulator):
    simulator.set_fault("koodisto", "500")
    with pytest.raises(NotAllSynchronised, match=next(iter(KOODISTOT))):
        sync_koodistot_job.run()
    assert sync_koodistot_job.start()
    work()
    (job,) = jobs()
    assert (job.status, job.attempts) == ("todo", 1)
    assert job.scheduled_at - dt.datetime.now(dt.UTC) > dt.timedelta(seconds=1)


@pytest.mark.server
def test_two_workers_at_once_do_it_once():
    """Real processes on the same database."""
    assert sync_koodistot_job.start()
    name = connection.settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    workers = [
        subprocess.Popen([sys.executable, "manage.py", "worker"], cwd=ROOT, env=environment)
        for _ in range(2)
    ]
    try:
        assert eventually(lambda: [job.status for job in jobs()] == ["succeeded"], 30)
        assert [job.attempts for job in jobs()] == [1]
    finally:
        for worker in workers:
            worker.send_signal(signal.SIGTERM)
        assert [worker.wait(20) for worker in workers] == [0, 0]
