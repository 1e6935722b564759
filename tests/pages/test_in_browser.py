"""The pages in a real Chromium: accessible by axe's rules, whole on a phone, usable by keyboard."""

import pytest
from playwright.sync_api import expect

from ehoks.ui.tiedot import SIVUT
from koodisto import lookup
from tests.pages.browser import BASE, assert_accessible, assert_fits, browsing, skip_to_content
from tests.pages.fields import FIELDS, codes

pytestmark = pytest.mark.browser

FRONT = f"{BASE}/"
HELP = f"{BASE}/ehoks-virkailija-backend/ohje/virheet"
TREE = f"{BASE}{FIELDS}"
LOPPU = "hankittavat-ammat-tutkinnon-osat.osaamisen-hankkimistavat.loppu"
WIDTHS = [1280, 320]  # the narrowest that WCAG asks for


@pytest.fixture(autouse=True)
def known_codes(monkeypatch):
    """The browser's requests come from its own loop, where no database may be asked."""
    monkeypatch.setattr(lookup, "luettelot", codes)


@pytest.fixture(scope="module", params=WIDTHS)
def tab(request):
    with browsing(width=request.param, height=800) as opened:
        yield opened


@pytest.mark.parametrize(
    "address",
    [
        FRONT,
        f"{FRONT}?lang=sv",
        *(f"{BASE}/{nimi}/?lang={lang}" for nimi in SIVUT for lang in ("fi", "sv")),
        HELP,
        f"{HELP}?lang=en&kuka=wait#koski-unavailable",
        TREE,
        f"{TREE}?lang=en&haku=y-tunnus",
        f"{TREE}?metodi=POST#{LOPPU}",
    ],
)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(tab, address):
    tab.goto(address)
    assert_accessible(tab)


def test_the_whole_tree_open_at_once(tab):
    """By axe's rules in one width only: it has thousands of elements, the same in both."""
    tab.goto(f"{TREE}?lang=sv&metodi=PATCH&auki=1")
    if tab.viewport_size["width"] == max(WIDTHS):
        assert_accessible(tab)
    assert_fits(tab)


def test_style_sheets_letters_and_pictures_are_there(tab):
    tab.goto(FRONT)
    background = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(247, 247, 248)"
    assert tab.evaluate(
        "document.fonts.ready.then(() => document.fonts.check('1em \\'Source Sans 3\\''))"
    )
    assert tab.evaluate("[...document.fonts].every(font => font.status == 'loaded')")
    assert tab.evaluate("[...document.images].every(image => image.naturalWidth > 0)")


def test_the_link_of_an_error_answer_leads_to_its_help(tab):
    tab.goto(f"{HELP}#hoks-exists")
    assert tab.locator("#hoks-exists").is_visible()
    box = tab.locator("#hoks-exists").bounding_box()
    assert 0 <= box["y"] < 800


@pytest.mark.parametrize("lang", ["fi", "sv"])
def test_the_first_tab_skips_to_the_content(tab, lang):
    for address in (FRONT, HELP, TREE):
        tab.goto(f"{address}?lang={lang}")
        skip_to_content(tab)


def test_the_language_is_one_click_away(tab):
    tab.goto(HELP)
    tab.get_by_role("link", name="På svenska").click()
    expect(tab.locator("html")).to_have_attribute("lang", "sv")
    with tab.expect_navigation():
        tab.get_by_role("link", name="Den som fyllt i planen").click()
    assert tab.locator("html").get_attribute("lang") == "sv"
    assert tab.locator("#dates-reversed").count() == 1
    assert tab.locator("#unexpected-error").count() == 0


def test_a_link_to_a_field_opens_the_way_to_it(tab):
    tab.goto(TREE)
    assert not tab.locator(f"[id='{LOPPU}']").is_visible()
    tab.goto("about:blank")
    tab.goto(f"{TREE}#{LOPPU}")
    box = tab.locator(f"[id='{LOPPU}']").bounding_box()
    assert box
    assert 0 <= box["y"] < 800


def test_the_tree_opens_by_keyboard_and_a_part_by_its_link(tab):
    tab.goto(TREE)
    field = tab.locator("[id='oppimisen-tuki.alku']")
    tab.locator("summary", has=tab.get_by_text("oppimisen-tuki", exact=True)).focus()
    tab.keyboard.press("Enter")
    assert field.is_visible()
    part = tab.locator("[id='hankittavat-koulutuksen-osat.alku']")
    assert not part.is_visible()
    tab.locator(".contents a[href='#hankittavat-koulutuksen-osat']").click()
    assert part.is_visible()


def test_a_search_is_typed_and_narrowed_to_a_method(tab):
    tab.goto(f"{TREE}?lang=sv")
    tab.get_by_label("Sök fält").fill("keskeytymisajanjaksot")
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.locator("li.osuma").first.is_visible()
    assert tab.locator("html").get_attribute("lang") == "sv"
    found = tab.locator("li.osuma").count()
    with tab.expect_navigation():
        tab.get_by_role("link", name="PUT", exact=True).click()
    assert tab.locator("li.osuma").count() == found
    assert tab.locator("li.osuma > details > summary .vapaaehtoinen").first.is_visible()
    with tab.expect_navigation():
        tab.get_by_role("link", name="Rensa sökningen").click()
    assert tab.locator("li.osuma").count() == 0


def test_what_is_folded_is_printed(tab):
    tab.goto(TREE)
    field = tab.locator(f"[id='{LOPPU}'] .muoto")
    assert not field.is_visible()
    tab.emulate_media(media="print")
    assert field.is_visible()
    assert not tab.locator(".suodatin").is_visible()
    tab.emulate_media(media="screen")
