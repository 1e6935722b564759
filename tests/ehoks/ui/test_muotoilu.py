"""Dates, periods and numbers as Finnish readers write them."""

import datetime as dt
from decimal import Decimal

import pytest

from ehoks.ui.templatetags.muotoilu import aika, jakso, luettele, luku, paiva, unlocal

NBSP = "\u00a0"
SUMMER = dt.datetime(2026, 6, 30, 21, 30, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("2025-09-01", "1.9.2025"),
        (dt.date(2025, 12, 31), "31.12.2025"),
        ("2026-06-30T21:30:00Z", "1.7.2026"),  # in Finland it is tomorrow already
        (SUMMER, "1.7.2026"),
        ("9999-12-31T23:59:00Z", "31.12.9999"),
        ("0001-01-01", "1.1.1"),
        (None, "-"),
        ("", "-"),
        (3, "-"),
    ],
)
def test_a_day(value, text):
    assert paiva(value) == text


def test_a_moment():
    assert aika(SUMMER) == "1.7.2026 0.30"
    assert aika(dt.datetime(2026, 1, 5, 6, 5, tzinfo=dt.UTC)) == "5.1.2026 8.05"
    assert aika(None) == "-"


@pytest.mark.parametrize(
    ("alku", "loppu", "text"),
    [
        ("2025-09-01", "2025-10-31", "1.9.2025 – 31.10.2025"),
        ("2025-09-01", "2025-09-01", "1.9.2025"),
        ("2025-09-01", None, "1.9.2025 –"),
    ],
)
def test_a_period(alku, loppu, text):
    assert jakso(alku, loppu) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [(12.5, "12,5"), (30.0, "30"), (0, "0"), (1234567, f"1{NBSP}234{NBSP}567"),
     (Decimal("0.10"), "0,1"), (None, "-"), ("", "-")],
)  # fmt: skip
def test_a_number(value, text):
    assert luku(value) == text


def test_things_in_a_row_and_coordinates():
    assert luettele("Kahvila Oy", "", None, "1234567-8") == "Kahvila Oy, 1234567-8"
    assert (unlocal(12.0), unlocal(1.239)) == ("12", "1.24")
