"""A service of one's own: as `make run` starts it, with a database and a Finland of its own."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from ehoks.management import children
from ehoks.management.server import HOST

START_SECONDS = 120
STOP_SECONDS = 60
ELSEWHERE = ("DATABASE_URL", "OPINTOPOLKU_URL", "EPERUSTEET_URL", "VIESTINVALITYS_URL")


class LoadError(Exception):
    """The load cannot be run, or did not go as it should; the text says why."""


@dataclass(frozen=True)
class OwnService:
    """A running service: its port, its process, and where its commands find its database."""

    port: int
    pid: int
    environment: dict[str, str]

    def manage(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a management command on its database."""
        return subprocess.run(  # noqa: S603
            manage_command(*arguments),
            env=self.environment,
            cwd=settings.BASE_DIR,
            capture_output=True,
            text=True,
            check=False,
        )


def require_nothing_real() -> None:
    """Raise LoadError where settings lead to a register that is not the load's own."""
    if named := [name for name in ELSEWHERE if os.environ.get(name)]:
        raise LoadError(
            f"A load only ever goes to its own service on {HOST}. Unset {' and '.join(named)}."
        )


@contextlib.contextmanager
def own_service(home: Path, facts: Path) -> Iterator[OwnService]:
    """Start the service in a folder, on a free port, and stop it at the end.

    Raises LoadError when it does not start.
    """
    port = free_port()
    environment = _environment(home, facts, port)
    with (home / "output").open("w") as output:
        process = subprocess.Popen(  # noqa: S603
            manage_command("up", "--with-parent"),
            env=environment,
            cwd=settings.BASE_DIR,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
        )
    try:
        _wait_until_ready(process, port, home / "output")
        yield OwnService(port, process.pid, environment)
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def manage_command(*arguments: str) -> list[str]:
    """The command line of a management command."""
    return [sys.executable, str(settings.BASE_DIR / "manage.py"), *arguments]


def _environment(home: Path, facts: Path, port: int) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name not in ELSEWHERE}
    return inherited | {
        "EHOKS_DEMO": "1",
        "PORT": str(port),
        "EHOKS_BASE_URL": f"http://{HOST}:{port}",
        "EHOKS_PG_DIR": str(home / "pg"),
        "EHOKS_SIMULATOR_STATE": str(home / "simulator"),
        "EHOKS_SIMULATOR_FACTS": str(facts),
        "EHOKS_AUDIT_LOG": str(home / "audit.jsonl"),
        "EHOKS_REQUEST_LOG": str(home / "requests.jsonl"),
    }


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _wait_until_ready(process: subprocess.Popen[bytes], port: int, output: Path) -> None:
    """The supervisor says that it is ready only when it is: its welcome names the address."""
    deadline = time.monotonic() + START_SECONDS
    while f"eHOKS is ready at http://{HOST}:{port}" not in output.read_text():
        if children.has_ended(process) or time.monotonic() > deadline:
            raise LoadError(f"The service did not start:\n{output.read_text()}")
        time.sleep(0.1)
