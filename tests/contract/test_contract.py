"""The committed contract is current, valid, and refuses what the service refuses."""

import io

import pytest
from django.core.management import call_command

from tests.conftest import payload
from tests.contract.answers import CONTRACT, check_body, contract


def test_committed_contract_is_current():
    out = io.StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    assert CONTRACT.read_text().strip() == out.getvalue().strip(), "run `make openapi`"


def test_contract_is_openapi_3_1_and_names_every_object_of_the_plan():
    assert contract()["openapi"].startswith("3.1")
    schemas = contract()["components"]["schemas"]
    assert {"HOKS", "HOKSLuonti", "HOKSKorvaus", "HOKSPaivitys", "Virhe"} <= schemas.keys()


def test_every_operation_asks_for_ticket_and_caller_id():
    for path, item in contract()["paths"].items():
        for method, operation in item.items():
            assert operation["security"] == [{"ticket": [], "callerId": []}], (method, path)


@pytest.mark.parametrize("name", ["minimal", "maximal", "tuva", "typical"])
def test_stored_and_read_plans_keep_the_contract(sis, name):
    hoks_id = sis.create(payload(name))
    assert sis.get(hoks_id).status_code == 200  # `Sis` holds every answer against the contract


def test_an_answer_outside_the_contract_is_noticed(sis):
    document = sis.document(sis.create(payload("minimal")))
    schema = {"$ref": "#/components/schemas/HOKS"}
    check_body(schema, document)
    with pytest.raises(AssertionError):
        check_body(schema, document | {"tuntematon": 1})
