"""The state of a part follows from its dates."""

import datetime as dt

import pytest

from hoks.presenters.tila import NAYTOT, TAVAT, Tila, tila_of_koulutuksen_osa, tila_of_osa

TODAY = dt.date(2025, 9, 15)


def period(alku, loppu):
    return {"alku": alku, "loppu": loppu}


OLD_TAPA = period("2024-01-01", "2024-05-31")
CASES = {
    "nothing is agreed": ([], [], Tila.SUUNNITELTU),
    "learning goes on": ([period("2025-09-01", "2025-10-31")], [], Tila.AIKATAULUTETTU),
    "learning has ended, nothing was shown": ([OLD_TAPA], [], Tila.AIKATAULUTETTU),
    "shown fourteen days ago": ([], [period("2025-08-20", "2025-09-01")], Tila.VALMIS),
    "shown thirteen days ago": ([], [period("2025-08-20", "2025-09-02")], Tila.AIKATAULUTETTU),
    "one shown, one to come": (
        [],
        [period("2025-05-01", "2025-05-02"), period("2025-10-10", "2025-10-12")],
        Tila.AIKATAULUTETTU,
    ),
    "shown, and learning goes on": (
        [period("2025-01-01", "2025-12-31")],
        [period("2025-05-01", "2025-05-02")],
        Tila.VALMIS,
    ),
}


@pytest.mark.parametrize(("tavat", "naytot", "expected"), CASES.values(), ids=CASES)
def test_a_unit(tavat, naytot, expected):
    assert tila_of_osa({TAVAT: tavat, NAYTOT: naytot}, TODAY) is expected


def test_lists_that_are_missing_are_empty():
    assert tila_of_osa({}, TODAY) is Tila.SUUNNITELTU


@pytest.mark.parametrize(
    ("loppu", "expected"), [("2025-09-15", Tila.VALMIS), ("2025-09-16", Tila.AIKATAULUTETTU)]
)
def test_a_part_of_tuva_education(loppu, expected):
    assert tila_of_koulutuksen_osa(period("2025-01-01", loppu), TODAY) is expected
