"""Whole services around each test, an empty memory, and a Koodisto that says what a test wants."""

import pytest

from ehoks.integrations import http
from ehoks.integrations import koodisto as client
from koodisto import lookup


@pytest.fixture(autouse=True)
def opintopolku(monkeypatch):
    """The simulator, mended before and after; lookups that remember nothing of another test."""
    app = http.simulator()
    app.clear_faults()
    http.clear_caches()
    lookup.forget()
    monkeypatch.setattr(http, "PAUSE_SECONDS", (0, 0))
    yield app
    app.clear_faults()
    http.clear_caches()
    lookup.forget()


@pytest.fixture
def says(monkeypatch):
    """Makes Koodisto say something else of a set: `says("urasuunnitelma", koodi(…), …)`."""
    told: dict[str, list] = {}
    ask = client.list_koodit
    monkeypatch.setattr(
        client, "list_koodit", lambda name: told[name] if name in told else ask(name)
    )
    return lambda name, *koodit: told.update({name: list(koodit)})


@pytest.fixture
def clock(monkeypatch):
    """A clock of the lookups that the test turns."""
    now = [1000.0]
    monkeypatch.setattr("koodisto.lookup.time.monotonic", lambda: now[0])
    return now


def koodi(uri, *, versio=1, alku="2018-01-01", loppu=None, **nimi):
    """A code as Koodisto tells it."""
    return client.Koodi(uri, uri.partition("_")[2], versio, nimi, alku, loppu)
