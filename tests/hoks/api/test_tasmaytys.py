"""Reconciliation tells only the differences between a system's list and ours."""

import hashlib
import json

from ehoks.oppijaindex.models import Opiskeluoikeus
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, plan, refused


def reconcile(sis, *rows, **more):
    answer = sis.call("POST", "/hoks/tasmaytys", {"hoksit": list(rows), **more})
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()["data"]


def row(owner, **more):
    return {"opiskeluoikeus-oid": owner.oikeus, **more}


def digest(document):
    """As a system would make it, from the very document that it sends."""

    def plain(value):
        if isinstance(value, dict):
            kept = {k: plain(v) for k, v in value.items()}
            return {k: v for k, v in kept.items() if v not in ([], {})}
        if isinstance(value, list):
            return [plain(v) for v in value]
        return int(value) if isinstance(value, float) and value.is_integer() else value

    text = json.dumps(plain(document), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def test_what_agrees_is_not_told(sis):
    document = plan(versio=3)
    hoks_id = sis.create(document)
    etag = sis.get(hoks_id)["ETag"].strip('"')
    for known in (row(LEMPI), row(LEMPI, tiiviste=etag), row(LEMPI, tiiviste=digest(document))):
        assert reconcile(sis, known) == []


def test_the_digest_of_a_whole_plan_is_the_same_on_both_sides(sis):
    document = plans.full_plan()
    sis.create(document)
    document["hyvaksytty"] = "2024-08-15T09:30:00Z"  # a moment has one normal form
    known = {"opiskeluoikeus-oid": document["opiskeluoikeus-oid"], "tiiviste": digest(document)}
    assert reconcile(sis, known) == []


def test_another_content_is_told(sis):
    hoks_id = sis.create(plan(versio=1))
    found = reconcile(sis, row(LEMPI, tiiviste=digest(plan(versio=2))))
    assert found == [row(LEMPI, ero="eroaa", id=hoks_id) | {"oppija-oid": LEMPI.oppija}]


def test_what_is_missing_here_is_told(sis):
    assert reconcile(sis, row(PEKKA)) == [row(PEKKA, ero="puuttuu-taalta")]


def test_what_is_missing_there_is_told_when_the_list_has_them_all(sis):
    hoks_id = sis.create(plan())
    sis.create(plan(PEKKA))
    assert reconcile(sis, row(PEKKA)) == []
    assert reconcile(sis, row(PEKKA), kattava=True) == [
        row(LEMPI, ero="puuttuu-sielta", id=hoks_id)
    ]


def test_a_list_too_long_for_one_call_comes_in_shares(sis, monkeypatch):
    owners = sorted((LEMPI, PEKKA, MINTTU), key=lambda owner: owner.oikeus)
    first, second = owners[:2]
    ids = [sis.create(plan(owner)) for owner in owners]
    missing = [row(o, ero="puuttuu-sielta", id=i) for o, i in zip(owners, ids, strict=True)]
    assert reconcile(sis, row(first), kattava=True, asti=first.oikeus) == []
    assert reconcile(sis, row(first), kattava=True, asti=second.oikeus) == missing[1:2]
    middle = {"jalkeen": first.oikeus, "asti": second.oikeus}
    assert reconcile(sis, row(second), kattava=True, **middle) == []
    assert reconcile(sis, kattava=True, jalkeen=second.oikeus) == missing[2:]
    assert reconcile(sis, jalkeen=second.oikeus) == []  # without `kattava` it says nothing of ours

    monkeypatch.setattr("hoks.services.tasmaytys.MAX_LINES", 2)
    answer = sis.call("POST", "/hoks/tasmaytys", {"hoksit": [], "kattava": True}).json()
    assert answer == {"meta": {"katkaistu": True}, "data": missing[:2]}


def test_an_archived_and_a_voided_plan_are_told_as_such(sis):
    archived, voided = sis.create(plan()), sis.create(plan(PEKKA))
    plans.archive(archived)
    Opiskeluoikeus.objects.filter(oid=PEKKA.oikeus).update(koski404=True)
    found = reconcile(sis, row(LEMPI), row(PEKKA))
    assert [(f["id"], f["ero"]) for f in found] == [(archived, "passivoitu"), (voided, "mitatoity")]


def test_a_merged_learner_number_is_told(sis):
    sis.create(plan())
    (found,) = reconcile(sis, row(LEMPI, **{"oppija-oid": MINTTU.oppija}))
    assert (found["ero"], found["oppija-oid"]) == ("yhdistetty", LEMPI.oppija)


def test_plans_of_another_provider_are_as_if_not_there(sis, other_sis):
    sis.create(plan())
    assert reconcile(other_sis, row(LEMPI), kattava=True) == [row(LEMPI, ero="puuttuu-taalta")]
    assert reconcile(Sis("oph-palvelu"), row(LEMPI)) == []


def test_a_faulty_list_is_refused(sis):
    body = refused(
        sis.call("POST", "/hoks/tasmaytys", {"hoksit": [{"tiiviste": 1}]}), 400, "invalid-document"
    )
    assert {v["pointer"] for v in body["violations"]} == {
        "/hoksit/0/opiskeluoikeus-oid",
        "/hoksit/0/tiiviste",
    }
