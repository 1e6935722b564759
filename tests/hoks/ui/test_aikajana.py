"""The timeline on the pages of staff and of students: its window, its warnings, its way to the parts."""

import datetime as dt
import re
from html import unescape

import pytest

from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks.models import Hoks
from hoks.services import omat
from tests.conftest import payload
from tests.hoks.plans import AMMAT, LEMPI, PEKKA, TAVAT, opetus, osa, plan
from tests.hoks.ui.conftest import eid_of
from tests.staff import as_citizen, log_in
from tests.statements import statements

ODD = ["x", "0000", "9999", "9999-12-31", "2025-02-29", "-1", "%00", "2025" * 500, "%F0%9F%98%80"]


@pytest.fixture
def hoks(sis):
    """Lempi's plan: from August 2024 to May 2026."""
    return Hoks.objects.get(pk=sis.create(payload("maximal")))


@pytest.fixture(params=["staff", "student"])
def see(request, hoks):
    """The timeline of the plan, as either sees it, by its query."""
    if request.param == "staff":
        client, address = log_in("vaino"), f"/virkailija/hoks/{hoks.eid}/aikajana/"
    else:
        client = as_citizen(LEMPI.oppija)
        address = f"/oppija/hoks/{omat.tunnus_of(hoks.eid)}/aikajana/"

    def fetch(query=""):
        answer = client.get(f"{address}?{query}")
        assert answer.status_code == 200
        return re.sub(r"\s+", " ", answer.content.decode())

    fetch.client, fetch.address = client, address
    return fetch


def links(text):
    """The links of the window: name, address, whether it is the present one."""
    nav = re.search(r'<nav class="aikajana-rajaus".*?</nav>', text)
    found = re.findall(r'<a class="ds-link" href="(.*?)" (aria-current="true")?> (.*?)</a>', nav[0])
    return [
        (re.sub(r"<.*?>", "", name).strip(" \u2039\u203a"), unescape(href), bool(on))
        for href, on, name in found
    ]


def days(text):
    """The dates of the rows of the table."""
    return re.findall(r'<span class="aikajana-milloin">(.*?)</span>', text)


def test_the_whole_plan_is_what_one_sees_first(see):
    text = see()
    assert len(days(text)) == 9
    (whole, *_), (_, href, on) = links(text)
    assert whole == "Koko suunnitelma"
    assert (href, on) == (f"{see.address}?nakyma=lukuvuosi&alku=2025", False)


def test_a_year_shows_what_is_in_it_and_leads_to_the_others(see):
    text = see("nakyma=lukuvuosi&alku=2025")
    assert len(days(text)) == 6
    assert text.count('class="kuva-palkki"') == 6
    assert "Aikajana 1.8.2025 – 31.7.2026" in text
    assert links(text) == [
        ("Koko suunnitelma", see.address, False),
        ("Lukuvuosi 2024–2025", f"{see.address}?nakyma=lukuvuosi&alku=2024", False),
        ("Lukuvuosi 2025–2026", f"{see.address}?nakyma=lukuvuosi&alku=2025", True),
    ]
    earlier = see("nakyma=lukuvuosi&alku=2025-07-31")
    assert [name for name, *_ in links(earlier)] == [
        "Koko suunnitelma", "Lukuvuosi 2024–2025", "Lukuvuosi 2025–2026",
    ]  # fmt: skip
    assert sorted(days(text) + days(earlier)) == sorted(days(see()))


def test_a_bar_that_goes_on_says_so_in_words_and_by_a_sign(sis, vaino):
    document = plan(PEKKA) | {AMMAT: [osa(**{TAVAT: [opetus("2025-06-01", "2025-08-31")]})]}
    address = f"/virkailija/hoks/{eid_of(sis.create(document))}/aikajana/"
    for alku, words, sign in [
        ("2024", "Jatkuu tämän lukuvuoden jälkeen", "aj-loppu"),
        ("2025", "Alkaa ennen tätä lukuvuotta", "aj-alku"),
    ]:
        text = vaino.get(f"{address}?nakyma=lukuvuosi&alku={alku}").content.decode()
        assert words in text
        assert "Jatkuu kuvan ulkopuolella" in text
        (bar,) = re.findall(r'<g class="kuva-palkki">.*?</g>', text, re.DOTALL)
        assert f'href="#{sign}"' in bar
    assert "Jatkuu kuvan" not in vaino.get(address).content.decode()


def test_a_year_with_nothing_in_it_says_so_and_leads_back(see):
    text = see("nakyma=lukuvuosi&alku=2010")
    assert "Tälle ajalle ei ole suunniteltu mitään." in text
    assert "<figure" not in text
    assert [name for name, *_ in links(text)] == [
        "Koko suunnitelma", "Lukuvuosi 2010–2011", "Lukuvuosi 2024–2025",
    ]  # fmt: skip


@pytest.mark.parametrize("alku", ODD)
def test_what_makes_no_sense_is_the_whole_plan(see, alku):
    assert len(days(see(f"nakyma=lukuvuosi&alku={alku}"))) == 9
    assert len(days(see(f"nakyma={alku}&alku=2025"))) == 9


@pytest.mark.parametrize(
    ("lang", "whole", "year"),
    [
        ("fi", "Koko suunnitelma", "Lukuvuosi"),
        ("sv", "Hela planen", "Läsåret"),
        ("en", "The whole plan", "School year"),
    ],
)
def test_links_keep_the_tab_the_language_and_nothing_odd(see, lang, whole, year):
    found = links(see(f"lang={lang}&nakyma=lukuvuosi&alku=2025&x=%3Cscript%3E"))
    assert found[0] == (whole, f"{see.address}?lang={lang}", False)
    assert found[1][:2] == (
        f"{year} 2024–2025", f"{see.address}?lang={lang}&nakyma=lukuvuosi&alku=2024",
    )  # fmt: skip


def test_the_choice_of_language_keeps_the_window(see):
    text = see("nakyma=lukuvuosi&alku=2025")
    (href,) = re.findall(r'<a href="([^"]*lang=sv[^"]*)"', text)
    assert {"nakyma=lukuvuosi", "alku=2025"} <= set(unescape(href).partition("?")[2].split("&"))


def test_links_keep_the_place_in_the_list(hoks, vaino):
    text = vaino.get(f"/virkailija/hoks/{hoks.eid}/aikajana/?rivi=1&nakyma=lukuvuosi&alku=2025")
    assert all("rivi=1" in href for _, href, _ in links(re.sub(r"\s+", " ", text.content.decode())))


def test_a_window_costs_no_statement_more(see):
    see()
    whole = statements(lambda: see())
    assert len(statements(lambda: see("nakyma=lukuvuosi&alku=2025"))) == len(whole)


def test_rows_lead_to_their_part(see):
    (base, anchor), *_ = set(
        re.findall(r'<th scope="row"> <a class="ds-link" href="(.*?)#(.*?)"', see())
    )
    plan = see.client.get(base).content.decode()
    assert f'id="{anchor}"' in plan


def test_on_paper_rows_lead_to_their_part_on_the_same_page(hoks, vaino):
    text = vaino.get(f"/virkailija/hoks/{hoks.eid}/tulosta/").content.decode()
    anchors = set(re.findall(r'href="#(osa-[^"]*)"', text))
    assert len(anchors) == 3
    for anchor in anchors:
        assert text.count(f'id="{anchor}"') == 1


# --- Outside the study right ----------------------------------------------------------------------


def limit(alku=None, loppu=None):
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(
        alkamispaiva=alku, arvioitu_paattymispaiva=loppu, paattymispaiva=None
    )


@pytest.mark.parametrize(
    ("lang", "sentence", "after"),
    [
        ("fi", "2 jaksoa on osin tai kokonaan", "Päättyy opiskeluoikeuden jälkeen"),
        ("sv", "2 perioder ligger delvis", "Slutar efter studierätten"),
        ("en", "2 periods lie partly", "Ends after the study right"),
    ],
)
def test_periods_outside_the_study_right_are_told(see, lang, sentence, after):
    limit(dt.date(2024, 8, 5), dt.date(2026, 3, 1))
    text = see(f"lang={lang}")
    assert sentence in text
    assert text.count(f'<span aria-hidden="true">⚠</span> {after}') == 2
    assert len(re.findall(r'<g class="kuva-palkki">(?:(?!</g>).)*href="#aj-varoitus"', text)) == 2


def test_in_a_window_only_those_in_it_are_counted(see):
    limit(dt.date(2024, 9, 1), dt.date(2026, 3, 1))
    assert "4 jaksoa on" in see()
    assert "2 jaksoa on" in see("nakyma=lukuvuosi&alku=2025")


@pytest.mark.parametrize("dates", [(None, None), (dt.date(2024, 8, 5), None)])
def test_an_unknown_day_or_an_open_end_warns_of_nothing(see, dates):
    limit(*dates)
    text = see()
    assert "aikajana-varoitus" not in text
    assert "⚠" not in text


def test_without_a_known_study_right_nothing_is_warned_of(see):
    Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(
        alkamispaiva=None, arvioitu_paattymispaiva=None, paattymispaiva=None
    )
    assert "Opiskeluoikeuden ulkopuolella" not in see()


# --- Small pictures -------------------------------------------------------------------------------


def test_paper_has_a_small_picture_of_each_part_and_pages_have_none(hoks, vaino):
    text = vaino.get(f"/virkailija/hoks/{hoks.eid}/tulosta/").content.decode()
    found = re.findall(r'<svg class="aikajana-pieni".*?aria-label="(.*?)"', text, re.DOTALL)
    assert len(found) == 3
    assert "Osan ajat suunnitelman aikajanalla: 12.1.2026 – 2.3.2026" in found
    page = vaino.get(f"/virkailija/hoks/{hoks.eid}/opiskelusuunnitelma/").content.decode()
    assert "aikajana-pieni" not in page


def test_no_id_is_twice_on_a_page(hoks, vaino):
    for tab in ("aikajana/", "tulosta/"):
        text = vaino.get(f"/virkailija/hoks/{hoks.eid}/{tab}").content.decode()
        ids = re.findall(r'\sid="(.*?)"', text)
        assert len(ids) == len(set(ids))
        for name in re.findall(r'href="#(aj-[^"]*)"', text):
            assert name in ids
