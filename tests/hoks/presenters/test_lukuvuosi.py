"""School years: what an address may ask for, and which years have something in them."""

import datetime as dt

import pytest

from hoks.presenters.aikajana.lukuvuosi import Lukuvuosi, find_beside, find_nearest, read
from hoks.presenters.aikajana.palkit import Jakso, Laji

TODAY = dt.date(2025, 9, 15)


def jakso(alku, loppu):
    return Jakso(Laji.MUU, dt.date.fromisoformat(alku), dt.date.fromisoformat(loppu))


def vuosi(found):
    return found and found.vuosi


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2024-07-31", 2023), ("2024-08-01", 2024), ("2024-12-31", 2024), ("2024-02-29", 2023)],
)
def test_a_school_year_begins_with_august(day, expected):
    assert Lukuvuosi.of(dt.date.fromisoformat(day)).vuosi == expected


def test_it_has_two_ends_and_a_name():
    year = Lukuvuosi(2023)
    assert year.vali == (dt.date(2023, 8, 1), dt.date(2024, 7, 31))
    assert year.nimi == "2023–2024"


@pytest.mark.parametrize(
    ("alku", "expected"),
    [("", 2025), ("2023", 2023), ("2024-07-31", 2023), ("2024-08-01", 2024), ("1900", 1900)],
)
def test_a_year_or_a_day_tells_which(alku, expected):
    assert vuosi(read({"nakyma": "lukuvuosi", "alku": alku}, TODAY)) == expected


@pytest.mark.parametrize(
    "alku",
    [
        *("x", "20255", "25", "-2025", "2025-13-01", "2025-02-29", "2025-2-1", "20250101"),
        *("0000", "0001", "1899", "3000", "9999", "9999-12-31", "0001-01-01", "٢٠٢٥", " 2025"),
        *("2025\n", "2025-W01-1", "2025; drop", "2025" * 5000),
    ],
)
def test_what_makes_no_sense_is_the_whole_plan(alku):
    assert read({"nakyma": "lukuvuosi", "alku": alku}, TODAY) is None


@pytest.mark.parametrize("asked", [{}, {"nakyma": "kaikki"}, {"nakyma": "x"}, {"nakyma": ""}])
def test_the_whole_plan_is_the_default(asked):
    assert read(asked | {"alku": "2023"}, TODAY) is None


@pytest.mark.parametrize(
    ("year", "before", "after"),
    [(2018, None, 2020), (2020, None, 2021), (2021, 2020, 2024), (2023, 2021, 2024), (2024, 2021, None),
     (2030, 2024, None)],
)  # fmt: skip
def test_years_with_nothing_in_them_are_passed_over(year, before, after):
    jaksot = [jakso("2020-09-01", "2021-08-01"), jakso("2025-07-31", "2025-07-31")]
    assert tuple(map(vuosi, find_beside(jaksot, Lukuvuosi(year)))) == (before, after)


def test_a_long_period_is_in_every_year_of_it():
    assert tuple(map(vuosi, find_beside([jakso("2020-09-01", "2024-01-01")], Lukuvuosi(2022)))) == (
        2021,
        2023,
    )


@pytest.mark.parametrize(
    ("jaksot", "expected"),
    [
        ([("2024-09-01", "2026-01-01")], 2025),
        ([("2020-09-01", "2021-01-01"), ("2023-09-01", "2024-01-01")], 2023),
        ([("2027-09-01", "2028-01-01")], 2027),
        ([], None),
    ],
)
def test_the_nearest_year_is_that_of_today_or_the_one_nearest_to_it(jaksot, expected):
    assert vuosi(find_nearest([jakso(*days) for days in jaksot], TODAY)) == expected


def test_periods_of_odd_centuries_do_no_harm():
    odd = [jakso("0001-01-01", "9999-12-31")]
    assert tuple(map(vuosi, find_beside(odd, Lukuvuosi(1900)))) == (None, 1901)
    assert find_nearest([jakso("9999-01-01", "9999-12-31")], TODAY) is None
