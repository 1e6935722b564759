"""Reading a plan by its id."""

import pytest
from django.db import connection

from hoks.models import Hoks, HoksVersio
from tests.hoks import plans
from tests.hoks.plans import full_plan, plan, refused

pytestmark = pytest.mark.django_db


def test_a_plan_is_read_in_its_envelope(sis):
    hoks_id = sis.create(plan())
    answer = sis.get(hoks_id)
    assert answer.status_code == 200
    assert answer.json().keys() == {"meta", "data"}
    assert answer.json()["meta"] == {}
    assert answer.json()["data"]["id"] == hoks_id
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"


def test_every_part_shows_its_id_and_module_id(sis):
    document = sis.document(sis.create(full_plan()))
    unit = document["hankittavat-ammat-tutkinnon-osat"][0]
    area = document["hankittavat-yhteiset-tutkinnon-osat"][0]["osa-alueet"][0]
    for part in (
        unit,
        unit["osaamisen-hankkimistavat"][0],
        unit["osaamisen-osoittaminen"][0],
        area,
        document["aiemmin-hankitut-ammat-tutkinnon-osat"][0],
    ):
        assert isinstance(part["id"], int)
        assert len(part["module-id"]) == 36
    assert "module-id" not in document["opiskeluvalmiuksia-tukevat-opinnot"][0]
    assert "id" not in document["oppimisen-tuki"][0]


def test_ids_of_parts_are_unique_in_a_plan(sis):
    found = plans.identities(sis.document(sis.create(full_plan())))
    assert len({own for own, _ in found}) == len(found) > 15


def test_what_was_left_out_stays_out(sis):
    assert "sahkoposti" not in sis.document(sis.create(plan()))


def test_an_unknown_id_is_not_found(sis):
    assert refused(sis.get(43857), 404, "hoks-not-found")["error"] == "HOKS not found"


@pytest.mark.parametrize("hoks_id", [2**31, 2**63 - 1, 2**63, 10**40])
@pytest.mark.parametrize("method", ["get", "put", "patch"])
def test_an_id_larger_than_any_is_not_found(sis, method, hoks_id):
    body = [] if method == "get" else [plan()]
    refused(getattr(sis, method)(hoks_id, *body), 404, "hoks-not-found")


@pytest.mark.parametrize("hoks_id", ["abc", "-1", "1.0", "1e3", "%31%00", "\u0661"])
def test_what_is_no_number_is_no_address(sis, hoks_id):
    body = refused(sis.get(hoks_id), 404, "route-not-found")
    assert body["reason"] == "Route not found"


def test_an_archived_plan_says_so_to_who_may_know(sis, other_sis):
    hoks_id = sis.create(plan())
    plans.archive(hoks_id)
    body = refused(sis.get(hoks_id), 404, "hoks-archived")
    assert body["error"] == "HOKS not found"
    assert body["tila"] == "passivoitu"
    stored = Hoks.objects.get(id=hoks_id).deleted_at
    assert body["aika"] == f"{stored:%Y-%m-%dT%H:%M:%SZ}"
    hidden = refused(other_sis.get(hoks_id), 404, "hoks-not-found")
    assert not {"tila", "aika"} & hidden.keys()


@pytest.mark.parametrize("method", ["put", "patch"])
def test_an_archived_plan_is_not_changed(sis, method):
    hoks_id = sis.create(plan())
    plans.archive(hoks_id)
    refused(getattr(sis, method)(hoks_id, plan()), 404, "hoks-archived")


def test_a_restored_plan_reads_as_before(sis):
    hoks_id = sis.create(full_plan())
    before = sis.get(hoks_id).content
    plans.archive(hoks_id)
    Hoks.objects.filter(id=hoks_id).update(deleted_at=None)
    assert sis.get(hoks_id).content == before


def test_what_was_stored_under_an_older_law_is_still_served(sis):
    hoks_id = sis.create(plan())
    version = HoksVersio.objects.get()
    old = version.sisalto.replace(plans.LEMPI.oppija, "1.2.246.562.24.00000000000")
    HoksVersio.objects.update(sisalto=old.replace('"2024-08-15"', '"2999-12-31"'))
    document = sis.document(hoks_id, contract=False)
    assert document["oppija-oid"] == "1.2.246.562.24.00000000000"
    assert document["ensikertainen-hyvaksyminen"] == "2999-12-31"


def test_a_plan_missing_from_the_index_is_told_apart(sis):
    hoks_id = sis.create(plan())
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM opiskeluoikeudet WHERE oid = %s", [plans.LEMPI.oikeus])
    for answer in (sis.get(hoks_id), sis.put(hoks_id, plan()), sis.patch(hoks_id, {})):
        body = refused(answer, 400, "opiskeluoikeus-not-indexed")
        assert body["error"] == f"Opiskeluoikeus `{plans.LEMPI.oikeus}` not in index"


def test_koski_is_not_asked_for_a_read(sis, simulator):
    hoks_id = sis.create(plan())
    simulator.set_fault("koski", "500")
    assert sis.get(hoks_id).status_code == 200


def test_head_is_a_get_without_a_body(sis):
    hoks_id = sis.create(plan())
    head, get = sis.call("HEAD", f"/hoks/{hoks_id}"), sis.get(hoks_id)
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["ETag"] == get.headers["ETag"]
    assert head.headers["Content-Type"] == get.headers["Content-Type"]
