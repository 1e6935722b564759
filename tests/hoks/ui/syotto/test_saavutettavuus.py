"""Pages that say no, on the narrowest screen and by axe's rules; a whole plan by the keyboard alone."""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from ehoks.common.dates import now, today
from hoks.errors import HoksIsTransferred
from hoks.models import Hoks, HoksLuonnos
from hoks.schema.objects import HOKS
from hoks.services import luonnokset, read
from koodisto import lookup
from koodisto.models import Koodi
from tests.conftest import Sis
from tests.hoks.plans import (
    AMMAT,
    LEMPI,
    LUKIO,
    MINTTU,
    OSTETTU,
    PEKKA,
    VALMISTUNUT,
    archive,
    opinto,
    osa,
    plan,
)
from tests.hoks.threads import apart
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, Kirjoittaja, check
from tests.hoks.ui.syotto.sanat import OHJAAJA, Sanat
from tests.hoks.ui.syotto.sanat import OSA as OSA_KIND
from tests.hoks.ui.syotto.selaimessa import (
    LANGUAGES,
    SOPIMUS,
    UNIT,
    WORKPLACE,
    edit_anyway,
    expect_stored,
)
from tests.pages.browser import assert_accessible, assert_fits
from tests.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NEW = f"/virkailija/{SCHOOL}/hoks/uusi/"
BASICS = {"/ensikertainen-hyvaksyminen": "17.8.2026", "/osaamisen-hankkimisen-tarve": "true"}
PASSIVE = "tutkinnonosat_100002"
OSA = "osat/hankittava-ammatillinen/0/"
TAPA = "/hankittavat-ammat-tutkinnon-osat/0/osaamisen-hankkimistavat/0"
WITH_PARTS = plan(
    LEMPI, hankittavat_ammat_tutkinnon_osat=[osa()], opiskeluvalmiuksia_tukevat_opinnot=[opinto()]
)
WRONG = {
    f"{TAPA}/osaamisen-hankkimistapa-koodi-uri": "osaamisenhankkimistapa_oppisopimus",
    f"{TAPA}/alku": "31.10.2026",
    f"{TAPA}/loppu": "1.9.2026",
    f"{TAPA}/tyopaikalla-jarjestettava-koulutus/tyopaikan-nimi": "Kahvila" * 12,
    f"{TAPA}/tyopaikalla-jarjestettava-koulutus/tyopaikan-y-tunnus": "1618033-4",
    f"{TAPA}/osa-aikaisuustieto": "paljon",
}


class Katsoja:
    """Looks at pages in Finnish and in Swedish; at what is wrong in a form, in English too."""

    def __init__(self, page):
        self.page = page

    def at(self, address, testid=None):
        """A page that can be asked for again."""
        mark = "&" if "?" in address else "?"
        self.page.to(f"{address}{mark}lang=fi")
        assert_fits(self.page)
        self.page.to(f"{address}{mark}lang=sv")
        check(self.page)
        if testid:
            expect(self.page.get_by_test_id(testid).first).to_be_visible()

    def at_faults(self, address, testid):
        """A page that tells what is wrong: its sentences are long, and no two languages alike."""
        for lang in ("fi", "en", "sv"):
            self.page.to(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            expect(self.page.locator("html")).to_have_attribute("lang", lang)
            check(self.page)
            expect(self.page.get_by_test_id(testid).first).to_be_visible()

    def after(self, toiminto, text):
        """What a button leads to, in Swedish."""
        self.page.locator(f"button[value={toiminto}]").last.click()
        expect(self.page.get_by_text(text).first).to_be_visible()
        check(self.page)


@pytest.fixture
def hand(transactional_db):
    return Kirjoittaja(log_in("vaino"))


def test_every_refusal_and_fault_on_a_phone(enter, hand):
    sis, narrow = Sis("sampo"), {"width": 320, "height": 800}
    with enter("louhi", **narrow) as page:  # the purchased training is in another school
        _refused_beginnings(Katsoja(page), sis)
    with enter(**narrow) as page:
        look = Katsoja(page)
        _two_tabs(look, hand)
        _faults(look, hand)
        _two_people(look, hand)
        _closed(look, hand, sis)
        # a page that says no is itself told of as an error
        assert [fault for fault in page.faults if "Failed to load resource" not in fault] == []


def _refused_beginnings(look, sis):
    apart(lambda: archive(sis.create(plan(PEKKA))))
    eid = apart(lambda: Hoks.objects.get(pk=sis.create(WITH_PARTS)).eid)
    for owner in (LEMPI, PEKKA, OSTETTU, VALMISTUNUT, LUKIO):
        look.at(f"{NEW}?oppija={owner.oppija}", "opiskeluoikeus")
        assert look.page.locator("[data-testid=opiskeluoikeus] strong").count()
    look.at(f"{NEW}?haku=ei-ketaan")
    look.at(f"/virkailija/hoks/{eid}/")
    for lang in ("fi", "sv"):
        look.page.to(f"/virkailija/hoks/{eid}/?lang={lang}")
        edit_anyway(look.page, eid)
        told = HoksIsTransferred.texts.say(lang)
        expect(look.page.locator(".kehys-virhe")).to_contain_text(told)
        check(look.page)


def _two_tabs(look, hand):
    look.at("/virkailija/1.2.246.562.10.51230000111/hoks/uusi/")
    expect(look.page.locator(".kehys-virhe")).to_be_visible()
    look.at(f"{NEW}?oppija={MINTTU.oppija}")
    look.page.locator("main form[method=post] button").last.click()
    hand.draft = look.page.url.partition("/virkailija")[2].partition("sivu/")[0]
    hand.draft = f"/virkailija{hand.draft}"
    hand.address = f"{hand.draft}sivu/perustiedot/"
    apart(hand.press, "tallenna", {"/sahkoposti": f"{'pitka' * 20}@example.fi"})
    look.page.locator("[id='/puhelinnumero']").fill("0401")
    expect(look.page.get_by_test_id("luonnos-tila").get_by_role("alert")).to_be_visible()
    check(look.page)
    look.after("tallenna", "Nedan visas hur det skiljer sig")
    look.at(f"{NEW}?oppija={MINTTU.oppija}")
    look.page.locator("main form[method=post] button").last.click()
    expect(look.page.locator("button[value=alusta]")).to_be_visible()
    check(look.page)


def _faults(look, hand):
    apart(_type_wrong, hand)
    for way in (f"{OSA}?virheet=1", "tarkista/"):
        look.at_faults(f"{hand.draft}{way}", "virheyhteenveto")
    look.at(hand.draft, "tehtava")
    look.at(f"{hand.draft}hae/?kohta=/hankittavat-ammat-tutkinnon-osat/0/tutkinnon-osa-koodi-uri")
    apart(lambda: Hoks.objects.filter(oppija_oid=LEMPI.oppija).update(oppija_oid=MINTTU.oppija))
    look.at(f"{hand.draft}kopioi/")
    assert look.page.get_by_role("checkbox").count() == 2
    look.at("/virkailija/luonnos/00000000-0000-0000-0000-000000000000/")
    expect(look.page.locator(".kehys-virhe")).to_be_visible()
    apart(_remove_first_part, hand)
    look.at(f"{hand.draft}tarkista/", "huomiot")
    hand.eid = apart(hand.hand_in)


def _type_wrong(hand):
    hand.press("seuraava", BASICS | {"/sahkoposti": ""})
    hand.address = f"{hand.draft}{OSA}"
    hand.press("tallenna", WRONG)


def _remove_first_part(hand):
    nahty = HoksLuonnos.objects.get().versio
    address = f"{hand.draft}osat/hankittava-ammatillinen/"
    hand.post(address, {"toiminto": "poista:0", "nahty": nahty})


def _both_edit(hand):
    _edit(hand, {"/sahkoposti": "mine@example.fi"})
    other = Kirjoittaja(log_in("louhi"))
    other.eid = hand.eid
    _edit(other, {"/puhelinnumero": "0401"})
    other.hand_in()


def _edit(hand, fields):
    hand.post(f"/virkailija/hoks/{hand.eid}/muokkaa/", {})
    hand.draft = hand.address
    hand.address = f"{hand.draft}sivu/perustiedot/"
    hand.press("tallenna", fields)


def _two_people(look, hand):
    apart(_both_edit, hand)
    look.at_faults(f"{hand.draft}ristiriita/", "ristiriita")


def _closed(look, hand, sis):
    apart(_take_over, hand, sis)
    look.at(f"{hand.draft}tarkista/")
    look.page.locator("main form[method=post] button").last.click()
    expect(look.page.get_by_role("alert")).to_be_visible()
    check(look.page)
    drafts = HoksLuonnos.objects
    apart(lambda: drafts.update(vanhenee=now()))
    look.at(hand.draft)
    expect(look.page.locator(".kehys-virhe")).to_be_visible()
    apart(lambda: drafts.update(vanhenee=now() + luonnokset.KEPT, sisalto=None))
    look.at(hand.draft)
    expect(look.page.get_by_role("heading", level=1)).to_have_text("Utkastet är stängt")


def _take_over(hand, sis):
    hoks = Hoks.objects.get(eid=hand.eid)
    assert sis.patch(hoks.id, {"versio": 7}).status_code == 204


# --- By the keyboard alone ----------------------------------------------------------------------------

IN_FOCUS = """() => {
  const e = document.activeElement;
  const name = e.labels?.[0] ?? e;
  return (name.innerText || e.getAttribute("aria-label") || "").replace(/\\s+/g, " ").trim();
}"""
IS_SEEN = """() => {
  const style = getComputedStyle(document.activeElement);
  return style.outlineStyle !== "none" || style.boxShadow !== "none";
}"""


class Nappaimisto:
    """A person who has no mouse."""

    def __init__(self, page):
        self.page, self.press, self.type = page, page.keyboard.press, page.keyboard.type

    def go_to(self, name):
        """Tab on until what has that name has the focus, and shows it."""
        way = []
        for _ in range(80):
            self.press("Tab")
            way.append(self.page.evaluate(IN_FOCUS))
            if re.search(name, way[-1]):
                assert self.page.evaluate(IS_SEEN), way[-1]
                return
        pytest.fail(f"{name} is not on the way: {way}")

    def fill(self, name, text):
        self.go_to(name)
        self.type(text)

    def push(self, name):
        self.go_to(name)
        self.press("Enter")


@LANGUAGES
def test_a_whole_plan_by_the_keyboard_alone(enter, lang):
    t = Sanat(lang)
    osa = t.field(OSA_KIND, "tutkinnon-osa-koodi-uri")
    _make_passive(t.code(UNIT).split()[-1])
    with enter(lang=lang) as page:
        keys = Nappaimisto(page)
        page.to(NEW)
        keys.fill(t.say("find_student"), MINTTU.oppija)
        keys.press("Enter")
        rights = t.say("rights_of").partition(":")[0]
        expect(page.get_by_role("heading", name=rights)).to_be_focused()
        keys.push(t.say("begin"))
        page.wait_for_url("**/perustiedot/")
        keys.fill(t.field(HOKS, "ensikertainen-hyvaksyminen"), "17.8.2026")
        keys.go_to(f"^{t.yes(True)}")
        keys.press("Space")
        keys.fill(t.field(HOKS, "sahkoposti"), "minttu@example.fi")
        keys.push(t.say("save_osa"))
        page.wait_for_url("**/osat/**")
        typed = t.code(UNIT).split()[-1]
        keys.fill(f"^{osa}", typed)
        _choose_by_keyboard(keys, page.get_by_role("combobox", name=osa), typed, t)
        keys.go_to(f"^{t.code(SOPIMUS)}")
        keys.press("Space")
        ohjaaja = [
            (OHJAAJA.type, "nimi", "Ohjaaja, Onni"),
            (OHJAAJA.type, "sahkoposti", "onni@example.fi"),
        ]
        # the instructor comes between the workplace and the tasks
        for kind, key, text in (*WORKPLACE[:4], *ohjaaja, *WORKPLACE[4:]):
            keys.fill(f"^{re.escape(t.field(kind, key))}", text)
        keys.push(t.say("save_ready"))
        expect_stored(page, t)
        check(page)
        assert page.faults == []
    (stored,) = read.get_stored(Hoks.objects.get().id).document[AMMAT]
    assert stored["tutkinnon-osa-koodi-uri"] == UNIT
    assert stored["tutkinnon-osa-koodi-versio"] == lookup.versio(UNIT)


def _make_passive(word):
    """Another code has the same word in its name, but is no longer in force."""
    nimi = dict.fromkeys(("fi", "sv"), f"Ennen {word}")
    old = Koodi.objects.filter(pk=PASSIVE)
    old.update(nimi=nimi, eperusteet_nimi={}, voimassa_loppu=today() - dt.timedelta(days=1))
    lookup.forget()


def _choose_by_keyboard(keys, field, typed, t):
    """The list opens, closes and is told of; one of its choices is taken."""
    status = keys.page.locator("body > [role=status]")
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(status).to_have_text(re.compile(rf"^\d+{re.escape(t.say('result_n')[3:])}"))
    options = keys.page.locator("[role=option]")
    expect(options.filter(has_text=PASSIVE.partition("_")[2])).to_have_count(0)
    assert_accessible(keys.page)
    keys.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value(typed)
    keys.press("ArrowDown")
    expect(field).to_have_attribute("aria-expanded", "true")
    keys.press("ArrowDown")
    chosen = keys.page.locator("[role=option][aria-selected=true]")
    arvo = chosen.inner_text()
    expect(field).to_have_attribute("aria-activedescendant", chosen.get_attribute("id"))
    keys.press("Enter")
    expect(field).to_have_value(arvo)
    expect(options.locator("visible=true")).to_have_count(0)
