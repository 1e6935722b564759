"""The committed contract is current, valid, and refuses what the service refuses."""

import io
import re

import pytest
from django.core.management import call_command

from tests.conftest import payload
from tests.contract.answers import CONTRACT, check_body, contract
from tests.hoks.api.parts.kinds import ALIASES, FLAT_NAYTTO, KINDS


def test_committed_contract_is_current():
    out = io.StringIO()
    call_command("spectacular", validate=True, fail_on_warn=True, stdout=out)
    assert CONTRACT.read_text().strip() == out.getvalue().strip(), "run `make openapi`"


def test_contract_is_openapi_3_1_and_names_every_object_of_the_plan():
    assert contract()["openapi"].startswith("3.1")
    schemas = contract()["components"]["schemas"]
    assert {"HOKS", "HOKSLuonti", "HOKSKorvaus", "HOKSPaivitys", "Virhe"} <= schemas.keys()


def test_the_introduction_tells_every_old_name_and_what_is_open():
    told = contract()["info"]["description"]
    for name, alias in ALIASES:
        assert f"| `{alias}` | `{KINDS[name].segment}` |" in told
    for address in (FLAT_NAYTTO, "/ehoks-backend", "healthcheck", "misc/environment", "Allow"):
        assert address in told


def test_links_of_2018_lead_to_the_operations_of_today(client):
    page = client.get("/ehoks-backend/doc/index.html?script=", SERVER_NAME="127.0.0.1")
    led = dict(re.findall(r'(\w+_ehoks_backend_api_v1_hoks\w*): "(\w+)"', page.content.decode()))
    found = {
        operation["operationId"]: (method, operation["tags"])
        for item in contract()["paths"].values()
        for method, operation in item.items()
    }
    assert len(led) == 4
    for old, today in led.items():
        assert found[today] == (old.split("_")[0], ["hoks"])


def test_every_operation_asks_who_calls():
    for path, item in contract()["paths"].items():
        of_students = path.startswith("/ehoks-oppija-backend/")
        wanted = ["istunto", "kutsuja"] if of_students else ["ticket", "callerId"]
        for method, operation in item.items():
            assert operation["security"] == [{key: [] for key in wanted}], (method, path)


def test_every_operation_tells_what_may_always_happen():
    """What generated calls seldom meet: a lock, an outage, a body too large, a plan not indexed."""
    for path, item in contract()["paths"].items():
        for method, operation in item.items():
            always = {"401", "423", "503"}
            if "application/json" in operation.get("requestBody", {}).get("content", {}):
                always |= {"400", "413", "415"}
            if "{hoks_id}" in path:
                always |= {"400", "403", "404"}
            assert always <= operation["responses"].keys(), (method, path)


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
