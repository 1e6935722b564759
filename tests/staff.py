"""People at a browser: they log in through the CAS of the simulator as people do."""

from urllib.parse import urlsplit

import httpx2
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client, RequestFactory

from ehoks.integrations import http
from ehoks.ui import session
from ehoks.ui.session import Henkilo


def cas_ticket(username, service, cas_name="cas"):
    """The ticket with which CAS sends somebody back."""
    cas = httpx2.Client(
        transport=httpx2.WSGITransport(app=http.simulator()), base_url="http://opintopolku.test"
    )
    sent = cas.post(f"/{cas_name}/login", params={"service": service}, data={"username": username})
    assert sent.status_code == 302, sent.text
    return sent.headers["location"].partition("ticket=")[2]


def service(door="virkailija"):
    """The address that tickets of a door are for."""
    return f"{settings.BASE_URL}/cas/{door}/"


def browser(**more):
    """A browser with nobody logged in."""
    return Client(SERVER_NAME="127.0.0.1", headers={"accept-language": "fi"}, **more)


def log_in(username, wanted="/virkailija/", client=None):
    """A browser in which that user has logged in; it ended where it wanted to go."""
    client = client or browser()
    assert client.get("/kirjaudu/virkailija/", {"next": wanted}).status_code == 302
    ticket = cas_ticket(username, service())
    back = client.get("/cas/virkailija/", {"ticket": ticket})
    assert back.status_code == 302, back.content.decode()
    assert urlsplit(back.headers["Location"]).path == urlsplit(wanted).path
    client.ticket = ticket
    return client


def identify(username, wanted="/", client=None):
    """A browser in which that citizen has been identified; it ended where it wanted to go."""
    client = client or browser()
    assert client.get("/kirjaudu/oppija/", {"next": wanted}).status_code == 302
    client.ticket = cas_ticket(username, service("oppija"), "cas-oppija")
    back = client.get("/cas/oppija/", {"ticket": client.ticket})
    assert back.status_code == 302, back.content.decode()
    assert urlsplit(back.headers["Location"]).path == urlsplit(wanted).path
    return client


def as_citizen(oid, nimi="Lempi Leipuri"):
    """A browser of somebody who has been identified, any person of the facts: not by way of CAS."""
    request = RequestFactory().get("/")
    request.session = SessionStore()
    session.log_in(request, Henkilo(oid, nimi), f"ST-{oid}")
    client = browser()
    client.cookies[settings.SESSION_COOKIE_NAME] = request.session.session_key
    return client
