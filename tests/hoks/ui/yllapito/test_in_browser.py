"""Maintenance in a real Chromium: axe, a phone's width, no scripts; deleting by keyboard alone."""

import pytest
from playwright.sync_api import expect

from ehoks.ui import session, tila
from ehoks.ui.models import PalvelunTila
from ehoks.ui.texts import SHELL
from hoks.models import Hoks
from hoks.ui.yllapito.texts import T
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import PEKKA, plan
from tests.hoks.ui.yllapito.test_pages import PAGES
from tests.pages.browser import assert_accessible, assert_fits, browsing
from tests.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
HUB = "/virkailija/yllapito/"
NOTICE = {"fi": "Huoltokatko tänään", "sv": "Underhåll i dag", "en": "Maintenance today"}
LANGUAGES = pytest.mark.parametrize("lang", ["fi", "sv"])


@pytest.fixture
def setting(transactional_db):
    """Two plans, one archived, and a notice; the key of a session that has just logged in."""
    sis = Sis("sampo")
    ids = [sis.create(plan()), sis.create(plan(PEKKA))]
    plans.archive(ids[1])
    PalvelunTila.objects.create(**NOTICE, vakavuus="varoitus")
    tila.forget()
    client = log_in("louhi")
    kept = client.session
    kept[session._TUORE] = kept[session._ALKU]
    kept.save()
    return ids, client.cookies["ehoks_istunto"].value


@LANGUAGES
def test_pages_are_for_everybody_and_a_plan_is_deleted_by_keyboard(setting, live_server, lang):
    (ids, key), t = setting, {name: text.say(lang) for name, text in T.items()}
    cookie = {"name": "ehoks_istunto", "value": key, "url": live_server.url}
    pages = [*(page for page in PAGES if "hallinta" not in page), f"{HUB}hae/?tunnus={ids[1]}"]
    with browsing(served=True, width=320, height=800) as page:
        page.context.add_cookies([cookie, cookie | {"name": "ehoks_kieli", "value": lang}])
        faults = []
        page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
        for n, address in enumerate([*pages, f"{HUB}poista/{ids[1]}/"]):
            page.goto(f"{live_server.url}{address}")
            assert NOTICE[lang] in page.locator(".kehys-tiedote").inner_text()
            if n % 2:  # the colours and names are those of one frame
                page.set_viewport_size({"width": 1280, "height": 900})
            assert_accessible(page)
            page.set_viewport_size({"width": 320, "height": 800})
            assert_fits(page)
        page.goto(f"{live_server.url}{HUB}hallinta/hoks/hoks/{ids[0]}/change/")
        assert faults == [], "the admin breaks the policy"
        page.goto(f"{live_server.url}{HUB}poista/{ids[1]}/")
        page.locator("input[name=syy]").first.focus()
        page.keyboard.press("Space")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        page.get_by_label(t["purge_type_id"]).focus()
        page.keyboard.type(str(ids[0]))
        page.keyboard.press("Enter")
        expect(page.get_by_role("alert")).to_contain_text(t["purge_wrong_id"])
        assert_accessible(page)
        page.get_by_label(t["purge_type_id"]).focus()
        page.keyboard.type(str(ids[1]))
        page.keyboard.press("Enter")
        page.wait_for_url("**/hae/**")
        expect(page.get_by_role("status").last).to_contain_text(
            T["purged"].format(id=ids[1]).say(lang)
        )
        assert_accessible(page)
        # a form that is refused tells the browser so
        assert [fault for fault in faults if "status of 4" not in fault] == []


@LANGUAGES
def test_without_scripts_a_plan_is_brought_back_and_not_deleted_by_mistake(
    setting, live_server, lang
):
    (ids, key), t = setting, {name: text.say(lang) for name, text in T.items()}
    with browsing(served=True, scripts=False) as page:
        page.context.add_cookies([{"name": "ehoks_istunto", "value": key, "url": live_server.url}])
        page.goto(f"{live_server.url}/virkailija/tiedonsiirrot/?lang={lang}")
        page.get_by_role("link", name=SHELL["maintenance"].say(lang)).click()
        page.get_by_role("link", name=t["find_title"]).click()
        page.get_by_label(t["identifier"]).fill(PEKKA.oikeus)
        page.get_by_role("button", name=t["find"], exact=True).click()
        page.get_by_role("button", name=t["restore"]).click()
        told = T["restored"].format(id=ids[1]).say(lang)
        expect(page.get_by_text(told).first).to_be_visible()
        assert_fits(page)
        # The number of another plan deletes nothing.
        page.goto(f"{live_server.url}{HUB}poista/{ids[1]}/")
        page.locator("input[name=syy]").first.check()
        page.get_by_role("button", name=t["next"]).click()
        page.locator("input[name=tunnus]").fill(str(ids[0]))
        page.get_by_role("button", name=t["purge"]).click()
        expect(page.get_by_role("alert")).to_contain_text(t["purge_wrong_id"])
        assert_fits(page)
    assert Hoks.objects.get(pk=ids[1]).deleted_at is None
