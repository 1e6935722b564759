"""Plans that staff read, archive and may not change: in a real Chromium, in both languages."""

import re

import pytest
from playwright.sync_api import expect

from ehoks.ui.errors import NoRightHere
from hoks.errors import ArchivedHoksExists, HoksIsTransferred
from tests.hoks.plans import AINO_AT_POHJOLA, PEKKA
from tests.hoks.ui.skenaariot.conftest import (
    AT_SCHOOL,
    AT_WORK,
    DONE,
    EMPTY,
    LANGUAGES,
    LOCAL,
    ONLY_FINNISH,
    POHJOLA,
    WAITS,
    WORDS,
    expect_names,
    names,
)
from tests.hoks.ui.syotto.sanat import Sanat
from tests.hoks.ui.syotto.selaimessa import edit_anyway
from tests.hoks.ui.test_lista import SCHOOL
from tests.pages.browser import assert_accessible

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@LANGUAGES
def test_a_plan_its_parts_its_picture_and_its_languages(parts, day, lang):
    t, other = WORDS[lang], "sv" if lang == "fi" else "fi"
    with day("lukija", lang) as page:
        page.to(f"/virkailija/hoks/{parts}/opiskelusuunnitelma/")
        tiles = page.get_by_test_id("eteneminen").locator("li")
        told = [tuple(map(int, re.findall(r"\d+", tile.inner_text()))) for tile in tiles.all()]
        assert told == [(3, 43), (3, 43), (1, 14)]
        cards = {
            tila: page.locator(f"[data-testid=osakortti][data-tila={tila}] h3").all_inner_texts()
            for tila in ("valmis", "aikataulutettu", "suunniteltu")
        }
        assert [len(found) for found in cards.values()] == [1, 3, 3]
        name = Sanat(lang).code
        expected = {
            "valmis": [name(DONE)],
            "aikataulutettu": [name(AT_WORK), name(WAITS), name(AT_SCHOOL)],
            "suunniteltu": [ONLY_FINNISH, name(EMPTY), LOCAL],
        }
        for tila, nimet in expected.items():
            for nimi in nimet:
                assert any(nimi in heading for heading in cards[tila]), (nimi, cards)
        assert page.get_by_role("link", name=t["archive"]).count() == 0
        assert_accessible(page)
        # The other language and back: the same place, the same days; a name that has but one says so.
        days = page.locator(".hoks-aika").all_inner_texts()
        for to, words in ((other, t["swedish"]), (lang, WORDS[other]["swedish"])):
            page.get_by_role("link", name=words).click()
            expect(page.locator("html")).to_have_attribute("lang", to)
            assert f"/hoks/{parts}/opiskelusuunnitelma/" in page.url
            expect(page.locator(".hoks-aika")).to_have_text(days, use_inner_text=True)
            foreign = page.get_by_role("main").locator("h3 [lang=fi]")
            expect(foreign).to_have_text([] if to == "fi" else [ONLY_FINNISH])
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
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/")
        assert "Wirtanen, Teuvo" in names(page)
        page.to(f"/virkailija/hoks/{eid}/")
        page.get_by_role("link", name=t["archive"]).click()
        page.get_by_label(t["reason"]).check()
        page.get_by_role("button", name=t["archive"]).click()
        expect(page.get_by_role("status").first).to_have_text(t["archived"])
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/")
        assert "Wirtanen, Teuvo" not in names(page)
        page.to(f"/virkailija/{SCHOOL}/opiskelijat/?tila=arkisto")
        expect_names(page, "Wirtanen, Teuvo")
        assert_accessible(page)
        # Nobody makes another plan of the same studies.
        page.to(f"/virkailija/{SCHOOL}/hoks/uusi/?haku={PEKKA.oppija}")
        right = page.get_by_test_id("opiskeluoikeus").filter(has_text=PEKKA.oikeus)
        expect(right).to_contain_text(ArchivedHoksExists.texts.say(lang))
        expect(right.get_by_role("button")).to_have_count(0)
        assert_accessible(page)
    with day("lukija", lang) as page:
        page.to(f"/virkailija/hoks/{world['eids'][2]}/")
        assert page.get_by_role("link", name=t["archive"]).count() == 0
        assert_accessible(page)


@LANGUAGES
def test_what_is_not_ones_own_to_write_is_explained(day, world, lang):
    t, eid = WORDS[lang], world["eids"][2]
    with day("vaino", lang) as page:
        # A plan that a system sends is nobody's to type into.
        page.to(f"/virkailija/hoks/{eid}/")
        assert page.get_by_role("button", name=t["edit"]).count() == 0
        edit_anyway(page, eid)
        _explained(page, HoksIsTransferred.texts.say(lang))
        page.to(f"/virkailija/{POHJOLA}/hoks/uusi/?haku={AINO_AT_POHJOLA.oppija}")
        _explained(page, NoRightHere.texts.say(lang))
        # a page that says no is itself told of as an error
        page.faults[:] = [fault for fault in page.faults if "status of 40" not in fault]


def _explained(page, told):
    """A page that says why, and has nothing to fill in."""
    expect(page.locator(".kehys-virhe")).to_contain_text(told)
    expect(page.get_by_role("main").locator("form, input")).to_have_count(0)
    assert_accessible(page)
