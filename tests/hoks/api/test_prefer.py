"""`Prefer: return=representation`: a write that answers with the whole plan."""

import pytest

from tests.hoks.plans import full_plan, plan, refused

pytestmark = pytest.mark.django_db

REPRESENTATION = {"prefer": "return=representation"}


def test_a_create_answers_with_the_plan_inside(sis):
    answer = sis.post(full_plan(), **REPRESENTATION)
    hoks_id = answer.json()["meta"]["id"]
    assert answer.status_code == 200
    assert answer.headers["Preference-Applied"] == "return=representation"
    assert answer.json()["data"].keys() == {"uri", "hoks"}
    assert answer.json()["data"]["hoks"] == sis.document(hoks_id)


@pytest.mark.parametrize("method", ["put", "patch"])
@pytest.mark.parametrize("versio", [1, 2], ids=["identical", "changed"])
def test_an_update_answers_as_a_read_does(sis, method, versio):
    hoks_id = sis.create(plan(versio=1))
    answer = getattr(sis, method)(hoks_id, plan(versio=versio), **REPRESENTATION)
    read = sis.get(hoks_id)
    assert answer.status_code == 200
    assert answer.content == read.content
    assert answer.headers["ETag"] == read.headers["ETag"]
    assert answer.headers["Preference-Applied"] == "return=representation"


def test_the_same_bytes_again_answer_with_the_plan_too(sis):
    hoks_id = sis.create(plan())
    for _ in range(3):
        answer = sis.put(hoks_id, full_plan(), **REPRESENTATION)
        assert answer.content == sis.get(hoks_id).content


@pytest.mark.parametrize(
    "value",
    [
        "Return=Representation",
        "wait=5, return=representation",
        'return="representation"',
        "return = representation; foo=1, wait=5",
    ],
)
def test_the_preference_may_stand_among_others(sis, value):
    assert "hoks" in sis.post(plan(), prefer=value).json()["data"]


@pytest.mark.parametrize("value", ["return=minimal", "", "representation"])
def test_any_other_preference_is_passed_over(sis, value):
    answer = sis.post(plan(), prefer=value)
    assert "hoks" not in answer.json()["data"]
    assert "Preference-Applied" not in answer.headers


def test_a_refusal_is_no_representation(sis):
    answer = sis.post({}, **REPRESENTATION)
    refused(answer, 400, "invalid-document")
    assert "Preference-Applied" not in answer.headers
