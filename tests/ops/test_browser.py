"""A real Chromium opens the service; continuous integration insists that there is one."""

import subprocess

import pytest

from tests.pages.browser import find_chromium

pytestmark = pytest.mark.browser


@pytest.fixture
def chromium():
    return find_chromium()


@pytest.mark.django_db(transaction=True)
def test_the_front_page_opens(chromium, live_server, tmp_path):
    # Root, as in a container, has no sandbox to offer; the page is our own.
    options = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path}"]
    page = subprocess.run(
        [chromium, *options, "--dump-dom", live_server.url],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "<h1" in page.stdout
    assert "eHOKS" in page.stdout
