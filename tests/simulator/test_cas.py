"""CAS: tickets in, users out, each ticket once, for its own service, for a minute."""

import pytest
import time_machine

from ehoks.simulator import create_app
from tests.simulator.conftest import Caller

SERVICE = "http://127.0.0.1:8000/ehoks-virkailija-backend/cas-security-check"


def test_password_becomes_granting_ticket_becomes_service_ticket_becomes_user(caller):
    granted = caller.post("/cas/v1/tickets", form={"username": "sampo", "password": "sampo"})

    assert granted.status == 201
    assert granted.headers["Location"].startswith("http://127.0.0.1:8000/cas/v1/tickets/TGT-")
    ticket = caller.post(granted.headers["Location"], form={"service": SERVICE})
    assert ticket.status == 200
    assert ticket.text.startswith("ST-")
    answer = caller.validate(ticket.text, SERVICE)
    assert answer.status == 200
    assert "<cas:user>sampo</cas:user>" in answer.text
    assert "<cas:kayttajaTyyppi>PALVELU</cas:kayttajaTyyppi>" in answer.text
    role = "ROLE_APP_EHOKS_HOKS_DELETE_1.2.246.562.10.31415926539"
    assert f"<cas:roles>{role}</cas:roles>" in answer.text


def test_location_respects_the_mount(simulator):
    caller = Caller(simulator, mount="/simulator")

    location = caller.post(
        "/simulator/cas/v1/tickets", form={"username": "sampo", "password": "sampo"}
    ).headers["Location"]

    assert location.startswith("http://127.0.0.1:8000/simulator/cas/v1/tickets/TGT-")
    assert caller.post(location, form={"service": SERVICE}).status == 200


def test_ticket_is_good_once(caller):
    ticket = caller.ticket("sampo", SERVICE)

    assert "authenticationSuccess" in caller.validate(ticket, SERVICE).text
    again = caller.validate(ticket, SERVICE)
    assert again.status == 200
    assert 'authenticationFailure code="INVALID_TICKET"' in again.text


def test_ticket_is_good_for_its_own_service_only(caller):
    ticket = caller.ticket("sampo", SERVICE)

    assert 'code="INVALID_SERVICE"' in caller.validate(ticket, SERVICE + "/").text


def test_ticket_lives_a_minute(caller):
    with time_machine.travel("2026-11-20T08:00:00Z", tick=False) as clock:
        ticket, late = (caller.ticket("sampo", SERVICE) for _ in range(2))
        clock.shift(59)
        assert "authenticationSuccess" in caller.validate(ticket, SERVICE).text
        clock.shift(2)
        assert 'code="INVALID_TICKET"' in caller.validate(late, SERVICE).text


def test_granting_ticket_lives_a_working_day(caller):
    with time_machine.travel("2026-11-20T08:00:00Z", tick=False) as clock:
        granting = caller.granting_ticket("sampo")
        clock.shift(8 * 3600)
        assert caller.post(granting, form={"service": SERVICE}).status == 200
        clock.shift(1)
        assert caller.post(granting, form={"service": SERVICE}).status == 404


@pytest.mark.parametrize("ticket", ["ST-", "ST-1-abc", "TGT-x", "ääkkönen", "ST-" + "A" * 60, "-"])
def test_made_up_ticket_fails_politely(caller, ticket):
    assert 'code="INVALID_TICKET"' in caller.validate(ticket, SERVICE).text


def test_one_changed_character_spoils_a_ticket(caller):
    ticket = caller.ticket("sampo", SERVICE)
    spoilt = ticket[:30] + ("A" if ticket[30] != "A" else "B") + ticket[31:]

    assert 'code="INVALID_TICKET"' in caller.validate(spoilt, SERVICE).text
    assert "authenticationSuccess" in caller.validate(ticket, SERVICE).text


def test_granting_ticket_is_no_service_ticket_and_the_other_way_round(caller):
    granting = caller.granting_ticket("sampo").rpartition("/")[2]
    ticket = caller.ticket("sampo", SERVICE)

    assert "authenticationFailure" in caller.validate("ST" + granting[3:], "").text
    assert "authenticationFailure" in caller.validate("ST" + granting[3:], SERVICE).text
    assert caller.post(f"/cas/v1/tickets/TGT{ticket[2:]}", form={"service": "x"}).status == 404


def test_ticket_of_another_simulator_is_worth_nothing(caller, tmp_path):
    ticket = Caller(create_app(None, tmp_path / "other")).ticket("sampo", SERVICE)

    assert 'code="INVALID_TICKET"' in caller.validate(ticket, SERVICE).text


def test_validation_without_service_or_ticket(caller):
    assert 'code="INVALID_REQUEST"' in caller.get("/cas/p3/serviceValidate").text


def test_wrong_password_is_401_and_missing_one_400(caller):
    wrong = caller.post("/cas/v1/tickets", form={"username": "sampo", "password": "x"})
    missing = caller.post("/cas/v1/tickets", form={"username": "sampo"})

    assert (wrong.status, missing.status) == (401, 400)


def test_students_have_no_password_here(caller):
    form = {"username": "aino", "password": "aino"}
    assert caller.post("/cas/v1/tickets", form=form).status == 401


def test_five_wrong_passwords_lock_for_five_minutes(caller):
    def log_in(password, username="sampo"):
        return caller.post("/cas/v1/tickets", form={"username": username, "password": password})

    with time_machine.travel("2026-11-20T08:00:00Z", tick=False) as clock:
        assert [log_in("x").status for _ in range(5)] == [401] * 5
        clock.shift(100)
        locked = log_in("sampo")
        assert (locked.status, locked.headers["Retry-After"]) == (423, "200")
        assert log_in("vaino", "vaino").status == 201
        clock.shift(200)
        assert log_in("x").status == 401
        assert log_in("sampo").status == 201


def test_right_password_starts_the_count_anew(caller):
    def log_in(password):
        form = {"username": "sampo", "password": password}
        return caller.post("/cas/v1/tickets", form=form).status

    statuses = [log_in(password) for password in ("x", "x", "x", "x", "sampo", "x", "x", "sampo")]
    assert statuses == [401, 401, 401, 401, 201, 401, 401, 201]


def test_unknown_paths_are_404(caller):
    assert caller.get("/nobody/home").status == 404
    assert caller.get("/cas/v1/tickets").status == 404
