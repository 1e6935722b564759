"""The web server as a child process that never outlives its supervisor."""

import contextlib
import http.client
import os
import socket
import sys
import tempfile
import time
from collections.abc import Iterator

from ehoks.management import children
from ehoks.management.children import Child

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 4
READY_TIMEOUT = 60.0  # it takes two seconds, on a busy machine many times that


class ServerError(Exception):
    """The server cannot start or has stopped; the text says why."""


def require_free_port(port: int) -> None:
    """Raise ServerError when someone else listens on the port already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            raise ServerError(
                f"Port {port} is taken: stop what listens there, or choose another: "
                f"make run PORT={port + 1}"
            ) from None


@contextlib.contextmanager
def serving(port: int) -> Iterator[Child]:
    """Serve the application on the port for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="ehoks-metrics-") as metrics:
        environment = os.environ | {"PROMETHEUS_MULTIPROC_DIR": metrics}
        with children.running(command(port), environment) as child:
            yield child


def wait_until_ready(server: Child, port: int) -> str:
    """Return once /health/ready answers 200; raise ServerError when that does not come about."""
    deadline = time.monotonic() + READY_TIMEOUT
    answer = "It did not answer."
    while time.monotonic() < deadline:
        if children.has_ended(server):
            raise ServerError("The web server stopped while starting; the reason is above.")
        status, answer = _ask_health(port)
        if status == 200:
            return f"ready, {WORKERS} processes of {THREADS} threads"
        time.sleep(0.05)
    raise ServerError(f"The service did not become ready in {READY_TIMEOUT:.0f} s. {answer}")


def command(port: int, workers: int = WORKERS) -> list[str]:
    """What starts the web server. No access log: paths on this service can name people."""
    return [
        *(sys.executable, "-m", "granian", "ehoks.wsgi:application"),
        *("--interface=wsgi", "--no-ws", f"--host={HOST}", f"--port={port}"),
        *(f"--workers={workers}", f"--blocking-threads={THREADS}"),
        *("--respawn-failed-workers", "--workers-kill-timeout=5"),
        *("--log-level=warning", "--no-access-log"),
    ]


def _ask_health(port: int) -> tuple[int, str]:
    client = http.client.HTTPConnection(HOST, port, timeout=5)
    with contextlib.closing(client), contextlib.suppress(OSError, http.client.HTTPException):
        client.request("GET", "/health/ready")
        response = client.getresponse()
        return response.status, response.read(200).decode(errors="replace")
    return 0, "It did not answer."
