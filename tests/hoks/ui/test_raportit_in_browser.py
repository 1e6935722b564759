"""The reports in a real Chromium: by axe's rules, on a phone, by keyboard, without scripts."""

import pytest
from playwright.sync_api import expect

from ehoks.common.dates import today
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import OsaamisenHankkimistapa
from hoks.ui.raportti_texts import RAPORTIT
from tests.hoks.ui.test_in_browser import enter, plans  # noqa: F401 -- fixtures
from tests.hoks.ui.test_lista import SCHOOL
from tests.hoks.ui.test_raportit import ASKED, HOME
from tests.pages.browser import SIGHTS, assert_accessible, assert_fits, skip_to_content

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])
REVERSED = "alku=31.12.2026&loppu=1.1.2026"


@pytest.fixture
def reported(plans):  # noqa: F811
    """Every report has rows."""
    Opiskeluoikeus.objects.update(koski404=True, oppilaitos_oid=SCHOOL)
    periods = OsaamisenHankkimistapa.objects.tyopaikkajaksot()
    assert periods.update(alku=today(), loppu=today(), ohjaaja_sahkoposti=None) >= 2


@pytest.mark.parametrize(("lang", "width"), SIGHTS)
def test_axe_finds_no_fault_and_nothing_hangs_over_the_edge(reported, enter, width, lang):  # noqa: F811
    with enter(width=width, height=800) as page:
        for address in ("", *(f"{nimi}/" for nimi in ASKED), f"tyopaikkajaksot/?{REVERSED}"):
            page.to(f"{HOME}{address}{'&' if '?' in address else '?'}lang={lang}")
            if address and "?" not in address:
                assert page.get_by_test_id("raportti-rivi").count() >= 1, address
            assert_accessible(page)
        assert page.faults == []


@LANGUAGES
def test_without_scripts_and_by_keyboard_alone(reported, enter, lang):  # noqa: F811
    """Axe, which needs scripts, looks at the same pages above."""
    t = {name: text.say(lang) for name, text in RAPORTIT.items()}
    with enter(scripts=False) as page:
        page.to(f"/virkailija/?lang={lang}")
        skip_to_content(page)
        for name in (t["title"], t["paattyvat-jaksot_title"]):
            page.get_by_role("link", name=name).press("Enter")
        days = page.get_by_label(t["within"])
        expect(days).to_have_value("14")
        days.fill("0")
        days.press("Enter")
        page.wait_for_url("**paivia=0")
        assert page.get_by_test_id("raportti-rivi").count() >= 1
        page.locator("thead a[href*='jarjesta=nimi']").press("Enter")
        page.wait_for_url("**jarjesta=nimi**")
        assert "paivia=0" in page.url
        with page.expect_download() as download:
            page.get_by_role("link", name=t["download"]).press("Enter")
        assert download.value.suggested_filename == "paattyvat-jaksot.csv"
        assert_fits(page)


@LANGUAGES
def test_a_mistake_is_tied_to_its_field(reported, enter, lang):  # noqa: F811
    with enter() as page:
        page.to(f"{HOME}tyopaikkajaksot/?{REVERSED}&lang={lang}")
        field = page.get_by_label(RAPORTIT["to"].say(lang))
        assert field.input_value() == "1.1.2026"
        told = page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
        assert told.startswith({"fi": "Aikaväli loppuu ennen", "sv": "Tiden slutar innan"}[lang])
        assert_accessible(page)
