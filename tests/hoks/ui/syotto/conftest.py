"""Code sets to choose from, and those who write, with a browser or without."""

from contextlib import contextmanager

import pytest

from koodisto import lookup
from koodisto.services import sync_koodistot
from tests.hoks.ui.syotto.kirjoittaja import Kirjoittaja
from tests.pages.browser import browsing
from tests.staff import log_in


@pytest.fixture
def codes(db):
    """The code sets as Koodisto has them."""
    sync_koodistot()
    lookup.forget()


@pytest.fixture
def kirjoittaja(vaino, codes):
    """Väinö at a browser without scripts."""
    return Kirjoittaja(vaino)


@pytest.fixture
def enter(transactional_db, live_server):
    """Open the browser of Väinö, or of Louhi who may write everywhere, in a language.

    The faults of its pages are gathered.
    """
    sync_koodistot()
    lookup.forget()
    keys = {who: log_in(who).cookies["ehoks_istunto"].value for who in ("vaino", "louhi")}

    @contextmanager
    def opened(who="vaino", lang="fi", **more):
        with browsing(served=True, **more) as page:
            cookies = {"ehoks_istunto": keys[who], "ehoks_kieli": lang}
            page.context.add_cookies(
                [{"name": k, "value": v, "url": live_server.url} for k, v in cookies.items()]
            )
            page.set_default_timeout(15_000)
            page.faults = []
            page.on("console", lambda m: page.faults.append(m.text) if m.type == "error" else None)
            page.on("pageerror", lambda error: page.faults.append(str(error)))
            page.to = lambda address: page.goto(live_server.url + address)
            yield page

    return opened
