"""A draft in a real Chromium: left and gone on with, and edited in two tabs, in both languages."""

import pytest
from playwright.sync_api import expect

from hoks.models import Hoks
from hoks.schema.objects import HOKS
from tests.hoks.plans import MINTTU
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, check
from tests.hoks.ui.syotto.sanat import Sanat
from tests.hoks.ui.syotto.selaimessa import (
    LANGUAGES,
    NEW,
    begin,
    expect_stored,
    field,
    fill_basics,
    press,
    saved,
    saving,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@LANGUAGES
def test_a_draft_is_gone_on_with_and_a_plan_is_edited_in_two_tabs(enter, lang):
    t = Sanat(lang)
    with enter(lang=lang) as page:
        begin(page, t)
        fill_basics(page, t)
        email = field(page, t, HOKS, "sahkoposti")
        with saving(page, "minttu"):
            email.fill("minttu@example.fi")
            email.blur()
        expect(page.get_by_test_id("luonnos-tila")).to_contain_text(saved(t))
        assert page.faults == []
    with enter(lang=lang) as page:
        _go_on(page, t)
        _edit_twice(page, t)
        assert [fault for fault in page.faults if "status of 409" not in fault] == []
    assert Hoks.objects.get().manuaalisyotto


def _go_on(page, t):
    """The draft is offered, and is what was typed; it becomes a plan that can be edited."""
    page.to(f"{NEW}?haku={MINTTU.oppija}")
    press(page, t.say("begin"))
    expect(page.get_by_role("heading", name=t.say("resume_title"))).to_be_visible()
    check(page)
    press(page, t.say("resume"))
    page.wait_for_url("**/luonnos/**")
    page.goto(f"{page.url.partition('sivu/')[0]}sivu/perustiedot/")
    expect(field(page, t, HOKS, "sahkoposti")).to_have_value("minttu@example.fi")
    press(page, t.say("save_ready"))
    expect_stored(page, t)
    page.to(f"/virkailija/{SCHOOL}/opiskelijat/")
    press(page, t.say("edit"))
    page.wait_for_url("**/luonnos/**")


def _edit_twice(page, t):
    """The tab that saves last is told of the other, and keeps what was typed in it."""
    address = f"{page.url.partition('sivu/')[0]}sivu/perustiedot/"
    other = page.context.new_page()
    for tab in (page, other):
        tab.goto(address)
    field(other, t, HOKS, "puhelinnumero").fill("0401")
    press(other, t.say("save_draft"), exact=True)
    expect(other.get_by_test_id("luonnos-tila")).to_contain_text(saved(t))
    field(page, t, HOKS, "sahkoposti").fill("toinen@example.fi")
    press(page, t.say("save_draft"), exact=True)
    conflict = page.get_by_test_id("ristiriita")
    expect(conflict).to_be_focused()
    expect(conflict).to_contain_text(t.say("conflict_title"))
    expect(field(page, t, HOKS, "sahkoposti")).to_have_value("toinen@example.fi")
    check(page)
