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

EXAMPLES = 30
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


generated = schemathesis.openapi.from_dict(without_credentials(contract()))
generated.app = application


@pytest.fixture
def hoks_id(sis):
    """A plan for the generated calls to meet."""
    return sis.create(payload("maximal"))


@generated.parametrize()
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)
def test_every_operation_keeps_the_contract(case, transactional_db, sis, hoks_id):
    if case.meta.generation.mode.is_positive and "hoks_id" in case.path_parameters:
        case.path_parameters["hoks_id"] = hoks_id
    headers = {"ticket": sis.ticket(), "caller-id": "1.2.246.562.10.1.test", "Host": "127.0.0.1"}
    case.call_and_validate(headers=headers, excluded_checks=LEFT_OUT)
