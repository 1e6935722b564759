"""Every labelled value on the pages of a plan has the label that its field declares."""

import re
from html import unescape

import pytest

from hoks.models import Hoks
from hoks.presenters.sanat import SUUNNITELMA
from tests.conftest import payload
from tests.hoks.plans import LEMPI
from tests.hoks.presenters.test_otsikot import FIELDS, KOSKI
from tests.hoks.ui.oppija.test_suunnitelmat import see
from tests.hoks.ui.test_hoks import page
from tests.staff import as_citizen

OF_PERSONS = ("name", "osoite", "postiosoite", "kotikunta")  # not of the plan
OF_OTHER_THINGS = (*KOSKI, *OF_PERSONS)


def labels(text):
    """Of every value on a page that has one."""
    return {unescape(label.strip()) for label in re.findall(r"<dt>(.*?)</dt>", text)}


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_label_on_a_page_is_that_of_a_field(sis, vaino, lang):
    """On paper there is all that the pages have, for staff and for the student."""
    others = {SUUNNITELMA[key].say(lang) for key in OF_OTHER_THINGS}
    known = others | {f.otsikko.say(lang) for f in FIELDS}
    hoks = Hoks.objects.get(pk=sis.create(payload("maximal")))
    found = labels(page(vaino, hoks.eid, f"tulosta/?lang={lang}"))
    assert len(found) > 25
    assert found | labels(page(vaino, hoks.eid, f"?lang={lang}")) <= known
    own = labels(see(as_citizen(LEMPI.oppija), hoks, f"tulosta/?lang={lang}"))
    assert len(own) > 20
    assert own <= others | {(f.oma or f.otsikko).say(lang) for f in FIELDS}
