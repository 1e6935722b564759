"""How many statements each call takes: the same for one part as for forty."""

import json

import pytest
from django.db import connection

from tests.conftest import payload
from tests.hoks.plans import AMMAT, LEMPI, TAVAT, full_plan, jakso, osa, plan
from tests.statements import statements

pytestmark = pytest.mark.django_db

MOST_OF_A_WRITE, MOST_OF_A_READ = 16, 4


def said(call, status):
    answers = []
    found = statements(lambda: answers.append(call()))
    assert answers[0].status_code == status, answers[0].content
    return found


def of_parts(count):
    units = [osa(f"tutkinnonosat_{n}") | {TAVAT: [jakso(f"t{n}")]} for n in range(count)]
    return plan() | {AMMAT: units}


def count(call, status):
    return len(said(call, status))


@pytest.mark.parametrize("parts", [1, 40])
def test_a_create(sis, parts):
    assert count(lambda: sis.post(of_parts(parts)), 200) == 9 <= MOST_OF_A_WRITE


def test_a_create_of_every_kind_of_part(sis):
    assert count(lambda: sis.post(full_plan()), 200) == 13 <= MOST_OF_A_WRITE


def test_a_create_with_a_key(sis):
    assert count(lambda: sis.post(full_plan(), idempotency_key="a"), 200) == 16 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_of_one_field(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    sent = of_parts(parts) | {"versio": 2}
    assert count(lambda: sis.put(hoks_id, sent), 204) == 8 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_with_one_part_more(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    sent = of_parts(parts + 1)
    assert count(lambda: sis.put(hoks_id, sent), 204) == 11 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_of_everything(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    units = [osa(f"tutkinnonosat_9{n}") | {TAVAT: [jakso(f"u{n}")]} for n in range(parts)]
    sent = plan() | {AMMAT: units}
    assert count(lambda: sis.put(hoks_id, sent), 204) == 12 <= MOST_OF_A_WRITE


def test_a_replacement_of_every_kind_of_part(sis):
    hoks_id = sis.create(full_plan())
    sent = json.loads(json.dumps(full_plan()).replace("tutkinnonosat_10", "tutkinnonosat_20"))
    assert count(lambda: sis.put(hoks_id, sent | {"versio": 2}), 204) == 14 <= MOST_OF_A_WRITE


def test_the_same_bytes_again(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, full_plan())
    assert count(lambda: sis.put(hoks_id, full_plan()), 204) == 2


def test_the_bytes_of_the_create_again(sis):
    raw = json.dumps(full_plan()).encode()
    hoks_id = sis.post(raw=raw).json()["meta"]["id"]
    assert count(lambda: sis.put(hoks_id, raw=raw), 204) == 2


def test_the_same_content_in_other_bytes(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, full_plan())
    raw = json.dumps(full_plan(), indent=1).encode()
    assert count(lambda: sis.put(hoks_id, raw=raw), 204) == 4


@pytest.mark.parametrize("parts", [1, 40])
def test_a_patch(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    assert count(lambda: sis.patch(hoks_id, {"versio": 2}), 204) == 8 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("name", ["minimal", "typical"])
def test_reads(sis, name):
    sent = payload(name)
    hoks_id = sis.create(sent)
    etag = sis.get(hoks_id).headers["ETag"]
    oid = sent["opiskeluoikeus-oid"]
    reads = {
        "read": (lambda: sis.get(hoks_id), 200),
        "known": (lambda: sis.get(hoks_id, if_none_match=etag), 304),
        "found": (lambda: sis.call("GET", f"/hoks/opiskeluoikeus/{oid}"), 200),
        "head": (lambda: sis.call("HEAD", f"/hoks/{hoks_id}"), 200),
        "purchased": (lambda: sis.call("GET", f"/hoks/{hoks_id}/hankintakoulutukset"), 200),
    }
    found = {kind: count(*call) for kind, call in reads.items()}
    assert found == {"read": 2, "known": 2, "found": 2, "head": 2, "purchased": 3}
    assert max(found.values()) <= MOST_OF_A_READ


def test_a_known_plan_is_not_carried_out_of_the_database(sis):
    hoks_id = sis.create(payload("typical"))
    etag = sis.get(hoks_id).headers["ETag"]
    first, *_ = said(lambda: sis.get(hoks_id, if_none_match=etag), 304)
    with connection.cursor() as cursor:
        cursor.execute(first)
        assert max(len(str(value)) for value in cursor.fetchone()) < 100


def test_a_read_is_for_a_plan_of_its_own(sis):
    oid = LEMPI.oikeus
    sis.create(plan())
    texts = said(lambda: sis.call("GET", f"/hoks/opiskeluoikeus/{oid}"), 200)
    assert [t.split()[0] for t in texts] == ["SELECT", "INSERT"]
