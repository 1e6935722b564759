"""A share as somebody new to the service tries it: `make run`, a browser, the demonstration people."""

import re
import time

import pytest
from playwright.sync_api import expect

from tests.pages.browser import assert_accessible, browsing

pytestmark = [pytest.mark.server, pytest.mark.browser]

ONNI = "onni.ohjaaja@example.fi"


class Visitor:
    """A window of the browser in which one of the demonstration people logs in."""

    def __init__(self, browser, base, user):
        self.page = browser.new_context(
            locale="fi-FI", viewport={"width": 390, "height": 800}
        ).new_page()
        self.base, self.user = base, user

    def to(self, address):
        """Open an address; whoever is sent to identify themselves does so, and comes back."""
        self.page.goto(address if address.startswith("http") else self.base + address)
        self.identify()

    def identify(self):
        if "/simulator/cas" in self.page.url:
            self.page.locator(f"button[value={self.user}]").click()
            self.page.wait_for_load_state()  # a click is over when the next page begins to come

    def press(self, name):
        """Use the first button or link of that name."""
        for role in ("button", "link"):
            found = self.page.get_by_role("main").get_by_role(role, name=name)
            if found.count():
                found.first.click()
                self.page.wait_for_load_state()
                self.identify()
                return
        pytest.fail(f"no {name!r} on {self.page.url}: {self.text}")

    @property
    def text(self):
        return self.page.get_by_role("main").inner_text()


def mail_with(page, base, before):
    """The link of the mail that has come since; the outbox is looked at until it is there."""
    for _ in range(60):
        for name in mails(page, base):
            page.goto(f"{base}/simulator/viestit/{name}")
            text = page.locator("body").inner_text()
            if name not in before and ONNI in text:
                return re.search(r"http://\S+/jako/[\w-]+/", text)[0]
        time.sleep(0.5)
    pytest.fail("no mail came")


def mails(page, base):
    page.goto(f"{base}/simulator/viestit")
    hrefs = [a.get_attribute("href") for a in page.locator("a[href*='viestit/']").all()]
    return [href.rpartition("/")[2].partition("?")[0] for href in hrefs]


def share(sharer, base, desk):
    """From the shares of the plan in front of the sharer to the link in the instructor's mail."""
    before = mails(desk, base)
    sharer.press("Jaot")
    sharer.press("Uusi jako")
    period = sharer.page.locator("a[href*='moduuli=']").filter(has_text="Osaamisen hankkiminen")
    period.filter(has_text="Pullapaja").first.click()
    expect(sharer.page.get_by_role("main")).to_contain_text("Ohjaaja, Onni")
    sharer.press("Jaa ja lähetä linkki")
    assert "Tiedot on jaettu." in sharer.text
    return mail_with(desk, base, before)


def test_the_student_and_the_school_share_a_period_and_end_it(service):
    base = f"http://127.0.0.1:{service[0]}"
    with browsing(served=True) as desk:
        browser = desk.context.browser
        aino, vaino = Visitor(browser, base, "aino"), Visitor(browser, base, "vaino")
        aino.to("/oppija/")
        aino.press("Avaa suunnitelma")
        vaino.to("/virkailija/")
        vaino.page.get_by_label("Hae opiskelijaa").fill("aino kalevatar")
        vaino.press("Hae")
        # until the search has answered, the first row is somebody else's
        found = vaino.page.get_by_test_id("lista-rivi").filter(has_text="Kalevatar")
        found.get_by_role("link").first.click()
        vaino.page.wait_for_load_state()
        for sharer in (aino, vaino):
            address = share(sharer, base, desk)
            one = sharer.page.url
            onni = Visitor(browser, base, "ohjaaja")
            onni.to(address)
            assert "Aino" not in onni.page.content()
            onni.press("Tunnistaudu")
            onni.press("Avaa jaetut tiedot")
            assert "Aino Marjatta Kalevatar" in onni.text
            assert "Pullapaja Oy" in onni.text
            shown = onni.page.url
            sharer.to(one)
            assert "Onni Ohjaaja" in sharer.page.get_by_test_id("avaukset").inner_text()
            sharer.press("Peru jako")
            sharer.press("Peru jako")
            assert "Jako peruttiin." in sharer.text
            onni.to(shown)
            assert "Jako on peruttu" in onni.text
            onni.to(address)
            onni.press("Avaa jaetut tiedot")
            assert "Jako on peruttu" in onni.text


def test_who_acts_for_the_student_is_shown_the_way_out(service):
    base = f"http://127.0.0.1:{service[0]}"
    with browsing(served=True) as desk:
        guardian = Visitor(desk.context.browser, base, "huoltaja")
        guardian.to("/oppija/")
        assert "Kirjauduit toisen puolesta" in guardian.text
        assert "Aino" not in guardian.page.content()
        assert_accessible(guardian.page)
        guardian.press("Kirjaudu ulos")
        assert guardian.page.url == f"{base}/"
        guardian.page.goto(f"{base}/oppija/")
        assert "/simulator/cas-oppija/login" in guardian.page.url
