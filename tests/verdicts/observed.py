"""The verdicts observed from the API that client systems know, as cases."""

import json
from collections.abc import Iterator

from tests.verdicts.cases import BASES, Case, key_cases, value_cases
from tests.verdicts.tables import DATA, OBJECTS, Json
from tests.verdicts.tree import error_tree

# The observed kinds whose names differ from those of the tables.
SAME = {"list-for-object": "list", "object-for-list": "object", "unknown-key": "unknown-key"}


def observed() -> list[dict[str, Json]]:
    """What was observed: the edited place, the kind of edit, the places and leaves of errors."""
    with (DATA / "observed.ndjson").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def all_cases() -> dict[str, Case]:
    """Every case of the largest plan, by its name."""
    base = BASES["POST"][0]
    return {
        case.id: case
        for owner in OBJECTS
        for made in (value_cases, key_cases)
        for case in made(base, owner)
    }


def observed_cases(cases: dict[str, Case]) -> Iterator[tuple[Case, Json]]:
    """The case of each observation, and the tree of errors that was observed."""
    for seen in observed():
        path, kind = seen["path"], SAME.get(seen["kind"], seen["kind"])
        where = path if kind != "unknown-key" else [*path, "tuntematon-kentta"]
        case = cases[f"maximal POST {'/'.join(map(str, where))}: {kind}"]
        errors_at = [tuple(p) for p in seen["errors_at"]]
        yield case, error_tree(case.payload, dict(zip(errors_at, seen["leaves"], strict=True)))
