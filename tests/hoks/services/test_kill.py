"""A process that is killed in the middle of its writes loses nothing that it was answered."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from hoks.models import Hoks, HoksVersio
from tests.hoks.stored import rows_are_the_document

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.server]

ROOT = Path(__file__).resolve().parents[3]
KILLS, ANSWERS = 3, 12
PROGRAM = """
import sys, django
django.setup()
from tests.hoks.services.writer import write
write(sys.argv[1], int(sys.argv[2]))
"""


def writer(log, start):
    """The program, on this test's own database."""
    name = connection.settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    environment = os.environ | {
        "DATABASE_URL": url,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(log), str(start)],
        cwd=ROOT,
        env=environment,
        stderr=subprocess.PIPE,
    )


def lines(log):
    return log.read_text().splitlines() if log.exists() else []


def killed_somewhere(process, log, dice):
    """Kill it between two answers, after some of them."""
    goal, deadline = len(lines(log)) + ANSWERS, time.monotonic() + 60
    while len(lines(log)) < goal:
        assert process.poll() is None, process.stderr.read().decode()[-2000:]
        assert time.monotonic() < deadline
        time.sleep(0.005)
    time.sleep(dice.uniform(0, 0.03))
    process.send_signal(signal.SIGKILL)
    process.communicate()
    time.sleep(0.2)  # the database may still be at the last write


def test_every_answered_write_is_there_and_whole(tmp_path):
    log, dice = tmp_path / "answered", random.Random(17)
    start = 1
    for _ in range(KILLS):
        killed_somewhere(writer(log, start), log, dice)
        answered = {}
        for line in lines(log):
            hoks_id, versio = map(int, line.split())
            answered[hoks_id] = versio
        assert Hoks.objects.count() == len(answered) == 2
        for hoks_id, versio in answered.items():
            document = rows_are_the_document(hoks_id)
            assert document["versio"] in (versio, versio + 1)
        start = max(answered.values()) + 2
    assert HoksVersio.objects.count() >= KILLS * ANSWERS
