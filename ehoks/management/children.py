"""Child processes that never outlive the one that started them."""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import IO, Any

PR_SET_PDEATHSIG = 1
STOP_TIMEOUT = 15.0
STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)  # what tells a command to stop

_libc = ctypes.CDLL(None)
Child = subprocess.Popen[bytes]


@contextlib.contextmanager
def running(command: list[str], environment: dict[str, str] | None = None) -> Iterator[Child]:
    """Run a command for as long as the block lasts."""
    child = start(command, environment)
    try:
        yield child
    finally:
        stop(child)


def start(
    command: list[str], environment: dict[str, str] | None = None, output: IO[str] | None = None
) -> Child:
    """Start a command that the kernel ends with this process; as this one, unless told otherwise."""
    return subprocess.Popen(  # noqa: S603
        command,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=output,
        env=environment,
        # A group of its own: Ctrl-C reaches the supervisor only, which then stops it in order.
        start_new_session=True,
        preexec_fn=_die_with_parent,
    )


def stop(child: Child) -> None:
    """Let what is under way finish, then make sure that nothing of it is left."""
    with _undisturbed():
        if child.poll() is None:
            child.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(STOP_TIMEOUT)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
        child.wait()


def has_ended(child: Child) -> bool:
    """Whether it runs no more; for whoever stops on signals, in the place of `child.poll()`."""
    with _undisturbed():
        return child.poll() is not None


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals wait until the block's end.

    Where a handler raises in the middle of `Popen.poll`, its lock stays taken, and `Popen.wait`
    waits for ever. To block them would not do: any other thread would take them.
    """
    if threading.current_thread() is not threading.main_thread():
        yield  # handlers run in the main thread alone
        return
    came: list[int] = []
    before: dict[int, Any] = {}
    try:
        for number in STOPPING:
            before[number] = signal.signal(number, lambda came_now, _: came.append(came_now))
        yield
    finally:
        for held, handler in before.items():
            signal.signal(held, handler)
        for held in came:
            signal.raise_signal(held)


def _die_with_parent() -> None:
    # The supervisor cannot say goodbye when it is killed; the kernel does it for it.
    if sys.platform == "linux":
        _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
