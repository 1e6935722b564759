"""The service in processes of one's own that can be killed one by one: database, two webs, a worker."""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import psycopg

from ehoks import embedded_pg
from ehoks.management import children, server
from ehoks.management.load.finland import Right, write_finland
from ehoks.management.load.service import ELSEWHERE, LoadError, free_port, manage_command
from ehoks.management.server import HOST

POOL = 2  # connections of a web process, half as many as its threads: they have to queue
START_SECONDS = 60.0
DISK = "16g"  # what may be written to it; it takes only as much memory as is
FACTS = "facts.json"


@dataclass
class House:
    """Everything in one folder; `environment` is what each process is started with."""

    home: Path
    finland: dict[str, list[Right]]
    output: IO[str]
    ports: list[int] = field(default_factory=lambda: [0, 0])
    webs: dict[int, children.Child] = field(default_factory=dict)
    worker: children.Child | None = None
    extra: dict[str, str] = field(default_factory=dict)  # for processes started from now on

    def __post_init__(self) -> None:
        self.cluster = embedded_pg.Cluster(self.disk / "pg", embedded_pg.find_binaries())
        self.url = embedded_pg.join(self.cluster)

    @property
    def disk(self) -> Path:
        """Where the database lives: a disk of its own, when one could be had."""
        return self.home / "disk"

    @property
    def environment(self) -> dict[str, str]:
        """Of a production of two web processes, but for the simulator."""
        inherited = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
        return inherited | {
            "DJANGO_SETTINGS_MODULE": "ehoks.settings",  # whatever those of this process are
            "DATABASE_URL": self.url,
            "DATABASE_POOL_SIZE": str(POOL),
            "EHOKS_DEMO": "1",
            "EHOKS_BASE_URL": f"http://{HOST}:{self.ports[0]}",
            "EHOKS_SIMULATOR_STATE": str(self.home / "simulator"),
            "EHOKS_SIMULATOR_FACTS": str(self.home / FACTS),
            "EHOKS_AUDIT_LOG": str(self.home / "audit.jsonl"),
            "EHOKS_REQUEST_LOG": str(self.home / "requests.jsonl"),
            **self.extra,
        }

    # --- Processes --------------------------------------------------------------------------------

    def open(self) -> None:
        """Make the tables, start everything, and wait until it is ready. Raises LoadError."""
        for command in ("migrate_locked", "sync_koodistot"):
            done = self.manage(command)
            if done.returncode:
                raise LoadError(f"{command}: {done.stderr}")
        # Chosen at the last moment: others on this machine look for free ports too.
        self.ports = [free_port() for _ in self.ports]
        self.start_worker()
        for port in self.ports:
            self.start_web(port)
        for port in self.ports:
            self.wait_for(lambda port=port: self.is_ready(port), f"the web on port {port}")  # type: ignore[misc]

    def close(self) -> None:
        """Stop what still runs, the database last."""
        for child in (*self.webs.values(), self.worker):
            if child:
                children.stop(child)
        self.revive_database()
        embedded_pg.leave(self.cluster)

    def start_web(self, port: int) -> None:
        """Start the web process of that port; it is not ready yet."""
        self.webs[port] = self._start(server.command(port, workers=1))

    def start_worker(self) -> None:
        """Start the worker."""
        self.worker = self._start(manage_command("worker"))

    def keep_worker(self) -> None:
        """Start the worker again if it ended, as whoever keeps a service does."""
        if self.worker is None or children.has_ended(self.worker):
            self.start_worker()

    def kill_web(self, port: int) -> None:
        """End the web process and its children at once, in the middle of whatever they do."""
        _kill(self.webs.pop(port))

    def kill_worker(self) -> None:
        """End the worker at once."""
        assert self.worker
        _kill(self.worker)
        self.worker = None

    def kill_database(self) -> None:
        """End the server at once."""
        kill_server(self.cluster)

    def revive_database(self) -> None:
        """Start the server, if it is down. Raises EmbeddedPostgresError when it does not start."""
        embedded_pg.revive(self.cluster, START_SECONDS)

    def restart(self, **extra: str) -> None:
        """Stop webs and worker in order, and start them with these settings more."""
        self.extra = extra
        for child in (*self.webs.values(), self.worker):
            if child:
                children.stop(child)
        self.start_worker()
        for port in self.ports:
            self.start_web(port)

    def roll(self, **extra: str) -> None:
        """Start the webs anew with these settings more, one after the other: one is always there."""
        self.extra = extra
        for port in self.ports:
            children.stop(self.webs[port])
            self.start_web(port)
            self.wait_for(lambda port=port: self.is_ready(port), "the web to come back")  # type: ignore[misc]

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command on the database."""
        return subprocess.run(  # noqa: S603
            manage_command(*arguments),
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def _start(self, command: list[str]) -> children.Child:
        return children.start(command, self.environment, self.output)

    # --- Questions --------------------------------------------------------------------------------

    def ask(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """The rows of a statement, by a connection of its own."""
        with psycopg.connect(self.connection, autocommit=True) as connection:
            return connection.execute(statement, values).fetchall()

    @property
    def connection(self) -> str:
        """The database's address as psycopg reads it."""
        return f"host={self.cluster.sockets} user=postgres dbname=postgres"

    def is_ready(self, port: int) -> bool:
        """Whether a web process says so."""
        return self.call(port, "GET", "/health/ready") == 200

    def call(self, port: int, method: str, path: str, body: str = "") -> int:
        """The status of an answer; 0 when there is none."""
        client = http.client.HTTPConnection(HOST, port, timeout=5)
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        with contextlib.closing(client):
            try:
                client.request(method, path, body, headers)
                return client.getresponse().status
            except (OSError, http.client.HTTPException):
                return 0

    def wait_for(
        self, condition: Callable[[], bool], what: str, seconds: float = START_SECONDS
    ) -> None:
        """Return once it comes true. Raises LoadError when it does not."""
        deadline = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > deadline:
                raise LoadError(f"Waited in vain for {what}.")
            time.sleep(0.05)


def kill_server(cluster: embedded_pg.Cluster) -> None:
    """End a database server at once (kill -9); its own processes notice, and end too."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        pid_file = cluster.root / "data" / "postmaster.pid"
        os.kill(int(pid_file.read_text().split("\n")[0]), signal.SIGKILL)


def _kill(child: children.Child) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()


@contextlib.contextmanager
def own_house(systems: int, rights: int) -> Iterator[House]:
    """A house with a Finland of so many systems, open until the block ends; nothing of it is left."""
    with tempfile.TemporaryDirectory(prefix="ehoks-chaos-") as folder:
        home = Path(folder)
        finland = write_finland(home / FACTS, systems, rights)
        with small_disk(home / "disk"), (home / "output").open("w") as output:
            house = House(home, finland, output)
            try:
                house.open()
                yield house
            finally:
                house.close()


# --- A disk that can be filled -------------------------------------------------------------------


@contextlib.contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """A disk of its own in memory, mounted in the folder; says whether one could be had."""
    folder.mkdir(exist_ok=True)
    mounted = _mount("-t", "tmpfs", "-o", f"size={DISK},mode=0700", "ehoks", str(folder))
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=False)  # noqa: S603, S607


def leave_no_room(folder: Path) -> None:
    """Make the disk as small as what is on it."""
    page = os.sysconf("SC_PAGE_SIZE")
    disk = os.statvfs(folder)
    used = (disk.f_blocks - disk.f_bfree) * disk.f_frsize
    _mount("-o", f"remount,size={used // page * page}", str(folder))


def make_room(folder: Path) -> None:
    """Let the disk be as large as it was."""
    _mount("-o", f"remount,size={DISK}", str(folder))


def _mount(*arguments: str) -> bool:
    command = ["mount", *arguments]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0  # noqa: S603
    except FileNotFoundError:
        return False


if sys.platform != "linux":  # the kernel's help is needed to leave nothing behind
    raise ImportError("Faults can be made on Linux only.")
