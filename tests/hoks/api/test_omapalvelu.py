"""What a provider finds out without asking support: lost ids, a dry run, its own rights."""

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.tiedonsiirto.models import Tiedonsiirto
from hoks.models import Hoks
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, nothing_written, plan, refused


def luettelo(sis, query=""):
    return sis.call("GET", f"/hoks/luettelo{query}")


def validate(sis, body):
    return sis.call("POST", "/validointi", body)


def test_the_list_tells_the_ids_of_own_plans_and_their_state(sis):
    first, second = sis.create(plan()), sis.create(plan(PEKKA))
    plans.archive(second)
    rows = luettelo(sis).json()["data"]
    assert [(r["id"], r["opiskeluoikeus-oid"], r["tila"]) for r in rows] == [
        (first, LEMPI.oikeus, "voimassa"),
        (second, PEKKA.oikeus, "passivoitu"),
    ]
    assert rows[0]["oppija-oid"] == LEMPI.oppija
    assert rows[0]["muuttunut"] == f"{Hoks.objects.get(pk=first).updated_at:%Y-%m-%dT%H:%M:%SZ}"


def test_the_list_goes_on_where_it_ended(sis):
    ids = [sis.create(plan(owner)) for owner in (LEMPI, PEKKA, MINTTU)]
    page = luettelo(sis, "?raja=2").json()
    assert [row["id"] for row in page["data"]] == ids[:2]
    rest = luettelo(sis, f"?alkaen-id={page['meta']['viimeinen-id']}").json()
    assert [row["id"] for row in rest["data"]] == ids[2:]
    assert luettelo(sis, f"?alkaen-id={ids[2]}").json() == {"meta": {}, "data": []}


def test_another_provider_sees_none_of_them_and_oph_all(sis, other_sis):
    hoks_id = sis.create(plan())
    assert luettelo(other_sis).json()["data"] == []
    assert [row["id"] for row in luettelo(Sis("oph-palvelu")).json()["data"]] == [hoks_id]


@pytest.mark.parametrize(
    "query", ["?raja=x", "?raja=-1", "?alkaen-id=", "?raja=1.5", "?raja=%D9%A1"]
)
def test_a_query_that_is_no_number_is_told(sis, query):
    body = refused(luettelo(sis, query), 400, "invalid-query")
    assert body["in"] == ["request", "query-params"]
    assert set(body["errors"]) <= {"raja", "alkaen-id"}


def test_looking_at_the_list_is_audited(sis):
    luettelo(sis)
    assert AuditTapahtuma.objects.get().operaatio == "list"


def test_a_dry_run_says_yes_and_stores_nothing(sis):
    with nothing_written():
        answer = validate(sis, plans.full_plan())
    assert answer.status_code == 200
    assert answer.json()["data"] == {}


def test_a_dry_run_warns_as_the_transfer_log_would(sis):
    odd = plans.full_plan() | {"ensikertainen-hyvaksyminen": "2099-01-01"}
    warned = validate(sis, odd).json()["meta"]["varoitukset"]
    assert {"/ensikertainen-hyvaksyminen"} <= {w["pointer"] for w in warned}
    assert all(w["fi"] and w["sv"] and w["en"] for w in warned)
    sis.create(odd)
    assert Tiedonsiirto.objects.get().varoitukset == warned


def test_a_dry_run_of_a_plan_without_oddities_warns_of_nothing(sis):
    assert validate(sis, plan()).json() == {"meta": {"varoitukset": []}, "data": {}}


def test_a_dry_run_says_all_that_is_wrong(sis):
    body = refused(validate(sis, plan(versio="x", sahkoposti=1)), 400, "invalid-document")
    assert {v["pointer"] for v in body["violations"]} == {"/versio", "/sahkoposti"}


def test_a_dry_run_warns_beside_all_that_is_wrong(sis):
    odd = plans.full_plan() | {"ensikertainen-hyvaksyminen": "2099-01-01"}
    whole = validate(sis, odd).json()["meta"]["varoitukset"]
    wrong = odd | {"versio": "x", "foo": 1}
    with nothing_written():
        body = refused(validate(sis, wrong), 400, "invalid-document")
    assert {v["pointer"] for v in body["violations"]} == {"/versio", "/foo"}
    assert body["varoitukset"] == whole
    assert "/ensikertainen-hyvaksyminen" in {w["pointer"] for w in whole}
    assert "varoitukset" not in refused(sis.post(wrong), 400, "invalid-document")


def test_a_dry_run_warns_of_a_plan_that_names_no_study_right(sis):
    body = refused(validate(sis, {"ensikertainen-hyvaksyminen": "2099-01-01"}), 400)
    assert [w["code"] for w in body["varoitukset"]] == ["hyvaksyminen-in-future"]


def test_a_dry_run_warns_of_a_plan_that_other_checks_refuse(sis):
    odd = {"ensikertainen_hyvaksyminen": "2099-01-01"}
    sis.create(plan())
    for owner, code in ((LEMPI, "hoks-exists"), (plans.VALMISTUNUT, "opiskeluoikeus-finished")):
        with nothing_written():
            body = refused(validate(sis, plan(owner, **odd)), 400, code)
        assert [w["code"] for w in body["varoitukset"]] == ["hyvaksyminen-in-future"]


def test_who_may_not_write_is_told_no_warnings(other_sis):
    sent = plan(ensikertainen_hyvaksyminen="2099-01-01")
    assert "varoitukset" not in refused(validate(other_sis, sent), 401, "no-privilege")


def test_a_dry_run_leaves_no_row_in_the_transfer_log(sis):
    for sent in (plan(), plan(versio="x"), b"{"):
        raw = sent if isinstance(sent, bytes) else None
        sis.call("POST", "/validointi", None if raw else sent, raw=raw)
    assert not Tiedonsiirto.objects.exists()
    assert not Hoks.objects.exists()


def test_a_dry_run_is_for_people_who_write_too(sis):
    for user in ("vaino", "louhi"):
        assert validate(Sis(user), plan()).status_code == 200
    refused(validate(Sis("lukija"), plan()), 403, "wrong-user-type")
    refused(validate(Sis("rooliton"), plan()), 403, "wrong-user-type")
    refused(validate(Sis("ilmari"), plan()), 401, "no-privilege")
    refused(Sis("vaino").post(plan()), 403, "wrong-user-type")


def test_a_dry_run_runs_the_checks_of_a_create(sis, other_sis):
    refused(validate(sis, plan(plans.VALMISTUNUT)), 400, "opiskeluoikeus-finished")
    refused(validate(other_sis, plan()), 401, "no-privilege")
    hoks_id = sis.create(plan())
    assert refused(validate(sis, plan()), 400, "hoks-exists")["hoks-id"] == hoks_id


def test_who_am_i_tells_roles_and_rights(sis):
    data = sis.call("GET", "/auth-check").json()["data"]
    assert (data["kayttaja"], data["tyyppi"]) == ("sampo", "PALVELU")
    rights = {role["nimi"]: role["oikeudet"] for role in data["roolit"]}
    assert rights["CRUD"] == ["delete", "read", "update", "write"]
    assert rights["HOKS_DELETE"] == ["hoks_delete"]
    assert all(role["organisaatio"]["fi"] for role in data["roolit"])


def test_who_am_i_needs_a_ticket(client):
    answer = client.get("/ehoks-virkailija-backend/api/v1/auth-check", SERVER_NAME="127.0.0.1")
    refused(answer, 401, "caller-id-missing")


def test_oph_reads_a_period_by_its_id_alone(sis):
    document = sis.document(sis.create(plans.full_plan()))
    (first, *_) = document[plans.AMMAT][0][plans.TAVAT]
    oph = Sis("oph-palvelu")
    answer = oph.call("GET", f"/hoks/osaamisen-hankkimistapa/{first['id']}")
    assert answer.json() == {"meta": {}, "data": first}
    (in_area, *_) = document[plans.YHTEISET][0][plans.ALUEET][0][plans.TAVAT]
    answer = oph.call("GET", f"/hoks/osaamisen-hankkimistapa/{in_area['id']}")
    assert answer.json()["data"] == in_area


def test_a_period_is_not_there_when_its_plan_is_archived_or_the_id_is_of_another_part(sis):
    hoks_id = sis.create(plans.full_plan())
    document, oph = sis.document(hoks_id), Sis("oph-palvelu")
    unit = document[plans.AMMAT][0]
    for own_id in (unit["id"], 0, 2**70):
        body = refused(oph.call("GET", f"/hoks/osaamisen-hankkimistapa/{own_id}"), 404)
        assert body["error"] == "No osaamisen hankkimistapa found with given ID"
    plans.archive(hoks_id)
    refused(oph.call("GET", f"/hoks/osaamisen-hankkimistapa/{unit[plans.TAVAT][0]['id']}"), 404)


def test_a_provider_does_not_read_periods_by_id_alone(sis):
    refused(sis.call("GET", "/hoks/osaamisen-hankkimistapa/1"), 401, "no-privilege")
