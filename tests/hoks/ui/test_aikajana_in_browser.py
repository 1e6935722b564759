"""The timeline in a real Chromium: year by year by keyboard, without scripts, on a phone, by axe's rules."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks
from hoks.presenters.aikajana.sanat import AIKAJANA
from hoks.presenters.sanat import SUUNNITELMA
from hoks.services import omat
from tests.conftest import Sis, payload
from tests.hoks.plans import LEMPI
from tests.pages.browser import SIGHTS, assert_accessible, assert_fits, visiting
from tests.staff import as_citizen, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
YEAR = {"fi": "Lukuvuosi", "sv": "Läsåret"}
WHOLE = {"fi": "Koko suunnitelma", "sv": "Hela planen"}


@pytest.fixture
def hoks(transactional_db):
    """Lempi's plan, the last demonstration of which is outside the study right."""
    found = Hoks.objects.get(pk=Sis("sampo").create(payload("maximal")))
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(
        arvioitu_paattymispaiva=dt.date(2026, 3, 31)
    )
    return found


@pytest.fixture
def enter(hoks, live_server):
    """A browser of staff or of the student, and the address of the timeline for each."""
    keys = {
        "vaino": log_in("vaino").cookies["ehoks_istunto"].value,
        "lempi": as_citizen(LEMPI.oppija).cookies["ehoks_istunto"].value,
    }
    addresses = {
        "vaino": f"/virkailija/hoks/{hoks.eid}/aikajana/",
        "lempi": f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/aikajana/",
    }

    def opened(who, **more):
        return visiting(live_server.url, keys, who, **more), addresses[who]

    return opened


def rows_of(page):
    return page.get_by_test_id("aikajana-taulukko").locator("tbody tr")


@pytest.mark.parametrize("who", ["vaino", "lempi"])
@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_year_by_year_by_keyboard_and_back(enter, who, lang, width):
    browser, address = enter(who, width=width, height=800)
    with browser as page:
        page.to(f"{address}?lang={lang}")
        assert page.locator("g.kuva-palkki").count() == rows_of(page).count() == 9
        page.get_by_role("link", name=f"{YEAR[lang]} 2025–2026").focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**alku=2025")
        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("g.kuva-palkki").count() == rows_of(page).count() == 6
        page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
        assert_accessible(page)
        page.get_by_role("link", name=f"{YEAR[lang]} 2024–2025").press("Enter")
        page.wait_for_url("**alku=2024")
        assert page.locator("g.kuva-palkki").count() == rows_of(page).count() == 3
        assert page.locator("rect.kuva-tauko").count() >= 1
        page.get_by_role("link", name=WHOLE[lang]).press("Enter")
        page.wait_for_url(lambda url: "alku" not in url)
        assert rows_of(page).count() == 9
        assert page.faults == []


@LANGUAGES
@pytest.mark.parametrize("who", ["vaino", "lempi"])
def test_without_scripts_on_a_phone(enter, who, lang):
    """Axe, which needs scripts, looks at the same pages above."""
    t = {name: text.say(lang) for name, text in AIKAJANA.items()}
    browser, address = enter(who, scripts=False, width=320, height=700)
    with browser as page:
        page.to(f"{address}?lang={lang}")
        page.get_by_role("link", name=f"{YEAR[lang]} 2025–2026").click()
        expect(rows_of(page)).to_have_count(6)
        assert rows_of(page).first.is_visible()  # open without a touch
        assert rows_of(page).first.get_by_text(f"{t['tila']}:").is_visible()
        assert t["ulkona_loppu"] in page.get_by_role("main").inner_text()
        assert t["warning_cure"] in page.locator("figcaption").inner_text()
        region = page.get_by_role(
            "region", name=re.compile(f"^{SUUNNITELMA['aikajana'].say(lang)}")
        )
        assert region.evaluate("one => one.scrollWidth > one.clientWidth && one.tabIndex === 0")
        assert_fits(page)
        rows_of(page).first.get_by_role("link").click()
        page.wait_for_url("**#osa-*")
        expect(page.locator(":target")).to_be_visible()
        assert page.faults == []


@LANGUAGES
@pytest.mark.parametrize("who", ["vaino", "lempi"])
def test_bars_lie_where_their_dates_say(enter, who, lang):
    browser, address = enter(who)
    with browser as page:
        page.to(f"{address}?nakyma=lukuvuosi&alku=2024&lang={lang}")
        assert page.locator("figure svg[role=img] > title").first.text_content().strip()
        page.locator("summary").first.click()
        boxes = page.locator("g.kuva-palkki > rect:first-of-type").evaluate_all(
            "all => all.map(one => [one.x.baseVal.value, one.width.baseVal.value])"
        )
        for (x, width), when in zip(
            boxes, page.locator(".aikajana-milloin").all_inner_texts(), strict=True
        ):
            first, last = (
                dt.date(*map(int, reversed(day.split(".")))) for day in when.split(" – ")
            )
            start = (first - dt.date(2024, 8, 1)).days
            assert x == pytest.approx(240 + 960 * start / 365, abs=0.01)
            assert width == pytest.approx(960 * ((last - first).days + 1) / 365, abs=0.01)
        assert_accessible(page)
        assert page.faults == []


@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_on_paper_every_part_has_its_small_picture(enter, lang, width):
    browser, address = enter("vaino", width=width, height=800)
    with browser as page:
        page.to(f"{address.replace('aikajana', 'tulosta')}?lang={lang}")
        assert page.locator("svg.aikajana-pieni[role=img]").count() == 3
        assert_accessible(page)
        page.emulate_media(media="print")
        assert_fits(page)
        assert rows_of(page).first.is_visible()
