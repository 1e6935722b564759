"""Takes the pictures of `docs/kuvat/`: `make pictures`, or `python -m tests.pages.kuvaa lang width folder`.

A service of its own with the demonstration register, a browser, the main pages in turn.
"""

import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Page, sync_playwright

from hoks.presenters.otsikot import KENTAT
from tests.ops.processes import ROOT
from tests.ops.test_up import free_port, is_ready, up
from tests.pages.browser import QUIET, find_chromium

SCHOOL = "1.2.246.562.10.27182818289"
LISTA = f"/virkailija/{SCHOOL}/opiskelijat/"
REPORTS = f"/virkailija/{SCHOOL}/raportit/"
FREE = "1.2.246.562.24.12312312319"  # a student without a plan
TALL = 1150  # pixels: what lies below is more of the same

Picture = tuple[str, str]  # the name of a file, an address


def staff(page: Page, lang: str) -> Iterator[Picture]:
    """What Väinö sees."""
    yield "opiskelijat", LISTA
    plan, at_home = _plan(page, "Ojala"), _plan(page, "Kalevatar")  # the second has an address
    yield "tavoite", at_home
    yield "osaamisen-hankkiminen", f"{plan}opiskelusuunnitelma/"
    yield "aikajana", f"{plan}aikajana/"
    yield "tapahtumat", f"{plan}tapahtumat/"
    yield "jaot", f"{plan}jaot/"
    page.goto(urljoin(page.url, f"{plan}jaot/uusi/"))
    yield "jako-uusi", _href(page, "main a", KENTAT["tavat"].otsikko.say(lang))
    page.goto(urljoin(page.url, f"{plan}opiskelusuunnitelma/"))
    yield "vaatimukset", _href(page, "main a[href^='/vaatimukset/']")
    yield "tiedonsiirrot", "/virkailija/tiedonsiirrot/?tila=kaikki"
    yield "raportti-tyopaikkajaksot", f"{REPORTS}tyopaikkajaksot/"
    yield "raportti-ajantasaisuus", f"{REPORTS}ajantasaisuus/"
    yield "hoks-uusi", f"/virkailija/{SCHOOL}/hoks/uusi/?haku={FREE}"
    page.goto(urljoin(page.url, f"/virkailija/{SCHOOL}/hoks/uusi/?haku={FREE}"))
    page.get_by_test_id("opiskeluoikeus").locator("form button").first.click()
    page.wait_for_url("**/luonnos/**")
    yield "luonnos-perustiedot", urlsplit(page.url).path
    yield "luonnos", urlsplit(page.url).path.partition("sivu/")[0]


def _plan(page: Page, name: str) -> str:
    """The plan of somebody on the list of students that is open."""
    href = _href(page, "[data-testid=lista-rivi] a", name).partition("?")[0]
    return href.removesuffix("opiskelusuunnitelma/")


def _href(page: Page, selector: str, text: str = "") -> str:
    found = page.locator(selector).filter(has_text=text).first
    return found.get_attribute("href", timeout=10_000) or ""


def keeper(page: Page, _lang: str) -> Iterator[Picture]:
    """What OPH's main user sees."""
    yield "yllapito", "/virkailija/yllapito/"
    yield "yllapito-hae", "/virkailija/yllapito/hae/?tunnus=6"
    yield "yllapito-tyot", "/virkailija/yllapito/tyot/"
    yield "yllapito-jarjestelma", "/virkailija/yllapito/jarjestelma/"


def student(page: Page, _lang: str) -> Iterator[Picture]:
    """What Aino sees."""
    yield "oppija", "/oppija/"
    plan = _href(page, ".oppija-kortti-avaa a")
    yield "oppija-suunnitelma", plan
    yield "oppija-katselut", "/oppija/katselut/"


def anybody(page: Page, _lang: str) -> Iterator[Picture]:
    """What needs no login."""
    yield "etusivu", "/"


# Who looks, by which door, at what.
VISITS: tuple[tuple[str, str, Callable[[Page, str], Iterator[Picture]]], ...] = (
    ("", "", anybody),
    ("vaino", "/virkailija/", staff),
    ("louhi", "/virkailija/", keeper),
    ("aino", "/oppija/", student),
)


def take(base: str, folder: Path, lang: str = "fi", width: int = 1280) -> None:
    """Every picture; each visitor in a context of their own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=QUIET)
        for user, door, visit in VISITS:
            context = browser.new_context(
                viewport={"width": width, "height": 800}, locale="fi-FI", reduced_motion="reduce"
            )
            page = context.new_page()
            if user:
                page.goto(base + door)
                page.locator(f"button[value={user}]").click()
            for name, address in visit(page, lang):
                page.goto(f"{base}{address}{'&' if '?' in address else '?'}lang={lang}")
                _shoot(page, folder / f"{name}.png", width)
            context.close()
        browser.close()


def _shoot(page: Page, file: Path, width: int) -> None:
    height = min(int(page.evaluate("document.documentElement.scrollHeight")), TALL)
    page.screenshot(
        path=file, clip={"x": 0, "y": 0, "width": width, "height": height}, full_page=True
    )


def main() -> None:
    """Start the service, take the pictures, stop."""
    lang, width, folder = (sys.argv[1:] + ["fi", "1280", ""][len(sys.argv) - 1 :])[:3]
    target = Path(folder) if folder else ROOT / "docs" / "kuvat"
    target.mkdir(parents=True, exist_ok=True)
    port = free_port()
    with tempfile.TemporaryDirectory() as home, up(Path(home), port) as process:
        while not is_ready(port):
            if process.poll() is not None:
                raise SystemExit("the service did not start")
            time.sleep(0.5)
        time.sleep(2)  # the worker comes last
        take(f"http://127.0.0.1:{port}", target, lang, int(width))
        process.terminate()
        process.wait(60)


if __name__ == "__main__":
    main()
