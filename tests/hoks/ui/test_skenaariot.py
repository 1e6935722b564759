"""Days of staff in a real Chromium, in Finnish and in Swedish: from logging in to looking at reports.

One browser for all of a day; whoever comes next has a context of their own. Every page that a day
leads to is held against axe's rules.
"""

import csv
import io
import re
from contextlib import contextmanager

import pytest
from django.db import connection
from playwright.sync_api import expect, sync_playwright

from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks, OsaamisenHankkimistapa
from tests.conftest import Sis, payload
from tests.hoks.plans import AINO_AT_POHJOLA, DUPLICATE, LEMPI, MINTTU, PEKKA, full_plan, plan
from tests.hoks.ui.test_lista import SCHOOL, rename
from tests.pages.browser import QUIET, assert_accessible, assert_fits, find_chromium, simulated
from tests.sharing.conftest import AINO
from tests.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
POHJOLA = "1.2.246.562.10.51230000111"
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
WORDS = {
    "fi": {
        "search": "Hae opiskelijaa", "submit": "Hae", "back": "Palaa listalle",
        "tutkinto": "Järjestä: tutkinto tai koulutus", "new": "Uusi HOKS", "school": "Oppilaitos",
        "change": "Vaihda", "next": "Seuraava opiskelija", "copy": "Kopioi", "plan": "Avaa HOKS",
        "archive": "Passivoi HOKS", "cancel": "Peruuta", "reason": "HOKS on tallennettu aiheettomasti",
        "archived": "HOKS passivoitiin.", "csv": "Lataa CSV", "show": "Näytä", "until": "viimeistään",
        "reversed": "Aikaväli loppuu", "swedish": "svenska", "timeline": "Aikajana",
        "go_on": "Jatka istuntoa", "soon": "Istuntosi päättyy pian", "over": "Istuntosi on päättynyt",
        "again": "Kirjaudu uudelleen", "edit": "Muokkaa",
        "in_force": "Voimassa olevat suunnitelmat",
        "over_plans": "Päättyneiden opintojen suunnitelmat",
        "read_only": "Toisen koulutuksen järjestäjän", "not_found": "Sivua ei ole",
    },
    "sv": {
        "search": "Sök studerande", "submit": "Sök", "back": "Återgå till listan",
        "tutkinto": "Ordna efter examen eller utbildning", "new": "Ny PUK", "school": "Läroanstalt",
        "change": "Byt", "next": "Nästa studerande", "copy": "Kopiera", "plan": "Öppna PUK",
        "archive": "Passivera PUK", "cancel": "Avbryt", "reason": "PUK har sparats utan orsak",
        "archived": "PUK passiverades.", "csv": "Ladda ner CSV", "show": "Visa", "until": "till och med",
        "reversed": "Tiden slutar", "swedish": "suomi", "timeline": "Tidslinje",
        "go_on": "Fortsätt sessionen", "soon": "Din session avslutas snart",
        "over": "Din session har avslutats", "again": "Logga in på nytt", "edit": "Redigera",
        "in_force": "Gällande planer", "over_plans": "Planer för avslutade studier",
        "read_only": "En annan utbildningsanordnares", "not_found": "Sidan finns inte",
    },
}  # fmt: skip


@pytest.fixture
def world(transactional_db):
    """Four students of the provider, one of them with a plan elsewhere too; all in one school.

    Their numbers are as long as numbers of plans may become.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('hoksit', 'id'), 2140000000)")
    sis, other = Sis("sampo"), Sis("muu-palvelu")
    owners = {"lempi": LEMPI, "pekka": PEKKA, "minttu": MINTTU}
    documents = [full_plan(), plan(PEKKA), plan(MINTTU), payload("tuva")]
    ids = [sis.create(document) for document in documents]
    Opiskeluoikeus.objects.update(oppilaitos_oid=SCHOOL)
    other.create(plan(AINO_AT_POHJOLA))
    rename(LEMPI, "Teuvo Testaaja", "Äijälä")
    rename(PEKKA, "Teuvo", "Wirtanen")
    rename(MINTTU, "Testi", "Virtala")
    last = today().replace(month=12, day=31)
    OsaamisenHankkimistapa.objects.tyopaikkajaksot().update(
        alku=last.replace(month=1, day=1), loppu=last, osa_aikaisuustieto=None
    )
    eids = [Hoks.objects.get(pk=own_id).eid for own_id in ids]
    keys = {who: log_in(who).cookies["ehoks_istunto"].value for who in ("vaino", "lukija", "louhi")}
    return {"owners": owners, "ids": ids, "eids": eids, "keys": keys}


@pytest.fixture
def elsewhere(world):
    """Aino has a plan here, too; her studies at the other school are over."""
    Sis("sampo").create(plan(AINO))
    Opiskeluoikeus.objects.filter(pk=AINO.oikeus).update(oppilaitos_oid=SCHOOL)
    other = Opiskeluoikeus.objects.filter(pk=AINO_AT_POHJOLA.oikeus)
    other.update(tila="eronnut", paattymispaiva=today())


@pytest.fixture
def day(world, live_server):
    """`day(who, lang)` opens a page of somebody's; one browser for all of them."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)

        @contextmanager
        def opened(who, lang, **more):
            context = chromium.new_context(
                viewport={"width": 1280, "height": 900}, locale="fi-FI", **more
            )
            cookies = {"ehoks_kieli": lang}
            if who:
                cookies["ehoks_istunto"] = world["keys"][who]
            context.add_cookies(
                [{"name": k, "value": v, "url": live_server.url} for k, v in cookies.items()]
            )
            page = context.new_page()
            page.faults = []
            page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: page.faults.append(str(error)))
            page.to = lambda address: page.goto(live_server.url + address)
            page.route("**/simulator/**", simulated)
            page.to(f"/virkailija/?lang={lang}")
            yield page
            assert page.faults == []
            context.close()

        yield opened
        chromium.close()


def names(page):
    """Who is in the list, once the page has come: a click is over when the next one begins to."""
    page.wait_for_load_state()
    return page.locator("[data-testid=lista-rivi] th > a:first-child").all_inner_texts()


def expect_names(page, *names):
    """The list has these, in this order, as soon as it is there."""
    expect(page.locator("[data-testid=lista-rivi] th > a:first-child")).to_have_text(names)


@LANGUAGES
def test_logging_in_choosing_a_plan_and_what_is_not_ones_own(
    elsewhere, day, live_server, settings, lang
):
    t = WORDS[lang]
    settings.BASE_URL = live_server.url
    with day("", lang) as page:
        # By way of CAS to where one wanted to go; a redirect comes past the route to CAS.
        page.goto(page.url)
        page.locator("button[value=lukija]").click()
        page.wait_for_url(f"**/virkailija/{SCHOOL}/opiskelijat/**")
        expect(page.get_by_test_id("lista-rivi")).to_have_count(5)
        # Of Aino, who studies here, also the plan of the other school is shown, which is over.
        page.to(f"/virkailija/oppija/{AINO_AT_POHJOLA.oppija}/")
        groups = [group.inner_text() for group in page.get_by_role("heading", level=2).all()]
        assert groups == [t["in_force"], t["over_plans"]]
        links = page.get_by_role("link", name=t["plan"])
        assert links.count() == 2
        assert_accessible(page)
        links.last.click()
        expect(page.get_by_role("note")).to_contain_text(t["read_only"])
        assert_accessible(page)
        # A student who does not study here, and a plan that there is none of.
        for address in (
            f"oppija/{DUPLICATE.oppija}/",
            "hoks/0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d/",
        ):
            page.to(f"/virkailija/{address}")
            assert t["not_found"] in page.get_by_role("main").inner_text()
            assert_accessible(page)
        page.faults.clear()  # the browser tells of each 404


@LANGUAGES
def test_who_reads_finds_a_student_and_comes_back(day, world, lang):
    t = WORDS[lang]
    with day("lukija", lang) as page:
        # The list, in alphabetical order; nothing to write with.
        expect_names(page, "Tuvanen, Tuisku Tuulia", "Virtala, Testi", "Wirtanen, Teuvo",
                     "Äijälä, Teuvo Testaaja")  # fmt: skip
        assert page.get_by_role("link", name=t["new"]).count() == 0
        assert_accessible(page)
        # Two words in any order; a number; letters that are no number.
        search = page.get_by_label(t["search"])
        for text, found in (
            ("teu test", ["Äijälä, Teuvo Testaaja"]),
            (str(world["ids"][2]), ["Virtala, Testi"]),
            ("xyz", []),
        ):
            search.fill(text)
            expect_names(page, *found)
        assert_accessible(page)
        # Another order, the other way, another page; into a plan and back.
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?koko=2")
        for _ in range(2):
            page.get_by_role("link", name=t["tutkinto"]).click()
            page.wait_for_url("**jarjesta=tutkinto**")
        page.wait_for_url("**suunta=laskeva**")
        page.get_by_role("link", name="2", exact=False).last.click()
        page.wait_for_url("**sivu=2**")
        here, shown = page.url, names(page)
        page.get_by_test_id("lista-rivi").get_by_role("link").first.click()
        page.get_by_role("link", name=t["next"]).click()
        page.wait_for_url("**rivi=4**")
        page.get_by_role("link", name=t["back"]).click()
        expect_names(page, *shown)
        assert {"jarjesta=tutkinto", "suunta=laskeva", "sivu=2", "koko=2"} <= set(
            page.url.partition("?")[2].split("&")
        )
        page.go_back()
        page.go_back()
        page.go_back()
        assert page.url == here


@LANGUAGES
def test_the_picker_of_schools_has_those_with_plans_in_order(day, world, lang):
    t = WORDS[lang]
    with day("louhi", lang) as page:
        picker = page.get_by_label(t["school"], exact=True)
        offered = picker.locator("option").all_inner_texts()
        assert len(offered) == 2
        assert offered[0].startswith("Kalevala")
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?koko=1&sivu=2")
        page.get_by_label(t["school"], exact=True).select_option(POHJOLA)
        page.get_by_role("button", name=t["change"]).click()
        page.wait_for_url(f"**/{POHJOLA}/opiskelijat/**")
        assert "sivu" not in page.url
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)
        assert "Virtala, Testi" not in names(page)


@LANGUAGES
def test_a_plan_its_parts_its_picture_and_its_languages(day, world, lang):
    t = WORDS[lang]
    eid = world["eids"][0]
    with day("lukija", lang) as page:
        page.to(f"/virkailija/hoks/{eid}/opiskelusuunnitelma/")
        tiles = page.get_by_test_id("eteneminen").locator("li")
        shares = [int(re.search(r"(\d+) %", tile.inner_text())[1]) for tile in tiles.all()]
        assert sum(shares) == 100
        cards = page.get_by_test_id("osakortti")
        counts = [int(re.search(r"\d+", tile.inner_text())[0]) for tile in tiles.all()]
        assert cards.count() == sum(counts)
        assert page.get_by_role("link", name=t["archive"]).count() == 0
        # The other language and back: the same place.
        page.get_by_role("link", name=t["swedish"]).click()
        other = "sv" if lang == "fi" else "fi"
        expect(page.locator("html")).to_have_attribute("lang", other)
        assert f"/hoks/{eid}/opiskelusuunnitelma/" in page.url
        page.get_by_role("link", name="suomi" if lang == "fi" else "svenska").click()
        expect(page.locator("html")).to_have_attribute("lang", lang)
        assert_accessible(page)


@LANGUAGES
def test_archiving_cancelled_and_done(day, world, lang):
    t = WORDS[lang]
    eid = world["eids"][1]
    with day("vaino", lang) as page:
        page.to(f"/virkailija/hoks/{eid}/")
        page.get_by_role("link", name=t["archive"]).click()
        for fact in (str(world["ids"][1]), "Wirtanen", PEKKA.oikeus):
            expect(page.get_by_role("main")).to_contain_text(fact)
        assert_accessible(page)
        page.get_by_role("link", name=t["cancel"]).click()
        page.get_by_role("link", name=t["archive"]).click()
        page.get_by_label(t["reason"]).check()
        page.get_by_role("button", name=t["archive"]).click()
        expect(page.get_by_role("status").first).to_have_text(t["archived"])
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/")
        assert "Wirtanen, Teuvo" not in names(page)
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?tila=arkisto")
        expect_names(page, "Wirtanen, Teuvo")
        assert_accessible(page)
    with day("lukija", lang) as page:
        page.to(f"/virkailija/hoks/{world['eids'][2]}/")
        assert page.get_by_role("link", name=t["archive"]).count() == 0
        # A plan that a system sends is nobody's to type into.
        assert page.get_by_role("button", name=t["edit"]).count() == 0


@LANGUAGES
def test_reports_on_the_page_and_as_a_table(day, world, lang):
    t = WORDS[lang]
    reports = f"/virkailija/{SCHOOL}/raportit"
    with day("lukija", lang) as page:
        page.to(f"{reports}/tyopaikkajaksot/?vain=1")
        rows = page.get_by_test_id("raportti-rivi").count()
        assert rows >= 1
        assert_accessible(page)
        with page.expect_download() as download:
            page.get_by_role("link", name=t["csv"]).click()
        text = download.value.path().read_text("utf-8-sig")
        assert len(list(csv.reader(io.StringIO(text), delimiter=";"))) == rows + 1
        page.get_by_label(t["until"]).fill("1.1.2000")
        page.get_by_role("button", name=t["show"], exact=True).click()
        expect(page.get_by_role("alert")).to_contain_text(t["reversed"])
        # From the report of voided rights a plan opens without the list's neighbours.
        page.to(f"{reports}/paattyvat-jaksot/?paivia=365")
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
            assert_fits(page)
