"""The keeper of one embedded PostgreSQL cluster: starts the server, and stops it when its last user is gone.

Run as a program by `ehoks.embedded_pg`, once per running cluster. A user of the cluster is a
process that holds a shared lock on the file `users`; the kernel drops the lock however the process
ends, so not even `kill -9` leaves a server behind. Should the keeper itself be killed, the kernel
tells the server to stop.
"""

import contextlib
import ctypes
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

CLONE_NEWUSER = 0x10000000
PR_SET_PDEATHSIG = 1
NOBODY = 65534
START_TIMEOUT = 60.0
POLL = 0.05

COMMON = {
    "listen_addresses": "",  # the unix socket only, in a directory of its owner's own
    "port": "5432",
    "max_connections": "100",
    "unix_socket_permissions": "0700",
}
# A cluster that never outlives its user may forget everything in a power cut.
THROWAWAY = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum_naptime": "10min",
}

_libc = ctypes.CDLL(None, use_errno=True)
_told: list[int] = []  # the signals that told to stop


class StartError(Exception):
    """The server did not start; the text says why and what to do."""


def main(root: Path, binaries: Path, sockets: Path, *, throwaway: bool) -> None:
    """Keep the cluster in `root` until nobody uses it; says `ready` or the reason on stdout."""
    with (root / "keeper").open("r+") as life, (root / "users").open("r+") as users:
        fcntl.flock(life, fcntl.LOCK_EX)
        life.write(f"{os.getpid()}\n")
        life.flush()
        with contextlib.ExitStack() as cleanup:
            if sockets != root:
                cleanup.callback(shutil.rmtree, sockets, ignore_errors=True)
            if throwaway:
                cleanup.callback(shutil.rmtree, root, ignore_errors=True)
            _leave_root(root, sockets)
            with _server(root, binaries, sockets, THROWAWAY if throwaway else {}) as server:
                _report("ready")
                _wait_for_the_last_user(users.fileno(), server)


def _leave_root(root: Path, sockets: Path) -> None:
    """Step out of uid 0, which PostgreSQL refuses: into a user namespace, or else to nobody."""
    if os.geteuid() != 0:
        return
    # What nobody owns was made where namespaces are forbidden (many containers): so it goes on.
    if root.stat().st_uid != NOBODY and _libc.unshare(CLONE_NEWUSER) == 0:
        return
    for path in (root, sockets, *root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


@contextlib.contextmanager
def _server(
    root: Path, binaries: Path, sockets: Path, settings: dict[str, str]
) -> Iterator[subprocess.Popen[bytes]]:
    data = root / "data"
    if not (data / "PG_VERSION").exists():
        _create(data, binaries)
    options = {**COMMON, "unix_socket_directories": str(sockets), **settings}
    arguments = [f"--{name}={value}" for name, value in options.items()]
    with (root / "log").open("ab") as log:
        server = subprocess.Popen(  # noqa: S603
            [binaries / "postgres", "-D", data, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            preexec_fn=_die_with_parent,
        )
    try:
        _wait_until_ready(server, data / "postmaster.pid", root / "log")
        yield server
    finally:
        _stop(server)


def _create(data: Path, binaries: Path) -> None:
    # Made beside and renamed, so that a half-made cluster is never taken for a whole one.
    unfinished = data.with_name("data.new")
    shutil.rmtree(unfinished, ignore_errors=True)
    # One locale everywhere: the machine's own would make every cluster sort differently.
    options = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"]
    made = subprocess.run(  # noqa: S603
        [binaries / "initdb", "-D", unfinished, "-U", "postgres", "-A", "trust", *options],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if made.returncode:
        raise StartError(_explain(made.stderr or made.stdout))
    unfinished.rename(data)


def _explain(output: str) -> str:
    if "could not look up effective user ID" in output:
        return "PostgreSQL needs a user that has a name in /etc/passwd: set DATABASE_URL instead."
    if "cannot be run as root" in output or "Permission denied" in output:
        return f"{output.strip()}\nRun as an ordinary user, or set DATABASE_URL."
    return output.strip()


def _die_with_parent() -> None:
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGINT)


def _wait_until_ready(server: subprocess.Popen[bytes], pid_file: Path, log: Path) -> None:
    deadline = time.monotonic() + START_TIMEOUT
    while not _is_ready(server.pid, pid_file):
        if _told:
            raise SystemExit
        if server.poll() is not None or time.monotonic() > deadline:
            raise StartError(f"PostgreSQL did not start:\n{log.read_text()[-2000:]}")
        time.sleep(0.01)


def _is_ready(pid: int, pid_file: Path) -> bool:
    """Whether the server says so: the first line of its file is its pid, the eighth its state."""
    with contextlib.suppress(FileNotFoundError):
        lines = pid_file.read_text().splitlines()
        return len(lines) >= 8 and lines[0] == str(pid) and lines[7].strip() == "ready"
    return False


def _report(text: str) -> None:
    """Answer whoever started the keeper, and let go of the pipe and of the inherited door lock."""
    os.write(1, text.encode())
    with Path(os.devnull).open("r+b") as nothing:
        os.dup2(nothing.fileno(), 1)
        os.dup2(nothing.fileno(), 2)
        os.dup2(nothing.fileno(), 0)


def _wait_for_the_last_user(users: int, server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None and not _told:
        with contextlib.suppress(BlockingIOError):
            fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return  # and holds it until the server is down: who comes now waits
        time.sleep(POLL)


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is None:
        server.send_signal(signal.SIGINT)  # PostgreSQL's "fast": ends the connections, then stops
    server.wait()


def _note(number: int, _: object) -> None:
    # Only noted: raised in the middle of `Popen.poll`, an exception would leave its lock taken,
    # and `Popen.wait` would wait for ever.
    _told.append(number)


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _note)
    signal.signal(signal.SIGINT, _note)
    root_, binaries_, sockets_, kind = sys.argv[1:]
    try:
        main(Path(root_), Path(binaries_), Path(sockets_), throwaway=kind == "throwaway")
    except (StartError, OSError) as error:
        os.write(1, str(error).encode())
        sys.exit(1)
