"""The web server as a child process that never outlives its supervisor."""

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

HOST = "127.0.0.1"
WORKERS = 2
THREADS = 4
READY_TIMEOUT = 30.0
STOP_TIMEOUT = 15.0
PR_SET_PDEATHSIG = 1

_libc = ctypes.CDLL(None)


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
def serving(port: int) -> Iterator[subprocess.Popen[bytes]]:
    """Serve the application on the port for as long as the block lasts."""
    server = subprocess.Popen(  # noqa: S603
        _command(port),
        stdin=subprocess.DEVNULL,
        # A group of its own: Ctrl-C reaches the supervisor only, which then stops it in order.
        start_new_session=True,
        preexec_fn=_die_with_parent,
    )
    try:
        yield server
    finally:
        _stop(server)


def wait_until_ready(server: subprocess.Popen[bytes], port: int) -> str:
    """Return once /health/ready answers 200; raise ServerError when that does not come about."""
    deadline = time.monotonic() + READY_TIMEOUT
    answer = "It did not answer."
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise ServerError("The web server stopped while starting; the reason is above.")
        status, answer = _ask_health(port)
        if status == 200:
            return f"ready, {WORKERS} processes of {THREADS} threads"
        time.sleep(0.05)
    raise ServerError(f"The service did not become ready in {READY_TIMEOUT:.0f} s. {answer}")


def _command(port: int) -> list[str]:
    # No access log: addresses on this service's paths can name people.
    return [
        *(sys.executable, "-m", "granian", "ehoks.wsgi:application"),
        *("--interface=wsgi", "--no-ws", f"--host={HOST}", f"--port={port}"),
        *(f"--workers={WORKERS}", f"--blocking-threads={THREADS}"),
        *("--respawn-failed-workers", "--workers-kill-timeout=5"),
        *("--log-level=warning", "--no-access-log"),
    ]


def _die_with_parent() -> None:
    # The supervisor cannot say goodbye when it is killed; the kernel does it for it.
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _ask_health(port: int) -> tuple[int, str]:
    client = http.client.HTTPConnection(HOST, port, timeout=5)
    with contextlib.closing(client), contextlib.suppress(OSError, http.client.HTTPException):
        client.request("GET", "/health/ready")
        response = client.getresponse()
        return response.status, response.read(200).decode(errors="replace")
    return 0, "It did not answer."


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Let the requests under way finish, then make sure that no worker is left."""
    if server.poll() is None:
        server.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(STOP_TIMEOUT)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(server.pid, signal.SIGKILL)
    server.wait()
