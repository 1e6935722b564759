"""A student's choices and the pages about the service: kept, applied, in three languages."""

import re

import pytest

from ehoks.ui.models import HenkilonAsetukset
from ehoks.ui.tiedot import SIVUT
from tests.hoks.plans import LEMPI, plan
from tests.staff import as_citizen, browser, identify


def body(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_language_follows_from_one_device_to_another(db):
    client = identify("aino", "/oppija/")
    done = client.post("/oppija/asetukset/", {"kieli": "sv", "opastus": "1"}, follow=True)
    assert "Inställningarna sparades." in done.content.decode()
    another = identify("aino", "/oppija/")
    assert '<html lang="sv">' in body(another, "/oppija/")
    assert '<html lang="fi">' in body(identify("ohjaaja", "/oppija/"), "/oppija/")


@pytest.mark.parametrize("kieli", ["xx", "", "../sv", "\x00"])
def test_a_language_that_is_none_changes_nothing(db, kieli):
    client = as_citizen(LEMPI.oppija)
    assert client.post("/oppija/asetukset/", {"kieli": kieli}).status_code == 302
    assert HenkilonAsetukset.objects.get().kieli == "fi"


def test_the_guide_is_open_until_it_has_been_read(sis):
    sis.create(plan(LEMPI))
    client = as_citizen(LEMPI.oppija)
    opened = re.compile(r"<details[^>]*oppija-opastus[^>]*\bopen\b")
    assert opened.search(body(client, "/oppija/"))
    assert client.post("/oppija/asetukset/opastus-luettu/").status_code == 302
    assert not opened.search(body(client, "/oppija/"))
    assert "Näin luet suunnitelmaasi" in body(client, "/oppija/")
    client.post("/oppija/asetukset/", {"kieli": "fi", "opastus": "1"})
    assert opened.search(body(client, "/oppija/"))


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
@pytest.mark.parametrize("nimi", SIVUT)
def test_anyone_reads_about_the_service_in_three_languages(nimi, lang, settings):
    settings.SUPPORT_EMAIL = "tuki@example.fi"
    text = body(browser(), f"/{nimi}/?lang={lang}")
    assert f'<html lang="{lang}">' in text
    assert "<h1" in text
    assert len(re.sub("<[^>]*>", "", text)) > 1000
    for needed in {
        "saavutettavuus": (
            *("306/2019", "WCAG", "Traficom", "traficom.fi", "029 534 5000"[1:], "14 "),
            *(f"{settings.BASE_URL}/{door}/" for door in ("oppija", "jako", "virkailija")),
            "tuki@example.fi",
        ),
        "tietosuoja": ("KOSKI", "/oppija/katselut/", "tuki@example.fi", "tietosuoja.fi"),
        "evasteet": ("ehoks_istunto", "ehoks_csrf", "ehoks_kieli", "ehoks_paluu"),
    }.get(nimi, ()):
        assert needed in text


def test_every_cookie_of_ours_is_told_of(db):
    client = identify("aino", "/oppija/?lang=sv")
    client.get("/oppija/asetukset/?lang=sv")
    told = body(client, "/evasteet/")
    assert len(client.cookies) >= 3
    assert all(name in told for name in client.cookies)


def test_the_way_in_for_students_is_on_the_front_page(client):
    assert 'href="/oppija/"' in body(client, "/")
    assert 'href="/oppija/?lang=sv"' in body(client, "/?lang=sv")
