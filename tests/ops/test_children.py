"""Signals in the middle of looking after a process: they wait, and nothing hangs."""

import fcntl
import os
import signal
import sys
import threading

import pytest

from ehoks import pg_keeper
from ehoks.management import children


class Stopped(Exception):
    """What a command's handler raises."""


@pytest.fixture
def handled():
    """Set the handler of SIGTERM for as long as the test lasts."""
    before = signal.getsignal(signal.SIGTERM)
    yield lambda handler: signal.signal(signal.SIGTERM, handler)
    signal.signal(signal.SIGTERM, before)


class Unlucky:
    """A process at whose `poll` we are told to stop; whether the call could come to its end."""

    pid = -1

    def __init__(self):
        self.polled = 0

    def poll(self):
        os.kill(os.getpid(), signal.SIGTERM)
        self.polled += 1


def raise_stopped(*_):
    raise Stopped


@pytest.fixture(autouse=True)
def company():
    """Another thread, which would take a signal that this one only blocks."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    yield
    done.set()
    thread.join()


def test_a_stop_waits_until_a_process_was_looked_at(handled):
    handled(raise_stopped)
    unlucky = Unlucky()
    with pytest.raises(Stopped):
        children.has_ended(unlucky)
    assert unlucky.polled == 1


def test_a_stop_waits_until_a_child_is_gone(handled):
    handled(raise_stopped)
    child = children.start([sys.executable, "-c", "import time; time.sleep(60)"])
    gone = child.terminate
    child.terminate = lambda: (os.kill(os.getpid(), signal.SIGTERM), gone())
    with pytest.raises(Stopped):
        children.stop(child)
    assert child.returncode == -signal.SIGTERM


def test_the_keeper_looks_to_the_end_and_then_stops(handled, monkeypatch, tmp_path):
    told = []
    monkeypatch.setattr(pg_keeper, "_told", told)
    handled(pg_keeper._note)
    unlucky = Unlucky()
    file = tmp_path / "users"
    file.touch()
    with file.open("r+") as user, file.open("r+") as keeper:
        fcntl.flock(user, fcntl.LOCK_SH)  # somebody still uses the cluster
        pg_keeper._wait_for_the_last_user(keeper.fileno(), unlucky)
    assert unlucky.polled == 1
    assert told == [signal.SIGTERM]
