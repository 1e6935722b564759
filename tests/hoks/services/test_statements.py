"""How many statements each call takes: the same for one part as for forty."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.conftest import payload
from tests.hoks.plans import AMMAT, LEMPI, TAVAT, full_plan, jakso, osa, plan

pytestmark = pytest.mark.django_db

FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
LOCKS = "lukitukset"  # looked up once in two seconds by a process, not by each call
MOST_OF_A_WRITE, MOST_OF_A_READ = 16, 4


def statements(call, status):
    """The statements of one call, transaction control and the look for lockouts aside."""
    with CaptureQueriesContext(connection) as captured:
        answer = call()
    assert answer.status_code == status, answer.content
    own = [q["sql"] for q in captured if LOCKS not in q["sql"]]
    return [sql for sql in own if not sql.startswith(FRAME)]


def of_parts(count):
    units = [osa(f"tutkinnonosat_{n}") | {TAVAT: [jakso(f"t{n}")]} for n in range(count)]
    return plan() | {AMMAT: units}


def count(call, status):
    return len(statements(call, status))


@pytest.mark.parametrize("parts", [1, 40])
def test_a_create(sis, parts):
    assert count(lambda: sis.post(of_parts(parts)), 200) == 8 <= MOST_OF_A_WRITE


def test_a_create_of_every_kind_of_part(sis):
    assert count(lambda: sis.post(full_plan()), 200) == 12 <= MOST_OF_A_WRITE


def test_a_create_with_a_key(sis):
    assert count(lambda: sis.post(full_plan(), idempotency_key="a"), 200) == 15 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_of_one_field(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    sent = of_parts(parts) | {"versio": 2}
    assert count(lambda: sis.put(hoks_id, sent), 204) == 7 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_with_one_part_more(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    sent = of_parts(parts + 1)
    assert count(lambda: sis.put(hoks_id, sent), 204) == 10 <= MOST_OF_A_WRITE


@pytest.mark.parametrize("parts", [1, 40])
def test_a_replacement_of_everything(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    units = [osa(f"tutkinnonosat_9{n}") | {TAVAT: [jakso(f"u{n}")]} for n in range(parts)]
    sent = plan() | {AMMAT: units}
    assert count(lambda: sis.put(hoks_id, sent), 204) == 11 <= MOST_OF_A_WRITE


def test_a_replacement_of_every_kind_of_part(sis):
    hoks_id = sis.create(full_plan())
    sent = json.loads(json.dumps(full_plan()).replace("tutkinnonosat_10", "tutkinnonosat_20"))
    assert count(lambda: sis.put(hoks_id, sent | {"versio": 2}), 204) == 13 <= MOST_OF_A_WRITE


def test_the_same_bytes_again(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, full_plan())
    assert count(lambda: sis.put(hoks_id, full_plan()), 204) == 2


def test_the_same_content_in_other_bytes(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, full_plan())
    raw = json.dumps(full_plan(), indent=1).encode()
    assert count(lambda: sis.put(hoks_id, raw=raw), 204) == 4


@pytest.mark.parametrize("parts", [1, 40])
def test_a_patch(sis, parts):
    hoks_id = sis.create(of_parts(parts))
    assert count(lambda: sis.patch(hoks_id, {"versio": 2}), 204) == 7 <= MOST_OF_A_WRITE


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
    first, *_ = statements(lambda: sis.get(hoks_id, if_none_match=etag), 304)
    with connection.cursor() as cursor:
        cursor.execute(first)
        assert max(len(str(value)) for value in cursor.fetchone()) < 100


def test_a_read_is_for_a_plan_of_its_own(sis):
    oid = LEMPI.oikeus
    sis.create(plan())
    texts = statements(lambda: sis.call("GET", f"/hoks/opiskeluoikeus/{oid}"), 200)
    assert [t.split()[0] for t in texts] == ["SELECT", "INSERT"]
