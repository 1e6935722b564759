"""Parts and the version of their plan: ETag, If-Match, writers at the same moment, statements."""

from urllib.parse import quote

import pytest

from ehoks.common.dates import now
from tests.conftest import Sis
from tests.hoks.api.parts.kinds import FLAT_NAYTTO, KINDS, OSAAMINEN, Parts
from tests.hoks.plans import AMMAT, full_plan, naytto, nothing_written, osa, plan, refused
from tests.hoks.stored import rows_are_the_document
from tests.hoks.threads import together
from tests.statements import statements

pytestmark = pytest.mark.django_db
MOST_OF_A_WRITE, MOST_OF_A_READ = 16, 4
PLACES = [*KINDS, OSAAMINEN, FLAT_NAYTTO]
METHODS = ["POST", "PUT", "PATCH"]


def change(parts, place, method, **headers):
    """A write that changes something."""
    return ready(parts, place, method, **headers)()


def ready(parts, place, method, **headers):
    """The same, its ids looked up and waiting to be sent."""
    body: dict
    if place == OSAAMINEN:
        part_id, body = parts.hoks_id, {KINDS["AHPTO"].key: []}
    elif place == FLAT_NAYTTO:
        part_id, body = parts.read(place)[0]["id"], naytto()
    else:
        part_id = parts.first(place)
        value = "1.2.246.562.10.41421356233" if place != "OTO" else "uusi"
        body = KINDS[place].required() | {KINDS[place].text: value}
    at = None if method == "POST" else part_id
    return lambda: parts.call(method, place, at, body, **headers)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("method", METHODS)
def test_an_answer_carries_the_etag_of_the_plan(parts, place, method):
    before = parts.sis.get(parts.hoks_id).headers["ETag"]
    answer = change(parts, place, method)
    after = parts.sis.get(parts.hoks_id).headers["ETag"]
    assert answer.headers["ETag"] == after != before
    assert parts.get(place).headers["ETag"] == after


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("method", METHODS)
def test_a_write_stops_when_the_plan_has_changed(parts, place, method):
    etag = parts.get(place).headers["ETag"]
    with nothing_written():
        answer = change(parts, place, method, if_match='"other"')
        refused(answer, 412, "version-mismatch")
    assert answer.headers["ETag"] == etag
    assert change(parts, place, method, if_match=etag).status_code in (200, 204)


def test_a_change_of_another_part_is_a_change_of_the_plan(parts):
    etag = parts.get("HATO").headers["ETag"]
    assert change(parts, "OTO", "PATCH").status_code == 204
    refused(change(parts, "HATO", "PATCH", if_match=etag), 412, "version-mismatch")


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("method", METHODS)
def test_a_change_of_a_part_is_in_the_next_page_of_the_feed(parts, place, method):
    moment = quote(now().isoformat())
    feed = f"/hoks/paged?updated-after={moment}"
    oph = Sis("oph-palvelu")
    assert oph.call("GET", feed).json()["data"]["result"] == []
    assert change(parts, place, method).status_code in (200, 204)
    [found] = oph.call("GET", feed).json()["data"]["result"]
    assert found["id"] == parts.hoks_id


@pytest.mark.django_db(transaction=True)
def test_writers_of_different_parts_do_not_lose_each_others_work():
    sampo = Sis("sampo")
    hoks_id = sampo.create(plan())
    bodies = [osa(f"tutkinnonosat_10000{n}") for n in range(4)]
    made = together(4, lambda n: Parts(Sis("sampo"), hoks_id).post("HATO", bodies[n]))
    assert {answer.status_code for answer in made} == {200}
    ids = [answer.json()["meta"]["id"] for answer in made]
    assert len(set(ids)) == 4
    patched = together(
        4, lambda n: Parts(Sis("sampo"), hoks_id).patch("HATO", ids[n], {"olennainen-seikka": True})
    )
    assert {answer.status_code for answer in patched} == {204}
    found = sampo.document(hoks_id)[AMMAT]
    assert {p["id"]: p["tutkinnon-osa-koodi-uri"] for p in found} == {
        own_id: body["tutkinnon-osa-koodi-uri"] for own_id, body in zip(ids, bodies, strict=True)
    }
    assert all(p["olennainen-seikka"] for p in found)
    rows_are_the_document(hoks_id)


# --- Statements ------------------------------------------------------------------------------------


def count(call):
    answers = []
    said = statements(lambda: answers.append(call()))
    assert answers[0].status_code < 300
    return len(said)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("method", METHODS)
def test_a_write_takes_few_statements(parts, place, method):
    assert count(ready(parts, place, method)) <= MOST_OF_A_WRITE


@pytest.mark.parametrize("method", METHODS)
def test_a_write_takes_as_many_statements_in_a_large_plan(parts, method):
    small = count(ready(parts, "HATO", method))
    more = [osa(f"tutkinnonosat_1{n:05}") for n in range(40)]
    body = full_plan()
    parts.sis.put(parts.hoks_id, body | {AMMAT: body[AMMAT] + more})
    assert count(ready(parts, "HATO", method)) == small


@pytest.mark.parametrize("place", PLACES)
def test_a_read_takes_few_statements(parts, place):
    part_id = parts.hoks_id if place == OSAAMINEN else parts.read(place)[0]["id"]
    assert count(lambda: parts.get(place)) <= MOST_OF_A_READ
    assert count(lambda: parts.get(place, part_id)) <= MOST_OF_A_READ
