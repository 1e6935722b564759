"""`manage.py up`: from nothing to a service that answers, and back to nothing."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.ops.processes import descendants, eventually, is_running, program

pytestmark = pytest.mark.server

STOPPED = 40  # seconds: the web server may take 15, and the database follows it


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def environment(home, port):
    return {
        "PORT": str(port),
        "EHOKS_DEMO": "1",
        "EHOKS_PG_DIR": str(home / "pg"),
        "EHOKS_SIMULATOR_STATE": str(home / "simulator"),
        "EHOKS_AUDIT_LOG": str(home / "audit.jsonl"),  # on stderr it would fill a pipe nobody reads
        "EHOKS_BASE_URL": f"http://127.0.0.1:{port}",
    }


@contextmanager
def up(home, port):
    with program("manage.py", "up", **environment(home, port)) as process:
        yield process


def is_ready(port):
    try:
        with urlopen(f"http://127.0.0.1:{port}/health/ready", timeout=5) as response:
            return response.status == 200
    except (URLError, OSError):
        return False


def wait_until_ready(process, port):
    assert eventually(lambda: is_ready(port) or process.poll() is not None, 60)
    if process.poll() is not None:
        pytest.fail(process.stdout.read() + process.stderr.read())


def all_processes_of(process, home):
    keepers = (home / "pg").glob("*/keeper")
    keeper = {int(path.read_text().split()[0]) for path in keepers}
    return descendants(process.pid) | keeper | {pid for k in keeper for pid in descendants(k)}


def read_welcome(process):
    """What was printed up to the end of the example, which ends with a line of its own."""
    lines = []
    for line in process.stdout:
        lines.append(line)
        if line.startswith("call $API/api/v1/hoks/opiskeluoikeus/"):
            break
    return "".join(lines)


def run_example(welcome):
    example = welcome[welcome.index("BASE=http") :]
    done = subprocess.run(["sh", "-c", example], capture_output=True, text=True, timeout=30)
    return done.stdout


@pytest.mark.skipif(not shutil.which("curl"), reason="the example is for curl")
def test_it_serves_welcomes_and_leaves_nothing_behind(tmp_path):
    port = free_port()
    with up(tmp_path, port) as process:
        wait_until_ready(process, port)
        welcome = read_welcome(process)
        assert re.search(r"Migrations +\d+ applied", welcome)
        created, plan = run_example(welcome).splitlines()
        assert re.search(r'"id":\d+', created)
        assert '"opiskeluoikeus-oid":"1.2.246.562.15.31415926539"' in plan
        started = all_processes_of(process, tmp_path)
        assert len(started) > 5  # web server, two of its processes, worker, keeper, database
        process.terminate()
        assert process.wait(STOPPED) == 0
        assert not [pid for pid in started if is_running(pid)]


def test_two_at_once_from_nothing_and_one_is_killed(tmp_path):
    ports = free_port(), free_port()
    with up(tmp_path, ports[0]) as first, up(tmp_path, ports[1]) as second:
        wait_until_ready(first, ports[0])
        wait_until_ready(second, ports[1])
        started = all_processes_of(first, tmp_path) | all_processes_of(second, tmp_path)
        first.kill()
        assert eventually(lambda: not is_ready(ports[0]))
        assert is_ready(ports[1])
        second.send_signal(signal.SIGINT)
        assert second.wait(STOPPED) == 0
        assert eventually(lambda: not [pid for pid in started if is_running(pid)])


def worker_of(process):
    """The process that does the jobs."""
    found = [pid for pid in descendants(process.pid) if "worker" in words_of(pid)]
    return found[0] if len(found) == 1 else None


def words_of(pid):
    try:
        return Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_fallen_worker_is_replaced(tmp_path):
    port = free_port()
    with up(tmp_path, port) as process:
        wait_until_ready(process, port)
        assert eventually(lambda: worker_of(process), 20)
        first = worker_of(process)
        os.kill(first, signal.SIGKILL)
        assert eventually(lambda: worker_of(process) not in (None, first), 20)
        assert is_ready(port)
        process.terminate()
        assert process.wait(STOPPED) == 0


def test_a_taken_port_is_told(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with up(tmp_path, port) as process:
            assert process.wait(30) == 1
            assert f"Port {port} is taken" in process.stderr.read()


def test_unsafe_settings_are_told_before_anything_is_started(tmp_path):
    nowhere = f"postgres://nobody@/none?host={tmp_path}"
    with program("manage.py", "up", DATABASE_URL=nowhere, PORT=str(free_port())) as process:
        _, errors = process.communicate(timeout=30)
        assert process.returncode == 1
        assert "SECRET_KEY is not set" in errors
