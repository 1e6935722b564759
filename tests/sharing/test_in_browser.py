"""Shares in a real Chromium: made, opened, seen and ended by both sides; every state by axe's rules.

Nothing here needs scripts or a mouse: the walks are made without either, on a narrow phone.
"""

import datetime as dt
import re

import pytest
from playwright.sync_api import expect

from ehoks.common.dates import now, today
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.models import Hoks
from sharing.models import Jako, Yritykset
from sharing.services.jakaminen import create_jako
from tests.conftest import Sis
from tests.hoks.plans import AMMAT, TAVAT
from tests.pages.browser import SIGHTS, assert_accessible, assert_fits, visiting
from tests.sharing.conftest import (
    AINO,
    ALKU,
    LOPPU,
    OHJAAJA,
    SALAISUUDET,
    aino_plan,
    link,
    module,
    show,
    stored,
    tunnus,
    wanted,
    work,
)
from tests.staff import as_citizen, log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
DAY = dt.timedelta(days=1)
STRANGER, GUESSER = "1.2.246.562.24.10000000305", "1.2.246.562.24.10000000306"
UNKNOWN = f"/jako/{'A' * 43}/"
WORDS = {
    "fi": {
        "new": "Uusi jako", "make": "Jaa ja lähetä linkki", "end": "Päättyy", "begin": "Alkaa",
        "reversed": "päättyy ennen kuin se alkaa", "past": "on jo mennyt", "shares": "Jaot",
        "landing": "Sinulle on jaettu tietoja", "identify": "Tunnistaudu",
        "open": "Avaa jaetut tiedot", "revoke": "Peru jako", "revoked": "Jako peruttiin.",
        "sure": "Perutaanko jako?", "over": "Jako on päättynyt", "log": "Jakoi osan",
        "none": "Sinulla ei ole voimassa olevia jakoja", "copy": "Kopioi linkki",
        "early": "Vielä on liian aikaista", "dead": "Linkki ei toimi", "state": "Peruttu", "valid": "Voimassa",
        "changed": "Muuttunut edellisen käyntisi jälkeen", "gone": "poistettu suunnitelmasta",
        "many": "Olet yrittänyt avata monta linkkiä", "by_school": "Oppilaitos on tehnyt tämän jaon",
        "opened": "Avaukset", "looked": "Jaettu osa",
    },
    "sv": {
        "new": "Ny delning", "make": "Dela och skicka länken", "end": "Slutar", "begin": "Börjar",
        "reversed": "slutar innan den börjar", "past": "har redan passerat", "shares": "Delningar",
        "landing": "Uppgifter har delats med dig", "identify": "Identifiera dig",
        "open": "Öppna de delade uppgifterna", "revoke": "Återkalla delningen",
        "revoked": "Delningen återkallades.", "sure": "Återkallas delningen?",
        "over": "Delningen har upphört", "log": "Delade en del",
        "none": "Du har inga gällande delningar", "copy": "Kopiera länken",
        "early": "Det är ännu för tidigt", "dead": "Länken fungerar inte", "state": "Återkallad", "valid": "Gäller",
        "changed": "Ändrat efter ditt senaste besök", "gone": "tagits bort ur planen",
        "many": "Du har försökt öppna många länkar", "by_school": "Läroanstalten har gjort den här",
        "opened": "Öppningar", "looked": "Den delade delen",
    },
}  # fmt: skip


@pytest.fixture
def people(hoks, live_server, settings):
    """`people(who, **more)` opens a browser of somebody who has been identified."""
    settings.BASE_URL = live_server.url  # where links lead
    keys = {"vaino": log_in("vaino").cookies["ehoks_istunto"].value}
    for who, oid, nimi in (
        ("aino", AINO.oppija, "Aino Kalevatar"),
        ("onni", OHJAAJA.oid, OHJAAJA.nimi),
        ("outi", STRANGER, "Outi Outo"),
        ("arvo", GUESSER, "Arvo Arvaaja"),
    ):
        keys[who] = as_citizen(oid, nimi).cookies["ehoks_istunto"].value
    return lambda who=None, **more: visiting(live_server.url, keys, who, **more)


@pytest.fixture
def hoks(transactional_db):
    """Aino's plan, in a database that the service of this test sees too."""
    return Hoks.objects.get(pk=Sis("sampo").create(aino_plan(naytot=[show()])))


# --- Walks --------------------------------------------------------------------------------------------


def tab_to(page, name):
    """Go by the tabulator to what bears the name, and see that it is seen."""
    for _ in range(80):
        page.keyboard.press("Tab")
        here = page.evaluate("document.activeElement.textContent.trim()")
        if re.sub(r"\s+", " ", here).startswith(name):
            ring = "getComputedStyle(document.activeElement).outlineWidth"
            assert page.evaluate(ring) == "3px", name
            return
    pytest.fail(f"{name} was not reached by keyboard on {page.url}")


def press(page, name):
    """Use a link or a button as people without a mouse do."""
    tab_to(page, name)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def main(page):
    return page.get_by_role("main").inner_text()


@pytest.mark.parametrize("lang", ["fi", "sv"])
@pytest.mark.parametrize("door", ["oppija", "virkailija"])
def test_shared_opened_seen_and_revoked_without_scripts_or_a_mouse(hoks, people, door, lang):
    t = WORDS[lang]
    who, other = ("aino", "vaino") if door == "oppija" else ("vaino", "aino")
    rooms = {
        "aino": f"/oppija/hoks/{tunnus(hoks)}/jaot/",
        "vaino": f"/virkailija/hoks/{hoks.eid}/jaot/",
    }
    with people(who, scripts=False, width=320, height=700) as page:
        page.to(f"{rooms[who]}?lang={lang}")
        press(page, t["new"])
        page.locator(f"a[href$='moduuli={module_of(page)}']").first.click()
        # A share that would end before it begins, then one in the past; what was written stays.
        for days, fault in (((5, 1), t["reversed"]), ((-9, -5), t["past"])):
            for label, day in zip((t["begin"], t["end"]), days, strict=True):
                page.get_by_label(label, exact=True).fill(paiva(today() + day * DAY))
            page.get_by_role("button", name=t["make"]).click()
            expect(page.get_by_role("alert").first).to_contain_text(fault)
            assert_fits(page)
        page.get_by_label(t["begin"], exact=True).fill(paiva(today()))
        page.get_by_label(t["end"], exact=True).fill(paiva(LOPPU))
        page.get_by_label(t["end"], exact=True).press("Enter")
        expect(page.locator("#linkki")).not_to_have_value("")
        address = page.locator("#linkki").input_value()
        one = page.url
        page.reload()
        assert page.locator("#linkki").count() == 0  # shown once
        expect(page.get_by_role("main")).to_contain_text(t["valid"])
        # The instructor: before identification nothing is told; then what is shared, and no more.
        page.become(None)
        page.goto(address)
        expect(page.get_by_role("main")).to_contain_text(t["landing"])
        assert "Aino" not in page.content()
        tab_to(page, t["identify"])
        page.become("onni")
        page.goto(address)
        press(page, t["open"])
        html = page.content()
        assert "Aino Marjatta Kalevatar" in html
        assert "taikinan valmistus" in html
        for hidden in (*SALAISUUDET, "Salainen osa", "Korvapuustikeskus", AINO.oppija, hoks.eid):
            assert hidden not in html
        assert_fits(page)
        document = page.url
        # Both sides see that it was opened, and who made it.
        page.become(other)
        page.to(f"{rooms[other]}?lang={lang}")
        page.get_by_test_id("jako-rivi").get_by_role("link").click()
        expect(page.get_by_test_id("avaukset")).to_contain_text("Onni Ohjaaja")
        page.wait_for_load_state()
        may_end = page.get_by_role("link", name=t["revoke"]).count()
        assert may_end == (other == "vaino")  # the student ends only own shares
        assert (t["by_school"] in main(page)) == (other == "aino")
        page.become(who)
        page.goto(one)
        press(page, t["revoke"])
        expect(page.get_by_role("main")).to_contain_text(t["sure"])
        press(page, t["revoke"])
        expect(page.get_by_role("status").first).to_contain_text(t["revoked"])
        expect(page.get_by_role("main")).to_contain_text(t["state"])
        # The link is dead, the page is dead, the list is empty.
        page.become("onni")
        page.goto(document)
        expect(page.get_by_role("main")).to_contain_text(t["over"])
        page.goto(address)
        press(page, t["open"])
        expect(page.get_by_role("main")).to_contain_text(t["over"])
        page.to("/jako/")
        expect(page.get_by_role("main")).to_contain_text(t["none"])
        # It stands in the plan's events, and among the looks that the student is told.
        page.become("vaino")
        page.to(f"/virkailija/hoks/{hoks.eid}/tapahtumat/")
        expect(page.get_by_role("main")).to_contain_text(t["log"])
        page.become("aino")
        page.to("/oppija/katselut/")
        expect(page.get_by_role("main")).to_contain_text(t["looked"])
        # forms with faults and a link that is over are themselves told of
        assert [fault for fault in page.faults if "status of 4" not in fault] == []


def module_of(page):
    """The period of work that the list offers."""
    offered = page.locator("a[href*='moduuli=']").filter(has_text="Pullapaja").first
    return offered.get_attribute("href").partition("moduuli=")[2]


# --- Every page ---------------------------------------------------------------------------------------


@pytest.fixture
def links(hoks, koulu):
    """The links of a share in each state, by the state's name."""

    def made(bound=None, module_id=None, **values):
        whom = {"module_id": module_id} if module_id else {}
        jako = create_jako(stored=stored(hoks), pyynto=wanted(hoks, **whom), jakaja=koulu)
        if bound:
            values |= {"sidottu_oid": bound, "sidottu_aika": now()}
        Jako.objects.filter(pk=jako.pk).update(**values)
        return jako

    sis, me = Sis("sampo"), OHJAAJA.oid
    sis.put(hoks.pk, aino_plan(work(), work("toinen-jakso", ALKU - 40 * DAY), naytot=[show()]))
    gone = made(me, module(hoks, n=1))
    seen = made(me, viesti="Tervetuloa!\nTässä on jakso.")
    assert as_citizen(me).get(f"/jako/tiedot/{seen.pk}/").status_code == 200
    changed = aino_plan(work(ajanjakson_tarkenne="Iltavuorot"), naytot=[show()])
    changed[AMMAT][0][TAVAT][0]["keskeytymisajanjaksot"] = [
        {"alku": today().isoformat(), "loppu": today().isoformat()}
    ]
    sis.put(hoks.pk, changed)
    Yritykset.objects.create(kuka=f"henkilo {GUESSER}", maara=10, alku=now())
    over = {"paatetty": now(), "paattymisen_syy": "peruttu"}
    return {
        "seen": seen,
        "gone": gone,
        "fresh": made(),
        "early": made(voimassa_alku=today() + DAY),
        "late": made(me, voimassa_alku=ALKU, voimassa_loppu=today() - DAY),
        "last_day": made(me, voimassa_alku=ALKU, voimassa_loppu=today()),
        "revoked": made(me, **over),
        "others": made(STRANGER),
    }


@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_axe_finds_no_fault_on_any_page_or_state(hoks, links, people, lang, width):
    t = WORDS[lang]
    paths = {name: link(jako) for name, jako in links.items()}
    student, staff = f"/oppija/hoks/{tunnus(hoks)}/jaot/", f"/virkailija/hoks/{hoks.eid}/jaot/"
    school = stored(hoks).oppilaitos_oid
    with people("aino", width=width, height=800) as page:

        def at(address, *told):
            page.to(f"{address}{'&' if '?' in address else '?'}lang={lang}")
            checked(*told)

        def opened(path, *told, status=200):
            page.to(path)
            with page.expect_navigation() as answer:
                page.get_by_role("button", name=t["open"]).click()
            assert answer.value.status == status, path
            checked(*told)

        def checked(*told):
            for words in told:
                expect(page.get_by_role("main")).to_contain_text(words)
            assert_accessible(page)

        # The student: all shares, those of a plan, a new one with its faults, one that is fresh.
        at("/oppija/jaot/")
        at(student, t["state"])
        at(f"{student}uusi/")
        page.locator("a[href*='moduuli=']").filter(has_text="Pullapaja").first.click()
        checked()
        page.locator("input[value=muu]").check()
        page.get_by_role("button", name=t["make"]).click()
        checked()
        assert page.locator("[role=alert] a").count() >= 3
        page.locator("input[value='0']").check()
        page.get_by_role("button", name=t["make"]).click()
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.get_by_role("button", name=t["copy"]).click()
        expect(page.locator("[data-kopioi=linkki] + [role=status]")).not_to_be_empty()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied == page.locator("#linkki").input_value()
        checked()
        page.get_by_role("link", name=t["revoke"]).click()
        checked(t["sure"])
        at(f"{student}suostumukset/")
        at(f"{student}{links['gone'].pk}/", t["gone"])
        # Staff.
        page.become("vaino")
        at(staff, t["state"])
        at(f"{staff}uusi/")
        at(f"{staff}{links['seen'].pk}/", t["opened"])
        at(f"/virkailija/{school}/automaattinen-jakaminen/")
        # Nobody; then the instructor, in every state of a link.
        page.become(None)
        at(paths["fresh"], t["landing"])
        page.become("onni")
        opened(paths["fresh"], "Aino Marjatta Kalevatar")
        opened(paths["last_day"], "Aino Marjatta Kalevatar")
        opened(paths["seen"], t["changed"], "Iltavuorot", "Tervetuloa!")
        letters = "document.documentElement.style.fontSize = '200%'"
        for address in (f"/jako/tiedot/{links['seen'].pk}/", paths["fresh"], "/jako/"):
            page.set_viewport_size({"width": 640, "height": 900})
            page.to(address)
            page.evaluate(letters)
            assert_fits(page)
            page.set_viewport_size({"width": width, "height": 800})
        page.to(f"/jako/tiedot/{links['seen'].pk}/tulosta/")
        checked()
        at("/jako/")
        assert page.get_by_test_id("jako-rivi").count() == 3
        opened(paths["early"], t["early"], paiva(today() + DAY), status=423)
        opened(paths["late"], t["over"], paiva(today() - DAY), status=410)
        opened(paths["revoked"], t["over"], status=410)
        opened(paths["gone"], t["over"], t["gone"], status=410)
        opened(paths["others"], t["dead"], status=404)
        # What was revoked and what never was are the same page to whom they are not for.
        page.become("outi")
        dead = set()
        for path in (paths["revoked"], UNKNOWN):
            opened(path, t["dead"], status=404)
            dead.add(re.sub("[0-9a-f]{32}", "", main(page)))  # but for the request's number
        assert len(dead) == 1
        page.become("arvo")
        opened(paths["fresh"], t["many"], status=429)
        assert [fault for fault in page.faults if "status of 4" not in fault] == []
