"""The observed verdicts hold for every way to send the same fault: POST, PUT, PATCH, own routes."""

from collections.abc import Iterator
from typing import NamedTuple

import pytest

from hoks.schema.objects import HOKS
from hoks.schema.osaaminen import LISTS, OLEMASSA_OLEVA_OSAAMINEN
from tests.hoks.api.parts.kinds import KINDS
from tests.hoks.api.parts.test_verdicts import judged
from tests.verdicts.cases import MISSING
from tests.verdicts.observed import all_cases, observed_cases
from tests.verdicts.tables import OBJECTS, Json
from tests.verdicts.tree import matches

KEYS = {kind.key: kind.type for kind in KINDS.values()}
OPERATIONS = ("POST", "PUT", "PATCH")


class Seen(NamedTuple):
    """An observed fault of a whole plan, where it is, and the tree of errors."""

    name: str
    where: tuple[str | int, ...]
    plan: Json
    errors: Json

    def part(self) -> tuple[Json, Json]:
        """The faulty part alone, and the errors as they stand in it."""
        key, number = self.where[:2]
        return self.plan[key][number], self.errors and self.errors[key][number]

    def errors_of(self, operation: str) -> Json:
        """The tree for a whole plan: what a root must have it need not have for every call."""
        root = OBJECTS["HOKS"].get(str(self.where[0]))
        may_lack = root is not None and root.letter(operation) != "R"
        return None if may_lack and self.errors == {self.where[0]: MISSING} else self.errors


def all_seen() -> Iterator[Seen]:
    for case, errors in observed_cases(all_cases()):
        place = case.id.split(" ")[2].removesuffix(":")
        where = tuple(int(s) if s.isdigit() else s for s in place.split("/"))
        yield Seen(case.id, where, case.payload, errors)


SEEN = list(all_seen())
OF_PARTS = [s for s in SEEN if s.where[0] in KEYS and len(s.where) > 1]
OF_ROOT = [
    s for s in SEEN if len(s.where) == 1 and OBJECTS["HOKS"][str(s.where[0])].letter("PATCH") != "X"
]


def assert_as_seen(deviations: Iterator[str]) -> None:
    wrong = list(deviations)
    assert not wrong, f"{len(wrong)} deviate:\n" + "\n".join(wrong)


def _only(plan: Json, where: tuple[str | int, ...]) -> Json:
    """The plan with nothing but the key of its root that a place is under."""
    return {key: value for key, value in plan.items() if key == where[0]}


def compared(seen: Seen, expected: Json, got: Json) -> Iterator[str]:
    if not matches(expected, got):
        yield f"{seen.name}\n    observed {expected}\n    got      {got}"


def test_most_of_what_was_observed_is_of_parts() -> None:
    assert (len(SEEN), len(OF_PARTS), len(OF_ROOT)) == (203, 181, 10)
    assert {s.where[0] for s in OF_PARTS} == KEYS.keys()


@pytest.mark.parametrize("operation", ["POST", "PUT"])
def test_a_fault_of_a_whole_plan(operation: str) -> None:
    assert_as_seen(
        line
        for s in SEEN
        for line in compared(s, s.errors_of(operation), judged(HOKS, operation, s.plan))
    )


def test_a_fault_of_a_patched_root() -> None:
    assert_as_seen(
        line
        for s in OF_ROOT
        for line in compared(s, s.errors_of("PATCH"), judged(HOKS, "PATCH", _only(s.plan, s.where)))
    )


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("key", KEYS)
def test_a_fault_of_a_part_by_its_own_route(operation: str, key: str) -> None:
    found = [(s, *s.part()) for s in OF_PARTS if s.where[0] == key]
    assert found
    assert_as_seen(
        line
        for s, part, errors in found
        for line in compared(s, errors, judged(KEYS[key], operation, part))
    )


@pytest.mark.parametrize("operation", OPERATIONS)
def test_a_fault_of_prior_competence(operation: str) -> None:
    found = [s for s in SEEN if s.where[0] in LISTS]
    assert len(found) > 50
    assert_as_seen(
        line
        for s in found
        for line in compared(
            s,
            s.errors,
            judged(OLEMASSA_OLEVA_OSAAMINEN, operation, _only(s.plan, s.where)),
        )
    )
