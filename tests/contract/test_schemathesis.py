"""Generated calls over the whole contract: what it refuses is refused, and nothing breaks."""

import pytest

from tests.conftest import payload
from tests.contract.generated import LEFT_OUT, credentials, known_ids, operations, sparing

EXAMPLES, EXAMPLES_OF_PARTS = 20, 4  # parts are many, and all go the same way
PARTS = r"/hoks/\{hoks_id\}/(?!hankintakoulutukset|palautus)"
STREAM = r"/hoks/joukko$"  # answers a verdict for each line: see the test of the stream

SAME_BODY = ["upsertHoks", "validateHoks"]  # as a create takes, where every limit is tried

generated, generated_parts, generated_again = operations(), operations(), operations()
# Every limit of every field would be tried on each of the forty: other tests do that in memory.
generated_parts.config.phases.coverage.enabled = False
generated_again.config.phases.coverage.enabled = False


@pytest.fixture
def document(sis):
    """A plan for the generated calls to meet."""
    return sis.document(sis.create(payload("maximal")))


def send(case, sis, document):
    """One call; when it is to be a good one, to ids that there are."""
    if case.meta.generation.mode.is_positive:
        case.path_parameters |= known_ids(case, document)
    return case.call_and_validate(**credentials(sis, case), excluded_checks=LEFT_OUT)


@generated.exclude(path_regex=f"{PARTS}|{STREAM}").exclude(operation_id=SAME_BODY).parametrize()
@sparing(EXAMPLES)
def test_every_operation_keeps_the_contract(case, kept_connection, sis, document):
    send(case, sis, document)


@generated_again.include(operation_id=SAME_BODY).parametrize()
@sparing(EXAMPLES)
def test_every_operation_that_takes_a_new_plan_keeps_the_contract(
    case, kept_connection, sis, document
):
    send(case, sis, document)


@generated_parts.include(path_regex=PARTS).parametrize()
@sparing(EXAMPLES_OF_PARTS)
def test_every_operation_on_parts_keeps_the_contract(case, kept_connection, sis, document):
    send(case, sis, document)
