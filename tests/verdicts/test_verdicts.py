"""Every case through the service's own verdict, without HTTP and database."""

from collections.abc import Iterable, Iterator
from itertools import islice

import pytest
import time_machine

from tests.verdicts import laws, periods, plans
from tests.verdicts.adapter import verdict
from tests.verdicts.cases import (
    BASES,
    Case,
    column_cases,
    key_cases,
    value_cases,
    vector_cases,
)
from tests.verdicts.tables import OBJECTS, PAYLOADS, SCALARS, VECTORS, load
from tests.verdicts.tree import edited, matches

SHOWN = 40
TOPICS = periods.TOPICS | plans.TOPICS


def deviation(case: Case) -> str | None:
    """What is wrong with the service's verdict on a case, in words; None when it is right."""
    accepted, errors = verdict(case.payload, operation=case.operation, opiskeluoikeus=case.context)
    expected = case.errors
    if accepted is (case.verdict == "accept") and (accepted or matches(expected, errors)):
        return None
    return f"{case.id}\n    expected {expected or 'accepted'}\n    got      {errors or 'accepted'}"


def assert_verdicts(cases: Iterable[Case]) -> None:
    """Every case right; at least one case."""
    listed = list(cases)
    assert listed
    wrong: Iterator[str] = filter(None, map(deviation, listed))
    shown = list(islice(wrong, SHOWN))
    count = len(shown) + sum(1 for _ in wrong)
    assert not shown, f"{count} of {len(listed)} verdicts deviate:\n" + "\n".join(shown)


@pytest.mark.parametrize("owner", OBJECTS)
def test_another_value_in_each_place(owner: str) -> None:
    bases = BASES["POST"] + (BASES["PATCH"] if owner == "HOKS" else ())
    assert_verdicts(case for base in bases for case in value_cases(base, owner))


@pytest.mark.parametrize("owner", OBJECTS)
def test_put_judges_values_as_post_does(owner: str) -> None:
    assert_verdicts(case for base in BASES["PUT"] for case in value_cases(base, owner))


@pytest.mark.parametrize("operation", BASES)
def test_keys_missing_added_and_unknown(operation: str) -> None:
    owners = OBJECTS if operation != "PATCH" else ["HOKS"]
    assert_verdicts(
        case for base in BASES[operation] for owner in owners for case in key_cases(base, owner)
    )


@pytest.mark.parametrize("kind", VECTORS)
def test_known_values_of_a_kind(kind: str) -> None:
    assert_verdicts(vector_cases(kind))


def test_blanks_do_not_fill_a_column() -> None:
    assert_verdicts(column_cases())


@pytest.mark.parametrize("topic", TOPICS)
def test_rules(topic: str) -> None:
    assert_verdicts(TOPICS[topic]())


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-05-21T20:59:59Z", "2026-05-21"),  # a second before midnight in Finland, summer
        ("2026-05-21T21:00:00Z", "2026-05-22"),
        ("2026-01-10T21:59:59Z", "2026-01-10"),  # and winter
        ("2026-01-10T22:00:00Z", "2026-01-11"),
    ],
)
def test_today_is_the_date_in_finland(moment: str, day: str) -> None:
    with time_machine.travel(moment, tick=False):
        assert laws.today().isoformat() == day
        assert_verdicts(plans.achieved())


@pytest.mark.parametrize("name", PAYLOADS)
def test_what_is_judged_stays_as_it_was_sent(name: str) -> None:
    payload, study_right = PAYLOADS[name]
    before = repr(payload)
    accepted, errors = verdict(payload, operation="POST", opiskeluoikeus=study_right)
    assert (accepted, errors) == (True, None)
    assert repr(payload) == before


def test_what_get_gives_is_taken_back_by_put() -> None:
    payload, study_right = load("maximal-as-get.json"), PAYLOADS["maximal"][1]
    number = SCALARS["Int"]["sample"]
    assert verdict(
        edited(payload, ("id",), number), operation="PUT", opiskeluoikeus=study_right
    ) == (True, None)
