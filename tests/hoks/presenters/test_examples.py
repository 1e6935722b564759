"""The examples of the field page would be accepted, and are what an answer looks like."""

import datetime as dt

import pytest

from hoks.presenters import examples
from hoks.rules.judge import judge
from hoks.rules.konteksti import Konteksti
from hoks.rules.varoitukset import find_warnings
from hoks.schema import objects
from hoks.schema.compile import validate
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.vipunen import HOKS_VIPUNEN
from tests.contract.answers import check_body

KINDS = [value for value in vars(objects).values() if isinstance(value, ObjectType)]
WRITES = [Operation.POST, Operation.PUT, Operation.PATCH]
TODAY = dt.date(2025, 6, 5)


@pytest.mark.parametrize("operation", WRITES)
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_object_would_be_accepted_as_it_is(kind, operation):
    document = examples.document(kind, operation)
    assert validate(kind, operation, document) == document


@pytest.mark.parametrize("operation", WRITES)
def test_the_whole_document_keeps_every_rule_and_nothing_is_warned_of(operation):
    document = examples.document(objects.HOKS, operation)
    verdict = judge(objects.HOKS, operation, document, Konteksti(today=TODAY))
    assert verdict.violations == []
    assert find_warnings(document, TODAY) == []


def test_a_new_plan_shows_all_that_may_be_sent_and_names_no_id():
    document = examples.document(objects.HOKS, Operation.POST)
    sent = {f.key for f in objects.HOKS if f.access[Operation.POST] != "X"}
    assert set(document) == sent
    assert '"id"' not in examples.as_json(document)
    assert '"id"' in examples.as_json(examples.document(objects.HOKS, Operation.PUT))


def test_an_answer_looks_as_the_contract_says():
    check_body(
        {"$ref": "#/components/schemas/HOKS"}, examples.document(objects.HOKS, Operation.GET)
    )
    feed = examples.document(HOKS_VIPUNEN, Operation.VIPUNEN)
    check_body({"$ref": "#/components/schemas/HOKSVipunen"}, feed)
    assert "example.fi" not in examples.as_json(feed)
