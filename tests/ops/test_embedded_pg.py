"""The embedded database: shared while used, gone with its last user."""

import fcntl
import os
import shutil
import signal
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest

from ehoks import embedded_pg
from tests.ops.processes import eventually, is_running, program

USER = """
import os, sys
from ehoks import embedded_pg
embedded_pg.ensure_{kind}database_url()
print(os.environ["DATABASE_URL"], flush=True)
sys.stdin.read()
"""


@contextmanager
def user(home: Path | None = None):
    """A process that uses the development cluster in `home`, or else one of its own."""
    code = USER.format(kind="" if home else "throwaway_")
    with program("-c", code, EHOKS_PG_DIR=str(home or "")) as process:
        yield process


def address_of(process):
    url = process.stdout.readline().strip()
    assert url, process.stderr.read()
    return url


def socket_dir(url):
    return Path(parse_qs(urlsplit(url).query)["host"][0])


def ask(url, question):
    with psycopg.connect(url, autocommit=True) as connection:
        cursor = connection.execute(question)
        return cursor.fetchone() if cursor.description else None


def answers(url):
    try:
        return ask(url, "SELECT 1") == (1,)
    except psycopg.OperationalError:
        return False


def stop_kindly(process):
    """End the process as its own code would, and give its exit code."""
    process.stdin.close()
    return process.wait(10)


def keeper_of(home):
    (cluster,) = home.iterdir()
    return int((cluster / "keeper").read_text().split()[0])


def test_two_at_once_share_one_cluster_until_the_last_has_left(tmp_path):
    with user(tmp_path) as first, user(tmp_path) as second:
        url = address_of(first)
        assert address_of(second) == url
        assert stop_kindly(first) == 0
        assert answers(url)
        keeper = keeper_of(tmp_path)
        assert stop_kindly(second) == 0
        # No waiting here: the last one out leaves only when everything is down.
        assert not answers(url)
        assert not is_running(keeper)


def test_data_outlives_the_server(tmp_path):
    with user(tmp_path) as first:
        ask(address_of(first), "CREATE TABLE muisti AS SELECT 42 AS luku")
        stop_kindly(first)
    with user(tmp_path) as second:
        assert ask(address_of(second), "SELECT luku FROM muisti") == (42,)
        stop_kindly(second)


def test_a_killed_user_leaves_no_server_behind(tmp_path):
    with user(tmp_path) as process:
        url = address_of(process)
        process.kill()
    assert eventually(lambda: not is_running(keeper_of(tmp_path)))
    assert not answers(url)


def test_a_killed_keeper_takes_the_server_along_and_the_next_user_starts_anew(tmp_path):
    with user(tmp_path) as process:
        url = address_of(process)
        os.kill(keeper_of(tmp_path), signal.SIGKILL)
        assert eventually(lambda: not answers(url))
        stop_kindly(process)
    with user(tmp_path) as process:
        assert answers(address_of(process))
        stop_kindly(process)


def test_a_long_path_gets_a_short_socket_which_is_removed_again(tmp_path):
    home = tmp_path / ("pitka" * 20)
    with user(home) as process:
        url = address_of(process)
        assert answers(url)
        assert not socket_dir(url).is_relative_to(home)
        stop_kindly(process)
    assert not socket_dir(url).exists()


@pytest.mark.parametrize("end", [stop_kindly, lambda process: process.kill()])
def test_a_throwaway_cluster_is_deleted_with_its_user(end):
    with user() as process:
        url = address_of(process)
        assert ask(url, "SHOW fsync") == ("off",)
        end(process)
    assert eventually(lambda: not socket_dir(url).exists())


def test_each_test_run_has_a_cluster_of_its_own():
    with user() as first, user() as second:
        assert address_of(first) != address_of(second)
        stop_kindly(first)
        stop_kindly(second)


def test_the_cluster_is_its_owners_alone(tmp_path):
    with user(tmp_path) as process:
        url = address_of(process)
        assert socket_dir(url).stat().st_mode & 0o077 == 0
        assert ask(url, "SHOW listen_addresses") == ("",)
        stop_kindly(process)


@pytest.fixture
def leftover(tmp_path):
    root = tmp_path / f"{embedded_pg.THROWAWAY_PREFIX}left"
    (root / "data").mkdir(parents=True)
    (root / "users").touch()
    return root


def test_what_a_power_cut_left_is_swept_away(leftover):
    embedded_pg._sweep(leftover.parent)
    assert not leftover.exists()


def test_a_cluster_in_use_is_not_swept_away(leftover):
    with (leftover / "users").open() as users:
        fcntl.flock(users, fcntl.LOCK_SH)
        embedded_pg._sweep(leftover.parent)
    assert leftover.exists()


def test_a_given_database_is_used_as_it_is(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://db.example/ehoks")
    embedded_pg.ensure_database_url()
    embedded_pg.ensure_throwaway_database_url()
    assert os.environ["DATABASE_URL"] == "postgres://db.example/ehoks"


@pytest.fixture
def without_database(monkeypatch):
    monkeypatch.delenv("DATABASE_URL")
    monkeypatch.delenv("EHOKS_DEMO")


@pytest.mark.usefixtures("without_database")
def test_real_plans_need_a_real_database(monkeypatch):
    monkeypatch.setenv("OPINTOPOLKU_URL", "https://opintopolku.example")
    with pytest.raises(embedded_pg.EmbeddedPostgresError, match="set DATABASE_URL"):
        embedded_pg.ensure_database_url()


@pytest.mark.usefixtures("without_database")
def test_a_command_that_needs_no_database_starts_none():
    embedded_pg.ensure_database_url("help")
    assert "DATABASE_URL" not in os.environ


@pytest.mark.usefixtures("without_database")
def test_a_machine_without_postgresql_is_told_what_to_do(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr(Path, "glob", lambda self, pattern: iter(()))
    with pytest.raises(embedded_pg.EmbeddedPostgresError, match="install requirements"):
        embedded_pg.find_binaries()


@pytest.mark.skipif(os.getuid() != 0, reason="only root can give files away")
def test_another_users_cluster_is_left_alone(tmp_path):
    os.chown(tmp_path, 1234, 1234)
    with pytest.raises(embedded_pg.EmbeddedPostgresError, match="belongs to another user"):
        embedded_pg._make_private(tmp_path)


def test_a_cluster_that_cannot_start_says_why(tmp_path):
    with user(tmp_path) as process:
        address_of(process)
        stop_kindly(process)
    (cluster,) = tmp_path.iterdir()
    shutil.rmtree(cluster / "data" / "pg_wal")
    with user(tmp_path) as process:
        assert process.wait(20) == 1
        assert "EmbeddedPostgresError: PostgreSQL did not start" in process.stderr.read()
