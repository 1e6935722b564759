"""Staff log in, look for students, change schools: in a real Chromium, in Finnish and in Swedish."""

import re

import pytest
from playwright.sync_api import expect

from hoks.services import nakyvyys
from tests.hoks.plans import AINO_AT_POHJOLA, DUPLICATE
from tests.hoks.ui.skenaariot.conftest import LANGUAGES, POHJOLA, WORDS, expect_names, names
from tests.hoks.ui.test_lista import SCHOOL
from tests.pages.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@LANGUAGES
def test_logging_in_choosing_a_plan_and_what_is_not_ones_own(
    elsewhere, day, live_server, settings, monkeypatch, lang
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
        # When no studies go on here, what was written elsewhere is nobody's business here.
        monkeypatch.setattr(nakyvyys, "_goes_on", lambda _: False)
        page.to(f"/virkailija/oppija/{AINO_AT_POHJOLA.oppija}/")
        expect(page.get_by_role("link", name=t["plan"])).to_have_count(1)
        assert_accessible(page)


@LANGUAGES
def test_who_reads_finds_a_student_and_comes_back(day, world, lang):
    t = WORDS[lang]
    with day("lukija", lang) as page:
        # The list, in alphabetical order; nothing to write with.
        expect_names(page, "Tuvanen, Tuisku Tuulia", "Virtala, Testi", "Wirtanen, Teuvo",
                     "Äijälä, Teuvo Testaaja")  # fmt: skip
        assert page.get_by_role("link", name=t["new"]).count() == 0
        # One plan was typed by hand, but this is not a person who writes.
        assert page.get_by_role("button", name=t["edit"]).count() == 0
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
        expect(page.locator("th[aria-sort=descending]")).to_contain_text(t["by_tutkinto"])
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
        expect_names(page, *shown)
        assert_accessible(page)
    with day("vaino", lang) as page:
        edit = page.get_by_test_id("lista-rivi").get_by_role("button", name=t["edit"])
        expect(edit).to_have_text(re.compile("Wirtanen"))


@LANGUAGES
def test_the_picker_of_schools_has_those_with_plans_in_order(day, world, lang):
    t = WORDS[lang]
    with day("louhi", lang) as page:
        picker = page.get_by_label(t["school"], exact=True)
        offered = picker.locator("option").all_inner_texts()
        assert [one.strip() for one in offered] == t["schools"]  # not the provider of them
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?koko=1&sivu=2")
        page.get_by_label(t["school"], exact=True).select_option(POHJOLA)
        page.get_by_role("button", name=t["change"]).click()
        page.wait_for_url(f"**/{POHJOLA}/opiskelijat/**")
        assert "sivu" not in page.url
        expect(page.get_by_test_id("lista-rivi")).to_have_count(1)
        assert "Virtala, Testi" not in names(page)
        assert_accessible(page)
