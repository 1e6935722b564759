"""Whoever is lost is told so: a person by a page, a program in the model of errors."""

import pytest

from tests.hoks.plans import refused
from tests.staff import browser, log_in

pytestmark = pytest.mark.django_db
PERSON = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.mark.parametrize("path", ["/nowhere", "/virkailija/nowhere/", "/oppija/x/y"])
def test_a_person_gets_a_page_in_words(path):
    answer = browser().get(path, headers=PERSON)
    html = answer.content.decode()
    assert answer.status_code == 404
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "page-not-found" in html
    assert '<html lang="fi"' in html
    assert "Sivua ei löytynyt" in html


def test_the_page_stands_in_the_frame_of_who_is_logged_in():
    html = log_in("vaino").get("/virkailija/nowhere/", headers=PERSON).content.decode()
    assert "kirjaudu-ulos" in html
    assert 'class="ds-link" href="/virkailija/"' in html


@pytest.mark.parametrize("accept", [None, "*/*", "application/json", ""])
def test_a_program_gets_the_model_of_errors(accept):
    headers = {} if accept is None else {"accept": accept}
    answer = browser().get("/nowhere", headers=headers)
    assert refused(answer, 404, "route-not-found")["reason"] == "Route not found"


@pytest.mark.parametrize("prefix", ["ehoks-virkailija-backend", "ehoks-backend", "ehoks-muu"])
def test_below_the_prefixes_of_programs_nobody_gets_a_page(prefix):
    answer = browser().get(f"/{prefix}/api/v1/nowhere", headers=PERSON)
    assert refused(answer, 404, "route-not-found")["reason"] == "Route not found"


def test_a_slash_left_out_is_put_in():
    answer = browser().get("/virkailija?lang=sv", headers=PERSON)
    assert (answer.status_code, answer.headers["Location"]) == (302, "/virkailija/?lang=sv")
    refused(browser().get("/virkailija"), 404, "route-not-found")
    assert browser().post("/virkailija", headers=PERSON).status_code == 404
