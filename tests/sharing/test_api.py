"""Shares over HTTP: the provider's system shares what its plans name, the student what is own."""

import datetime as dt

import pytest
from django.db import connection

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import today
from hoks.models import Hoks
from sharing.models import Jako
from tests.contract.answers import check_answer
from tests.hoks.plans import (
    ALUEET,
    AMMAT,
    NAYTOT,
    PAIKALLISET,
    TAVAT,
    YHTEISET,
    alue,
    paikallinen,
    refused,
    yhteinen,
)
from tests.sharing.conftest import (
    LOPPU,
    SALAISUUDET,
    aino_plan,
    link,
    module,
    show,
    stored,
    work,
)
from tests.sharing.mails import waiting
from tests.staff import browser, identify

pytestmark = pytest.mark.django_db
OPPIJA = "/ehoks-oppija-backend/api/v1/oppija/jaot"
DAY = dt.timedelta(days=1)


def body(hoks, laji="osaamisenhankkiminen", **more):
    document = stored(hoks).document
    (unit,) = document["hankittavat-ammat-tutkinnon-osat"]
    base = {
        "tutkinnonosa-module-uuid": unit["module-id"],
        "tutkinnonosa-tyyppi": "HankittavaAmmatillinenTutkinnonOsa",
        "shared-module-uuid": module(hoks, laji),
        "shared-module-tyyppi": laji,
        "voimassaolo-alku": today().isoformat(),
        "voimassaolo-loppu": LOPPU.isoformat(),
        "vastaanottaja": {
            "nimi": "Ohjaaja, Onni",
            "rooli": "ohjaaja",
            "sahkoposti": "o@example.org",
        },
    }
    return base | more


# --- For systems -------------------------------------------------------------------------------------


def test_a_system_shares_extends_and_revokes(sis, hoks):
    answer = sis.call("POST", f"/hoks/{hoks.pk}/jaot", body(hoks))
    assert answer.status_code == 200
    uuid = answer.json()["meta"]["uuid"]
    assert answer.json()["data"]["uri"].endswith(f"/hoks/{hoks.pk}/jaot/{uuid}")
    assert "linkki" not in answer.json()["meta"]  # a mail brings it
    assert len(waiting()) == 1
    one = f"/hoks/{hoks.pk}/jaot/{uuid}"
    later = (LOPPU + DAY).isoformat()
    assert sis.call("PATCH", one, {"voimassaolo-loppu": later}).status_code == 204
    told = sis.call("GET", one).json()["data"]
    assert (told["tila"], told["luoja"], told["voimassaolo-loppu"]) == (
        "voimassa", "tiedonsiirto", later
    )  # fmt: skip
    assert sis.call("DELETE", one).status_code == 204
    (row,) = sis.call("GET", f"/hoks/{hoks.pk}/jaot").json()["data"]
    assert row["tila"] == "peruttu"
    assert AuditTapahtuma.objects.filter(operaatio="list-shares", hoks_id=hoks.pk).count() == 2


def test_a_system_sends_the_link_again_to_a_corrected_address(sis, hoks, jako):
    address = f"/hoks/{hoks.pk}/jaot/{jako.pk}/lahetys"
    before = Jako.objects.get().token_tiiviste
    assert sis.call("POST", address, {}).status_code == 204
    assert Jako.objects.get().token_tiiviste == before
    assert sis.call("POST", address, {"sahkoposti": "uusi@example.org"}).status_code == 204
    found = Jako.objects.get()
    assert found.vastaanottaja_sahkoposti == "uusi@example.org"
    assert found.token_tiiviste != before
    assert [args["lahetys"] for args in waiting()] == [1, 2, 3]
    for body, code in (({"sahkoposti": "x"}, "share-bad-address"), ([], "invalid-document")):
        assert sis.call("POST", address, body).json()["code"] == code
    assert sis.call("DELETE", f"/hoks/{hoks.pk}/jaot/{jako.pk}").status_code == 204
    assert sis.call("POST", address, {}).json()["code"] == "share-is-over"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"voimassaolo-loppu": "2020-01-01"}, "share-ends-in-past"),
        ({"voimassaolo-alku": "2035-01-01"}, "share-ends-before-start"),
        ({"voimassaolo-loppu": "2035-01-01"}, "share-ends-too-late"),
        ({"shared-module-tyyppi": "osaamisenosoittaminen"}, "share-no-such-part"),
        ({"tutkinnonosa-tyyppi": "HankittavaYTOOsaAlue"}, "share-no-such-part"),
        ({"shared-module-uuid": "0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d"}, "share-no-such-part"),
        ({"vastaanottaja": {"nimi": "Täti", "rooli": "muu"}}, "share-recipient-not-named"),
        ({"voimassaolo-loppu": "x"}, "invalid-document"),
        ({"vastaanottaja": None}, "invalid-document"),
        ({"suostumus": True}, "invalid-document"),
    ],
)
def test_what_cannot_be_shared_is_told(sis, hoks, change, code):
    refused(sis.call("POST", f"/hoks/{hoks.pk}/jaot", body(hoks) | change), 400, code)
    assert Jako.objects.count() == 0


def test_others_and_readers_share_nothing(other_sis, reading_sis, hoks, jako):
    for caller, status in ((other_sis, 401), (reading_sis, 401)):
        assert caller.call("POST", f"/hoks/{hoks.pk}/jaot", body(hoks)).status_code == status
        assert caller.call("DELETE", f"/hoks/{hoks.pk}/jaot/{jako.pk}").status_code == status
    assert other_sis.call("GET", f"/hoks/{hoks.pk}/jaot").status_code == 401
    assert reading_sis.call("GET", f"/hoks/{hoks.pk}/jaot").status_code == 200
    assert Jako.objects.get().paatetty is None


def test_a_share_of_another_plan_is_not_found(sis, hoks, jako):
    nobody = "0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d"
    refused(sis.call("GET", f"/hoks/{hoks.pk}/jaot/{nobody}"), 404, "share-not-found")


def test_of_a_plan_missing_from_the_index_no_share_is_told(sis, hoks, jako):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM opiskeluoikeudet WHERE oid = %s", [hoks.opiskeluoikeus_oid])
    shares = f"/hoks/{hoks.pk}/jaot"
    for method, path in (
        ("GET", shares),
        ("GET", f"{shares}/{jako.pk}"),
        ("DELETE", f"{shares}/{jako.pk}"),
    ):
        refused(sis.call(method, path), 400, "opiskeluoikeus-not-indexed")


# --- For the student ---------------------------------------------------------------------------------


def call(client, method, path, sent=None, **headers):
    headers = {"caller-id": "1.2.246.562.10.1.test"} | headers
    made = {} if sent is None else {"data": sent, "content_type": "application/json"}
    answer = client.generic(
        method, OPPIJA + path, __import__("json").dumps(sent) if made else "",
        content_type="application/json", headers=headers,
    )  # fmt: skip
    check_answer(method, OPPIJA + path, answer)
    return answer


def own(hoks, **more):
    found = body(hoks, **more) | {"hoks-eid": hoks.eid}
    del found["vastaanottaja"]
    return found


def test_the_student_shares_in_the_old_shape_and_ends_it(hoks):
    aino = identify("aino")
    answer = call(aino, "POST", "/jakolinkit", own(hoks))
    assert answer.status_code == 200
    uuid, linkki = answer.json()["meta"]["uuid"], answer.json()["meta"]["linkki"]
    assert answer.json()["data"]["uri"] == f"{OPPIJA}/jakolinkit/{uuid}"
    jako = Jako.objects.get()
    assert linkki.endswith(link(jako))
    assert jako.peruste == "suostumus"
    listed = call(aino, "GET", f"/moduulit/{jako.module_id}").json()["data"]
    assert [row["share-id"] for row in listed] == [uuid]
    ohjaaja = identify("ohjaaja")
    assert call(ohjaaja, "GET", f"/jakolinkit/{uuid}").status_code == 404  # not opened yet
    ohjaaja.post(link(jako))
    for client in (aino, ohjaaja):
        shown = call(client, "GET", f"/jakolinkit/{uuid}")
        assert shown.status_code == 200
        data = shown.json()["data"]
        assert data["osaamisen-osoittaminen"] is None
        assert data["osaamisen-hankkimistapa"]["module-id"] == str(jako.module_id)
        text = shown.content.decode()
        assert not any(secret in text for secret in (*SALAISUUDET, hoks.oppija_oid, "Salainen"))
    assert call(aino, "DELETE", f"/jakolinkit/{uuid}").status_code == 200
    assert refused(call(ohjaaja, "GET", f"/jakolinkit/{uuid}"), 410)["message"]
    assert refused(call(aino, "GET", f"/jakolinkit/{uuid}"), 410)


AREA, LOCAL = "HankittavaYTOOsaAlue", "HankittavaPaikallinenTutkinnonOsa"
UNIT = "HankittavaAmmatillinenTutkinnonOsa"
PARTS = {
    (UNIT, "osaamisenosoittaminen"): lambda found: found[AMMAT][0],
    (LOCAL, "osaamisenosoittaminen"): lambda found: found[PAIKALLISET][0],
    (LOCAL, "osaamisenhankkiminen"): lambda found: found[PAIKALLISET][0],
    (AREA, "osaamisenhankkiminen"): lambda found: found[YHTEISET][0][ALUEET][0],
}
KEYS = {"osaamisenhankkiminen": TAVAT, "osaamisenosoittaminen": NAYTOT}
SHOWN = {
    "osaamisenhankkiminen": "osaamisen-hankkimistapa",
    "osaamisenosoittaminen": "osaamisen-osoittaminen",
}


@pytest.fixture
def whole(sis):
    """A plan with a way of acquiring and a demonstration in each kind of unit."""
    below: dict = {TAVAT: [work("muu")], NAYTOT: [show()]}
    document = aino_plan(naytot=[show()]) | {
        PAIKALLISET: [paikallinen("Hapanjuuri") | {TAVAT: [work("juuri")], NAYTOT: [show()]}],
        YHTEISET: [yhteinen(alue() | below)],
    }
    return Hoks.objects.get(pk=sis.create(document))


@pytest.mark.parametrize(("tyyppi", "laji"), PARTS)
def test_of_each_kind_of_unit_one_way_or_one_demonstration_is_shown(whole, tyyppi, laji):
    unit = PARTS[tyyppi, laji](stored(whole).document)
    sent = own(whole) | {
        "shared-module-tyyppi": laji,
        "tutkinnonosa-tyyppi": tyyppi,
        "tutkinnonosa-module-uuid": unit["module-id"],
        "shared-module-uuid": unit[KEYS[laji]][0]["module-id"],
    }
    aino = identify("aino")
    made = call(aino, "POST", "/jakolinkit", sent)
    assert made.status_code == 200, made.content
    data = call(aino, "GET", f"/jakolinkit/{made.json()['meta']['uuid']}").json()["data"]
    assert data["tutkinnonosa-tyyppi"] == tyyppi
    assert data["tutkinnonosa"]["module-id"] == unit["module-id"]
    (other,) = set(SHOWN.values()) - {SHOWN[laji]}
    assert data[SHOWN[laji]]["module-id"] == unit[KEYS[laji]][0]["module-id"]
    assert data[other] is None


def test_the_shares_of_a_part_are_listed_and_an_unknown_one_has_none(hoks):
    aino, nobody = identify("aino"), "0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d"
    made = {call(aino, "POST", "/jakolinkit", own(hoks)).json()["meta"]["uuid"] for _ in range(2)}
    listed = call(aino, "GET", f"/moduulit/{module(hoks)}").json()["data"]
    assert {row["share-id"] for row in listed} == made
    assert len(made) == 2
    assert call(aino, "GET", f"/moduulit/{nobody}").json()["data"] == []
    for method in ("GET", "DELETE"):
        refused(call(aino, method, f"/jakolinkit/{nobody}"), 404, "share-not-found")


def test_a_share_in_another_shape_is_refused_with_its_places(hoks):
    sent = own(hoks) | {"foo": 1}
    del sent["shared-module-tyyppi"]
    body = refused(call(identify("aino"), "POST", "/jakolinkit", sent), 400, "invalid-document")
    assert body["errors"] == {
        "foo": "disallowed-key",
        "shared-module-tyyppi": "missing-required-key",
    }
    assert "schema" not in body


def test_states_have_their_old_words(hoks, jako):
    Jako.objects.update(voimassa_alku=LOPPU, voimassa_loppu=LOPPU)
    told = refused(call(identify("aino"), "GET", f"/jakolinkit/{jako.pk}"), 423)
    assert told["message"] == "Shared link not yet active"
    Jako.objects.update(voimassa_alku=today() - 5 * DAY, voimassa_loppu=today() - DAY)
    told = refused(call(identify("aino"), "GET", f"/jakolinkit/{jako.pk}"), 410)
    assert told["message"] == "Shared link is expired"


def test_nobody_shares_or_ends_what_is_not_their_own(hoks, jako):
    ohjaaja = identify("ohjaaja")
    refused(call(ohjaaja, "POST", "/jakolinkit", own(hoks)), 404, "share-not-found")
    refused(call(ohjaaja, "DELETE", f"/jakolinkit/{jako.pk}"), 404, "share-not-found")
    assert call(ohjaaja, "GET", f"/moduulit/{jako.module_id}").json()["data"] == []
    refused(call(identify("aino"), "DELETE", f"/jakolinkit/{jako.pk}"), 403, "share-not-yours")
    assert Jako.objects.get().paatetty is None


def test_without_session_or_the_header_of_the_call_nothing_happens(hoks):
    refused(call(browser(), "POST", "/jakolinkit", own(hoks)), 401, "session-missing")
    aino = identify("aino")
    answer = aino.post(f"{OPPIJA}/jakolinkit", own(hoks), content_type="application/json")
    refused(answer, 401, "caller-id-missing")  # as a foreign page would have to
    assert Jako.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "literal"),
    [
        ({"voimassaolo-loppu": "2020-01-01"}, "Shared link end date cannot be in the past"),
        (
            {"voimassaolo-alku": "2035-01-01"},
            "Shared link end date cannot be before the start date",
        ),
    ],
)
def test_refusals_have_their_old_words(hoks, change, literal):
    answer = call(identify("aino"), "POST", "/jakolinkit", own(hoks) | change)
    assert refused(answer, 400)["error"] == literal
