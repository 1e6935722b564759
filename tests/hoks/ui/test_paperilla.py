"""A plan's print page on a sheet: what a browser's own margins leave of an A4, in a real Chromium."""

import io

import pypdf
import pytest

from hoks.models import Hoks
from tests.conftest import Sis, payload
from tests.pages.browser import assert_fits, visiting
from tests.staff import log_in

A4 = 700  # pixels of its width between margins of 12 mm


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_the_table_is_a_table_and_nothing_waits_to_be_opened(live_server):
    hoks = Hoks.objects.get(pk=Sis("sampo").create(payload("maximal")))
    key = log_in("vaino").cookies["ehoks_istunto"].value
    with visiting(live_server.url, {"vaino": key}, "vaino", width=A4) as page:
        page.to(f"/virkailija/hoks/{hoks.eid}/tulosta/")
        page.emulate_media(media="print")
        table = page.get_by_test_id("aikajana-taulukko")
        assert table.evaluate("one => getComputedStyle(one).display") == "table"
        assert not page.locator(".hoks-saanto summary").filter(visible=True).count()
        assert_fits(page)


@pytest.mark.django_db
def test_it_tells_when_the_plan_was_approved(vaino, sis):
    hoks = Hoks.objects.get(pk=sis.create(payload("maximal")))
    text = vaino.get(f"/virkailija/hoks/{hoks.eid}/tulosta/").content.decode()
    day = hoks.ensikertainen_hyvaksyminen
    assert f"{day.day}.{day.month}.{day.year}" in text.partition('<h2 class="ds-heading"')[0]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "is_told"), [("maximal", True), ("tuva", False)])
def test_hours_are_told_where_there_are_any(vaino, sis, name, is_told):
    hoks = Hoks.objects.get(pk=sis.create(payload(name)))
    below = f"/virkailija/hoks/{hoks.eid}/"
    text = vaino.get(f"{below}tulosta/").content.decode()
    assert ("Opetusta ja ohjausta yhteensä" in text) is is_told
    reader = pypdf.PdfReader(io.BytesIO(vaino.get(f"{below}hoks.pdf").content))
    text = "".join(page.extract_text() for page in reader.pages)
    assert ("ohjausta yhteensä" in text) is is_told
