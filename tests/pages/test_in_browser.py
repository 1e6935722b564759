"""The pages in a real Chromium: accessible by axe's rules, whole on a phone, usable by keyboard."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import BASE, browsing

pytestmark = pytest.mark.browser

FRONT = f"{BASE}/"
HELP = f"{BASE}/ehoks-virkailija-backend/ohje/virheet"
WIDTHS = [1280, 390, 320]


@pytest.fixture(scope="module", params=WIDTHS)
def page(request):
    with browsing(width=request.param, height=800) as page:
        yield page


@pytest.mark.parametrize(
    "address", [FRONT, f"{FRONT}?lang=sv", HELP, f"{HELP}?lang=en&kuka=wait#koski-unavailable"]
)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(page, address):
    page.goto(address)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    root = "document.documentElement"
    overhang = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    assert overhang <= 0


def test_the_style_sheet_and_pictures_are_there(page):
    page.goto(FRONT)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(250, 248, 244)"
    assert page.evaluate("[...document.images].every(image => image.naturalWidth > 0)")


def test_the_link_of_an_error_answer_leads_to_its_help(page):
    page.goto(f"{HELP}#hoks-exists")
    assert page.locator("#hoks-exists").is_visible()
    box = page.locator("#hoks-exists").bounding_box()
    assert 0 <= box["y"] < 800


def test_the_first_tab_skips_to_the_content(page):
    page.goto(FRONT)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "sisalto"


def test_the_language_is_one_click_away(page):
    page.goto(HELP)
    page.get_by_role("link", name="På svenska").click()
    assert page.locator("html").get_attribute("lang") == "sv"
    page.get_by_role("link", name="Den som fyllt i planen").click()
    assert page.locator("html").get_attribute("lang") == "sv"
    assert page.locator("#dates-reversed").count() == 1
    assert page.locator("#unexpected-error").count() == 0
