"""CAS: whom a ticket names, and our own tickets."""

import pytest
import time_machine

from ehoks.integrations import cas
from ehoks.integrations.cas import CasKayttaja
from ehoks.integrations.errors import CasUnavailable
from ehoks.simulator.web import XML, Response
from tests.integrations.conftest import known

SERVICE = "http://127.0.0.1:8000/ehoks-virkailija-backend/cas-security-check"


def test_ticket_names_its_user_once():
    ticket = cas.get_service_ticket(SERVICE)

    user = known(cas.validate_ticket(ticket, SERVICE))
    assert user.username == "ehoks"
    assert user.tyyppi == "PALVELU"
    assert user.oid == "1.2.246.562.24.10000002409"
    assert "ROLE_APP_KOSKI_OPHKATSELIJA_1.2.246.562.10.00000000001" in user.roles
    assert cas.validate_ticket(ticket, SERVICE) is None


@pytest.mark.parametrize(
    "ticket", ["", "ST-1", "ääkkönen ja väli", "a&service=b", "\n", "x" * 5000]
)
def test_ticket_of_nobody(ticket):
    assert cas.validate_ticket(ticket, SERVICE) is None


def test_ticket_for_another_service_is_nobodys():
    assert cas.validate_ticket(cas.get_service_ticket(SERVICE), SERVICE + "2") is None


def test_granting_ticket_is_kept(calls):
    cas.get_service_ticket(SERVICE)
    cas.get_service_ticket(SERVICE)

    assert [call.count("/") for call in calls] == [3, 4, 4]  # one login, two tickets


def test_forgotten_granting_ticket_is_replaced(calls, monkeypatch):
    with time_machine.travel("2026-11-20T08:00:00Z", tick=False) as clock:
        cas.get_service_ticket(SERVICE)
        clock.shift(9 * 3600)  # CAS has forgotten it, our own clock of two hours stands still
        monkeypatch.setattr("ehoks.integrations.cache.time.monotonic", lambda: 0.0)
        ticket = cas.get_service_ticket(SERVICE)
        assert known(cas.validate_ticket(ticket, SERVICE)).username == "ehoks"


def test_wrong_password_of_our_own_is_unavailable_not_anybodys_fault(settings):
    settings.SERVICE_USERNAME = "nobody-here"

    with pytest.raises(CasUnavailable):
        cas.get_service_ticket(SERVICE)


def test_validation_is_never_tried_twice(opintopolku, calls):
    opintopolku.set_fault("cas", "500")

    with pytest.raises(CasUnavailable):
        cas.validate_ticket("ST-1", SERVICE)
    assert len(calls) == 1


def _says(opintopolku, monkeypatch, body):
    monkeypatch.setattr(opintopolku, "answer", lambda _request: Response(200, body.encode(), XML))


def _cas(inner):
    return f'<s:serviceResponse xmlns:s="http://www.yale.edu/tp/cas">{inner}</s:serviceResponse>'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "not xml",
        "<html></html>",
        _cas(""),
        _cas("<s:authenticationSuccess/>"),
        "<serviceResponse><authenticationSuccess><user>a</user></authenticationSuccess></serviceResponse>",
    ],
)
def test_answer_that_says_neither_is_unavailable(opintopolku, monkeypatch, body):
    _says(opintopolku, monkeypatch, body)

    with pytest.raises(CasUnavailable):
        cas.validate_ticket("ST-1", SERVICE)


def test_user_without_attributes_has_no_rights(opintopolku, monkeypatch):
    _says(
        opintopolku,
        monkeypatch,
        _cas("<s:authenticationSuccess><s:user> a </s:user></s:authenticationSuccess>"),
    )

    assert cas.validate_ticket("ST-1", SERVICE) == CasKayttaja("a", None, "", ())
