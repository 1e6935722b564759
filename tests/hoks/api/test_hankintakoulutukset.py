"""Study rights that are purchased parts of a plan's own."""

import pytest

from tests.hoks import plans
from tests.hoks.plans import plan, refused

pytestmark = pytest.mark.django_db


def purchased(sis, hoks_id):
    return sis.call("GET", f"/hoks/{hoks_id}/hankintakoulutukset")


def test_they_are_a_bare_array_of_oids(sis):
    answer = purchased(sis, sis.create(plan(plans.OSTAJA)))
    assert answer.status_code == 200
    assert answer.json() == [plans.OSTETTU.oikeus]


def test_most_plans_have_none(sis):
    answer = purchased(sis, sis.create(plan()))
    assert (answer.status_code, answer.json()) == (200, [])


def test_they_are_known_after_an_update_too(sis):
    hoks_id = sis.create(plan(plans.OSTAJA))
    assert sis.put(hoks_id, plan(plans.OSTAJA, versio=2)).status_code == 204
    assert purchased(sis, hoks_id).json() == [plans.OSTETTU.oikeus]


def test_another_provider_may_not_look(sis, other_sis):
    hoks_id = sis.create(plan(plans.OSTAJA))
    refused(purchased(other_sis, hoks_id), 401, "no-privilege")


def test_of_an_unknown_plan_there_are_none(sis):
    refused(purchased(sis, 987654), 404, "hoks-not-found")
    refused(purchased(sis, 10**30), 404, "hoks-not-found")


def test_of_an_archived_plan_there_are_none(sis):
    hoks_id = sis.create(plan(plans.OSTAJA))
    plans.archive(hoks_id)
    refused(purchased(sis, hoks_id), 404, "hoks-archived")
