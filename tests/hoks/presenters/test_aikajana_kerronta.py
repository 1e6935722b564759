"""A timeline in words: what it counts, warns of and tells in its table; small pictures of parts."""

import datetime as dt
from dataclasses import replace

import pytest

from hoks.presenters import nakyma
from hoks.presenters.aikajana import paperi as aikajana_paperi
from hoks.presenters.aikajana.kerronta import Kerronta
from hoks.presenters.aikajana.suunnitelma import draw_parts, draw_whole
from hoks.presenters.sanat import SUUNNITELMA
from tests.hoks.plans import (
    AMMAT,
    KOULUTUKSEN_OSAT,
    LISTS,
    NAYTOT,
    OPINNOT,
    PAIKALLISET,
    TAVAT,
    YHTEISET,
    alue,
    koulutuksen_osa,
    naytto,
    opetus,
    opinto,
    osa,
    paikallinen,
    yhteinen,
)

TODAY = dt.date(2025, 9, 15)
NIMET = {
    "tutkinnonosat_100000": "Leipominen",
    "tutkinnonosat_106727": "Viestintäosaaminen",
    "ammatillisenoppiaineet_vvai": "Viestintä",
    "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus": "Oppilaitosmuotoinen koulutus",
    "oppimisymparistot_0001": "Luokka",
}
PLACE = {"oppimisymparisto-koodi-uri": "oppimisymparistot_0001", "alku": "2025-02-01"}
BREAK = {"alku": "2025-02-17", "loppu": "2025-02-21"}


def view_of(parts):
    return nakyma.build(dict.fromkeys(LISTS, ()) | parts, NIMET, TODAY)


def told(view, lang="fi", rajat=None, ikkuna=None):
    words = {key: text.say(lang) for key, text in SUUNNITELMA.items()}
    return Kerronta(draw_whole(replace(view, rajat=rajat or {}), ikkuna), words)


@pytest.fixture
def full():
    return view_of({
        AMMAT: [osa(module_id="m1", **{TAVAT: [opetus()], NAYTOT: [naytto()]})],
        PAIKALLISET: [paikallinen(module_id="m2", **{NAYTOT: [naytto("2025-01-07", "2025-01-07")]}),
                     paikallinen("Ei aikaa")],
        YHTEISET: [yhteinen(alue(module_id="m3", **{TAVAT: [opetus(
            muut_oppimisymparistot=[PLACE], keskeytymisajanjaksot=[BREAK])]}))],
        OPINNOT: [opinto()],
    })  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fi", "2 tutkinnon osaa, 1 osa-alue, 2 näyttöä, 19.8.2024 – 13.5.2026"),
        ("sv", "2 examensdelar, 1 delområde, 2 yrkesprov, 19.8.2024 – 13.5.2026"),
        ("en", "2 units, 1 subject area, 2 demonstrations, 19.8.2024 – 13.5.2026"),
    ],
)
def test_the_summary_counts_what_is_in_the_picture(full, lang, expected):
    assert told(full, lang).yhteenveto == expected


def test_the_summary_of_a_window_is_of_what_is_in_it(full):
    found = told(full, ikkuna=(dt.date(2025, 8, 1), dt.date(2026, 7, 31)))
    assert found.yhteenveto == "1 tutkinnon osa, 1 näyttö, 11.5.2026 – 13.5.2026"
    assert found.nimi == "Aikajana 1.8.2025 – 31.7.2026"
    assert told(full, ikkuna=(dt.date(2000, 8, 1), dt.date(2001, 7, 31))).yhteenveto == ""


def test_preparatory_education_has_parts_of_its_own():
    view = view_of({KOULUTUKSEN_OSAT: [koulutuksen_osa(), koulutuksen_osa()]})
    assert told(view).yhteenveto.startswith("2 koulutuksen osaa, 20.8.2026")


@pytest.mark.parametrize(
    ("lang", "one", "many", "cure"),
    [
        ("fi", "1 jakso on osin", "2 jaksoa on osin", "oppilaitos korjaa ne HOKSiin"),
        ("sv", "1 period ligger", "2 perioder ligger", "rättar läroanstalten dem i PUK"),
        ("en", "1 period lies", "2 periods lie", "the school corrects them in the HOKS"),
    ],
)
def test_the_warning_tells_how_many_and_who_corrects_what(full, lang, one, many, cure):
    last = told(full, lang, {"alku": None, "loppu": dt.date(2025, 12, 31)})
    assert last.varoitus.startswith(one)
    assert cure in last.varoitus
    assert "Koski" in last.varoitus or "Koskeen" in last.varoitus
    both = told(full, lang, {"alku": dt.date(2024, 9, 1), "loppu": dt.date(2025, 12, 31)})
    assert both.varoitus.startswith(many)
    assert told(full, lang, {"alku": None, "loppu": None}).varoitus == ""


def test_the_table_has_a_row_of_each_bar_in_the_order_of_the_picture(full):
    rows = told(full).taulukko
    assert [row.nimi for row in rows] == [
        "Leipominen", "Leipominen", "Viestintä", "Hapanjuuri", "Opiskelutekniikat",
    ]  # fmt: skip
    assert [row.ankkuri for row in rows] == ["osa-m1", "osa-m1", "osa-m3", "osa-m2", ""]
    assert [row.tila for row in rows] == [
        "Aikataulutettu", "Aikataulutettu", "Aikataulutettu", "Valmis", "",
    ]  # fmt: skip


def test_a_row_tells_all_that_its_bar_shows(full):
    row = told(full, rajat={"loppu": dt.date(2025, 5, 1)}).taulukko[2]
    assert row.tyyppi == "Muu osaamisen hankkiminen: Oppilaitosmuotoinen koulutus"
    assert row.milloin == "7.1.2025 – 30.5.2025"
    assert row.lisat == ["Keskeytys 17.2.2025 – 21.2.2025"]
    assert row.viat == ["Päättyy opiskeluoikeuden jälkeen"]
    assert row.paikat == ["Luokka 1.2.2025 – 30.5.2025"]  # an open end is that of the period
    assert told(full).taulukko[1].paikat == ["Pullapaja Oy"]


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, []),
        (2023, ["Jatkuu tämän lukuvuoden jälkeen"]),
        (2025, ["Alkaa ennen tätä lukuvuotta"]),
    ],
)
def test_a_row_tells_where_the_window_cut_its_bar(year, expected):
    days = {2023: ("2024-07-31", "2024-08-01"), 2024: ("2024-08-01", "2025-07-31"),
            2025: ("2025-07-31", "2025-08-01")}[year]  # fmt: skip
    view = view_of({AMMAT: [osa(**{TAVAT: [opetus(*days)]})]})
    window = dt.date(year, 8, 1), dt.date(year + 1, 7, 31)
    (row,) = told(view, ikkuna=window).taulukko
    assert row.lisat == expected
    assert row.milloin.endswith(f"{days[1][:4]}")  # its dates are told whole


def test_groups_are_named_by_kind_and_subject_areas_by_their_unit(full):
    assert [heading for _, heading in told(full).rivit] == [
        "Ammatilliset tutkinnon osat", "Viestintäosaaminen", "Paikalliset tutkinnon osat",
        "Tukevat opinnot",
    ]  # fmt: skip


def test_each_part_with_dates_has_a_small_picture_of_its_own_bars(full):
    small = draw_parts(full, draw_whole(full))
    assert {key: len(kuva.palkit) for key, kuva in small.items()} == {
        "osa-m1": 2, "osa-m2": 1, "osa-m3": 1,
    }  # fmt: skip
    assert {(kuva.alku, kuva.loppu) for kuva in small.values()} == {
        (dt.date(2024, 8, 1), dt.date(2026, 5, 31))
    }
    words = {key: text.fi for key, text in SUUNNITELMA.items()}
    paper = aikajana_paperi.parts_to_data(full, draw_whole(full), words)
    assert paper["osa-m2"]["alt"] == "Osan ajat suunnitelman aikajanalla: 7.1.2025"
    assert aikajana_paperi.parts_to_data(full, None, words) == {}


def test_parts_that_nothing_tells_apart_have_no_small_picture():
    view = view_of({AMMAT: [osa(**{TAVAT: [opetus()]}), osa(**{TAVAT: [opetus()]})]})
    assert draw_parts(view, draw_whole(view)) == {}
    assert {row.ankkuri for row in told(view).taulukko} == {""}
