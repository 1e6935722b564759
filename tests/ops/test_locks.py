"""Locks in the database keep other processes waiting for the length of a block."""

import psycopg
import pytest
from django.db import connection

from ehoks.management import locks


def is_free_for_another(number):
    parameters = connection.get_connection_params()
    parameters = {name: parameters[name] for name in ("dbname", "user", "host")}
    with psycopg.connect(**parameters, autocommit=True) as other:
        return other.execute("SELECT pg_try_advisory_lock(%s)", [number]).fetchone() == (True,)


@pytest.mark.django_db
def test_a_lock_is_held_for_the_block_only():
    with locks.advisory_lock(locks.MIGRATIONS):
        assert not is_free_for_another(locks.MIGRATIONS)
        assert is_free_for_another(locks.DEMO_REGISTER)
    assert is_free_for_another(locks.MIGRATIONS)


@pytest.mark.django_db
def test_a_lock_is_freed_when_the_block_fails():
    with pytest.raises(ZeroDivisionError), locks.advisory_lock(locks.MIGRATIONS):
        raise ZeroDivisionError
    assert is_free_for_another(locks.MIGRATIONS)
