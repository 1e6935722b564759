"""What a person does on the pages of writing in a browser, in whichever language they are."""

import re

import pytest
from playwright.sync_api import expect

from hoks.schema.objects import HOKS
from tests.hoks.plans import MINTTU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL
from tests.hoks.ui.syotto.sanat import OHJAAJA, TAPA, TYOPAIKKA

LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
NEW = f"/virkailija/{SCHOOL}/hoks/uusi/"
UNIT = "tutkinnonosat_106901"
PERIOD = ((TAPA, "alku", "1.9.2026"), (TAPA, "loppu", "30.10.2026"))
WORKPLACE = (
    *PERIOD,
    (TYOPAIKKA, "tyopaikan-nimi", "Pullapaja Oy"),
    (TYOPAIKKA, "tyopaikan-y-tunnus", "1618033-3"),
    (TYOPAIKKA, "keskeiset-tyotehtavat", "leipominen"),
    (TAPA, "osa-aikaisuustieto", "100"),
)
SOPIMUS, OPPISOPIMUS = (
    f"osaamisenhankkimistapa_{nimi}" for nimi in ("koulutussopimus", "oppisopimus")
)


def press(page, name, **more):
    page.get_by_role("button", name=name, **more).click()


def press_of(page, word, what):
    """A button that says to those who do not see it what it is of."""
    press(page, re.compile(rf"^{re.escape(word)}\s*: {re.escape(what)}$"))


def begin(page, t, *, search=False):
    """Minttu's plan: the page of its basic data is open."""
    if search:
        page.to(NEW)
        page.get_by_label(t.say("find_student")).fill(MINTTU.oppija)
        press(page, t.say("search"), exact=True)
    else:
        page.to(f"{NEW}?haku={MINTTU.oppija}")
    press(page, t.say("begin"))
    page.wait_for_url("**/perustiedot/")


def field(page, t, kind, key):
    """The first field that is called so."""
    return page.get_by_label(t.field(kind, key)).first


def fill_basics(page, t, *, needs=True):
    """What every plan must say."""
    field(page, t, HOKS, "ensikertainen-hyvaksyminen").fill("17.8.2026")
    page.get_by_label(t.yes(needs), exact=True).check()


def choose(page, t, uri):
    """One of the choices that are shown at once."""
    page.get_by_label(t.code(uri), exact=True).check()


def fill_workplace(page, t):
    """A period of work with all that it must have."""
    choose(page, t, SOPIMUS)
    for kind, key, text in WORKPLACE:
        field(page, t, kind, key).fill(text)
    ohjaaja = page.get_by_role("group", name=re.compile(t.field(TYOPAIKKA, OHJAAJA.key)))
    field(ohjaaja, t, OHJAAJA.type, "nimi").fill("Ohjaaja, Onni")
    field(ohjaaja, t, OHJAAJA.type, "sahkoposti").fill("onni@example.fi")


def expect_stored(page, t):
    """The plan is there, and its page says so."""
    expect(page.get_by_role("status").first).to_have_text(t.say("stored"))


def saved(t):
    """What the page says once it has saved itself, before the time of day."""
    return t.say("saved_at").partition("{")[0]


def saving(page, text):
    """Until the page has by itself saved what holds this text: that it is saved stands there before, too."""
    return page.expect_response(lambda answer: text in (answer.request.post_data or ""))


def edit_anyway(page, eid):
    """What the page of a plan that a system sends has no button for."""
    page.evaluate(
        """eid => { const f = document.querySelector("form[method=post]");
        f.action = `/virkailija/hoks/${eid}/muokkaa/`; f.submit() }""",
        eid,
    )
    page.wait_for_url("**/muokkaa/")
