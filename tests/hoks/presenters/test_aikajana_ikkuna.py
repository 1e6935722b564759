"""The window of a timeline, and what of it is outside the study right, by coordinates."""

from dataclasses import replace

import pytest

from hoks.presenters.aikajana.kuva import LABELS, WIDTH, Lahde, draw
from hoks.presenters.aikajana.palkit import DIAMOND, NARROWEST, Laji, Ymparisto
from tests.hoks.presenters.test_aikajana import FAR, day, jakso

YEAR = (day("2023-08-01"), day("2024-07-31"))  # with a leap day: 366 days


def seen(*jaksot, rajat=None, today=FAR):
    return draw([Lahde("Osa", jaksot)], today, rajat or {}, ikkuna=YEAR)


def test_a_window_is_exactly_as_long_as_it_says():
    found = seen(jakso("2020-01-01", "2030-01-01"))
    assert (found.alku, found.loppu) == YEAR
    (bar,) = found.palkit
    assert (bar.x, bar.leveys, bar.jatkuu) == (LABELS, WIDTH, ("alku", "loppu"))


def test_the_leap_day_has_its_place():
    (bar,) = seen(jakso("2024-02-29", "2024-02-29")).palkit
    assert bar.x == pytest.approx(LABELS + WIDTH * 212 / 366)
    (after,) = seen(jakso("2024-03-01", "2024-07-31")).palkit
    assert after.x == pytest.approx(LABELS + WIDTH * 213 / 366)
    assert after.oikea == pytest.approx(LABELS + WIDTH)


@pytest.mark.parametrize("laji", [Laji.TYOPAIKKA, Laji.NAYTTO])
def test_single_days_at_the_edges_are_whole_and_inside(laji):
    first, last = seen(
        jakso("2023-08-01", "2023-08-01", laji=laji), jakso("2024-07-31", "2024-07-31", laji=laji)
    ).palkit
    wide = DIAMOND if laji is Laji.NAYTTO else NARROWEST
    assert (first.x, first.leveys, first.jatkuu) == (LABELS, wide, ())
    assert (last.oikea, last.leveys, last.jatkuu) == (LABELS + WIDTH, wide, ())


def test_the_days_beside_the_window_are_not_in_it():
    found = seen(jakso("2023-07-31", "2023-07-31"), jakso("2024-08-01", "2024-08-01"))
    assert found.rivit == ()
    assert found.palkit == []


@pytest.mark.parametrize(
    ("alku", "loppu", "jatkuu"),
    [
        ("2023-07-31", "2023-08-01", ("alku",)),
        ("2024-07-31", "2024-08-01", ("loppu",)),
        ("2023-08-01", "2024-07-31", ()),
    ],
)
def test_a_bar_that_is_cut_says_at_which_end(alku, loppu, jatkuu):
    (bar,) = seen(jakso(alku, loppu)).palkit
    assert bar.jatkuu == jatkuu
    assert bar.x >= LABELS
    assert bar.oikea <= LABELS + WIDTH


def test_interruptions_and_lines_are_cut_with_their_bar():
    place = Ymparisto("Näyttely", day("2024-07-01"), day("2024-09-30"))
    whole = jakso(
        "2023-01-01", "2024-12-31",
        tauot=[("2023-07-01", "2023-07-10"), ("2023-07-25", "2023-08-10")],
    )  # fmt: skip
    (bar,) = seen(replace(whole, ymparistot=(place,))).palkit
    assert bar.tauot == ((LABELS, pytest.approx(WIDTH * 10 / 366)),)
    ((x, width),) = bar.viivat
    assert x + width == pytest.approx(LABELS + WIDTH)


def test_marks_outside_the_window_are_left_out():
    rajat = {"alku": day("2023-07-31"), "loppu": day("2024-07-31"), "saavutettu": day("2024-08-01")}
    found = seen(jakso("2023-08-01", "2024-07-31"), rajat=rajat, today=day("2024-08-01"))
    assert [(raja.laji, raja.x) for raja in found.rajat] == [("loppu", LABELS + WIDTH)]
    assert found.tanaan is None
    assert seen(jakso("2023-08-01", "2024-07-31"), today=day("2024-07-31")).tanaan is not None


def test_parts_without_dates_are_told_in_a_window_too():
    sources = [Lahde("A", [jakso("2023-09-01", "2023-09-30")]), Lahde("B", [])]
    assert draw(sources, FAR, ikkuna=YEAR).ilman_aikaa == ("B",)


# --- Outside the study right ----------------------------------------------------------------------

RIGHT = {"alku": day("2023-08-01"), "loppu": day("2024-05-31")}


@pytest.mark.parametrize(
    ("alku", "loppu", "ulkona"),
    [
        ("2023-08-01", "2024-05-31", ()),
        ("2023-07-31", "2024-05-31", ("alku",)),
        ("2023-08-01", "2024-06-01", ("loppu",)),
        ("2023-07-01", "2024-06-30", ("alku", "loppu")),
        ("2023-06-01", "2023-06-30", ("alku",)),
        ("2024-06-01", "2024-06-30", ("loppu",)),
    ],
)
def test_a_bar_outside_the_study_right_warns(alku, loppu, ulkona):
    (bar,) = draw([Lahde("Osa", [jakso(alku, loppu)])], FAR, RIGHT).palkit
    assert bar.ulkona == ulkona
    assert (bar.varoitus_x is not None) == bool(ulkona)


@pytest.mark.parametrize(
    ("rajat", "ulkona"),
    [
        ({}, ()),
        ({"alku": None, "loppu": None}, ()),
        ({"alku": day("2023-08-01"), "loppu": None}, ("alku",)),
        ({"alku": None, "loppu": day("2024-05-31")}, ("loppu",)),
    ],
)
def test_an_unknown_day_never_warns(rajat, ulkona):
    (bar,) = draw([Lahde("Osa", [jakso("2020-01-01", "2030-01-01")])], FAR, rajat).palkit
    assert bar.ulkona == ulkona


def test_the_sign_of_warning_is_always_on_the_picture():
    for alku, loppu in [("2024-06-30", "2024-06-30"), ("2024-06-01", "2024-06-01"),
                        ("2023-01-01", "2024-06-30")]:  # fmt: skip
        (bar,) = draw([Lahde("Osa", [jakso(alku, loppu)])], FAR, RIGHT).palkit
        assert LABELS <= bar.varoitus_x <= LABELS + WIDTH - 18


def test_the_legend_explains_what_there_is():
    found = draw(
        [Lahde("Osa", [jakso("2023-01-01", "2024-06-30", tauot=[("2023-02-01", "2023-02-02")])])],
        FAR, RIGHT,
    )  # fmt: skip
    assert found.lajit == ["tyopaikka", "tauko", "ulkona"]
    assert seen(jakso("2020-01-01", "2030-01-01")).lajit == ["tyopaikka", "jatkuu"]
