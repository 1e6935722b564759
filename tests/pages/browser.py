"""A Chromium whose every request is answered by Django in this process: no server, no network."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import expect

from ehoks.integrations import http

BASE = "http://127.0.0.1"
# The narrowest that WCAG asks for, in the language of the longest words.
SIGHTS = [("fi", 1280), ("sv", 320)]
NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TYPES = {".css": "text/css", ".svg": "image/svg+xml"}


def find_chromium():
    """Its path; without one the test is skipped, or fails where a browser is required."""
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        reason = "no Chromium is installed"
        if os.environ.get("EHOKS_REQUIRE_BROWSER"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


# What sticks out on the right, for the message of a failure.
_WIDE = """[...document.querySelectorAll("body *")]
    .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth)
    .map(e => `${e.tagName}.${e.className} ${e.textContent.trim().slice(0, 40)}`).slice(-5)"""

# What hides a part of what it holds; not what can be scrolled, nor what is for those who hear.
_CLIPPING = """[...document.querySelectorAll("body *")]
    .filter(e => e instanceof HTMLElement && !e.matches("input, select, textarea")
        && Math.min(e.clientWidth, e.clientHeight) > 1
        && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1))
    .filter(e => { const s = getComputedStyle(e), over = [
            [s.overflowX, e.scrollWidth - e.clientWidth],
            [s.overflowY, e.scrollHeight - e.clientHeight]];
        return s.clip === "auto" && s.clipPath === "none"
            && over.some(([how, much]) => ["hidden", "clip"].includes(how) && much > 1) })
    .map(e => `${e.tagName}.${e.className} ${e.scrollWidth}/${e.clientWidth}`
        + ` ${e.scrollHeight}/${e.clientHeight} ${e.textContent.trim().slice(0, 40)}`)"""

_IS_RINGED = """(style => style.outlineStyle !== "none" && style.outlineWidth === "3px")(
    getComputedStyle(document.activeElement))"""


def assert_fits(page):
    """Nothing on the page, once all of it has come, hangs over its edge or is cut by a box around it."""
    page.wait_for_load_state()
    root = "document.documentElement"
    over = page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")
    assert over <= 0, (page.url, over, page.evaluate(_WIDE))
    assert (cut := page.evaluate(_CLIPPING)) == [], (page.url, cut)


def assert_accessible(page):
    """Nothing on the page is against axe's rules, and nothing hangs over the edge.

    A click is over when the next page begins to come: of half a page axe would say nothing. Without
    scripts axe never ends: there the page can only be measured.
    """
    page.wait_for_load_state()
    found = Axe().run(page)
    assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"
    assert_fits(page)


def skip_to_content(page):
    """The first Tab and Enter lead past the menus; what has the focus next is in the content, and seen."""
    page.wait_for_load_state()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.matches('.ds-skip-link, .skip')"), page.url
    assert page.evaluate(_IS_RINGED), page.url
    page.keyboard.press("Enter")
    expect(page.locator("#sisalto")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null"), page.url
    assert page.evaluate(_IS_RINGED), page.url


@contextmanager
def browsing(width=1280, height=900, *, served=False, scripts=True):
    """A page of a fresh browser.

    What it asks for comes from the service's own views, or where it is `served` over HTTP.
    """
    from playwright.sync_api import sync_playwright

    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        context = browser.new_context(
            viewport={"width": width, "height": height},
            locale="fi-FI",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        page = context.new_page()
        if not served:
            page.route("**/*", _answer)
        try:
            yield page
        finally:
            browser.close()


@contextmanager
def visiting(url, keys, who=None, **more):
    """A browser in which somebody has logged in; `keys` are the sessions of those it may become.

    The faults of its pages are gathered. The database is asked before: beside a browser there is an
    event loop in this thread.
    """
    with browsing(served=True, **more) as page:

        def become(who):
            page.context.clear_cookies(name="ehoks_istunto")
            if who:
                cookie = {"name": "ehoks_istunto", "value": keys[who], "url": url}
                page.context.add_cookies([cookie])

        become(who)
        page.become, page.faults = become, []
        page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: page.faults.append(str(error)))
        page.to = lambda address: page.goto(url + address)
        yield page


def _answer(route):
    url = urlsplit(route.request.url)
    if url.path.startswith("/static/"):
        file = finders.find(url.path.removeprefix("/static/"))
        kind = TYPES.get(Path(url.path).suffix, "application/octet-stream")
        route.fulfill(status=200, path=file, content_type=kind)
        return
    language = route.request.headers.get("accept-language", "")
    client = Client(SERVER_NAME="127.0.0.1", headers={"accept-language": language})
    response = client.get(url.path + (f"?{url.query}" if url.query else ""))
    route.fulfill(
        status=response.status_code, headers=dict(response.headers), body=response.content
    )


def simulated(route):
    """Answer for CAS at the desk, which a demonstration has below the service's own address.

    A redirect passes a route by: what led to CAS is gone to once more.
    """
    address = urlsplit(route.request.url)
    path = address.path.removeprefix("/simulator") + f"?{address.query}"
    transport = httpx2.WSGITransport(app=http.simulator())
    cas = httpx2.Client(transport=transport, base_url="http://opintopolku.test")
    sent = route.request.post_data
    kind = {"content-type": route.request.headers.get("content-type", "")} if sent else {}
    answer = cas.request(route.request.method, path, content=sent, headers=kind)
    route.fulfill(status=answer.status_code, headers=dict(answer.headers), body=answer.content)
