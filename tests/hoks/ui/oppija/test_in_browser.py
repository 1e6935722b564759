"""The students' pages in a real Chromium: by axe's rules, on a phone, by keyboard, without scripts."""

import pytest
from django.db import connection
from playwright.sync_api import expect

from ehoks.ui.errors import NoMandates, PageNotFound
from ehoks.ui.kieli import KIELET
from ehoks.ui.texts import SHELL
from hoks.models import Hoks
from hoks.services import omat
from hoks.ui.oppija.texts import ASETUKSET, KATSELUT, KOTI, SUUNNITELMA
from hoks.ui.selvitys_texts import SELVITYKSET
from tests.conftest import Sis, payload
from tests.hoks.plans import LEMPI, plan
from tests.pages.browser import (
    SIGHTS,
    assert_accessible,
    assert_fits,
    simulated,
    skip_to_content,
    visiting,
)
from tests.sharing.conftest import AINO
from tests.staff import as_citizen, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
PHONE = "+358 40 7654321"
TABS = ["", "tavoitteeni/", "osaamiseni/", "aikajana/", "tulosta/"]


@pytest.fixture
def tunnus(transactional_db):
    """Lempi's plan with everything in it, which Väinö has looked at; its handle."""
    hoks = Hoks.objects.get(pk=Sis("sampo").create(payload("maximal")))
    log_in("vaino").get(f"/virkailija/hoks/{hoks.eid}/aikajana/")
    return omat.tunnus_of(hoks.eid)


@pytest.fixture
def own(tunnus):
    """Aino's plan, in which learning goes on; its numbers, which stand out."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('hoksit', 'id'), 918273644)")
    hoks = Hoks.objects.get(pk=Sis("sampo").create(plan(AINO, puhelinnumero=PHONE)))
    return str(hoks.pk), str(hoks.eid)


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
        tabs = [f"/oppija/hoks/{tunnus}/{tab}" for tab in TABS]
        for address in ["/oppija/", *tabs, "/oppija/katselut/", "/oppija/asetukset/"]:
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


@LANGUAGES
def test_without_scripts_from_the_first_page_to_an_answer(enter, tunnus, lang):
    def say(texts, name):
        return texts[name].say(lang)

    with enter(scripts=False, width=320, height=700) as page:
        page.to(f"/oppija/?lang={lang}")
        page.get_by_role("link", name=say(KOTI, "open")).click()
        page.wait_for_url(f"**/oppija/hoks/{tunnus}/")
        page.get_by_role("link", name=say(SUUNNITELMA, "tavoite")).click()
        expect(page.locator("dl")).not_to_have_count(0)
        page.get_by_role("link", name=say(SUUNNITELMA, "aikajana")).click()
        expect(page.locator("svg[role=img]")).to_have_count(1)
        page.get_by_role("link", name=say(SHELL, "looks")).click()
        page.get_by_role("link", name=say(KATSELUT, "unknown")).first.click()
        page.get_by_label(say(KATSELUT, "message")).fill("Miksi?")
        page.get_by_role("button", name=say(KATSELUT, "send")).click()
        expect(page.get_by_role("status").first).to_have_text(say(KATSELUT, "asked"))
        assert_fits(page)

        page.become("lukija")
        page.to("/virkailija/")
        page.get_by_role("link", name=say(SHELL, "cases")).click()
        page.get_by_test_id("selvitys").get_by_role("link").click()
        page.get_by_label(say(SELVITYKSET, "answer")).fill("Kuului opinto-ohjaukseen.")
        page.get_by_role("button", name=say(SELVITYKSET, "send")).click()
        expect(page.get_by_role("status").first).to_have_text(say(SELVITYKSET, "answered"))
        assert_fits(page)

        page.become("lempi")
        page.to("/oppija/katselut/")
        assert "Kuului opinto-ohjaukseen." in page.get_by_test_id("selvitys").inner_text()
        assert page.faults == []


def test_staff_read_and_answer_accessibly(enter, tunnus):
    with enter(width=320, height=700) as page:
        page.to("/oppija/katselut/")
        page.get_by_role("link", name=KATSELUT["unknown"].fi).first.click()
        page.get_by_role("button", name=KATSELUT["send"].fi).click()
        page.wait_for_url("**/katselut/**")
        page.become("lukija")
        for lang in ("fi", "sv"):
            page.to(f"/virkailija/selvityspyynnot/?lang={lang}")
            assert_accessible(page)
            page.get_by_test_id("selvitys").get_by_role("link").click()
            assert_accessible(page)
        assert page.faults == []


def at_the_desk(page, user, address):
    """Go where one must log in, and log in."""
    page.to(address)
    page.goto(page.url)
    page.locator(f"button[value={user}]").click()


@LANGUAGES
def test_who_acts_for_another_or_asks_for_anothers_plan_sees_nothing(
    enter, tunnus, live_server, settings, lang
):
    settings.BASE_URL = live_server.url
    with enter(width=320, height=700) as page:
        page.route("**/simulator/**", simulated)
        page.become("onni")
        page.to(f"/oppija/hoks/{tunnus}/?lang={lang}")
        expect(page.get_by_role("main")).to_contain_text(PageNotFound.texts.say(lang))
        assert_accessible(page)
        page.become(None)
        at_the_desk(page, "huoltaja", f"/oppija/hoks/{tunnus}/")
        heading = page.get_by_role("heading", level=1)
        expect(heading).to_have_text(NoMandates.heading.say(lang))
        expect(page.get_by_role("main")).to_contain_text(NoMandates.texts.say(lang))
        out = page.get_by_role("main").get_by_role("link", name=SHELL["log_out"].say(lang))
        expect(out).to_be_visible()
        assert_accessible(page)
        for name in ("Lempi", "Aino", "Leipuri"):
            assert name not in page.content()
        # a page that says no, and CAS that a redirect did not find, are themselves told of
        assert [fault for fault in page.faults if "status of 40" not in fault] == []


@LANGUAGES
def test_a_students_session_goes_on_and_one_that_is_over_leads_back_here(
    enter, live_server, settings, lang
):
    settings.BASE_URL = live_server.url
    here = "/oppija/asetukset/"
    with enter() as page:
        page.route("**/simulator/**", simulated)
        page.clock.install()
        page.to(f"{here}?lang={lang}")
        dialog = page.get_by_role("dialog")
        page.route("**/istunto/", lambda route: route.fulfill(json={"sekunteja": 240}))
        page.clock.run_for(27 * 60 * 1000)
        expect(dialog).to_contain_text(SHELL["session_soon"].say(lang))
        assert_accessible(page)
        page.unroute("**/istunto/")
        dialog.get_by_role("button", name=SHELL["session_go_on"].say(lang)).click()
        expect(dialog).to_have_count(0)
        # It ends; what is sent then leads by way of CAS back to the page it was sent from.
        page.become(None)
        with page.expect_navigation():
            page.get_by_role("button", name=ASETUKSET["save"].say(lang)).click()
        page.goto(page.url)
        page.locator("button[value=aino]").click()
        page.wait_for_url(f"**{here}")
        expect(page.get_by_role("heading", level=1)).to_have_text(ASETUKSET["title"].say(lang))
        assert_accessible(page)
        assert [fault for fault in page.faults if "status of 404" not in fault] == []


@LANGUAGES
def test_the_language_changes_and_the_place_stays(enter, tunnus, lang):
    other = "sv" if lang == "fi" else "fi"
    with enter() as page:
        page.to(f"/oppija/hoks/{tunnus}/aikajana/?lang={lang}")
        dates = page.get_by_test_id("aikajana-taulukko").locator("td").all_text_contents()
        page.get_by_role("link", name=KIELET[other]).click()
        page.wait_for_url(f"**/oppija/hoks/{tunnus}/aikajana/?lang={other}")
        assert page.locator("html").get_attribute("lang") == other
        days = [text for text in dates if text[:1].isdigit()]
        there = page.get_by_test_id("aikajana-taulukko").locator("td").all_text_contents()
        assert days == [text for text in there if text[:1].isdigit()]
        page.get_by_role("link", name=KIELET[lang]).click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
        assert_accessible(page)
        assert page.faults == []


@LANGUAGES
def test_by_keyboard_alone(enter, tunnus, lang):
    own = f"/oppija/hoks/{tunnus}/"
    with enter() as page:
        for address in (
            "/oppija/",
            own,
            f"{own}aikajana/",
            "/oppija/katselut/",
            "/oppija/asetukset/",
        ):
            page.to(f"{address}?lang={lang}")
            skip_to_content(page)
        assert_accessible(page)
        assert page.faults == []


@LANGUAGES
def test_a_student_logs_in_and_reads_all_of_the_plan(own, enter, live_server, settings, lang):
    """Nothing in what is sent tells the names that systems use."""
    settings.BASE_URL = live_server.url
    with enter() as page:
        page.route("**/simulator/**", simulated)
        page.become(None)
        at_the_desk(page, "aino", "/oppija/")
        page.wait_for_url("**/oppija/")
        page.to(f"/oppija/?lang={lang}")
        told = [page.content()]
        page.get_by_role("link", name=KOTI["open"].say(lang)).click()
        for tab in ("tavoite", "osaaminen", "opiskelusuunnitelma"):
            page.get_by_role("link", name=SUUNNITELMA[tab].say(lang), exact=True).click()
            expect(page.locator("nav [aria-current=page]").last).to_have_text(
                SUUNNITELMA[tab].say(lang)
            )
            if tab == "tavoite":
                for words in (PHONE, SUUNNITELMA["not_yet"].say(lang)):
                    expect(page.get_by_role("main")).to_contain_text(words)
            assert_accessible(page)
            told.append(page.content())
        for name in (*own, AINO.oikeus):
            assert not [html for html in told if name in html], name
        assert [fault for fault in page.faults if "status of 404" not in fault] == []


@LANGUAGES
def test_in_letters_twice_as_large_on_the_narrowest_screen(enter, tunnus, lang):
    with enter(width=320, height=900) as page:
        tabs = [f"/oppija/hoks/{tunnus}/{tab}" for tab in TABS]
        for address in [
            "/oppija/",
            *tabs,
            "/oppija/katselut/",
            "/oppija/asetukset/",
            "/oppija/jaot/",
        ]:
            page.to(f"{address}?lang={lang}")
            page.evaluate("document.documentElement.style.fontSize = '200%'")
            assert_fits(page)
        assert_accessible(page)
        assert page.faults == []


def test_the_picture_and_its_table_tell_the_same(enter, tunnus):
    with enter() as page:
        page.to(f"/oppija/hoks/{tunnus}/aikajana/")
        bars = page.locator("figure g.kuva-palkki").count()
        page.locator("summary").first.click()
        assert page.get_by_test_id("aikajana-taulukko").locator("tbody tr").count() == bars > 3
        assert page.locator("rect.kuva-tauko").count() >= 1
