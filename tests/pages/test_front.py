"""The front page tells what this is, in the reader's language, and every link of it leads on."""

import re
from html import unescape

import pytest
from django.urls import Resolver404, resolve

from ehoks.page_texts import FRONT


def read(client, path="/", **headers):
    response = client.get(path, headers=headers)
    assert response.status_code == 200
    return unescape(response.content.decode())


def links(html):
    return re.findall(r'href="([^"]+)"', html)


@pytest.mark.parametrize(
    ("path", "accepted", "language"),
    [
        ("/", "", "fi"),
        ("/", "sv-FI,sv;q=0.9,en;q=0.5", "sv"),
        ("/", "de,en;q=0.8", "en"),
        ("/", "de", "fi"),
        ("/?lang=sv", "en", "sv"),
        ("/?lang=xx", "en", "en"),
    ],
)
def test_it_speaks_the_language_asked_for_or_preferred(client, path, accepted, language):
    html = read(client, path, accept_language=accepted)
    assert f'<html lang="{language}">' in html
    assert getattr(FRONT["heading"], language) in html


def test_a_cache_between_knows_that_the_language_was_negotiated(client):
    assert "Accept-Language" in client.get("/").headers["Vary"]


def test_every_link_to_ourselves_exists(client):
    own = {link.partition("?")[0] for link in links(read(client)) if link.startswith("/")}
    assert len(own) >= 5
    for link in own - {"/simulator/cas/login"}:
        if not link.startswith("/static/"):
            try:
                resolve(link)
            except Resolver404:
                pytest.fail(f"the front page links to {link}, which is not there")


def test_the_language_chosen_stays_when_one_goes_on(client):
    html = read(client, "/?lang=sv")
    assert "/ehoks-virkailija-backend/ohje/virheet?lang=sv" in links(html)


def test_in_a_demonstration_its_users_are_told(client):
    html = read(client)
    assert "/simulator/cas/login?lang=fi" in links(html)
    assert {"vaino", "sampo", "aino"} <= set(re.findall(r"<code>([\w-]+)</code>", html))


@pytest.mark.parametrize("demo", [True, False])
def test_where_plans_are_real_no_demo_user_is_named(client, settings, demo):
    settings.OPINTOPOLKU_URL = "https://opintopolku.invalid"
    settings.DEMO = demo
    html = read(client)
    assert "vaino" not in html
    assert "/simulator" not in html


def test_support_is_named_when_there_is_one(client, settings):
    assert "mailto:" not in read(client)
    settings.SUPPORT_EMAIL = "tuki@example.fi"
    assert "mailto:tuki@example.fi" in links(read(client))


def test_nothing_runs_and_nothing_comes_from_elsewhere(client):
    response = client.get("/")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    html = response.content.decode()
    assert "<script" not in html
    assert not re.search(r'(src|href)="(https?:)?//', html)


def test_only_reading_is_offered(client):
    assert client.post("/").status_code == 405
    assert client.head("/").status_code == 200
