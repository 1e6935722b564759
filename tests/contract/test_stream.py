"""The stream of plans with generated lines: each gets its verdict, and the contract tells which."""

import json
from collections import Counter

import pytest
from schemathesis.specs.openapi.checks import negative_data_rejection

from tests.contract.answers import check_body, find_operation
from tests.contract.generated import LEFT_OUT, NDJSON, headers, operations, sparing

EXAMPLES, AT_LEAST = 40, 15
told: Counter[str] = Counter()  # the verdicts, by what they say

generated = operations()
generated.config.phases.coverage.enabled = False  # it goes by the schema, which is that of a line


def each_line_has_its_verdict(ctx, response, case):
    """The schema of the contract is that of a line, so it is looked at line by line."""
    if response.status_code != 200:
        return
    answers = find_operation("POST", case.operation.path)["responses"]
    sent = [number for number, line in enumerate(case.body.split(b"\n"), 1) if line.strip()]
    verdicts = [json.loads(line) for line in response.content.splitlines()]
    assert [verdict["rivi"] for verdict in verdicts] == sent
    for verdict in verdicts:
        check_body(answers["200"]["content"][NDJSON]["schema"], verdict)
        told[verdict["tulos"]] += 1


@pytest.fixture
def both_verdicts():
    """Lines that are stored and lines that are refused must have been among those tried."""
    told.clear()
    yield
    assert min(told["tallennettu"], told["hylatty"]) > AT_LEAST, told


@generated.include(path_regex=r"/hoks/joukko$").parametrize()
@sparing(EXAMPLES)
def test_every_line_gets_its_verdict(case, kept_connection, sis, both_verdicts):
    # A line that is refused is told in its verdict: the answer as a whole is good.
    case.call_and_validate(
        headers=headers(sis),
        excluded_checks=[*LEFT_OUT, negative_data_rejection],
        additional_checks=[each_line_has_its_verdict],
    )
