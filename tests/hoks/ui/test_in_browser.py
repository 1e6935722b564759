"""The pages of staff in a real Chromium: by axe's rules, on a phone, by keyboard, without scripts."""

import re
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from hoks.models import Hoks
from hoks.ui.texts import HOKS, LISTA
from koodisto import lookup
from koodisto.services import sync_koodistot
from tests.conftest import Sis, payload
from tests.pages.browser import SIGHTS, assert_accessible, assert_fits, browsing, skip_to_content
from tests.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
PLAN_PAGES = [
    *("", "osaaminen/", "opiskelusuunnitelma/", "aikajana/", "tapahtumat/", "tulosta/"),
    "passivoi/",
]


@pytest.fixture
def plans(transactional_db):
    """Plans of three students, with names, extents and requirements; their names in addresses."""
    sync_koodistot()
    lookup.forget()
    sis = Sis("sampo")
    ids = [sis.create(payload(name)) for name in ("maximal", "typical", "tuva")]
    return [Hoks.objects.get(pk=own_id).eid for own_id in ids]


@pytest.fixture
def enter(plans, live_server):
    """Open the browser of somebody who has logged in; the faults of its pages are gathered.

    The database is asked before that: beside a browser there is an event loop in this thread.
    """
    key = log_in("vaino").cookies["ehoks_istunto"].value

    @contextmanager
    def opened(**more):
        with browsing(served=True, **more) as page:
            cookie = {"name": "ehoks_istunto", "value": key, "url": live_server.url}
            page.context.add_cookies([cookie])
            page.faults = []
            page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: page.faults.append(str(error)))
            page.to = lambda address: page.goto(live_server.url + address)
            yield page

    return opened


def addresses(plans):
    yield "/virkailija/"
    yield "/virkailija/tiedonsiirrot/?tila=kaikki"
    yield f"/virkailija/oppija/{payload('maximal')['oppija-oid']}/"
    yield "/vaatimukset/tutkinnonosat_106901/"
    for eid in plans:
        yield from (f"/virkailija/hoks/{eid}/{tab}" for tab in PLAN_PAGES)


@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(enter, plans, width, lang):
    with enter(width=width, height=800) as page:
        for address in addresses(plans):
            page.to(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
            assert_accessible(page)
        assert page.faults == []


@pytest.mark.parametrize(("lang", "title"), [("fi", "Virhe"), ("sv", "Fel")])
def test_an_error_page_is_a_page_too(enter, plans, lang, title):
    with enter() as page:
        page.to(f"/virkailija/hoks/none/?lang={lang}")
        assert_accessible(page)
        assert page.title().startswith(title)


def test_typing_finds_and_the_address_remembers(enter, plans):
    with enter() as page:
        page.to("/virkailija/")
        assert page.get_by_test_id("lista-rivi").count() == 3
        page.get_by_label("Hae opiskelijaa").press_sequentially("lempi leip", delay=20)
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)
        page.wait_for_url("**haku=lempi**")
        expect(page.get_by_role("status").first).to_contain_text(re.compile(r"^\s*1 hakutulos"))
        page.get_by_role("link", name=re.compile("Leipuri")).click()
        page.wait_for_url("**/hoks/**")
        page.go_back()
        expect(page.get_by_label("Hae opiskelijaa")).to_have_value("lempi leip")
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)


@LANGUAGES
def test_without_scripts_everything_is_there(enter, plans, lang):
    """Axe, which needs scripts, looks at the same pages above."""
    with enter(scripts=False) as page:
        page.to(f"/virkailija/?lang={lang}")
        page.get_by_label(LISTA["search"].say(lang)).fill("pullanen")
        page.get_by_role("button", name=LISTA["submit"].say(lang)).click()
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)
        page.get_by_role("link", name=re.compile("Pullanen")).click()
        page.get_by_role("link", name=HOKS["aikajana"].say(lang)).click()
        expect(page.locator("svg[role=img]")).to_have_count(1)
        page.locator("summary").first.click()
        expect(page.get_by_test_id("aikajana-taulukko")).to_be_visible()
        assert_fits(page)
        assert page.faults == []


@LANGUAGES
def test_by_keyboard_alone(enter, plans, lang):
    with enter() as page:
        page.to(f"/virkailija/?lang={lang}")
        skip_to_content(page)
        for _ in range(4):  # past what begins a new plan
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id") == "haku":
                break
        assert page.evaluate("document.activeElement.id") == "haku"
        page.keyboard.type("tuvanen")
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)
        with page.expect_response("**haku=tuvanen**") as answer:
            page.keyboard.press("Enter")
        answer.value.finished()  # who leaves before is told of by the browser
        page.get_by_role("link", name=re.compile("Tuvanen")).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/hoks/**")
        skip_to_content(page)
        assert_accessible(page)
        for address in (f"/virkailija/hoks/{plans[0]}/aikajana/", "/virkailija/raportit/"):
            page.to(address)
            skip_to_content(page)
        assert page.faults == []


def test_the_picture_and_its_table_tell_the_same(enter, plans):
    with enter() as page:
        page.to(f"/virkailija/hoks/{plans[0]}/aikajana/")
        bars = page.locator("figure g.kuva-palkki").count()
        page.locator("summary").first.click()
        assert page.get_by_test_id("aikajana-taulukko").locator("tbody tr").count() == bars > 3
        assert page.locator("rect.kuva-tauko").count() >= 1


def test_archiving_by_hand_and_bringing_back(enter, plans):
    with enter() as page:
        page.to(f"/virkailija/hoks/{plans[1]}/")
        page.get_by_role("link", name="Passivoi HOKS").click()
        page.get_by_role("link", name="Peruuta").click()
        page.get_by_role("link", name="Passivoi HOKS").click()
        page.get_by_role("button", name="Passivoi HOKS").click()
        expect(page.get_by_role("alert")).to_contain_text("Valitse, miksi")
        assert_accessible(page)
        page.get_by_label("HOKS on tallennettu aiheettomasti").check()
        page.get_by_role("button", name="Passivoi HOKS").click()
        expect(page.get_by_role("status").first).to_have_text("HOKS passivoitiin.")
        page.to(f"/virkailija/hoks/{plans[1]}/")
        page.get_by_role("button", name="Palauta HOKS").click()
        expect(page.get_by_role("status").first).to_have_text("HOKS palautettiin.")
        # a form without what it asks for is refused, which the browser tells as well
        assert [fault for fault in page.faults if "status of 400" not in fault] == []
