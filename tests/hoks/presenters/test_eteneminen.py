"""Counts, percentages that make a hundred, and points beside their target."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hoks.presenters.eteneminen import Pala, find_eteneminen, to_percents
from hoks.presenters.tila import Tila

S, A, V = Tila


@pytest.mark.parametrize(
    ("counts", "percents"),
    [
        ((1, 1, 1), (33, 33, 34)),
        ((2, 3, 1), (33, 50, 17)),
        ((3, 3, 1), (43, 43, 14)),
        ((0, 0, 0), (0, 0, 0)),
        ((0, 0, 7), (0, 0, 100)),
        ((1, 1, 0), (50, 50, 0)),
        ((2, 2, 2), (33, 33, 34)),
    ],
)
def test_percentages(counts, percents):
    assert to_percents(dict(zip(Tila, counts, strict=True))) == dict(
        zip(Tila, percents, strict=True)
    )


@given(st.tuples(*[st.integers(0, 200)] * 3))
def test_percentages_make_a_hundred_and_are_off_by_less_than_one(counts):
    found = to_percents(dict(zip(Tila, counts, strict=True)))
    total = sum(counts)
    assert sum(found.values()) == (100 if total else 0)
    for tila, count in zip(Tila, counts, strict=True):
        assert total == 0 or abs(found[tila] - 100 * count / total) < 1


def palat(*pairs):
    return [Pala(tila, None if osp is None else Decimal(osp)) for tila, osp in pairs]


def test_points_by_state_and_what_is_missing():
    found = find_eteneminen(
        palat((V, 30), (V, 15), (A, 45), (S, 20), (S, None)), Decimal(25), Decimal(180)
    )
    assert found.maarat == {S: 2, A: 1, V: 2}
    assert found.pisteet == {S: 20, A: 45, V: 45}
    assert (found.yhteensa, found.asteikko, found.puuttuu) == (135, 180, 45)
    assert found.laajuus_puuttuu == 1


def test_a_plan_above_its_target_shows_as_it_is():
    found = find_eteneminen(palat((S, 200)), tavoite=Decimal(180))
    assert (found.asteikko, found.puuttuu) == (200, 0)


def test_without_a_target_the_parts_are_the_whole():
    found = find_eteneminen(palat((V, 10), (A, 30)))
    assert (found.asteikko, found.puuttuu) == (40, 0)
