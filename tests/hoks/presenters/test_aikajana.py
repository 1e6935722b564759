"""The geometry of the timeline, by coordinates."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoks.presenters.aikajana import LABELS, NARROWEST, WIDTH, Jakso, Laji, draw

FAR = dt.date(2035, 1, 1)


def day(text):
    return dt.date.fromisoformat(text)


def jakso(alku, loppu, nimi="", tauot=(), laji=Laji.TYOPAIKKA):
    return Jakso(laji, day(alku), day(loppu), nimi, tuple((day(a), day(b)) for a, b in tauot))


def bars(*jaksot, today=FAR):
    return draw([("Osa", jaksot)], today).rivit[0].palkit


def test_a_month_fills_the_width():
    first, last = bars(jakso("2025-09-01", "2025-09-15"), jakso("2025-09-30", "2025-09-30"))
    assert (first.x, first.leveys) == (240, 480)
    assert (last.x, last.leveys) == (1168, 32)


def test_it_begins_and_ends_with_whole_months():
    found = draw([("Osa", [jakso("2024-02-10", "2025-12-03")])], FAR)
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
    parts = [("Osa", [jakso("2025-09-01", "2025-09-30")])]
    assert draw(parts, day("2025-09-16")).tanaan == 240 + 15 * 32
    assert draw(parts, FAR).tanaan is None
    later = draw(parts, day("2026-03-10"))
    assert later.loppu == day("2026-03-31")
    assert later.tanaan is not None


def test_the_ends_of_the_study_right_widen_it():
    rajat = {"alku": day("2025-08-03"), "loppu": day("2025-09-30"), "saavutettu": None}
    found = draw([("Osa", [jakso("2025-09-01", "2025-09-30")])], FAR, rajat)
    assert found.alku == day("2025-08-01")
    begin, end = found.rajat
    assert (begin.laji, end.laji) == ("alku", "loppu")
    assert begin.x == 240 + 960 * 2 / 61
    assert end.x == 240 + 960  # its last day is part of it


def test_parts_without_dates_are_named():
    found = draw([("Aina", [jakso("2025-09-01", "2025-09-30")]), ("Joskus", [])], FAR)
    assert found.ilman_aikaa == ("Joskus",)
    assert [row.nimi for row in found.rivit] == ["Aina"]
    assert draw([("Joskus", [])], FAR) is None


@pytest.mark.parametrize(
    ("loppu", "expected"),
    [
        ("2025-10-31", ["1.9.", "", "15.9.", "", "29.9.", "", "13.10.", "", "27.10."]),
        ("2026-02-28", ["9", "10", "11", "12", "1", "2"]),
        ("2028-02-28", ["9", "10", "1", "4", "7", "10", "1", "4", "7", "10", "1"]),
    ],
)
def test_the_scale_fits_the_span(loppu, expected):
    found = draw([("Osa", [jakso("2025-09-01", loppu)])], FAR)
    assert [tick.teksti for tick in found.asteikko] == expected


def test_each_year_is_told_once():
    found = draw([("Osa", [jakso("2025-09-01", "2026-05-31")])], FAR)
    assert [tick.vuosi for tick in found.asteikko if tick.vuosi] == ["2025", "2026"]


days = st.dates(dt.date(2018, 1, 1), dt.date(2032, 12, 31))


@given(st.lists(st.tuples(days, st.integers(0, 900)), min_size=1, max_size=20), days)
def test_nothing_lies_outside_or_on_another_bar(starts, today):
    jaksot = [Jakso(Laji.MUU, d, d + dt.timedelta(days=n)) for d, n in starts]
    found = draw([("Osa", jaksot)], today)
    (row,) = found.rivit
    assert len(row.palkit) == len(jaksot)
    lanes = {}
    for bar in row.palkit:
        assert bar.x >= LABELS
        assert bar.x + bar.leveys <= LABELS + WIDTH + NARROWEST
        assert lanes.get(bar.rata, 0) <= bar.x
        lanes[bar.rata] = bar.x + bar.leveys
        assert bar.y + 8 <= row.korkeus
