"""A real Chromium opens the service; continuous integration insists that there is one."""

import os
import shutil
import subprocess

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")

pytestmark = pytest.mark.browser


@pytest.fixture
def chromium():
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if not found and not os.environ.get("EHOKS_REQUIRE_BROWSER"):
        pytest.skip("NO CHROMIUM WAS FOUND: what people see was not tested")
    assert found, "Chromium is required here, and there is none"
    return found


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
