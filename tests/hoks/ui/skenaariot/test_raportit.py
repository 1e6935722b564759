"""Reports, a session that ends and the largest letters: in a real Chromium, in both languages."""

import csv
import io

import pytest
from playwright.sync_api import expect

from tests.hoks.ui.skenaariot.conftest import LANGUAGES, WORDS
from tests.hoks.ui.test_lista import SCHOOL
from tests.pages.browser import assert_accessible, assert_fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DISPLAY = "all => all.map(one => getComputedStyle(one).display)"


@LANGUAGES
def test_reports_on_the_page_and_as_a_table(day, world, lang):
    t = WORDS[lang]
    reports = f"/virkailija/{SCHOOL}/raportit"
    with day("lukija", lang) as page:
        # Only those periods in which something is missing; one of them says how much is worked.
        page.to(f"{reports}/tyopaikkajaksot/")
        every = page.get_by_test_id("raportti-rivi").count()
        page.to(f"{reports}/tyopaikkajaksot/?vain=1")
        rows = page.get_by_test_id("raportti-rivi")
        assert 1 <= rows.count() == every - 1
        shown = [row.inner_text() for row in rows.all()]
        assert_accessible(page)
        with page.expect_download() as download:
            page.get_by_role("link", name=t["csv"]).click()
        text = download.value.path().read_text("utf-8-sig")
        _, *lines = csv.reader(io.StringIO(text), delimiter=";")
        for line, row in zip(lines, shown, strict=True):
            assert line[0] in row
        page.get_by_label(t["until"]).fill("1.1.2000")
        page.get_by_role("button", name=t["show"], exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text(t["reversed"])
        assert_accessible(page)
        # From the report of voided rights a plan opens without the list's neighbours.
        page.to(f"{reports}/mitatoidyt/")
        page.get_by_test_id("raportti-rivi").get_by_role("link").first.click()
        page.wait_for_url("**/hoks/**")
        assert page.get_by_role("link", name=t["next"]).count() == 0
        assert_accessible(page)


@LANGUAGES
def test_a_session_warns_goes_on_and_ends(day, world, lang):
    t = WORDS[lang]
    with day("lukija", lang) as page:
        page.clock.install()
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?koko=2")
        dialog = page.get_by_role("dialog")
        page.clock.run_for(20 * 60 * 1000)
        assert dialog.count() == 0
        page.route("**/istunto/", lambda route: _answer_seconds(route, 240))
        page.clock.run_for(6 * 60 * 1000)
        expect(dialog).to_contain_text(t["soon"])
        assert_accessible(page)
        page.unroute("**/istunto/")
        page.get_by_role("button", name=t["go_on"]).click()
        expect(dialog).to_have_count(0)
        page.route("**/istunto/", lambda route: _answer_seconds(route, 0))
        page.clock.run_for(60 * 60 * 1000)
        expect(dialog).to_contain_text(t["over"])
        expect(page.get_by_role("link", name=t["again"])).to_be_visible()
        assert_accessible(page)


def _answer_seconds(route, seconds):
    route.fulfill(json={"sekunteja": seconds})


@LANGUAGES
def test_in_letters_twice_as_large_on_the_narrowest_screen(day, world, lang):
    """More than WCAG asks for: it asks for either, but people do both."""
    plan = f"/virkailija/hoks/{world['eids'][0]}/"
    with day("lukija", lang) as page:
        page.set_viewport_size({"width": 320, "height": 900})
        for address in (
            *(f"/virkailija/{SCHOOL}/{part}" for part in ("opiskelijat/", "raportit/")),
            *(f"{plan}{tab}" for tab in ("", "osaaminen/", "opiskelusuunnitelma/", "aikajana/")),
            *(f"{plan}{tab}" for tab in ("tapahtumat/", "tulosta/", "jaot/")),
            f"/virkailija/{SCHOOL}/raportit/tyopaikkajaksot/?alku=1.1.2024&loppu=31.12.2026",
            f"/virkailija/{SCHOOL}/raportit/ajantasaisuus/",
            "/virkailija/tiedonsiirrot/?tila=kaikki",
            "/",
        ):
            page.to(address)
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            if page.locator("table.lista-taulu").count():  # a list of rows, no table
                cells = page.locator("table.lista-taulu :is(tr, td)")
                assert set(cells.evaluate_all(DISPLAY)) == {"block"}, address
            assert_fits(page)
        assert_accessible(page)
