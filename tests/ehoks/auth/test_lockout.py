"""Twenty invalid tickets in five minutes lock a caller for fifteen, and nothing moves the end."""

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ehoks.auth import lockout
from ehoks.auth.errors import AccountLocked
from ehoks.auth.models import Lukitus
from ehoks.common.dates import now
from ehoks.tiedonsiirto.models import Tiedonsiirto
from tests.conftest import API, Sis
from tests.hoks.plans import plan, refused
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db

CALLER = "1.2.246.562.10.31415926539.sampo"
MINUTE = dt.timedelta(minutes=1)


class Clock:
    """The clock of the lockout, moved by hand."""

    def __init__(self):
        self.moment = now()

    def __call__(self):
        return self.moment

    def forward(self, **by):
        self.moment += dt.timedelta(**by)


@pytest.fixture(autouse=True)
def no_calm():
    lockout.forget_calm()
    yield
    lockout.forget_calm()


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(lockout, "now", clock)
    return clock


def try_invalid(sis, times=1, **headers):
    """The statuses of so many calls with tickets that CAS does not know."""
    sent = {"ticket": "ST-none", "caller_id": CALLER} | headers
    return [sis.call("GET", "/hoks/1", **sent).status_code for _ in range(times)]


def try_valid(sis, **headers):
    return sis.call("GET", "/hoks/1", **({"caller_id": CALLER} | headers))


def test_the_twentieth_invalid_ticket_locks_even_a_valid_one_out(sis, clock):
    assert try_invalid(sis, 20) == [401] * 20
    assert try_invalid(sis) == [423]
    body = refused(try_valid(sis), 423, "account-locked")
    assert body["error"] == "Account is locked"


def test_nineteen_do_not(sis, clock):
    try_invalid(sis, 19)
    assert try_valid(sis).status_code == 404


def test_a_success_clears_the_count(sis, clock):
    for _ in range(3):
        try_invalid(sis, 19)
        assert try_valid(sis).status_code == 404
    assert not Lukitus.objects.exists()


def test_only_those_of_the_last_five_minutes_count(sis, clock):
    for _ in range(4):  # never more than 19 within five minutes
        try_invalid(sis, 9)
        clock.forward(minutes=2, seconds=31)
    assert try_valid(sis).status_code == 404


def test_twenty_within_five_minutes_lock_wherever_the_five_minutes_begin(sis, clock):
    try_invalid(sis, 1)
    clock.forward(minutes=4)
    try_invalid(sis, 12)
    clock.forward(minutes=2)  # the first has dropped out
    try_invalid(sis, 8)
    assert try_valid(sis).status_code == 423


def test_the_end_is_fixed_and_told_in_seconds(sis, clock):
    try_invalid(sis, 20)
    assert try_valid(sis).headers["Retry-After"] == "900"
    for _ in range(3):
        clock.forward(minutes=4)
        try_invalid(sis, 5)  # does not extend it
        try_valid(sis)  # does not shorten it
    assert try_valid(sis).headers["Retry-After"] == "180"
    clock.forward(minutes=2, seconds=59, milliseconds=500)
    assert try_valid(sis).headers["Retry-After"] == "1"
    clock.forward(milliseconds=500)
    assert try_valid(sis).status_code == 404


def test_after_the_lock_the_count_begins_anew(sis, clock):
    try_invalid(sis, 20)
    clock.forward(minutes=15)
    assert try_invalid(sis, 19) == [401] * 19
    assert try_valid(sis).status_code == 404


def test_another_caller_id_or_address_is_not_locked(sis, clock):
    try_invalid(sis, 20)
    assert try_valid(sis, caller_id=f"{CALLER}.2").status_code == 404
    lockout.require_not_locked("192.0.2.1", CALLER)
    with pytest.raises(AccountLocked):
        lockout.require_not_locked("127.0.0.1", CALLER)


def test_a_locked_caller_writes_nothing_and_costs_cas_nothing(sis, clock, simulator):
    try_invalid(sis, 20)
    sis.ticket()  # so that only eHOKS would ask CAS from here on
    simulator.set_fault("cas", "500")
    sent = {"caller-id": CALLER, "ticket": "ST-none"}
    answer = sis.http.post(f"{API}/hoks", plan(), "application/json", headers=sent)
    assert answer.status_code == 423


def test_calls_without_a_ticket_and_outages_of_cas_do_not_count(sis, clock, simulator):
    bare = {"caller-id": CALLER}
    for _ in range(25):
        assert sis.http.get(f"{API}/hoks/1", headers=bare).status_code == 401
    simulator.set_fault("cas", "500")
    answer = sis.http.get(f"{API}/hoks/1", headers=bare | {"ticket": "ST-none"})
    assert answer.status_code == 503
    assert not Lukitus.objects.exists()


def test_the_organisation_that_the_caller_id_names_sees_the_lock_once(sis, clock):
    try_invalid(sis, 30)
    (row,) = Tiedonsiirto.objects.filter(koodi="account-locked")
    assert row.organisaatio_oid == "1.2.246.562.10.31415926539"
    assert (row.jarjestelma, row.caller_id, row.operaatio) == (None, CALLER, "login")
    assert "15 minuutin" in row.virheet[0]["fi"]
    seen = sis.call("GET", "/tiedonsiirrot", caller_id="x").json()["data"]
    assert [r["koodi"] for r in seen] == ["account-locked"]
    assert not Sis("muu-palvelu").call("GET", "/tiedonsiirrot", caller_id="x").json()["data"]


@pytest.mark.parametrize("caller_id", ["x", "1.2.246.562.10.99999999999.x", "", "1.2.246.562.10.x"])
def test_a_caller_id_that_names_no_organisation_puts_the_lock_in_nobodys_log(sis, clock, caller_id):
    try_invalid(sis, 20, caller_id=caller_id)
    (row,) = Tiedonsiirto.objects.filter(koodi="account-locked")
    assert row.organisaatio_oid is None


def test_dead_rows_go_with_later_failures(sis, clock):
    for n in range(5):
        lockout.note_invalid("192.0.2.1", f"x{n}")
    clock.forward(minutes=6)
    try_invalid(sis)
    assert list(Lukitus.objects.values_list("caller_id", flat=True)) == [CALLER]


def test_odd_caller_ids_are_cut(sis, clock):
    lockout.note_invalid("192.0.2.1", "a\x00" + "b" * 900)
    assert Lukitus.objects.get().caller_id == ("a" + "b" * 900)[:256]


def looks(call):
    with CaptureQueriesContext(connection) as captured:
        call()
    return [q["sql"] for q in captured if "lukitukset" in q["sql"]]


def test_while_all_is_calm_a_valid_ticket_costs_one_look_in_two_seconds(sis, monkeypatch):
    tick = [100.0]
    monkeypatch.setattr("ehoks.auth.lockout.time.monotonic", lambda: tick[0])
    assert len(looks(lambda: try_valid(sis))) == 1
    assert not looks(lambda: [try_valid(sis) for _ in range(3)])
    tick[0] += lockout.CALM_SECONDS
    assert len(looks(lambda: try_valid(sis))) == 1


def test_while_anybody_has_failed_each_call_costs_one_look(sis, clock):
    lockout.note_invalid("192.0.2.1", "somebody")
    for _ in range(2):
        assert len(looks(lambda: try_valid(sis))) == 1


def test_the_address_is_the_proxys_word_only_behind_a_proxy_of_ours(sis, clock, settings):
    try_invalid(sis, 1, x_forwarded_for="192.0.2.9")
    assert Lukitus.objects.get().ip == "127.0.0.1"
    settings.TRUSTED_PROXY = True
    try_invalid(sis, 1, x_forwarded_for="198.51.100.1, 192.0.2.9", caller_id="b")
    assert Lukitus.objects.get(caller_id="b").ip == "192.0.2.9"
    try_invalid(sis, 1, caller_id="c")
    assert Lukitus.objects.get(caller_id="c").ip == "127.0.0.1"


@pytest.mark.django_db(transaction=True)
def test_of_many_failures_at_once_none_is_lost_and_one_locks():
    def fail(_):
        for _ in range(5):
            lockout.note_invalid("192.0.2.1", CALLER)

    together(8, fail)
    row = Lukitus.objects.get()
    assert len(row.ajat) == 20
    assert row.lukittu_asti
    assert Tiedonsiirto.objects.filter(koodi="account-locked").count() == 1
