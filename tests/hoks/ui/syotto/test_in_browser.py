"""Writing plans in a real Chromium: by typing, by keyboard, on a phone, without scripts, by axe."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from hoks.models import Hoks
from hoks.services import read
from tests.conftest import Sis, payload
from tests.hoks.plans import MINTTU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, check, pages, rows, values
from tests.hoks.ui.syotto.test_kirjoittaminen import said

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
MOST_ENTRIES, MOST_LOADS = 25, 4
NEW = f"/virkailija/{SCHOOL}/hoks/uusi/"
WORKPLACE = {
    "Alkupäivä": "1.9.2026",
    "Loppupäivä": "30.10.2026",
    "Työpaikan nimi": "Pullapaja Oy",
    "Työpaikan Y-tunnus": "1618033-3",
    "Keskeiset työtehtävät": "leipominen",
    "Osa-aikaisuus": "100",
}
FILL = """fields => {
  const found = [...document.querySelectorAll("#lomake [name]")];
  for (const [name, value] of Object.entries(fields)) {
    const own = found.filter(e => e.name === name);
    if (!own.length) throw new Error("no field " + name);
    for (const e of own) e.type === "radio" ? (e.checked = e.value === value) : (e.value = value);
  }
}"""


def press(page, name, **more):
    page.get_by_role("button", name=name, **more).click()


class Counter:
    """Counts what a person does: fields filled, as the pages see it, and pages loaded."""

    def __init__(self, page):
        self.entries, self.loads = set(), 0
        page.expose_function("filled", lambda name: self.entries.add(name))
        page.add_init_script(
            """addEventListener("input", e => filled(location.pathname + e.target.name), true)"""
        )
        page.on("domcontentloaded", self._loaded)

    def _loaded(self, *_):
        self.loads += 1


def test_a_plain_plan_takes_few_entries_and_few_pages(enter):
    with enter() as page:
        count = Counter(page)
        page.to(NEW)
        page.get_by_label("Etsi opiskelija").fill(MINTTU.oppija)
        press(page, "Hae")
        press(page, "Aloita HOKS")
        page.get_by_label("Ensimmäisen hyväksymisen päivä").fill("17.8.2026")
        page.get_by_label("Kyllä", exact=True).check()
        page.get_by_label("Opiskelijan sähköposti").fill("minttu@example.fi")
        press(page, "Tallenna ja lisää tutkinnon osa")
        osa = page.get_by_label("Tutkinnon osa", exact=False).first
        osa.press_sequentially("leiv", delay=20)
        expect(page.get_by_role("option").first).to_be_visible()
        assert Axe().run(page).violations_count == 0
        osa.press("ArrowDown")
        osa.press("Enter")
        assert re.search(r"\(\d+\)$", osa.input_value())
        page.get_by_label("Koulutussopimus", exact=True).check()
        for label, text in WORKPLACE.items():
            page.get_by_label(label).first.fill(text)
        ohjaaja = page.get_by_role("group", name=re.compile("Vastuullinen"))
        ohjaaja.get_by_label("Nimi").fill("Ohjaaja, Onni")
        ohjaaja.get_by_label("Sähköposti").fill("onni@example.fi")
        press(page, "Valmis, tallenna HOKS")
        expect(page.get_by_role("status").first).to_have_text("HOKS tallennettiin.")
        page.wait_for_load_state()
        assert page.faults == []
    assert len(count.entries) == 14 <= MOST_ENTRIES, count.entries
    assert count.loads == 4 <= MOST_LOADS
    document = read.get_stored(Hoks.objects.get().id).document
    (osa,) = document["hankittavat-ammat-tutkinnon-osat"]
    (tapa,) = osa["osaamisen-hankkimistavat"]
    assert tapa["tyopaikalla-jarjestettava-koulutus"]["tyopaikan-y-tunnus"] == "1618033-3"
    assert tapa["yksiloiva-tunniste"]


@pytest.mark.parametrize(("name", "lang"), [("maximal", "fi"), ("tuva", "sv")])
def test_everything_can_be_typed(enter, name, lang):
    """The largest plans, on a phone, are what an information system would have stored.

    Every page with all that it can have is held to axe and to the width of the screen.
    """
    body = payload(name)
    sis = Sis("sampo")
    expected = sis.document(sis.create(body))
    Hoks.objects.all().delete()
    with enter(width=320, height=800) as page:
        page.to(f"{NEW}?haku={body['oppija-oid']}&lang={lang}")
        page.locator(
            "form", has=page.locator(f"[value='{body['opiskeluoikeus-oid']}']")
        ).get_by_role("button").click()
        draft = page.url.split("/sivu/")[0]
        for what, juuri, kind, ryhmat, part in pages(body):
            if isinstance(what, str):
                page.goto(f"{draft}/sivu/{what}/")
            else:
                page.goto(f"{draft}/")
                page.locator(f"form[action$='/osat/{what.nimi}/'] [value=lisaa]").click()
            for nimi, count in rows(kind, juuri, part) if what != "perustiedot" else ():
                total = page.locator(f"[name='{nimi}#']")
                while int(total.input_value()) < count:
                    before = int(total.input_value())
                    page.locator(f"button[value='lisaa:{nimi}']").evaluate("e => e.click()")
                    expect(page.locator(f"[name='{nimi}#']")).to_have_value(str(before + 1))
            page.evaluate(FILL, dict(values(kind, juuri, part, ryhmat)))
            check(page)
            page.locator("button[value=palaa]").click()
            page.wait_for_url(f"{draft}/")
        page.goto(f"{draft}/tarkista/")
        assert page.get_by_test_id("virheyhteenveto").count() == 0
        check(page)
        page.locator("form[action$='/laheta/'] button").click()
        page.wait_for_url("**/hoks/**")
        assert page.faults == []
    stored = read.get_stored(Hoks.objects.get().id).document
    assert said(stored) == said(expected)


def test_a_page_that_cannot_save_says_so_and_tries_again(enter):
    with enter() as page:
        page.to(f"{NEW}?haku={MINTTU.oppija}")
        press(page, "Aloita HOKS")
        page.wait_for_url("**/perustiedot/")
        page.route("**/perustiedot/", lambda route: route.abort())
        page.get_by_label("Opiskelijan sähköposti").fill("minttu@example.fi")
        page.get_by_label("Opiskelijan sähköposti").blur()
        status = page.get_by_test_id("luonnos-tila").get_by_role("status")
        expect(status).to_contain_text("ei juuri nyt voi tallentaa")
        page.unroute("**/perustiedot/")
        expect(status).to_contain_text("Luonnos tallennettu", timeout=15_000)
        page.reload()
        expect(page.get_by_label("Opiskelijan sähköposti")).to_have_value("minttu@example.fi")


def test_faults_are_told_where_they_are_and_nothing_is_lost(enter):
    with enter() as page:
        page.to(f"{NEW}?haku={MINTTU.oppija}")
        press(page, "Aloita HOKS")
        press(page, "Tallenna ja palaa")
        summary = page.get_by_test_id("virheyhteenveto")
        expect(summary).to_be_focused()
        assert summary.get_by_role("link", name=re.compile("puuttuu")).count() == 2
        check(page)
        summary.get_by_role("link").first.click()
        assert "hyvaksyminen" in page.evaluate("document.activeElement.id")
        page.keyboard.type("17.8.2026")
        page.get_by_label("Kyllä", exact=True).check()
        press(page, "Tallenna ja lisää tutkinnon osa")
        page.get_by_label("Oppisopimus", exact=True).check()
        page.get_by_label("Alkupäivä").fill("31.10.2026")
        page.get_by_label("Loppupäivä").fill("1.9.2026")
        page.get_by_label("Työpaikan nimi").fill("Kahvila Oy")
        page.get_by_label("Työpaikan Y-tunnus").fill("1618033-4")
        expect(page.get_by_text("Korjaa alku- ja loppupäivämäärä")).to_be_visible(timeout=9000)
        expect(page.get_by_text("tarkistusnumero ei täsmää")).to_be_visible()
        expect(page.get_by_label("Työpaikan Y-tunnus")).to_have_attribute("aria-invalid", "true")
        page.get_by_label("Työpaikan Y-tunnus").fill("1618033-3")
        page.get_by_label("Työpaikan Y-tunnus").blur()
        expect(page.get_by_text("tarkistusnumero ei täsmää")).to_be_hidden()
        assert page.get_by_label("Työpaikan Y-tunnus").get_attribute("aria-invalid") is None
        page.get_by_label("Työpaikan Y-tunnus").fill("1618033-4")
        press(page, "Tallenna ja palaa")
        summary = page.get_by_test_id("virheyhteenveto")
        told = summary.inner_text()
        for word in ("osa-aikaisuustieto", "Y-tunnusta ei ole", "oppisopimuksen perustan", "Nimi"):
            assert word in told
        assert page.get_by_label("Työpaikan nimi").input_value() == "Kahvila Oy"
        perusta = page.get_by_label("Oppisopimuksen perusta")
        expect(perusta).to_be_visible()
        page.get_by_label("Koulutussopimus", exact=True).check()
        expect(perusta).to_be_hidden()
        press(page, "Tallenna ja palaa")
        assert "perustan" not in page.get_by_test_id("virheyhteenveto").inner_text()
        check(page)
        page.get_by_role("button", name="Lisää: Hankkimistapa").click()
        expect(page.get_by_text("Hankkimistapa 2", exact=True)).to_be_focused()
        page.get_by_role("group", name="Hankkimistapa 2").first.is_visible()
        assert page.faults == []


def only_its_subjects(page):
    """Those of the unit that was typed, before anything is saved."""
    page.get_by_role("combobox", name="Tutkinnon osa").first.fill("106728")
    page.get_by_role("combobox", name="Osa-alue").first.press("ArrowDown")
    options = page.locator("[role=option]")
    expect(options).to_have_count(2)
    expect(options.first).to_contain_text("Fysikaaliset")


def test_every_page_on_a_phone_in_finnish_and_english(enter):
    with enter(width=320, height=800) as page:
        page.to(f"{NEW}?haku={MINTTU.oppija}")
        check(page)
        press(page, "Aloita HOKS")
        draft = page.url.split("/sivu/")[0]
        page.get_by_label("Ensimmäisen hyväksymisen päivä").fill("1.1.1")
        check(page)
        press(page, "Tallenna ja lisää tutkinnon osa")
        check(page)
        page.goto(f"{draft}/")
        page.get_by_role("button", name=re.compile("Lisää.*Hankittava yhteinen")).click()
        check(page)
        only_its_subjects(page)
        for way in (
            "/",
            "/osat/hankittava-ammatillinen/0/",
            "/osat/hankittava-yhteinen/0/",
            "/sivu/tuki/",
            "/tarkista/",
            "/hae/?kohta=/hankittavat-ammat-tutkinnon-osat/0/koulutuksen-jarjestaja-oid",
        ):
            page.goto(f"{draft}{way}{'&' if '?' in way else '?'}lang=en")
            check(page)
        page.goto(f"{draft.split('/luonnos/')[0]}/{SCHOOL}/luonnokset/")
        check(page)
        assert page.faults == []


def test_without_scripts_the_whole_way(enter):
    with enter(scripts=False) as page:
        page.to(NEW)
        page.get_by_label("Etsi opiskelija").fill(MINTTU.oppija)
        press(page, "Hae")
        press(page, "Aloita HOKS")
        page.get_by_label("Ensimmäisen hyväksymisen päivä").fill("17.8.2026")
        page.get_by_label("Ei", exact=True).check()
        press(page, "Tallenna ja lisää tutkinnon osa")
        page.get_by_label("Tutkinnon osa").first.fill("leiv")
        press(page, re.compile("Hae luettelosta.*Tutkinnon osa"))
        page.get_by_role("radio").first.check()
        press(page, "Valitse")
        assert re.search(r"\(\d+\)$", page.get_by_label("Tutkinnon osa").first.input_value())
        press(page, "Lisää: Hankkimistapa")
        press(page, re.compile("Poista.*Hankkimistapa 2"))
        press(page, "Tallenna luonnos", exact=True)
        press(page, "Valmis, tallenna HOKS")
        expect(page.get_by_test_id("huomiot")).to_contain_text("sähköposti")
        press(page, "Tallenna HOKS")
        expect(page.get_by_role("status").first).to_have_text("HOKS tallennettiin.")
        press(page, "Muokkaa")
        expect(page.get_by_role("heading", level=1)).to_contain_text("HOKSin muokkaus")
    assert Hoks.objects.get().manuaalisyotto
