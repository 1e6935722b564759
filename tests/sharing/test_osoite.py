"""Where a student lives is never part of what is shared, though the student's own pages show it."""

import io

import pypdf
import pytest

from ehoks.integrations import http
from tests.sharing.conftest import AINO, link, module, tunnus
from tests.staff import as_citizen, identify, log_in

pytestmark = pytest.mark.django_db
HOME = ("Kyöpelinmäki", "99904", "Saarela", "040 555 0001")


@pytest.fixture
def lookers(hoks):
    """The student and staff, who have both just seen it: this process remembers it."""
    http.clear_caches()
    own, staff = as_citizen(AINO.oppija), log_in("vaino")
    seen = [
        own.get(f"/oppija/hoks/{tunnus(hoks)}/tavoitteeni/").content.decode(),
        staff.get(f"/virkailija/hoks/{hoks.eid}/").content.decode(),
    ]
    assert [told for told in HOME if not all(told in text for text in seen)] == []
    return own, staff


def test_who_a_part_is_shared_with_is_not_told(lookers, jako):
    ohjaaja = identify("ohjaaja")
    assert ohjaaja.post(link(jako)).status_code == 302
    page, printed, paper = (
        ohjaaja.get(f"/jako/tiedot/{jako.pk}/{path}") for path in ("", "tulosta/", "jako.pdf")
    )
    pages = pypdf.PdfReader(io.BytesIO(paper.content)).pages
    texts = [page.content.decode(), printed.content.decode(), *(p.extract_text() for p in pages)]
    assert all("Pullapaja" in text for text in texts[:2])
    assert [told for told in HOME if told in " ".join(texts)] == []


def test_nor_is_it_in_what_is_about_to_be_shared(lookers, hoks):
    own, staff = lookers
    asked = f"jaot/uusi/?moduuli={module(hoks)}"
    texts = [
        own.get(f"/oppija/hoks/{tunnus(hoks)}/{asked}").content.decode(),
        staff.get(f"/virkailija/hoks/{hoks.eid}/{asked}").content.decode(),
    ]
    assert all("Pullapaja" in text for text in texts)
    assert [told for told in HOME if told in " ".join(texts)] == []
