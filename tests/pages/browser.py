"""A Chromium whose every request is answered by Django in this process: no server, no network."""

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

BASE = "http://127.0.0.1"
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


@contextmanager
def browsing(width=1280, height=900):
    """A page of a fresh browser; what it asks for comes from the service's own views."""
    from playwright.sync_api import sync_playwright

    executable = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=QUIET)
        page = browser.new_page(
            viewport={"width": width, "height": height}, locale="fi-FI", reduced_motion="reduce"
        )
        page.route("**/*", _answer)
        try:
            yield page
        finally:
            browser.close()


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
