"""Writing plans in a real Chromium: by typing, by keyboard, on a phone, without scripts, by axe."""

import re

import pytest
from playwright.sync_api import expect

from hoks.models import Hoks
from hoks.schema.objects import HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE as OSA_ALUE
from hoks.schema.objects import HOKS
from hoks.services import read
from tests.conftest import Sis, payload
from tests.hoks.plans import MINTTU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, check, pages, rows, values
from tests.hoks.ui.syotto.sanat import OHJAAJA, OSA, TAPA, TYOPAIKKA, Sanat
from tests.hoks.ui.syotto.selaimessa import (
    LANGUAGES,
    NEW,
    OPPISOPIMUS,
    PERIOD,
    SOPIMUS,
    UNIT,
    begin,
    choose,
    expect_stored,
    field,
    fill_basics,
    fill_workplace,
    press,
    press_of,
    saved,
    saving,
)
from tests.hoks.ui.syotto.test_kirjoittaminen import said
from tests.pages.browser import assert_accessible, assert_fits

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AT_SCHOOL = "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus"
PERUSTA = "oppisopimuksenperusta_01"
MOST_ENTRIES, MOST_LOADS = 25, 4
FILL = """fields => {
  const found = [...document.querySelectorAll("#lomake [name]")];
  for (const [name, value] of Object.entries(fields)) {
    const own = found.filter(e => e.name === name);
    if (!own.length) throw new Error("no field " + name);
    for (const e of own) e.type === "radio" ? (e.checked = e.value === value) : (e.value = value);
  }
}"""


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


@LANGUAGES
def test_a_plain_plan_takes_few_entries_and_few_pages(enter, lang):
    t = Sanat(lang)
    with enter(lang=lang) as page:
        count = Counter(page)
        begin(page, t, search=True)
        fill_basics(page, t)
        field(page, t, HOKS, "sahkoposti").fill("minttu@example.fi")
        press(page, t.say("save_osa"))
        osa = field(page, t, OSA, "tutkinnon-osa-koodi-uri")
        osa.press_sequentially(t.code(UNIT).split()[-1], delay=20)
        expect(page.get_by_role("option").first).to_be_visible()
        assert_accessible(page)
        osa.press("ArrowDown")
        osa.press("Enter")
        expect(osa).to_have_value(re.compile(r"\(\d+\)$"))
        fill_workplace(page, t)
        press(page, t.say("save_ready"))
        expect_stored(page, t)
        assert_accessible(page)
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


@LANGUAGES
def test_a_page_that_cannot_save_says_so_and_tries_again(enter, lang):
    t = Sanat(lang)
    with enter(lang=lang) as page:
        begin(page, t)
        page.route("**/perustiedot/", lambda route: route.abort())
        email = field(page, t, HOKS, "sahkoposti")
        email.fill("minttu@example.fi")
        email.blur()
        status = page.get_by_test_id("luonnos-tila").get_by_role("status")
        expect(status).to_have_text(t.say("not_saved"))
        check(page)
        page.unroute("**/perustiedot/")
        expect(status).to_contain_text(saved(t), timeout=15_000)
        page.reload()
        expect(email).to_have_value("minttu@example.fi")


@LANGUAGES
def test_faults_are_told_where_they_are_and_nothing_is_lost(enter, lang):
    t = Sanat(lang)
    with enter(lang=lang) as page:
        begin(page, t)
        press(page, t.say("save_back"))
        summary = page.get_by_test_id("virheyhteenveto")
        expect(summary).to_be_focused()
        for key in ("ensikertainen-hyvaksyminen", "osaamisen-hankkimisen-tarve"):
            lack = t.fault("missing-key", HOKS, key)
            expect(summary.get_by_role("link", name=lack)).to_have_count(1)
        check(page)
        summary.get_by_role("link").first.click()
        expect(field(page, t, HOKS, "ensikertainen-hyvaksyminen")).to_be_focused()
        fill_basics(page, t)
        press(page, t.say("save_osa"))
        _wrong_period(page, t)
        press(page, t.say("save_back"))
        expect(summary).to_be_focused()
        for text in (
            t.law("dates-reversed"),
            *(
                t.law(f"missing-{lack}")
                for lack in ("osa-aikaisuustieto", "oppisopimuksen-perusta")
            ),
            t.fault("invalid-y-tunnus-check-digit", TYOPAIKKA, "tyopaikan-y-tunnus"),
            t.fault("missing-key", OHJAAJA.type, "nimi"),
        ):
            expect(summary.get_by_role("link", name=text)).to_have_count(1)
        expect(field(page, t, TAPA, "alku")).to_have_value("31.10.2026")
        expect(field(page, t, TYOPAIKKA, "tyopaikan-nimi")).to_have_value("Kahvila Oy")
        perusta = field(page, t, TAPA, "oppisopimuksen-perusta-koodi-uri")
        expect(perusta).to_be_visible()
        choose(page, t, SOPIMUS)
        expect(perusta).to_be_hidden()
        field(page, t, TYOPAIKKA, "tyopaikan-y-tunnus").fill("")
        press(page, t.say("save_back"))
        expect(summary).to_contain_text(t.law("missing-tyopaikan-y-tunnus"))
        expect(summary).not_to_contain_text(t.law("missing-oppisopimuksen-perusta"))
        check(page)
        _second_way(page, t)
        check(page)
        assert page.faults == []


def _wrong_period(page, t):
    """Days in the wrong order and a number that nobody has, told while one types."""
    choose(page, t, OPPISOPIMUS)
    field(page, t, TAPA, "alku").fill("31.10.2026")
    field(page, t, TAPA, "loppu").fill("1.9.2026")
    field(page, t, TYOPAIKKA, "tyopaikan-nimi").fill("Kahvila Oy")
    number = field(page, t, TYOPAIKKA, "tyopaikan-y-tunnus")
    number.fill("1618033-4")
    expect(page.get_by_text(t.law("dates-reversed"))).to_be_visible(timeout=9000)
    told = page.get_by_text(
        t.fault("invalid-y-tunnus-check-digit", TYOPAIKKA, "tyopaikan-y-tunnus")
    )
    expect(told).to_be_visible()
    expect(number).to_have_attribute("aria-invalid", "true")
    number.fill("1618033-3")
    number.blur()
    expect(told).to_be_hidden()
    expect(number).not_to_have_attribute("aria-invalid", "true")
    number.fill("1618033-4")


def _second_way(page, t):
    """A row more has the focus; the first goes, and the second keeps what it said."""
    add, row = f"{t.say('add')}: {t.one(TAPA)}", re.compile(rf"^{t.one(TAPA)} \d")
    press(page, add, exact=True)
    expect(page.get_by_text(t.one(TAPA, 2), exact=True)).to_be_focused()
    rows = page.locator("details.syotto-rivi").filter(has=page.locator("summary", has_text=row))
    expect(rows).to_have_count(2)
    with saving(page, "15.11.2026"):
        field(rows.nth(1), t, TAPA, "alku").fill("15.11.2026")
        field(rows.nth(1), t, TAPA, "alku").blur()
    expect(page.get_by_test_id("luonnos-tila")).to_contain_text(saved(t))
    rows.nth(0).locator(".syotto-poista > summary").last.click()
    rows.nth(0).get_by_role("button", name=t.say("remove_yes")).last.click()
    expect(rows).to_have_count(1)
    expect(field(rows, t, TAPA, "alku")).to_have_value("15.11.2026")
    naytto = OSA["osaamisen-osoittaminen"].type.item
    press(page, f"{t.say('add')}: {t.one(naytto)}", exact=True)
    expect(page.get_by_text(t.one(naytto, 1), exact=True)).to_be_focused()


def only_its_subjects(page, t):
    """Those of the unit that was typed, before anything is saved."""
    page.get_by_role("combobox", name=t.field(OSA, "tutkinnon-osa-koodi-uri")).first.fill("106728")
    alue = t.field(OSA_ALUE, "osa-alue-koodi-uri")
    page.get_by_role("combobox", name=alue).first.press("ArrowDown")
    options = page.locator("[role=option]")
    expect(options).to_have_count(2)
    expect(options.first).to_contain_text(t.code("ammatillisenoppiaineet_mlfk"))


@pytest.mark.parametrize(("lang", "then"), [("fi", "en"), ("sv", "sv")])
def test_every_page_on_a_phone(enter, lang, then):
    """In Finnish and then in English; in Swedish all the way."""
    t = Sanat(lang)
    with enter(lang=lang, width=320, height=800) as page:
        page.to(f"{NEW}?haku={MINTTU.oppija}")
        check(page)
        begin(page, t)
        draft = page.url.split("/sivu/")[0]
        field(page, t, HOKS, "ensikertainen-hyvaksyminen").fill("1.1.1")
        check(page)
        press(page, t.say("save_osa"))
        expect(page.get_by_test_id("virheyhteenveto")).to_be_focused()
        check(page)
        page.goto(f"{draft}/")
        press_of(page, t.say("add"), t.part("hankittava-yhteinen"))
        page.wait_for_url("**/hankittava-yhteinen/**")
        check(page)
        only_its_subjects(page, t)
        for way in (
            "/",
            "/osat/hankittava-ammatillinen/0/",
            "/osat/hankittava-yhteinen/0/",
            "/sivu/tuki/",
            "/tarkista/",
            "/hae/?kohta=/hankittavat-ammat-tutkinnon-osat/0/koulutuksen-jarjestaja-oid",
        ):
            page.goto(f"{draft}{way}{'&' if '?' in way else '?'}lang={then}")
            check(page)
        page.goto(f"{draft.split('/luonnos/')[0]}/{SCHOOL}/luonnokset/")
        check(page)
        assert page.faults == []


@LANGUAGES
def test_without_scripts_the_whole_way(enter, lang):
    """Axe, which needs scripts, looks at the same pages above."""
    t = Sanat(lang)
    osa = t.field(OSA, "tutkinnon-osa-koodi-uri")
    with enter(lang=lang, scripts=False) as page:
        begin(page, t, search=True)
        fill_basics(page, t, needs=False)
        press(page, t.say("save_osa"))
        page.get_by_label(osa).first.fill(t.code(UNIT).split()[-1])
        press_of(page, t.say("lookup"), osa)
        page.get_by_role("radio").first.check()
        press(page, t.say("choose"), exact=True)
        expect(page.get_by_label(osa).first).to_have_value(re.compile(r"\(\d+\)$"))
        # What belongs to another way of learning is not asked for, nor stored.
        choose(page, t, OPPISOPIMUS)
        perusta = field(page, t, TAPA, "oppisopimuksen-perusta-koodi-uri")
        perusta.select_option(label=t.code(PERUSTA))
        choose(page, t, AT_SCHOOL)
        expect(perusta).to_be_hidden()
        for kind, key, day in PERIOD:
            field(page, t, kind, key).fill(day)
        press(page, f"{t.say('add')}: {t.one(TAPA)}", exact=True)
        press_of(page, t.say("remove"), t.one(TAPA, 2))
        press(page, t.say("save_draft"), exact=True)
        press(page, t.say("save_ready"))
        expect(page.get_by_test_id("huomiot")).to_contain_text(t.say("no_email"))
        press(page, t.say("store"), exact=True)
        expect_stored(page, t)
        press(page, t.say("edit"))
        expect(page.get_by_role("heading", level=1)).to_contain_text(t.say("edit_of"))
        assert_fits(page)
        assert page.faults == []
    hoks = Hoks.objects.get()
    assert hoks.manuaalisyotto
    (stored,) = read.get_stored(hoks.id).document["hankittavat-ammat-tutkinnon-osat"]
    (tapa,) = stored["osaamisen-hankkimistavat"]
    assert tapa["osaamisen-hankkimistapa-koodi-uri"] == AT_SCHOOL
    assert "oppisopimuksen-perusta-koodi-uri" not in tapa
