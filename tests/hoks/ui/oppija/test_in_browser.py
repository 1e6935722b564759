"""The students' pages in a real Chromium: by axe's rules, on a phone, by keyboard, without scripts."""

import pytest

from hoks.models import Hoks
from hoks.services import omat
from tests.conftest import Sis, payload
from tests.hoks.plans import LEMPI
from tests.pages.browser import SIGHTS, assert_accessible, visiting
from tests.staff import as_citizen, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
TABS = ["", "tavoitteeni/", "osaamiseni/", "aikajana/", "tulosta/"]


@pytest.fixture
def tunnus(transactional_db):
    """Lempi's plan with everything in it, which Väinö has looked at; its handle."""
    hoks = Hoks.objects.get(pk=Sis("sampo").create(payload("maximal")))
    log_in("vaino").get(f"/virkailija/hoks/{hoks.eid}/aikajana/")
    return omat.tunnus_of(hoks.eid)


@pytest.fixture
def enter(tunnus, live_server):
    """Open the browser of somebody who has logged in; the faults of its pages are gathered."""
    keys = {
        "lempi": as_citizen(LEMPI.oppija).cookies["ehoks_istunto"].value,
        "onni": as_citizen("1.2.246.562.24.10000000304", "Onni Ohjaaja")
        .cookies["ehoks_istunto"]
        .value,
        "lukija": log_in("lukija").cookies["ehoks_istunto"].value,
    }

    return lambda **more: visiting(live_server.url, keys, "lempi", **more)


@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(enter, tunnus, lang, width):
    with enter(width=width, height=800) as page:
        plan = [f"/oppija/hoks/{tunnus}/{tab}" for tab in TABS]
        for address in ["/oppija/", *plan, "/oppija/katselut/", "/oppija/asetukset/"]:
            page.to(f"{address}?lang={lang}")
            page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
            assert_accessible(page)
        page.to(f"/oppija/katselut/?lang={lang}")
        page.locator("a[href$='en-tunnista/']").first.click()
        assert_accessible(page)
        page.become("onni")
        page.to(f"/oppija/?lang={lang}")
        assert page.get_by_test_id("tyhja").is_visible()
        assert_accessible(page)
        assert page.faults == []


def test_without_scripts_from_the_first_page_to_an_answer(enter, tunnus):
    with enter(scripts=False, width=320, height=700) as page:
        page.to("/oppija/")
        page.get_by_role("link", name="Avaa suunnitelma").click()
        assert page.url.endswith(f"/oppija/hoks/{tunnus}/")
        page.get_by_role("link", name="Tavoitteeni").click()
        assert "Ei vielä" in page.get_by_role("main").inner_text() or page.locator("dl").count()
        page.get_by_role("link", name="Aikajana").click()
        assert page.locator("svg[role=img]").count() == 1
        page.get_by_role("link", name="Kuka on katsonut").click()
        page.get_by_role("link", name="En tunnista tätä").first.click()
        page.get_by_label("Mitä haluat tietää?").fill("Miksi?")
        page.get_by_role("button", name="Pyydä selvitystä").click()
        assert "lähetettiin" in page.get_by_role("status").first.inner_text()

        page.become("lukija")
        page.to("/virkailija/")
        page.get_by_role("link", name="Selvityspyynnöt").click()
        page.get_by_test_id("selvitys").get_by_role("link").click()
        page.get_by_label("Vastaus opiskelijalle").fill("Kuului opinto-ohjaukseen.")
        page.get_by_role("button", name="Vastaa ja sulje").click()
        assert "suljettiin" in page.get_by_role("status").first.inner_text()

        page.become("lempi")
        page.to("/oppija/katselut/")
        assert "Kuului opinto-ohjaukseen." in page.get_by_test_id("selvitys").inner_text()


def test_staff_read_and_answer_accessibly(enter, tunnus):
    with enter(width=320, height=700) as page:
        page.to("/oppija/katselut/")
        page.get_by_role("link", name="En tunnista tätä").first.click()
        page.get_by_role("button", name="Pyydä selvitystä").click()
        page.become("lukija")
        for lang in ("fi", "sv"):
            page.to(f"/virkailija/selvityspyynnot/?lang={lang}")
            assert_accessible(page)
            page.get_by_test_id("selvitys").get_by_role("link").click()
            assert_accessible(page)


def test_the_language_changes_and_the_place_stays(enter, tunnus):
    with enter() as page:
        page.to(f"/oppija/hoks/{tunnus}/aikajana/")
        dates = page.get_by_test_id("aikajana-taulukko").locator("td").all_text_contents()
        page.get_by_role("link", name="Svenska").click()
        assert page.url.endswith(f"/oppija/hoks/{tunnus}/aikajana/?lang=sv")
        assert page.locator("html").get_attribute("lang") == "sv"
        days = [text for text in dates if text[:1].isdigit()]
        swedish = page.get_by_test_id("aikajana-taulukko").locator("td").all_text_contents()
        assert days == [text for text in swedish if text[:1].isdigit()]
        page.get_by_role("link", name="Suomi").click()
        assert page.locator("html").get_attribute("lang") == "fi"


def test_by_keyboard_alone(enter, tunnus):
    with enter() as page:
        for address in ("/oppija/", f"/oppija/hoks/{tunnus}/", "/oppija/katselut/"):
            page.to(address)
            page.keyboard.press("Tab")
            assert page.evaluate("document.activeElement.className") == "ds-skip-link"
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "sisalto"
            page.keyboard.press("Tab")
            ring = "getComputedStyle(document.activeElement).outlineWidth"
            assert page.evaluate(ring) == "3px"
            assert page.evaluate("document.activeElement.closest('main') !== null")


def test_the_picture_and_its_table_tell_the_same(enter, tunnus):
    with enter() as page:
        page.to(f"/oppija/hoks/{tunnus}/aikajana/")
        bars = page.locator("figure g.kuva-palkki").count()
        page.locator("summary").first.click()
        assert page.get_by_test_id("aikajana-taulukko").locator("tbody tr").count() == bars > 3
        assert page.locator("rect.kuva-tauko").count() >= 1
