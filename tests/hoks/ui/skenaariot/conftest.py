"""The world in which days of staff are spent in a real Chromium: plans, words in each language, a browser."""

import datetime as dt
from contextlib import contextmanager

import pytest
from django.db import connection
from playwright.sync_api import expect, sync_playwright

from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks, OsaamisenHankkimistapa
from koodisto import lookup
from koodisto.models import Koodi
from koodisto.services import sync_koodistot
from tests.conftest import Sis, payload
from tests.hoks.plans import (
    AINO_AT_POHJOLA,
    AMMAT,
    LEMPI,
    MINTTU,
    PAIKALLISET,
    PEKKA,
    YHTEISET,
    alue,
    full_plan,
    jakso,
    naytto,
    opetus,
    osa,
    paikallinen,
    plan,
    yhteinen,
)
from tests.hoks.ui.test_lista import SCHOOL, rename
from tests.pages.browser import QUIET, find_chromium, simulated
from tests.sharing.conftest import AINO
from tests.staff import log_in

POHJOLA = "1.2.246.562.10.51230000111"
CHOSEN, DONE = "tutkinnonosat_400012", "tutkinnonosat_106902"
AT_WORK, WAITS = "tutkinnonosat_100000", "tutkinnonosat_100001"
EMPTY, AT_SCHOOL = "ammatillisenoppiaineet_vvai", "ammatillisenoppiaineet_mlma"
ONLY_FINNISH, LOCAL = "Vain suomeksi", "Hapanjuuri"
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
        "again": "Kirjaudu uudelleen", "edit": "Muokkaa", "by_tutkinto": "Tutkinto",
        "schools": ["Kalevalan ammattiopisto", "Pohjolan ammattiopisto"],
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
        "by_tutkinto": "Examen", "schools": ["Kalevala yrkesinstitut", "Pohjola yrkesinstitut"],
        "in_force": "Gällande planer", "over_plans": "Planer för avslutade studier",
        "read_only": "En annan utbildningsanordnares", "not_found": "Sidan finns inte",
    },
}  # fmt: skip


@pytest.fixture
def world(transactional_db):
    """Four students of the provider, one of them with a plan elsewhere too; all in one school.

    Pekka's plan was typed by hand. Their numbers are as long as numbers of plans may become.
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
    periods = OsaamisenHankkimistapa.objects.tyopaikkajaksot()
    periods.update(alku=last.replace(month=1, day=1), loppu=last, osa_aikaisuustieto=None)
    periods.filter(pk=periods.first().pk).update(osa_aikaisuustieto=100)
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(koski404=True)
    Hoks.objects.filter(pk=ids[1]).update(manuaalisyotto=True)
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
def parts(world):
    """Aino's plan has parts in every state, as the fourteen days after a demonstration go by.

    One of them has a name in Finnish only.
    """
    sync_koodistot()
    Koodi.objects.filter(pk=CHOSEN).update(nimi={"fi": ONLY_FINNISH}, eperusteet_nimi={})
    lookup.forget()
    near, far = today() - dt.timedelta(days=10), today() + dt.timedelta(days=30)
    pause = [{"alku": today().isoformat(), "loppu": today().isoformat()}]
    work = jakso("b", near.isoformat(), far.isoformat(), keskeytymisajanjaksot=pause)
    begun, done, waits = ((today() - dt.timedelta(days=days)).isoformat() for days in (26, 14, 13))
    units = [
        osa(CHOSEN),
        osa(AT_WORK, osaamisen_hankkimistavat=[work]),
        osa(DONE, osaamisen_osoittaminen=[naytto(begun, done)]),
        osa(WAITS, osaamisen_osoittaminen=[naytto(begun, waits)]),
    ]
    lesson = opetus(near.isoformat(), far.isoformat())
    areas = alue(EMPTY), alue(AT_SCHOOL, osaamisen_hankkimistavat=[lesson])
    body = plan(
        AINO, **{AMMAT: units, PAIKALLISET: [paikallinen(LOCAL)], YHTEISET: [yhteinen(*areas)]}
    )
    return Hoks.objects.get(pk=Sis("sampo").create(body)).eid


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
