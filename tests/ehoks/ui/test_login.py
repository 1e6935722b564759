"""Logging in and out: the way to CAS and back, who is let in, for how long."""

import datetime as dt
from urllib.parse import parse_qsl, urlsplit

import pytest
import time_machine
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import RequestFactory

from ehoks.audit.models import AuditTapahtuma
from ehoks.ui import session
from ehoks.ui.models import Kirjautuminen
from tests.staff import browser, cas_ticket, identify, log_in, service

pytestmark = pytest.mark.django_db
HOME = "/virkailija/"


def is_in(client):
    return "/cas/login" not in client.get(HOME).headers.get("Location", "")


def test_a_page_sends_a_stranger_to_cas_and_back_to_itself():
    client, wanted = browser(), "/virkailija/hoks/x/?lang=sv"
    sent = client.get(wanted)
    assert sent.status_code == 302
    assert sent.headers["Location"].startswith(f"{settings.BASE_URL}/simulator/cas/login?service=")
    ticket = cas_ticket("vaino", service())
    back = client.get("/cas/virkailija/", {"ticket": ticket})
    assert (back.status_code, back.headers["Location"]) == (302, wanted)
    assert is_in(client)


def test_a_login_is_in_the_audit_log():
    log_in("vaino")
    found = AuditTapahtuma.objects.get(operaatio="login")
    assert (found.kayttaja, found.kanava, found.tulos) == ("vaino", "virkailija", "succeeded")
    assert found.kayttaja_oid


@pytest.mark.parametrize(
    "wanted",
    ["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:alert(1)", ""],
)
def test_the_way_back_is_ours(wanted):
    client = browser()
    client.get("/kirjaudu/virkailija/", {"next": wanted})
    back = client.get("/cas/virkailija/", {"ticket": cas_ticket("vaino", service())})
    assert back.headers["Location"] == HOME


def test_a_ticket_that_nobody_asked_for_here_opens_nothing():
    client = browser()
    sent = client.get("/cas/virkailija/", {"ticket": cas_ticket("vaino", service())})
    assert "/cas/login" in sent.headers["Location"]
    assert not is_in(client)


def test_a_way_back_that_was_tampered_with_counts_for_nothing():
    client = browser()
    client.get("/kirjaudu/virkailija/")
    client.cookies["ehoks_paluu"] = "https://evil.example:forged"
    sent = client.get("/cas/virkailija/", {"ticket": cas_ticket("vaino", service())})
    assert "/cas/login" in sent.headers["Location"]


@pytest.mark.parametrize("ticket", ["", "ST-nonsense"])
def test_a_ticket_that_cas_does_not_know(ticket):
    client = browser()
    client.get("/kirjaudu/virkailija/")
    assert client.get("/cas/virkailija/", {"ticket": ticket}).status_code == 401
    assert not is_in(client)


def test_a_ticket_is_good_once():
    client = log_in("vaino")
    other = browser()
    other.get("/kirjaudu/virkailija/")
    assert other.get("/cas/virkailija/", {"ticket": client.ticket}).status_code == 401


@pytest.mark.parametrize(
    ("username", "code"), [("rooliton", "no-ehoks-role"), ("sampo", "not-for-service-users")]
)
def test_who_may_not_come_in_gets_a_clear_page(username, code):
    client = browser()
    client.get("/kirjaudu/virkailija/")
    answer = client.get("/cas/virkailija/", {"ticket": cas_ticket(username, service())})
    assert answer.status_code == 403
    assert code in answer.content.decode()
    assert not is_in(client)
    assert not Session.objects.exists()


def test_cas_that_is_silent_is_told(simulator):
    client = browser()
    client.get("/kirjaudu/virkailija/")
    simulator.set_fault("cas", "500")
    answer = client.get("/cas/virkailija/", {"ticket": "ST-1"})
    assert answer.status_code == 503
    assert answer.headers["Retry-After"]
    assert "cas-unavailable" in answer.content.decode()


def test_a_login_changes_the_key_of_the_session():
    client = log_in("vaino")
    first = client.cookies["ehoks_istunto"].value
    log_in("vaino", client=client)
    assert client.cookies["ehoks_istunto"].value != first
    assert not Session.objects.filter(pk=first).exists()


def test_the_cookie_is_for_the_browser_alone():
    cookie = log_in("vaino").cookies["ehoks_istunto"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


@pytest.mark.parametrize(
    ("step", "times", "still"),
    [
        (session.IDLE - dt.timedelta(minutes=1), 1, True),
        (session.IDLE + dt.timedelta(minutes=1), 1, False),
        (dt.timedelta(minutes=25), 8, True),
        (dt.timedelta(minutes=25), 10, False),  # more than four hours, never idle
    ],
)
def test_a_session_ends_by_itself(step, times, still):
    with time_machine.travel(dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC), tick=False) as clock:
        client = log_in("vaino")
        for _ in range(times):
            clock.shift(step)
            found = is_in(client)
        assert found is still


def test_logging_out_ends_it_here_and_at_cas():
    client = log_in("vaino")
    key = client.cookies["ehoks_istunto"].value
    sent = client.post("/kirjaudu-ulos/")
    assert sent.headers["Location"].startswith(f"{settings.BASE_URL}/simulator/cas/logout?service=")
    assert not Session.objects.filter(pk=key).exists()
    assert not Kirjautuminen.objects.exists()
    assert AuditTapahtuma.objects.filter(operaatio="logout", kayttaja="vaino").exists()
    assert not is_in(client)


def test_logging_out_takes_a_post_of_our_own():
    client = log_in("vaino", client=browser(enforce_csrf_checks=True))
    assert client.get("/kirjaudu-ulos/").status_code == 405
    assert client.post("/kirjaudu-ulos/").status_code == 403
    assert is_in(client)


LOGOUT = """<samlp:LogoutRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol">
<samlp:SessionIndex> {ticket} </samlp:SessionIndex></samlp:LogoutRequest>"""


def test_cas_ends_the_session_that_its_ticket_opened():
    client, other = log_in("vaino"), log_in("lukija")
    said = browser().post(
        "/cas/virkailija/", {"logoutRequest": LOGOUT.format(ticket=client.ticket)}
    )
    assert said.status_code == 200
    assert not is_in(client)
    assert is_in(other)


@pytest.mark.parametrize(
    "text",
    ["", "<", LOGOUT.format(ticket="ST-other"), "x" * 100_000,
     '<!DOCTYPE a [<!ENTITY e "ST">]><SessionIndex>&e;</SessionIndex>'],
)  # fmt: skip
def test_other_words_of_cas_end_nothing(text):
    client = log_in("vaino")
    assert browser().post("/cas/virkailija/", {"logoutRequest": text}).status_code == 200
    assert is_in(client)


def test_a_piece_of_a_page_without_a_session_sends_the_whole_page_away():
    answer = browser().get(HOME, headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/kirjaudu/virkailija/"


def test_pages_are_not_kept_and_load_nothing_from_elsewhere():
    answer = log_in("vaino").get(HOME, follow=True)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_a_language_that_was_chosen_is_remembered():
    client = log_in("vaino")
    page = client.get(HOME, {"lang": "sv"})
    assert '<html lang="sv">' in page.content.decode()
    again = client.get(HOME)
    assert '<html lang="sv">' in again.content.decode()
    assert client.cookies["ehoks_kieli"].value == "sv"


@pytest.mark.parametrize("lang", ["xx", "", "sv%00"])
def test_a_language_that_is_none_is_passed_over(lang):
    client = log_in("vaino")
    page = client.get(f"{HOME}?lang={lang}")
    assert '<html lang="fi">' in page.content.decode()


# --- The door of students and workplaces -----------------------------------------------------------


def who_is_in(client):
    request = RequestFactory().get("/")
    request.session = client.session
    return session.find_henkilo(request.session), session.find_kayttaja(request.session)


def test_a_citizen_is_asked_for_without_mandates_and_in_the_pages_language():
    sent = browser().get("/kirjaudu/oppija/", {"next": "/x/", "lang": "sv"}).headers["Location"]
    query = dict(parse_qsl(urlsplit(sent).query))
    assert urlsplit(sent).path == "/simulator/cas-oppija/login"
    assert query == {"locale": "sv", "valtuudet": "false", "service": service("oppija")}


def test_a_citizen_logs_in_with_a_name_and_a_number_and_nothing_else():
    client = identify("aino", "/")
    henkilo, kayttaja = who_is_in(client)
    assert henkilo.oid.startswith("1.2.246.562.24.")
    assert henkilo.nimi
    assert kayttaja is None
    found = AuditTapahtuma.objects.get(operaatio="login")
    assert (found.kanava, found.kayttaja_oid, found.kayttaja) == ("oppija", henkilo.oid, None)


def test_a_citizen_is_no_staff_and_staff_no_citizen():
    client = identify("aino")
    assert not is_in(client)
    assert who_is_in(client)[0]
    client = log_in("vaino", client=client)
    assert who_is_in(client)[0] is None


def test_whoever_acts_for_another_is_refused():
    client = browser()
    client.get("/kirjaudu/oppija/")
    ticket = cas_ticket("huoltaja", service("oppija"), "cas-oppija")
    answer = client.get("/cas/oppija/", {"ticket": ticket})
    assert answer.status_code == 403
    assert "ilman valtuuksia" in answer.content.decode()
    assert who_is_in(client) == (None, None)


def test_a_ticket_of_one_door_does_not_open_the_other():
    for door, cas_name, user in (("virkailija", "cas-oppija", "aino"), ("oppija", "cas", "vaino")):
        client = browser()
        client.get(f"/kirjaudu/{door}/")
        ticket = cas_ticket(user, service(door), cas_name)
        assert client.get(f"/cas/{door}/", {"ticket": ticket}).status_code == 401
        assert who_is_in(client) == (None, None)


def test_the_way_back_of_one_door_is_no_way_through_the_other():
    client = browser()
    client.get("/kirjaudu/virkailija/")
    ticket = cas_ticket("aino", service("oppija"), "cas-oppija")
    sent = client.get("/cas/oppija/", {"ticket": ticket})
    assert "/cas-oppija/login" in sent.headers["Location"]
    assert who_is_in(client) == (None, None)


def test_a_citizen_logs_out_at_the_cas_of_citizens_and_cas_may_end_the_session():
    client = identify("aino")
    out = client.post("/kirjaudu-ulos/")
    assert urlsplit(out.headers["Location"]).path == "/simulator/cas-oppija/logout"
    assert who_is_in(client) == (None, None)
    client = identify("aino")
    body = f"<LogoutRequest><SessionIndex>{client.ticket}</SessionIndex></LogoutRequest>"
    assert browser().post("/cas/oppija/", {"logoutRequest": body}).status_code == 200
    assert who_is_in(client) == (None, None)
