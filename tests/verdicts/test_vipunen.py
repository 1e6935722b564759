"""What the law accepts fits the statistics feed: so a write need not ask the feed's form again."""

from collections.abc import Iterator
from itertools import chain

import pytest

from hoks.schema.objects import HOKS
from hoks.services.identity import identify
from hoks.services.rows import ordered
from hoks.services.vipunen import to_vipunen
from tests.verdicts import periods, plans
from tests.verdicts.adapter import normalised
from tests.verdicts.build import MINIMAL
from tests.verdicts.cases import BASES, Case, key_cases, value_cases, vector_cases
from tests.verdicts.tables import OBJECTS, VECTORS, Json

EID = "8bd1a2f3-6d3e-4f25-8f0e-6a1f5b1f2c3d"
KEPT = {key: MINIMAL[key] for key in ("oppija-oid", "opiskeluoikeus-oid")}


def accepted(operation: str) -> Iterator[Case]:
    """Every whole plan that may be written so."""
    edits = ((base, owner) for base in BASES[operation] for owner in OBJECTS)
    found = chain(
        chain.from_iterable((*value_cases(*edit), *key_cases(*edit)) for edit in edits),
        chain.from_iterable(vector_cases(kind) for kind in VECTORS),
        chain.from_iterable(topic() for topic in (periods.TOPICS | plans.TOPICS).values()),
    )
    return (c for c in found if c.operation == operation and c.verdict == "accept")


def stored(case: Case) -> Json:
    """The plan as a write leaves it."""
    sent = normalised(case.payload, opiskeluoikeus=case.context, operation=case.operation)
    document = ordered(HOKS, KEPT | sent | {"id": 7, "eid": EID, "manuaalisyotto": False})
    identify(document, None)
    return document


@pytest.mark.parametrize(("operation", "least"), [("POST", 1000), ("PUT", 300)])
def test_what_has_passed_the_law_fits_the_feed(operation: str, least: int) -> None:
    cases = list(accepted(operation))
    assert len(cases) > least
    for case in cases:
        document = stored(case)
        told = to_vipunen(document)
        assert told is not None, case.id
        assert to_vipunen(document, judged=True) == told


def test_fields_from_before_are_looked_at_all_the_same() -> None:
    document = stored(next(accepted("PUT")))
    for wrong in ({"oppija-oid": "1.2.246.562.24.1"}, {"eid": 1}, {"manuaalisyotto": "no"}):
        assert to_vipunen(document | wrong, judged=True) is None
