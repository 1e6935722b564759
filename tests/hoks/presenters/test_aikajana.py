"""The geometry of the timeline, by coordinates."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoks.presenters.aikajana.kuva import HEADING, LABELS, SMALL, WIDTH, Lahde, draw, draw_small
from hoks.presenters.aikajana.palkit import DIAMOND, NARROWEST, Jakso, Laji, Ymparisto

FAR = dt.date(2035, 1, 1)
YEAR = (dt.date(2023, 8, 1), dt.date(2024, 7, 31))


def day(text):
    return dt.date.fromisoformat(text)


def jakso(alku, loppu, nimi="", tauot=(), laji=Laji.TYOPAIKKA):
    return Jakso(laji, day(alku), day(loppu), nimi, tuple((day(a), day(b)) for a, b in tauot))


def bars(*jaksot, today=FAR):
    return draw([Lahde("Osa", jaksot)], today).rivit[0].palkit


def test_a_month_fills_the_width():
    first, last = bars(jakso("2025-09-01", "2025-09-15"), jakso("2025-09-30", "2025-09-30"))
    assert (first.x, first.leveys) == (240, 480)
    assert (last.x, last.leveys) == (1168, 32)


def test_it_begins_and_ends_with_whole_months():
    found = draw([Lahde("Osa", [jakso("2024-02-10", "2025-12-03")])], FAR)
    assert (found.alku, found.loppu) == (day("2024-02-01"), day("2025-12-31"))


def test_a_single_day_in_a_long_plan_can_be_seen():
    short = bars(jakso("2020-01-01", "2025-01-01"), jakso("2022-05-05", "2022-05-05"))[1]
    assert short.leveys == NARROWEST


def test_bars_that_meet_in_time_lie_on_lanes_of_their_own():
    found = bars(
        jakso("2025-01-01", "2025-03-31"),
        jakso("2025-02-01", "2025-04-30"),
        jakso("2025-04-01", "2025-05-31"),
    )
    assert [bar.rata for bar in found] == [0, 1, 0]


def test_interruptions_are_gaps_in_their_bar():
    (bar,) = bars(jakso("2025-09-01", "2025-09-30", tauot=[("2025-09-15", "2025-09-19")]))
    ((x, width),) = bar.tauot
    assert x == pytest.approx(240 + 14 * 32)
    assert width == pytest.approx(5 * 32)


def test_a_name_stands_inside_where_it_fits():
    wide, narrow = bars(
        jakso("2025-09-01", "2025-09-15", "Kahvila Oy"), jakso("2025-09-30", "2025-09-30", "Näyttö")
    )
    assert (wide.teksti, narrow.teksti) == ("Kahvila Oy", "")


def test_today_is_drawn_only_near_the_plan():
    parts = [Lahde("Osa", [jakso("2025-09-01", "2025-09-30")])]
    assert draw(parts, day("2025-09-16")).tanaan == 240 + 15 * 32
    assert draw(parts, FAR).tanaan is None
    later = draw(parts, day("2026-03-10"))
    assert later.loppu == day("2026-03-31")
    assert later.tanaan is not None


def test_the_ends_of_the_study_right_widen_it():
    rajat = {"alku": day("2025-08-03"), "loppu": day("2025-09-30"), "saavutettu": None}
    found = draw([Lahde("Osa", [jakso("2025-09-01", "2025-09-30")])], FAR, rajat)
    assert found.alku == day("2025-08-01")
    begin, end = found.rajat
    assert (begin.laji, end.laji) == ("alku", "loppu")
    assert begin.x == 240 + 960 * 2 / 61
    assert end.x == 240 + 960  # its last day is part of it


def test_parts_without_dates_are_named():
    found = draw([Lahde("Aina", [jakso("2025-09-01", "2025-09-30")]), Lahde("Joskus", [])], FAR)
    assert found.ilman_aikaa == ("Joskus",)
    assert [row.nimi for row in found.rivit] == ["Aina"]
    assert draw([Lahde("Joskus", [])], FAR) is None


@pytest.mark.parametrize(
    ("loppu", "expected"),
    [
        ("2025-10-31", ["1.9.", "", "15.9.", "", "29.9.", "", "13.10.", "", "27.10."]),
        ("2026-02-28", ["9", "10", "11", "12", "1", "2"]),
        ("2028-02-28", ["9", "10", "1", "4", "7", "10", "1", "4", "7", "10", "1"]),
    ],
)
def test_the_scale_fits_the_span(loppu, expected):
    found = draw([Lahde("Osa", [jakso("2025-09-01", loppu)])], FAR)
    assert [tick.teksti for tick in found.asteikko] == expected


def test_each_year_is_told_once():
    found = draw([Lahde("Osa", [jakso("2025-09-01", "2026-05-31")])], FAR)
    assert [tick.vuosi for tick in found.asteikko if tick.vuosi] == ["2025", "2026"]


def test_weeks_tell_their_year_too():
    found = draw([Lahde("Osa", [jakso("2025-12-01", "2026-01-31")])], FAR)
    assert [tick.vuosi for tick in found.asteikko if tick.vuosi] == ["2025", "2026"]


def test_a_scale_of_centuries_has_few_lines():
    found = draw([Lahde("Osa", [jakso("0001-01-01", "9999-12-31")])], FAR)
    assert len(found.asteikko) < 100
    assert found.rivit[0].palkit[0].leveys == WIDTH


# --- What stands on a bar -------------------------------------------------------------------------


def test_a_name_stands_beside_where_it_does_not_fit_and_there_is_room():
    short, late = bars(
        jakso("2025-01-01", "2025-01-20", "Korvapuustikeskus Ky"),
        jakso("2025-11-01", "2025-12-31", "Pitkänniemen leipomokoulu"),
    )
    assert (short.teksti, short.is_vieressa) == ("Korvapuustikeskus Ky", True)
    assert short.teksti_x >= short.oikea
    assert (late.rata, late.teksti) == (0, "")  # nothing may hang over the edge


def test_a_name_beside_does_not_reach_the_next_bar():
    first, _ = bars(
        jakso("2025-01-01", "2025-01-20", "Korvapuustikeskus Ky"),
        jakso("2025-02-01", "2025-12-31"),
    )
    assert first.teksti == ""


@pytest.mark.parametrize("laji", [Laji.MUU, Laji.TUKI])
def test_no_name_stands_on_a_pattern(laji):
    first, _ = bars(
        jakso("2025-01-01", "2025-05-31", "Verkko", laji=laji), jakso("2025-12-31", "2025-12-31")
    )
    assert (first.teksti, first.is_vieressa) == ("Verkko", True)


def test_no_name_stands_on_an_interruption():
    first, _ = bars(
        jakso("2025-01-01", "2025-05-31", "Oy", tauot=[("2025-01-10", "2025-01-20")]),
        jakso("2025-12-31", "2025-12-31"),
    )
    assert first.is_vieressa
    assert not first.has_merkki


def test_the_sign_of_a_kind_gives_way_to_the_name():
    narrow, wide = bars(
        jakso("2025-09-01", "2025-09-02", "Kahvi Oy"), jakso("2025-09-05", "2025-09-30")
    )
    assert (narrow.teksti, narrow.has_merkki) == ("Kahvi Oy", False)
    assert (narrow.leveys, narrow.teksti_x) == (64, narrow.x + 5)
    assert wide.has_merkki


def test_a_demonstration_of_one_day_is_a_diamond_around_its_day():
    _, day_ = bars(
        jakso("2023-01-01", "2025-12-31"), jakso("2024-06-15", "2024-06-15", laji=Laji.NAYTTO)
    )
    assert day_.jakso.is_vinonelio
    assert day_.leveys == DIAMOND
    assert day_.keski == pytest.approx(LABELS + WIDTH * (531.5 / 1096))
    assert not jakso("2024-06-15", "2024-06-16", laji=Laji.NAYTTO).is_vinonelio
    assert not jakso("2024-06-15", "2024-06-15").is_vinonelio


def test_other_places_of_learning_are_lines_under_the_bar():
    place = Ymparisto("Näyttely", day("2025-09-15"), day("2025-09-19"))
    (bar,) = bars(replace(jakso("2025-09-01", "2025-09-30"), ymparistot=(place,)))
    ((x, width),) = bar.viivat
    assert (x, width) == (pytest.approx(240 + 14 * 32), pytest.approx(5 * 32))


def test_a_line_takes_its_place_on_the_lane():
    place = Ymparisto("Näyttely", day("2025-09-01"), day("2025-09-25"))
    found = bars(
        replace(jakso("2025-09-01", "2025-09-10"), ymparistot=(place,)),
        jakso("2025-09-20", "2025-09-30"),
    )
    assert [bar.rata for bar in found] == [0, 1]


# --- Groups ---------------------------------------------------------------------------------------


def test_groups_have_headings_above_their_first_rows():
    one = [jakso("2025-09-01", "2025-09-30")]
    sources = [
        Lahde("A", one, "ammatillinen"),
        Lahde("B", one, "ammatillinen"),
        Lahde("C", one, "osa-alue", "Yksi"),
        Lahde("D", one, "osa-alue", "Kaksi"),
        Lahde("Ei aikaa", [], "paikallinen"),
    ]
    found = draw(sources, FAR)
    assert [row.is_ensimmainen for row in found.rivit] == [True, False, True, True]
    assert [row.y for row in found.rivit] == [
        HEADING,
        HEADING + 36,
        2 * HEADING + 72,
        3 * HEADING + 108,
    ]
    assert found.korkeus == 3 * HEADING + 4 * 36


def test_one_group_needs_no_heading():
    one = [jakso("2025-09-01", "2025-09-30")]
    found = draw([Lahde("A", one, "ammatillinen"), Lahde("B", one, "ammatillinen")], FAR)
    assert not any(row.is_ensimmainen for row in found.rivit)
    assert found.korkeus == 72


# --- One part -------------------------------------------------------------------------------------


def test_a_part_alone_lies_where_it_is_in_the_whole():
    found = draw_small([jakso("2024-02-29", "2024-02-29")], FAR, {}, YEAR)
    (bar,) = found.palkit
    assert found.leveys == SMALL
    assert bar.x == pytest.approx(SMALL * 212 / 366)
    assert draw_small([], FAR, {}, YEAR) is None


days = st.dates(dt.date(2018, 1, 1), dt.date(2032, 12, 31))


periods = st.lists(
    st.tuples(days, st.integers(0, 900), st.sampled_from(Laji)), min_size=1, max_size=20
)


@given(periods, days, days, st.booleans())
def test_nothing_lies_outside_or_on_another_bar(starts, today, last, is_window):
    jaksot = [Jakso(laji, d, d + dt.timedelta(days=n), "Nimi") for d, n, laji in starts]
    window = (last - dt.timedelta(days=365), last) if is_window else None
    found = draw([Lahde("Osa", jaksot)], today, {"loppu": last}, ikkuna=window)
    if not is_window:
        assert len(found.palkit) == len(jaksot)
    for row in found.rivit:
        lanes = {}
        for bar in row.palkit:
            start, end = bar.ulottuu
            end += 36 if bar.is_vieressa else 0  # "Nimi" and its margins
            assert start >= LABELS - 0.001
            assert end <= LABELS + WIDTH + 0.001
            assert lanes.get(bar.rata, 0) <= start + 0.001
            lanes[bar.rata] = end
            assert bar.y + 17 <= row.korkeus
