"""Faults of the streaming replica: it falls behind, it is gone; who looks is answered all the same."""

import contextlib
import subprocess
import threading
import time
from collections.abc import Iterator

import psycopg

from ehoks import embedded_pg
from ehoks.management.chaos.house import House, kill_server
from ehoks.management.load.clients import PREFIX, Client, System
from ehoks.management.load.service import LoadError

FEED = f"{PREFIX}/api/v1/hoks/paged?amount=20"  # what the replica is asked for
BEHIND = 15.0  # seconds; by then it is no longer asked
GONE = 8.0  # longer than a replica that failed is left alone
PAUSE = 0.05


@contextlib.contextmanager
def lagging(house: House) -> Iterator[None]:
    """It receives what happens, and does nothing with it."""
    with _followed(house) as standby:
        _ask(standby, "SELECT pg_wal_replay_pause()")
        time.sleep(BEHIND)
        yield
        _ask(standby, "SELECT pg_wal_replay_resume()")


@contextlib.contextmanager
def gone(house: House) -> Iterator[None]:
    """Killed (kill -9), and started again."""
    with _followed(house) as standby:
        kill_server(standby)
        time.sleep(GONE)
        yield
        embedded_pg.revive(standby, 60)


@contextlib.contextmanager
def _followed(house: House) -> Iterator[embedded_pg.Cluster]:
    """While somebody looks all the time, a replica follows; in the end it has caught up."""
    standby = _copy(house)
    try:
        house.roll(DATABASE_REPLICA_URL=standby.url)
        with _looked_at(house):
            house.wait_for(lambda: _is_asked(standby), "a look at the replica")
            yield standby
            (position,) = house.ask("SELECT pg_current_wal_insert_lsn()::text")[0]
            house.wait_for(lambda: _has(standby, position), "the replica to catch up")
            house.wait_for(lambda: _is_asked(standby), "another look at the replica")
        house.roll()
    finally:
        embedded_pg.leave(standby)


def _copy(house: House) -> embedded_pg.Cluster:
    """A standby beside the primary, not on its disk."""
    number = len([*house.home.glob("standby-*")])
    standby = embedded_pg.Cluster(house.home / f"standby-{number}", house.cluster.binaries)
    standby.root.mkdir(mode=0o700)
    copied = subprocess.run(  # noqa: S603
        [
            *(standby.binaries / "pg_basebackup", "-D", standby.root / "data"),
            *("-h", house.cluster.sockets, "-U", "postgres", "-R", "-X", "stream", "-c", "fast"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    if copied.returncode:
        raise LoadError(f"No replica could be made: {copied.stderr.strip()}")
    embedded_pg.join(standby)
    return standby


@contextlib.contextmanager
def _looked_at(house: House) -> Iterator[None]:
    """Somebody reads the statistics feed; raises LoadError if a single look was not answered."""
    reader, done = Client(0, house.ports[0], [], {}), threading.Event()
    looking = threading.Thread(target=_look, args=(reader, done))
    looking.start()
    try:
        yield
    finally:
        done.set()
        looking.join()
    if bad := [sample for sample in reader.samples if not sample.is_expected]:
        raise LoadError(f"{len(bad)} of {len(reader.samples)} looks ended with {bad[0].outcome}.")


def _look(reader: Client, done: threading.Event) -> None:
    oph = System("oph-palvelu", [])
    reader.log_in(oph)
    while not done.wait(PAUSE):
        reader.call(oph, "GET", FEED)


def _is_asked(standby: embedded_pg.Cluster) -> bool:
    """Whether webs have connections there; ours is one more."""
    asked = "SELECT count(*) > 1 FROM pg_stat_activity WHERE backend_type = 'client backend'"
    return bool(_ask(standby, asked))


def _has(standby: embedded_pg.Cluster, position: str) -> bool:
    return bool(_ask(standby, "SELECT pg_last_wal_replay_lsn() >= %s::pg_lsn", position))


def _ask(standby: embedded_pg.Cluster, question: str, *values: str) -> object:
    address = f"host={standby.sockets} user=postgres dbname=postgres"
    with (
        contextlib.suppress(psycopg.OperationalError),  # it may be on its way up
        psycopg.connect(address, autocommit=True) as connection,
    ):
        return connection.execute(question, values).fetchone()[0]  # type: ignore[index]
    return None
