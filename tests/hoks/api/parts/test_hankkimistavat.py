"""One way of acquiring by its own address: wherever its unit hangs, and judged as a whole."""

import pytest

from tests.conftest import Sis
from tests.hoks.api.parts.kinds import KINDS, Parts
from tests.hoks.plans import TAVAT, full_plan, jakso, nothing_written, osa, plan, refused
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db

TAPA = "osaamisen-hankkimistapa"
UNITS = ("hankittavat-ammat-tutkinnon-osat", "hankittavat-paikalliset-tutkinnon-osat")
COMMON = "hankittavat-yhteiset-tutkinnon-osat"


def in_plan(document):
    """Every period of a plan, in its order."""
    units = [unit for key in UNITS for unit in document[key]]
    areas = [area for unit in document[COMMON] for area in unit["osa-alueet"]]
    return [tapa for unit in (*units, *areas) for tapa in unit[TAVAT]]


def one(parts):
    return parts.get(TAPA).json()["data"][0]


@pytest.fixture
def simple(sis):
    """The parts of a plan with two periods of one unit."""
    unit = osa() | {TAVAT: [jakso("t1"), jakso("t2")]}
    return Parts(sis, sis.create(plan() | {KINDS["HATO"].key: [unit]}))


def test_all_of_the_plan_are_listed_and_each_is_read(parts):
    listed = parts.get(TAPA).json()["data"]
    assert listed == in_plan(parts.sis.document(parts.hoks_id))
    assert len(listed) >= 3
    for tapa in listed:
        assert parts.get(TAPA, tapa["id"]).json()["data"] == tapa


def test_a_patch_changes_what_it_names_and_nothing_else(parts):
    before = parts.sis.document(parts.hoks_id)
    for tapa in in_plan(before):
        tapa["ajanjakson-tarkenne"] = "uusi"
        change = {"ajanjakson-tarkenne": "uusi"}
        assert parts.patch(TAPA, tapa["id"], change).status_code == 204
    assert parts.sis.document(parts.hoks_id) == before


def test_a_replacement_clears_what_it_leaves_out_and_keeps_who_it_is(simple):
    old = one(simple)
    new = jakso("t1") | {"alku": "2025-02-03", "loppu": "2025-03-03"}
    assert simple.put(TAPA, old["id"], new).status_code == 204
    found = simple.get(TAPA, old["id"]).json()["data"]
    assert (found["id"], found["module-id"]) == (old["id"], old["module-id"])
    assert {k: found[k] for k in new} == new


def test_what_get_gives_can_be_sent_back(simple):
    old = one(simple)
    with nothing_written():
        assert simple.put(TAPA, old["id"], old).status_code == 204
        assert simple.patch(TAPA, old["id"], old).status_code == 204


def test_a_patch_of_one_day_is_judged_with_the_other(simple):
    old = one(simple)
    with nothing_written():
        body = refused(
            simple.patch(TAPA, old["id"], {"loppu": "2001-01-01"}), 400, "invalid-document"
        )
    assert "dates-reversed" in {v["code"] for v in body["violations"]}


def test_a_patch_to_an_agreement_wants_what_an_agreement_has(simple):
    old = one(simple)
    uri = "osaamisenhankkimistapa_oppisopimus"
    change = {"osaamisen-hankkimistapa-koodi-uri": uri}
    body = refused(simple.patch(TAPA, old["id"], change), 400, "invalid-document")
    assert "missing-oppisopimuksen-perusta" in {v["code"] for v in body["violations"]}
    whole = change | {
        "oppisopimuksen-perusta-koodi-uri": "oppisopimuksenperusta_01",
        "oppisopimuksen-perusta-koodi-versio": 1,
    }
    assert simple.patch(TAPA, old["id"], whole).status_code == 204


def test_every_fault_of_a_patch_is_told_where_it_is(simple):
    sent = {"alku": "x", "osa-aikaisuustieto": "y", "tuntematon": 1}
    body = refused(simple.patch(TAPA, one(simple)["id"], sent), 400, "invalid-document")
    assert {v["pointer"] for v in body["violations"]} == {
        "/alku", "/osa-aikaisuustieto", "/tuntematon",
    }  # fmt: skip


@pytest.mark.parametrize("sent", [[], "x", 3])
def test_a_patch_is_an_object(simple, sent):
    refused(simple.patch(TAPA, one(simple)["id"], sent), 400, "invalid-document")


def test_the_id_in_the_body_is_that_of_the_path(simple):
    own = one(simple)["id"]
    for send in (simple.patch, simple.put):
        refused(send(TAPA, own, jakso("t1") | {"id": own + 1}), 400, "id-mismatch")


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH"])
def test_a_period_of_another_plan_is_not_there(simple, method):
    other = Parts(simple.sis, simple.sis.create(full_plan() | _of_another()))
    answer = simple.call(method, TAPA, one(other)["id"], jakso("t1") if method != "GET" else None)
    refused(answer, 404, "part-not-found")


def _of_another():
    from tests.hoks.plans import PEKKA

    return {k: plan(PEKKA)[k] for k in ("oppija-oid", "opiskeluoikeus-oid")}


def test_none_is_added_here(simple):
    answer = simple.call("POST", TAPA, None, jakso("t3"), contract=False)
    refused(answer, 405, "method-not-allowed")
    assert "POST" not in answer.headers["Allow"]


def test_others_may_not(simple):
    own = one(simple)["id"]
    other, reading = (Parts(Sis(user), simple.hoks_id) for user in ("muu-palvelu", "sampo-luku"))
    refused(other.get(TAPA), 401, "no-privilege")
    refused(other.patch(TAPA, own, {}), 401, "no-privilege")
    assert reading.get(TAPA, own).status_code == 200
    refused(reading.patch(TAPA, own, {}), 401, "no-privilege")


@pytest.mark.django_db(transaction=True)
def test_two_who_patch_at_once_cannot_make_nonsense_together():
    """Each is right alone: one moves the first day late, the other the last day early."""
    parts = Parts(Sis("sampo"), Sis("sampo").create(
        plan() | {KINDS["HATO"].key: [osa() | {TAVAT: [jakso("t1")]}]}
    ))  # fmt: skip
    tapa = one(parts)
    sent = [{"alku": "2025-12-01"}, {"loppu": "2025-02-01"}]
    for _ in range(4):
        parts.put(TAPA, tapa["id"], jakso("t1") | {"alku": "2025-01-01", "loppu": "2025-12-31"})
        answers = together(2, lambda n: Parts(Sis("sampo"), parts.hoks_id).patch(
            TAPA, tapa["id"], sent[n]
        ))  # fmt: skip
        assert sorted(a.status_code for a in answers) == [204, 400]
        found = parts.get(TAPA, tapa["id"]).json()["data"]
        assert found["alku"] <= found["loppu"]
