"""The written-down tables agree with observed verdicts."""

import pytest

from tests.verdicts.cases import Case
from tests.verdicts.kinds import BIG_OBJECT
from tests.verdicts.laws import broken
from tests.verdicts.observed import all_cases, observed_cases
from tests.verdicts.tables import OBJECTS, PAYLOADS, STRINGS
from tests.verdicts.tree import edited, error_tree, matches, spots


@pytest.fixture(scope="module")
def cases() -> dict[str, Case]:
    return all_cases()


def test_observed_verdicts_are_expected(cases: dict[str, Case]) -> None:
    wrong = []
    for case, tree in observed_cases(cases):
        if not (matches(case.errors, tree) or matches(tree, case.errors)):
            wrong.append(f"{case.id}\n    observed {tree}\n    expected {case.errors}")
    assert not wrong, "\n".join(wrong)


def test_each_key_of_each_object_has_cases(cases: dict[str, Case]) -> None:
    payloads = [payload for payload, _ in PAYLOADS.values()]
    found = {(spot.owner, spot.key) for payload in payloads for spot in spots(payload)}
    never_sent = {
        (owner, key)
        for owner, keys in OBJECTS.items()
        for key, declared in keys.items()
        if declared.letter("POST") == "X" or key == "id"
    }
    assert found == {(o, k) for o, keys in OBJECTS.items() for k in keys} - never_sent
    assert len(cases) > 4000


@pytest.mark.parametrize("name", PAYLOADS)
def test_the_payloads_break_no_rule(name: str) -> None:
    assert broken(*PAYLOADS[name]) == {}


def test_every_kind_of_string_refuses_something() -> None:
    harmless = {kind for kind, row in STRINGS.items() if set(row.values()) <= {"ok"}}
    assert not harmless


def test_an_error_tree_has_the_length_of_what_was_sent() -> None:
    payload = {"a": [1, 2, 3], "b": {"c": 1}}
    tree = error_tree(payload, {("a", 1): "x", ("b", "c"): "y"})
    assert tree == {"a": [None, "x", None], "b": {"c": "y"}}
    assert matches({"a": [None, "*", None], "b": {"c": "y"}}, tree)
    assert not matches({"a": [None, "x"], "b": {"c": "y"}}, tree)
    assert not matches({"a": [None, "x", None]}, tree)


def test_an_edit_leaves_the_original_alone() -> None:
    payload = {"a": [{"b": 1}]}
    assert edited(payload, ("a", 0, "b"), BIG_OBJECT) == {"a": [{"b": BIG_OBJECT}]}
    assert payload == {"a": [{"b": 1}]}
