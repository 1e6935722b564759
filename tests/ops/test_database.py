"""Connections to the database: none is given that the server has closed, none waits for ever."""

import psycopg
import pytest
from django.db import connections

from ehoks.common.postgres import base
from tests.ops.processes import eventually


@pytest.fixture
def pooled(transactional_db):
    """A connection of its own pool, as a web process has it."""
    wrapper = connections.create_connection("default")
    wrapper.settings_dict = {**wrapper.settings_dict}
    yield wrapper
    wrapper.close()


def pid(wrapper):
    with wrapper.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (found,) = cursor.fetchone()
    return found


def test_a_connection_that_the_server_closed_costs_no_request(pooled):
    with psycopg.connect(
        **{k: pooled.get_connection_params()[k] for k in ("dbname", "user", "host")},
        autocommit=True,
    ) as other:
        used = pid(pooled)
        pooled.close()  # back to the pool
        gone = "SELECT count(*) FROM pg_stat_activity WHERE pid = %s"
        other.execute("SELECT pg_terminate_backend(%s)", [used])
        assert eventually(lambda: other.execute(gone, [used]).fetchone() == (0,))
        assert pid(pooled) != used


def test_an_open_one_is_not_asked(pooled, monkeypatch):
    pooled.ensure_connection()
    with monkeypatch.context() as patched:  # not any longer: what cleans up may have to ask
        patched.setattr(psycopg.Connection, "execute", pytest.fail)
        base.require_open(pooled.connection)
    assert pooled.pool._check is base.require_open


def test_the_connection_that_was_used_last_is_given_first(pooled):
    pool = pooled.pool
    pool.open()
    first, second = pool.getconn(), pool.getconn()
    for connection in (first, second):
        pool.putconn(connection)
    for _ in range(3):
        assert pool.getconn() is second
        pool.putconn(second)


def test_nobody_waits_for_a_lock_for_ever(pooled):
    with pooled.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("10s",)
