"""The one model of errors, and which of two faults is told."""

import re

import pytest

from tests.conftest import Sis, payload
from tests.hoks import plans
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, full_plan, nothing_written, plan, refused

pytestmark = pytest.mark.django_db

BROKEN = {"foo": 1}
NOT_JSON = b'{"oppija-oid": '


# --- The model -------------------------------------------------------------------------------------


def test_a_validation_error_has_the_wires_keys_first_and_then_ours(sis):
    body = refused(sis.post(plan(**BROKEN)), 400)
    keys = ["errors", "type", "coercion", "in", "code", "title", "detail", "violations"]
    assert list(body) == [*keys, "request-id", "help"]
    assert body["type"] == "compojure.api.exception/request-validation"
    assert body["coercion"] == "schema"
    assert body["in"] == ["request", "body-params"]


def test_a_parse_error_has_the_wires_keys(sis):
    body = refused(sis.post(raw=NOT_JSON), 400, "malformed-json")
    assert body["type"] == "compojure.api.exception/request-parsing"
    assert (body["format"], body["charset"]) == ("application/json", "utf-8")
    assert body["message"] == "Malformed application/json in :muuntaja/decode"
    assert "line 1" in body["original"]


def test_a_business_error_has_its_literal_and_its_words(sis):
    body = refused(sis.get(1), 404)
    assert list(body) == ["error", "code", "title", "detail", "request-id", "help"]


def test_the_help_leads_to_the_page_of_the_code(sis):
    body = refused(sis.get(1), 404)
    address, anchor = body["help"].split("#")
    assert anchor == "hoks-not-found"
    page = sis.http.get(address.partition("8000")[2])
    assert page.status_code == 200
    assert f'id="{anchor}"' in page.content.decode()


def test_the_request_id_is_in_body_and_header(sis):
    answer = sis.get(1, x_request_id="oma-1.2_3")
    assert answer.headers["X-Request-Id"] == answer.json()["request-id"] == "oma-1.2_3"


@pytest.mark.parametrize("sent", ["", "x" * 65, "a b", "a\nb", "ä"])
def test_an_odd_request_id_is_replaced(sis, sent):
    answer = sis.get(1, x_request_id=sent)
    assert re.fullmatch("[0-9a-f]{32}", answer.json()["request-id"])
    assert answer.headers["X-Request-Id"] == answer.json()["request-id"]


def test_every_broken_rule_is_told_with_its_place(sis):
    period = plans.jakso("t", "2025-05-30", "2025-01-07", osa_aikaisuustieto=0)
    unit = plans.osa(osaamisen_hankkimistavat=[period], foo=1)
    sent = plan(versio="1", hankittavat_ammat_tutkinnon_osat=[plans.osa(), unit])
    body = refused(sis.post(sent), 400)
    place = "/hankittavat-ammat-tutkinnon-osat/1"
    assert {(v["pointer"], v["code"]) for v in body["violations"]} == {
        ("/versio", "not-an-integer"),
        (f"{place}/foo", "unknown-key"),
        (f"{place}/osaamisen-hankkimistavat/0", "missing-osa-aikaisuustieto"),
        (f"{place}/osaamisen-hankkimistavat/0", "dates-reversed"),
    }
    for violation in body["violations"]:
        assert violation.keys() == {"pointer", "code", "fi", "sv", "en"}
        assert all(violation[language] for language in ("fi", "sv", "en"))
    assert body["errors"]["hankittavat-ammat-tutkinnon-osat"][0] is None


def test_a_pointer_escapes_what_it_must(sis):
    body = refused(sis.post(plan() | {"a/b~c": 1}), 400)
    assert [v["pointer"] for v in body["violations"]] == ["/a~1b~0c"]


def test_no_sent_text_comes_back(sis):
    sent = full_plan() | {"sahkoposti": 5, "puhelinnumero": ["salaisuus"]}
    sent["hankittavat-ammat-tutkinnon-osat"][0]["osaamisen-hankkimistavat"][0]["alku"] = "salaisuus"
    sent["oppija-oid"] = "salaisuus"
    answer = sis.post(sent)
    refused(answer, 400, "invalid-document")
    assert "salaisuus" not in answer.content.decode()
    assert "Ohjaaja" not in answer.content.decode()


def test_no_more_than_a_thousand_violations_are_told(sis):
    body = refused(sis.post(plan(oppimisen_tuki=[{}] * 1500)), 400)
    assert len(body["violations"]) == 1000
    assert len(body["errors"]["oppimisen-tuki"]) == 1500


# --- Which of two faults is told -------------------------------------------------------------------
# Each pair: what is wrong, in the order of the checks; the first is the one that is told.


def test_caller_id_comes_before_ticket(sis):
    body = refused(sis.http.post(f"{'/ehoks-virkailija-backend/api/v1'}/hoks"), 401)
    assert body["code"] == "caller-id-missing"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_the_ticket_comes_before_the_body(sis, method):
    sis.ticket = lambda: "ST-vanha"
    path = "/hoks" if method == "POST" else "/hoks/1"
    refused(sis.call(method, path, raw=NOT_JSON), 401, "ticket-invalid")
    refused(sis.call(method, path, raw=b"{}", content_type="text/plain"), 401, "ticket-invalid")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_the_type_of_user_comes_before_the_body(sis, method):
    path = "/hoks" if method == "POST" else "/hoks/1"
    refused(Sis("vaino").call(method, path, raw=NOT_JSON), 403, "wrong-user-type")
    refused(Sis("vaino").call(method, path, plan(**BROKEN)), 403, "wrong-user-type")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_the_syntax_comes_before_the_plan_of_the_path(sis, method):
    refused(getattr(sis, method)(1, raw=NOT_JSON), 400, "malformed-json")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_the_plan_of_the_path_comes_before_rights_and_schema(other_sis, method):
    refused(getattr(other_sis, method)(1, BROKEN), 404, "hoks-not-found")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_rights_come_before_schema(sis, other_sis, method):
    hoks_id = sis.create(plan())
    refused(getattr(other_sis, method)(hoks_id, BROKEN), 401, "no-privilege")


def test_the_study_right_in_koski_comes_before_rights(other_sis):
    refused(other_sis.post(plan(plans.MITATOITY)), 400, "opiskeluoikeus-not-found")


def test_rights_come_before_the_schema_of_a_new_plan(other_sis):
    refused(other_sis.post(plan(**BROKEN)), 401, "no-privilege")


MALFORMED: list[object] = [
    None,
    5,
    "foo",
    "1.2.246.562.15.10000000010",
    {},
    "1.2.246.562.15.10000000009\n",
]


@pytest.mark.parametrize("oid", MALFORMED)
@pytest.mark.parametrize("user", ["sampo", "muu-palvelu", "oph-palvelu"])
def test_without_a_study_right_a_writer_is_told_the_faults(sis, user, oid):
    sent = plan() | {"opiskeluoikeus-oid": oid}
    body = refused(Sis(user).post(sent), 400, "invalid-document")
    assert list(body["errors"]) == ["opiskeluoikeus-oid"]


@pytest.mark.parametrize("oid", MALFORMED)
@pytest.mark.parametrize("user", ["sampo-luku", "ehoks"])
def test_without_a_study_right_who_writes_nowhere_is_told_nothing(sis, user, oid):
    sent = plan(**BROKEN) | {"opiskeluoikeus-oid": oid}
    body = refused(Sis(user).post(sent), 401, "no-privilege")
    assert "errors" not in body


def test_the_schema_comes_before_the_person(sis):
    sent = plan(plans.UNKNOWN_PERSON, **BROKEN)
    refused(sis.post(sent), 400, "invalid-document")


def test_the_rules_come_before_the_owner(sis):
    sent = plan(osaamisen_saavuttamisen_pvm="2017-01-01") | {"oppija-oid": PEKKA.oppija}
    refused(sis.post(sent), 400, "invalid-document")


def test_the_person_comes_before_the_owner(sis):
    sent = plan() | {"oppija-oid": plans.UNKNOWN_PERSON.oppija}
    refused(sis.post(sent), 400, "oppija-not-found")


def test_the_owner_comes_before_purchased_education(other_sis):
    sent = plan(plans.OSTETTU) | {"oppija-oid": PEKKA.oppija}
    refused(other_sis.post(sent), 400, "opiskeluoikeus-of-another")


def test_the_owner_comes_before_the_end_of_the_study_right(sis):
    sent = plan(plans.ERONNUT) | {"oppija-oid": PEKKA.oppija}
    refused(sis.post(sent), 400, "opiskeluoikeus-of-another")


def test_the_end_of_the_study_right_comes_before_the_clash(sis, settings):
    settings.PREVENT_FINISHED_UPDATES = False
    sis.create(plan(plans.ERONNUT))
    settings.PREVENT_FINISHED_UPDATES = True
    refused(sis.post(plan(plans.ERONNUT)), 400, "opiskeluoikeus-finished")


def test_the_schema_comes_before_the_clash(sis):
    sis.create(plan())
    refused(sis.post(plan(**BROKEN)), 400, "invalid-document")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_the_schema_comes_before_the_id_in_the_body(sis, method):
    hoks_id = sis.create(plan())
    sent = {"id": hoks_id + 1, **BROKEN}
    refused(getattr(sis, method)(hoks_id, sent), 400, "invalid-document")


@pytest.mark.parametrize("method", ["put", "patch"])
def test_what_the_plan_is_comes_before_the_end_of_its_study_right(sis, settings, method):
    settings.PREVENT_FINISHED_UPDATES = False
    hoks_id = sis.create(plan(plans.ERONNUT))
    settings.PREVENT_FINISHED_UPDATES = True
    send = getattr(sis, method)
    other_right = plan(plans.ERONNUT) | {"opiskeluoikeus-oid": LEMPI.oikeus}
    refused(send(hoks_id, other_right), 400, "opiskeluoikeus-immutable")
    other_person = plan(plans.ERONNUT) | {"oppija-oid": MINTTU.oppija}
    refused(send(hoks_id, other_person), 400, "oppija-immutable")
    refused(send(hoks_id, plan(plans.ERONNUT, **BROKEN)), 400, "invalid-document")


def test_every_fault_of_the_typical_plan_is_refused_without_a_trace(sis):
    for key in payload("minimal"):
        sent = payload("typical")
        del sent[key]
        with nothing_written():
            body = refused(sis.post(sent), 400, "invalid-document")
        assert body["errors"] == {key: "missing-required-key"}
