"""The faults: what each breaks, and how it is mended."""

import contextlib
import datetime as dt
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from ehoks.management.chaos import replica
from ehoks.management.chaos.house import House, leave_no_room, make_room

HOLD = 1.5  # seconds that most faults last
LOCKED = 12.0  # longer than a request waits for a lock or for a connection
NOTICED = 150.0  # within so many seconds the jobs of a dead worker are taken up by another
FAKETIME = Path("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1")

Fault = Callable[[House], contextlib.AbstractContextManager[None]]


class Skipped(Exception):
    """This machine has not what the fault needs; the text says what."""


@dataclass(frozen=True)
class Named:
    """A fault under its name in the table."""

    name: str
    make: Fault


@contextlib.contextmanager
def nothing(house: House) -> Iterator[None]:
    """Twice as many clients as connections, and no fault: to hold the others against."""
    time.sleep(HOLD)
    yield


@contextlib.contextmanager
def dead_web(house: House) -> Iterator[None]:
    """End at once (kill -9) one of the two."""
    port = house.ports[0]
    house.kill_web(port)
    time.sleep(HOLD)
    yield
    house.start_web(port)
    house.wait_for(lambda: house.is_ready(port), "the web to come back")


@contextlib.contextmanager
def dead_webs(house: House) -> Iterator[None]:
    """End at once (kill -9) both at once."""
    for port in house.ports:
        house.kill_web(port)
    time.sleep(HOLD)
    yield
    for port in house.ports:
        house.start_web(port)
    for port in house.ports:
        house.wait_for(lambda port=port: house.is_ready(port), "the webs to come back")  # type: ignore[misc]


@contextlib.contextmanager
def dead_database(house: House) -> Iterator[None]:
    """End at once (kill -9) the server; afterwards the jobs are done again, too."""
    house.kill_database()
    time.sleep(HOLD)
    yield
    house.revive_database()
    job = defer_sync(house)
    house.wait_for(lambda: is_done(house, job), "the jobs to be done again", NOTICED)


@contextlib.contextmanager
def dead_worker(house: House) -> Iterator[None]:
    """End at once (kill -9) the worker in the middle of a job; the job has to be done all the same, once."""
    _switch(house, "koodisto", "slow")
    job = defer_sync(house)
    house.wait_for(lambda: _state(house, job) == "doing", "the job to begin")
    house.kill_worker()
    yield
    _switch(house, "all", "ok")
    house.wait_for(lambda: is_done(house, job), "the job to be done", NOTICED)


@contextlib.contextmanager
def locked_table(house: House) -> Iterator[None]:
    """Somebody locks a table that every request writes to, until no connection is left."""
    with psycopg.connect(house.connection) as locker:
        locker.execute("LOCK TABLE audit_tapahtumat IN ACCESS EXCLUSIVE MODE")
        time.sleep(LOCKED)
        locker.rollback()
        yield


@contextlib.contextmanager
def full_disk(house: House) -> Iterator[None]:
    """Not a byte is left on the database's disk."""
    if not house.disk.is_mount():
        raise Skipped("no disk could be mounted: that needs root")
    done = threading.Event()
    filling = threading.Thread(target=_keep_full, args=(house, done))
    filling.start()
    time.sleep(2 * HOLD)
    done.set()
    filling.join()
    make_room(house.disk)
    yield
    house.revive_database()


def _keep_full(house: House, done: threading.Event) -> None:
    """The server may let go of files; what it frees is taken too."""
    while not done.is_set():
        leave_no_room(house.disk)
        done.wait(0.05)


def outside(service: str, mode: str) -> Fault:
    """One of the services that we lean on is out of order."""

    @contextlib.contextmanager
    def fault(house: House) -> Iterator[None]:
        _switch(house, service, mode)
        time.sleep(HOLD)
        yield
        _switch(house, "all", "ok")

    return fault


def clock(moment: dt.datetime) -> Fault:
    """Webs and worker live through a moment of the calendar."""

    @contextlib.contextmanager
    def fault(house: House) -> Iterator[None]:
        if not FAKETIME.exists():
            raise Skipped("libfaketime is not installed")
        start = moment.astimezone(dt.UTC) - dt.timedelta(seconds=12)
        house.restart(
            LD_PRELOAD=str(FAKETIME),
            FAKETIME=f"@{start:%Y-%m-%d %H:%M:%S}",
            FAKETIME_DONT_FAKE_MONOTONIC="1",
            TZ="UTC",
        )
        for port in house.ports:
            house.wait_for(lambda port=port: house.is_ready(port), "the webs of that day")  # type: ignore[misc]
        yield
        time.sleep(15)

    return fault


def _switch(house: House, service: str, mode: str) -> None:
    """As often as it takes: a web whose threads all wait for a silent service answers nobody."""
    form = f"service={service}&mode={mode}"
    house.wait_for(
        lambda: any(
            house.call(port, "POST", "/simulator/hairiot", form) == 200 for port in house.ports
        ),
        f"{service} to be switched to {mode}",
    )


def defer_sync(house: House) -> int:
    """Have the code sets brought up to date; the number of the job."""
    house.ask(
        "UPDATE koodistot SET finished_at = finished_at - interval '1 day' RETURNING 1"
    )  # so that there is work
    ((job,),) = house.ask(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, args) "
        "VALUES ('default', 'sync_koodistot', '{\"timestamp\": 0}') RETURNING id"
    )
    return int(job)


def _state(house: House, job: int) -> str:
    ((status,),) = house.ask("SELECT status::text FROM procrastinate_jobs WHERE id = %s", job)
    return str(status)


def is_done(house: House, job: int) -> bool:
    """Whether a job has succeeded. A worker that ended meanwhile is started again."""
    house.keep_worker()
    return _state(house, job) == "succeeded"


_HELSINKI_YEAR_END = dt.datetime(2026, 12, 31, 22, tzinfo=dt.UTC)
_TO_SUMMER = dt.datetime(2027, 3, 28, 1, tzinfo=dt.UTC)
_TO_WINTER = dt.datetime(2027, 10, 31, 1, tzinfo=dt.UTC)
_MODES = {"slow": "slow", "timeout": "down", "broken": "lying"}

ALL = (
    Named("none, twice the pool in clients", nothing),
    Named("a web process killed", dead_web),
    Named("both web processes killed", dead_webs),
    Named("the worker killed", dead_worker),
    Named("the database killed", dead_database),
    Named("the pool exhausted", locked_table),
    Named("the disk full", full_disk),
    *(
        Named(f"{service} {told}", outside(service, mode))
        for service in ("cas", "koski", "onr", "organisaatio", "koodisto", "eperusteet")
        for mode, told in _MODES.items()
    ),
    Named("the replica behind", replica.lagging),
    Named("the replica gone", replica.gone),
    # The last ones: afterwards the service lives in another year.
    Named("the year ends", clock(_HELSINKI_YEAR_END)),
    Named("summer time begins", clock(_TO_SUMMER)),
    Named("summer time ends", clock(_TO_WINTER)),
)
