"""The pages in a real Chromium: accessible by axe's rules, whole on a phone, usable by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import BASE, browsing

pytestmark = pytest.mark.browser

FRONT = f"{BASE}/"
HELP = f"{BASE}/ehoks-virkailija-backend/ohje/virheet"
WIDTHS = [1280, 320]  # the narrowest that WCAG asks for


@pytest.fixture(scope="module", params=WIDTHS)
def tab(request):
    with browsing(width=request.param, height=800) as opened:
        yield opened


@pytest.mark.parametrize(
    "address", [FRONT, f"{FRONT}?lang=sv", HELP, f"{HELP}?lang=en&kuka=wait#koski-unavailable"]
)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(tab, address):
    tab.goto(address)
    found = Axe().run(tab)
    assert found.violations_count == 0, found.generate_report()
    root = "document.documentElement"
    overhang = tab.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    assert overhang <= 0


def test_the_style_sheet_and_pictures_are_there(tab):
    tab.goto(FRONT)
    background = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(250, 248, 244)"
    assert tab.evaluate("[...document.images].every(image => image.naturalWidth > 0)")


def test_the_link_of_an_error_answer_leads_to_its_help(tab):
    tab.goto(f"{HELP}#hoks-exists")
    assert tab.locator("#hoks-exists").is_visible()
    box = tab.locator("#hoks-exists").bounding_box()
    assert 0 <= box["y"] < 800


def test_the_first_tab_skips_to_the_content(tab):
    tab.goto(FRONT)
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "sisalto"


def test_the_language_is_one_click_away(tab):
    tab.goto(HELP)
    tab.get_by_role("link", name="På svenska").click()
    assert tab.locator("html").get_attribute("lang") == "sv"
    tab.get_by_role("link", name="Den som fyllt i planen").click()
    assert tab.locator("html").get_attribute("lang") == "sv"
    assert tab.locator("#dates-reversed").count() == 1
    assert tab.locator("#unexpected-error").count() == 0
