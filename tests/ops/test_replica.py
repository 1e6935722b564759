"""Questions go to the replica where that will do: two real servers, and what happens in between."""

import pytest
from django.db import OperationalError

from ehoks.common import replica
from tests.ops.processes import program

PLAY = """\
list: the replica is asked: True
report: the replica is asked: True
plan: the replica is asked: True
a system's GET: the replica is asked: False
who wrote: the replica is asked: False, sees it: True
others: the replica is asked: True, see it: False
feed: shows the replica's state: True
too late: the replica is asked: False, see it: True
later: the replica is asked: True, sees it: True
gone: 200
gone: 200, left alone: True
gone: 200
back: the replica is asked: True
"""


@pytest.mark.server
def test_on_two_servers(tmp_path):
    with program(
        *("-W", "ignore", "-m", "tests.ops.replica_scene"),
        EHOKS_DEMO="1",
        EHOKS_SIMULATOR_STATE=str(tmp_path / "simulator"),
        EHOKS_AUDIT_LOG=str(tmp_path / "audit"),
    ) as play:
        told, errors = play.communicate(timeout=180)
    assert told == PLAY, errors
    assert play.returncode == 0, errors


def test_without_a_replica_there_is_nobody_to_ask():
    assert not replica.is_configured()
    assert replica.ask(lambda: replica.reading().alias) == "default"


@pytest.fixture
def fresh(monkeypatch):
    """A replica that seems to be there, and whether it was left alone."""
    rests = []
    monkeypatch.setattr(replica, "_is_fresh", lambda after: True)
    monkeypatch.setattr(replica, "_leave_alone", lambda: rests.append(1))
    return rests


def test_what_fails_on_the_replica_is_done_on_the_primary(fresh):
    where = []

    def look():
        where.append(replica._chosen.get())
        if where[-1] == "replica":
            raise OperationalError
        return "seen"

    assert replica.ask(look) == "seen"
    assert (where, len(fresh)) == (["replica", "default"], 1)


def test_what_fails_on_both_is_told(fresh):
    def look():
        raise OperationalError

    with pytest.raises(OperationalError):
        replica.ask(look)
    assert replica._chosen.get() == "default"


@pytest.mark.django_db
def test_inside_a_transaction_its_own_database_answers(fresh):
    assert replica.ask(lambda: replica.reading().alias) == "default"


def test_the_orm_asks_there_too_but_only_of_plans(fresh):
    from ehoks.audit.models import AuditTapahtuma
    from hoks.models import Hoks

    router = replica.Router()

    def ask():
        return router.db_for_read(Hoks), router.db_for_read(AuditTapahtuma)

    assert replica.ask(ask) == ("replica", "default")
    assert ask() == ("default", "default")
    assert router.db_for_write(Hoks) == "default"
    assert not router.allow_migrate("replica", "hoks")
