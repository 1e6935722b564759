"""Generated calls over the whole contract: what it refuses is refused, and nothing breaks."""

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.specs.openapi.checks import (
    ignored_auth,
    positive_data_acceptance,
    unsupported_method,
)

from ehoks.wsgi import application
from tests.conftest import payload
from tests.contract.answers import contract
from tests.hoks.api.parts.kinds import KINDS

EXAMPLES, EXAMPLES_OF_PARTS = 20, 4  # parts are many, and all go the same way
PARTS = r"/hoks/\{hoks_id\}/(?!hankintakoulutukset|palautus)"
STREAM = r"/hoks/joukko$"  # answers 200 and a verdict for each line: it has tests of its own
# The contract cannot say everything (check digits, dates beside the study right, who may write):
# input that it admits may get a documented refusal. Tickets are single-use, so the check of
# ignored credentials is a test of our own, as is that of wrong methods.
LEFT_OUT = [positive_data_acceptance, ignored_auth, unsupported_method]


def without_credentials(description):
    """Tickets are the test's own business: each call gets a fresh one."""
    operations = {
        path: {verb: {k: v for k, v in op.items() if k != "security"} for verb, op in item.items()}
        for path, item in description["paths"].items()
    }
    return description | {"paths": operations}


def operations():
    """Calls on all operations of the contract."""
    found = schemathesis.openapi.from_dict(without_credentials(contract()))
    found.app = application
    return found


generated, generated_parts = operations(), operations()
# Every limit of every field would be tried on each of the forty: other tests do that in memory.
generated_parts.config.phases.coverage.enabled = False


def sparing(examples):
    """So many calls of each operation, the same ones each time."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture
def document(sis):
    """A plan for the generated calls to meet."""
    return sis.document(sis.create(payload("maximal")))


def send(case, sis, document):
    """One call; when it is to be a good one, to ids that there are."""
    if case.meta.generation.mode.is_positive:
        case.path_parameters |= known_ids(case, document)
    headers = {"ticket": sis.ticket(), "caller-id": "1.2.246.562.10.1.test", "Host": "127.0.0.1"}
    return case.call_and_validate(headers=headers, excluded_checks=LEFT_OUT)


def known_ids(case, document):
    """Ids of the plan and of the first part that the path of a call may mean."""
    local = document[KINDS["HPTO"].key][0]
    ids = {"hoks_id": document["id"], "own_id": document["id"], "osa_id": local["id"]}
    segment = case.operation.path.split("/{hoks_id}/")[-1].split("/")[0]
    if "osa_id" in case.path_parameters:
        ids["part_id"] = local["osaamisen-osoittaminen"][0]["id"]
    elif key := next((kind.key for kind in KINDS.values() if kind.segment == segment), None):
        ids["part_id"] = document[key][0]["id"]
    return {name: value for name, value in ids.items() if name in case.path_parameters}


@generated.exclude(path_regex=f"{PARTS}|{STREAM}").parametrize()
@sparing(EXAMPLES)
def test_every_operation_keeps_the_contract(case, transactional_db, sis, document):
    send(case, sis, document)


@generated_parts.include(path_regex=PARTS).parametrize()
@sparing(EXAMPLES_OF_PARTS)
def test_every_operation_on_parts_keeps_the_contract(case, transactional_db, sis, document):
    send(case, sis, document)
