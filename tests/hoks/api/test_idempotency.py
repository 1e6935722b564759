"""`Idempotency-Key`: a create whose answer was lost can be repeated."""

import datetime as dt
import json

import pytest
from django.db import OperationalError

from ehoks.common.dates import now
from ehoks.rest.idempotency import Key
from ehoks.rest.models import Kuitti
from hoks.models import Hoks
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import PEKKA, nothing_written, plan, refused
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db

KEY = {"idempotency_key": "avain-1"}


def test_a_repeated_create_is_answered_as_the_first_was(sis):
    first = sis.post(plan(), **KEY)
    assert first.status_code == 200
    with nothing_written():
        again = sis.post(plan(), **KEY)
    assert (again.status_code, again.content) == (200, first.content)
    assert again.headers["ETag"] == first.headers["ETag"]
    assert again.headers["Location"] == first.headers["Location"]


def test_the_replay_repeats_the_first_answer_even_after_a_change(sis):
    first = sis.post(plan(), **KEY)
    assert sis.put(first.json()["meta"]["id"], plan(versio=2)).status_code == 204
    again = sis.post(plan(), **KEY)
    assert again.content == first.content
    assert again.headers["ETag"] == first.headers["ETag"]


def test_a_replay_with_the_plan_shows_the_plan_of_today(sis):
    hoks_id = sis.post(plan(), **KEY).json()["meta"]["id"]
    sis.put(hoks_id, plan(versio=2))
    again = sis.post(plan(), **KEY, prefer="return=representation")
    assert again.json()["data"]["hoks"] == sis.document(hoks_id)
    assert again.headers["ETag"] == sis.get(hoks_id).headers["ETag"]


def test_the_same_key_with_other_content_is_refused(sis):
    sis.post(plan(), **KEY)
    with nothing_written():
        body = refused(sis.post(plan(PEKKA), **KEY), 422, "idempotency-key-reused")
    assert body["error"] == "Idempotency-Key was already used with another payload"


def test_another_key_is_another_request(sis):
    sis.post(plan(), **KEY)
    refused(sis.post(plan(), idempotency_key="avain-2"), 400, "hoks-exists")


def test_a_key_is_its_callers_own(sis):
    sis.post(plan(), **KEY)
    oph = Sis("oph-palvelu")
    assert oph.post(plan(PEKKA), **KEY).status_code == 200
    assert Kuitti.objects.count() == 2


def test_a_slash_at_the_end_is_the_same_route(sis):
    first = sis.post(plan(), **KEY)
    again = sis.call("POST", "/hoks/", plan(), **KEY)
    assert again.content == first.content


def test_a_refusal_is_not_kept(sis):
    broken = plan(foo=1)
    refused(sis.post(broken, **KEY), 400, "invalid-document")
    assert Kuitti.objects.count() == 0
    assert sis.post(plan(), **KEY).status_code == 200


def test_an_outage_is_not_kept(sis, simulator):
    simulator.set_fault("koski", "500")
    refused(sis.post(plan(), **KEY), 503, "koski-unavailable")
    simulator.clear_faults()
    assert sis.post(plan(), **KEY).status_code == 200


def test_a_key_is_kept_for_a_day(sis):
    sis.post(plan(), **KEY)
    Kuitti.objects.update(luotu=now() - dt.timedelta(hours=23, minutes=59))
    assert sis.post(plan(), **KEY).status_code == 200
    Kuitti.objects.update(luotu=now() - dt.timedelta(hours=24, seconds=1))
    refused(sis.post(plan(), **KEY), 400, "hoks-exists")
    assert sis.post(plan(PEKKA), **KEY).status_code == 200
    assert Kuitti.objects.count() == 1


@pytest.mark.parametrize("key", ["", "x" * 256, "a\x00b"])
def test_a_key_has_a_length(sis, key):
    with nothing_written():
        refused(sis.post(plan(), idempotency_key=key), 400, "invalid-idempotency-key")


def test_the_longest_key_is_kept(sis):
    key = "x" * 255
    assert sis.post(plan(), idempotency_key=key).status_code == 200
    assert sis.post(plan(), idempotency_key=key).status_code == 200


def test_a_replay_needs_the_right_to_write_as_ever(sis):
    sis.post(plan(), **KEY)
    Kuitti.objects.update(kayttaja="sampo-luku")
    refused(Sis("sampo-luku").post(plan(), **KEY), 401, "no-privilege")


def test_a_replay_of_a_plan_that_was_archived_since_says_so(sis):
    hoks_id = sis.post(plan(), **KEY).json()["meta"]["id"]
    plans.archive(hoks_id)
    refused(sis.post(plan(), **KEY), 400, "hoks-archived")


def test_the_receipt_lives_and_dies_with_the_create(sis, monkeypatch):
    def broken(*_):
        raise OperationalError

    monkeypatch.setattr(Key, "keep_receipt", broken)
    with nothing_written():
        refused(sis.post(plan(), **KEY), 503, "database-unavailable")


@pytest.mark.django_db(transaction=True)
def test_twins_that_come_at_once_are_one_create(sis):
    bodies = together(8, lambda n: Sis("sampo").post(plan(), **KEY))
    assert [b.status_code for b in bodies] == [200] * 8, [b.content for b in bodies]
    assert len({b.content for b in bodies}) == 1
    assert len({b.headers["ETag"] for b in bodies}) == 1
    assert Hoks.objects.count() == Kuitti.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_twins_with_different_content_are_one_create_and_one_refusal(sis):
    sent = [plan(), plan(PEKKA)]
    answers = together(2, lambda n: Sis("sampo").post(sent[n], **KEY))
    codes = sorted(a.status_code for a in answers)
    assert codes == [200, 422], [json.loads(a.content) for a in answers]
    assert Hoks.objects.count() == 1
