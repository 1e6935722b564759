"""A sample of the verdicts over HTTP, and the document that comes back."""

import json

import pytest

from tests.verdicts.cases import BASES, Case, key_cases, value_cases
from tests.verdicts.plans import many_at_once
from tests.verdicts.shape import differences, masked
from tests.verdicts.tables import OBJECTS, PAYLOADS, load
from tests.verdicts.tree import matches

pytestmark = pytest.mark.django_db

EVERY = 40  # one case in so many goes over HTTP
CODES = {"other-code", "upper", "no-break-space", "trailing-space", "full-column"}


def sample() -> list[Case]:
    """Some cases of every object type, refused or accepted."""
    base = BASES["POST"][0]
    return [
        case
        for owner in OBJECTS
        for made in (value_cases, key_cases)
        for n, case in enumerate(made(base, owner))
        if n % EVERY == 0
    ]


def accepted() -> list[Case]:
    """Every second case: codes that exist in no code set are left out."""
    fine = [c for c in sample() if c.verdict == "accept" and c.id.rsplit(": ")[1] not in CODES]
    return fine[::2]


def on_common_right(payload: object) -> object:
    """The minimal plan's study right begins later than the one the cases were judged beside."""
    minimal, maximal = PAYLOADS["minimal"][0], PAYLOADS["maximal"][0]
    key = "opiskeluoikeus-oid"
    if isinstance(payload, dict) and payload.get(key) == minimal[key]:
        return payload | {key: maximal[key]}
    return payload


def test_refusals_carry_the_tree_of_errors(sis) -> None:
    wrong = []
    refused = [case for case in [*sample(), *many_at_once()] if case.verdict == "refuse"]
    for case in refused:
        if case.operation != "POST":
            continue
        response = sis.post(raw=json.dumps(on_common_right(case.payload)).encode())
        errors = response.json().get("errors")
        if response.status_code != 400 or not matches(case.errors, errors):
            wrong.append(f"{case.id}\n    expected {case.errors}\n    got      {errors}")
    assert len(refused) > 50
    assert not wrong, "\n".join(wrong)


def sample_of(operation: str) -> list[Case]:
    """Some refused cases of each object type that the operation takes."""
    owners = OBJECTS if operation != "PATCH" else ["HOKS"]
    base = BASES[operation][0]
    made = (value_cases, key_cases)
    refused = ([c for c in make(base, o) if c.errors_at] for o in owners for make in made)
    return [case for cases in refused for case in cases[:: EVERY if operation == "PUT" else 2]]


@pytest.mark.parametrize("operation", ["PUT", "PATCH"])
def test_changes_are_refused_with_the_same_tree_and_change_nothing(sis, operation: str) -> None:
    hoks_id, wrong = sis.create(PAYLOADS["maximal"][0]), []
    before = sis.get(hoks_id).content
    cases = sample_of(operation)
    for case in cases:
        raw = json.dumps(case.payload).encode()
        answer = sis.call(operation, f"/hoks/{hoks_id}", raw=raw)
        errors = answer.json().get("errors")
        if answer.status_code != 400 or not matches(case.errors, errors):
            wrong.append(f"{case.id}\n    expected {case.errors}\n    got      {errors}")
    assert len(cases) > 50
    assert not wrong, "\n".join(wrong)
    assert sis.get(hoks_id).content == before


@pytest.mark.parametrize("case", accepted(), ids=lambda case: case.id)
def test_valid_plans_are_accepted(sis, case: Case) -> None:
    response = sis.post(case.payload)
    assert response.status_code == 200, response.json()


@pytest.mark.parametrize("name", PAYLOADS)
def test_whole_plans_are_accepted(sis, name: str) -> None:
    response = sis.post(PAYLOADS[name][0])
    assert response.status_code == 200, response.json()
    assert isinstance(response.json()["meta"]["id"], int)


def test_a_refusal_says_what_it_is_and_not_what_was_sent(sis) -> None:
    payload = PAYLOADS["minimal"][0] | {"sahkoposti": 17, "puhelinnumero": "salainen 1" * 40}
    response = sis.post(payload)
    body = response.json()
    assert response.status_code == 400
    assert body["type"] == "compojure.api.exception/request-validation"
    assert body["coercion"] == "schema"
    assert body["in"] == ["request", "body-params"]
    assert body["errors"].keys() == {"sahkoposti", "puhelinnumero"}
    assert "value" not in body
    assert "salainen" not in response.content.decode()


def test_a_stored_plan_comes_back_whole(sis) -> None:
    number = sis.post(PAYLOADS["maximal"][0]).json()["meta"]["id"]
    body = sis.get(number).json()
    assert body["meta"] == {}
    assert body["data"]["id"] == number
    assert differences(load("maximal-as-get.json"), masked(body["data"])) == []


def test_the_number_of_a_part_is_not_the_clients_to_choose(sis) -> None:
    key = "opiskeluvalmiuksia-tukevat-opinnot"
    payload, _ = PAYLOADS["maximal"]
    opinnot = payload[key][0] | {"id": 2_000_000_017}
    number = sis.post(payload | {key: [opinnot]}).json()["meta"]["id"]
    assert sis.get(number).json()["data"][key][0].get("id") != opinnot["id"]
