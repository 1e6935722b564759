"""The transfer log over HTTP: whose rows are seen, what is still open, paging, CSV."""

import csv
import io

import pytest

from ehoks.audit.log import Kohde, Tekija
from ehoks.audit.models import AuditTapahtuma
from ehoks.tiedonsiirto import log
from ehoks.tiedonsiirto.models import Tiedonsiirto
from tests.conftest import Sis
from tests.hoks.plans import AINO_AT_POHJOLA, LEMPI, MINTTU, plan, refused
from tests.statements import statements

pytestmark = pytest.mark.django_db

PATH = "/tiedonsiirrot"
SCHOOL = "1.2.246.562.10.27182818289"
CSV = "text/csv; charset=utf-8"


def page(sis, query="", **more):
    answer = sis.call("GET", f"{PATH}?{query}", **more)
    assert answer.status_code == 200, answer.content.decode()
    return answer.json()


def rows(sis, query=""):
    return page(sis, query)["data"]


def codes(sis, query=""):
    return [row["koodi"] for row in rows(sis, query)]


def note(organisaatio=SCHOOL, koodi=None, oikeus=LEMPI.oikeus, kanava="tiedonsiirto", **tekija):
    """A row as a write leaves it."""
    tulos = log.Tulos(organisaatio, Kohde(opiskeluoikeus_oid=oikeus), koodi)
    log.record("overwrite", Tekija(kanava, **tekija), Kohde(), tulos)
    return Tiedonsiirto.objects.latest("id").id


def test_a_provider_sees_its_writes_the_newest_first(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, plan(foo=1))
    refusal, create = rows(sis)
    assert (create["operaatio"], create["hyvaksytty"], create["avoin"]) == ("create", True, False)
    assert (refusal["hyvaksytty"], refusal["koodi"]) == (False, "invalid-document")
    assert refusal["avoin"] is True
    assert refusal["virheet"][0]["pointer"] == "/foo"
    for row in (refusal, create):
        assert row["jarjestelma"] == "sampo"
        assert (row["hoks-id"], row["opiskeluoikeus-oid"]) == (hoks_id, LEMPI.oikeus)


def test_others_see_nothing_of_it(sis, other_sis):
    sis.create(plan())
    other_sis.post(plan(AINO_AT_POHJOLA))
    assert {row["jarjestelma"] for row in rows(sis)} == {"sampo"}
    assert {row["jarjestelma"] for row in rows(other_sis)} == {"muu-palvelu"}
    assert {row["jarjestelma"] for row in rows(Sis("oph-palvelu"))} == {"sampo", "muu-palvelu"}


def test_a_right_to_read_is_enough_and_none_is_too_little(reading_sis):
    note()
    assert len(rows(reading_sis)) == 1
    refused(Sis("ehoks").call("GET", PATH), 401, "no-privilege")


def test_rows_of_nobodys_organisation_are_seen_by_nobody(sis):
    note(None)
    note("1.2.246.562.10.99999999999")
    assert not rows(sis)
    assert not rows(Sis("oph-palvelu"))


# --- What is open ---


def test_a_refusal_is_open_until_a_write_of_its_study_right_succeeds(sis):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, plan(foo=1))
    assert codes(sis, "tila=avoin") == ["invalid-document"]
    sis.put(hoks_id, plan(versio=2))
    assert codes(sis, "tila=avoin") == []
    assert codes(sis, "tila=hylatty") == ["invalid-document"]
    assert codes(sis, "tila=hyvaksytty") == [None, None]


def test_a_newer_refusal_takes_the_place_of_an_older_one(sis):
    note(koodi="first")
    note(koodi="second")
    assert codes(sis, "tila=avoin") == ["second"]


def test_neither_another_study_right_nor_another_channel_settles_it(sis):
    note(koodi="a")
    note(oikeus=MINTTU.oikeus)
    note(kanava="virkailija")
    assert codes(sis, "tila=avoin") == ["a"]


def test_a_refusal_under_the_provider_is_settled_by_a_write_at_its_school(sis):
    note("1.2.246.562.10.31415926539", koodi="koski-unavailable")
    note(SCHOOL)
    assert codes(sis, "tila=avoin") == []


def test_what_a_stranger_tries_opens_and_settles_nothing_here(sis, other_sis):
    note(SCHOOL, koodi="a")
    note("1.2.246.562.10.51230000011", koodi="no-privilege")
    assert codes(sis, "tila=avoin") == ["a"]
    note(SCHOOL)
    assert codes(other_sis, "tila=avoin") == ["no-privilege"]


def test_refusals_of_no_study_right_are_one_matter_of_their_organisation(sis):
    note(koodi="a", oikeus=None)
    note(koodi="b", oikeus=None)
    note("1.2.246.562.10.31415926539", koodi="c", oikeus=None)
    note()
    assert codes(sis, "tila=avoin") == ["c", "b"]


# --- Questions ---


def test_by_study_right(sis):
    note()
    note(oikeus=MINTTU.oikeus)
    (row,) = rows(sis, f"opiskeluoikeus-oid={MINTTU.oikeus}")
    assert row["opiskeluoikeus-oid"] == MINTTU.oikeus


def test_by_time(sis):
    note(koodi="a")
    moment = rows(sis)[0]["aika"].replace("+", "%2B")
    assert codes(sis, f"alku={moment}") == ["a"]
    assert codes(sis, f"loppu={moment}") == []
    assert codes(sis, "alku=2020-01-01&loppu=2099-01-01") == ["a"]
    assert codes(sis, "alku=2020-01-01T00:00:00+02:00") == ["a"]  # its plus unescaped
    assert codes(sis, "alku=2099-01-01T00:00:00Z") == []


def test_pages(sis):
    ids = [note() for _ in range(5)][::-1]
    first = page(sis, "raja=2")
    assert [row["id"] for row in first["data"]] == ids[:2]
    second = page(sis, f"raja=2&ennen-id={first['meta']['seuraava']}")
    assert [row["id"] for row in second["data"]] == ids[2:4]
    third = page(sis, f"raja=2&ennen-id={second['meta']['seuraava']}")
    assert [row["id"] for row in third["data"]] == ids[4:]
    assert third["meta"]["seuraava"] is None
    assert page(sis, "raja=5")["meta"]["seuraava"] is None


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("tila=kesken", "tila"),
        ("tila=", "tila"),
        ("alku=eilen", "alku"),
        ("loppu=2025-13-01", "loppu"),
        ("opiskeluoikeus-oid=1.2.3", "opiskeluoikeus-oid"),
        ("raja=0", "raja"),
        ("raja=1001", "raja"),
        ("raja=-1", "raja"),
        ("raja=%D9%A3", "raja"),
        ("ennen-id=99999999999999999999", "ennen-id"),
        ("muoto=xml", "muoto"),
        ("tilla=avoin", "tilla"),
        ("raja=1&raja=2", "raja"),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_place(sis, query, name):
    body = refused(sis.call("GET", f"{PATH}?{query}"), 400, "invalid-query")
    assert list(body["errors"]) == [name]
    assert body["in"] == ["request", "query-params"]


# --- Its own traces ---


def test_reading_it_is_audited_and_leaves_no_row_of_its_own(sis):
    rows(sis, f"opiskeluoikeus-oid={LEMPI.oikeus}")
    entry = AuditTapahtuma.objects.latest("id")
    assert (entry.operaatio, entry.tulos) == ("read-tiedonsiirrot", "succeeded")
    assert (entry.kayttaja, entry.opiskeluoikeus_oid) == ("sampo", LEMPI.oikeus)
    sis.call("GET", f"{PATH}?tila=x")
    entry = AuditTapahtuma.objects.latest("id")
    assert (entry.tulos, entry.koodi) == ("failed", "invalid-query")
    assert not Tiedonsiirto.objects.exists()


@pytest.mark.parametrize("query", ["", "tila=avoin", "raja=1000&alku=2020-01-01"])
def test_at_most_four_statements(sis, query):
    for n in range(30):
        note(koodi="a" if n % 2 else None)
    said = statements(lambda: rows(sis, query))
    assert len(said) <= 4, said


def test_the_alias_serves_it_too(sis):
    note()
    path = "/ehoks-backend/api/v1/tiedonsiirrot"
    answer = sis.call("GET", path, ticket=sis.ticket("/ehoks-backend"))
    assert len(answer.json()["data"]) == 1


# --- CSV ---


def table(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == CSV
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def test_csv_by_accept_or_by_name(sis):
    note(koodi="a")
    for more in ({"accept": "text/csv"}, {}):
        path = f"{PATH}?muoto=csv" if not more else PATH
        (row,) = table(sis.call("GET", path, **more))
        assert (row["koodi"], row["hyvaksytty"], row["avoin"]) == ("a", "false", "true")
        assert row["hoks-id"] == ""
    answer = sis.call("GET", f"{PATH}?muoto=json", accept="text/csv")
    assert answer.json()["data"]


def test_csv_has_the_columns_of_json_and_the_violations_in_words(sis):
    sis.post(plan(foo="a,b\r\nc"))
    (shown,) = rows(sis)
    (row,) = table(sis.call("GET", f"{PATH}?muoto=csv"))
    assert list(row) == list(shown)
    assert "/foo" in row["virheet"]
    assert shown["virheet"][0]["fi"] in row["virheet"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\r=1"])
def test_csv_holds_no_formula(sis, text):
    note(caller_id=text)
    (row,) = table(sis.call("GET", f"{PATH}?muoto=csv"))
    assert row["caller-id"] == f"'{text}"


def test_csv_names_the_next_page(sis):
    for _ in range(3):
        note()
    answer = sis.call("GET", f"{PATH}?muoto=csv&raja=2")
    link = answer["Link"]
    assert link.endswith('>; rel="next"')
    rest = table(sis.call("GET", link[1:].partition(">")[0]))
    assert len(rest) == 1


# --- Settling a refusal ---


def settle(sis, row_id):
    return sis.call("POST", f"{PATH}/{row_id}/kuittaus")


def refusal(sis):
    """The row of a refusal that nothing newer follows."""
    sis.post(plan(foo=1))
    (row,) = rows(sis, "tila=avoin")
    return row


def test_a_refusal_that_is_settled_is_open_no_more(sis):
    row = refusal(sis)
    assert settle(sis, row["id"]).status_code == 204
    assert rows(sis, "tila=avoin") == []
    newest, old = rows(sis)
    assert (old["id"], old["avoin"], old["hyvaksytty"]) == (row["id"], False, False)
    assert (newest["operaatio"], newest["hyvaksytty"], newest["koodi"]) == ("dismiss", True, None)
    for key in ("opiskeluoikeus-oid", "hoks-id", "organisaatio-oid", "kanava"):
        assert newest[key] == row[key]
    assert newest["jarjestelma"] == "sampo"


def test_a_new_refusal_of_the_same_matter_is_open_again(sis):
    settle(sis, refusal(sis)["id"])
    sis.post(plan(foo=1))
    assert codes(sis, "tila=avoin") == ["invalid-document"]


def test_settling_again_changes_nothing(sis):
    row = refusal(sis)
    for _ in range(2):
        assert settle(sis, row["id"]).status_code == 204
    assert len(rows(sis)) == 2


def test_an_accepted_write_has_nothing_to_settle(sis):
    sis.create(plan())
    (row,) = rows(sis)
    assert settle(sis, row["id"]).status_code == 204
    assert len(rows(sis)) == 1


def test_a_refusal_by_another_door_is_settled_as_its_own_matter(sis):
    row_id = note(koodi="invalid-document", kanava="toinen")
    assert settle(sis, row_id).status_code == 204
    assert rows(sis, "tila=avoin") == []
    assert rows(sis)[0]["kanava"] == "toinen"


def test_refusals_that_name_no_study_right_are_settled_together(sis):
    note(koodi="malformed-json", oikeus=None)
    newest = note(koodi="malformed-json", oikeus=None)
    settle(sis, newest)
    assert rows(sis, "tila=avoin") == []


def test_who_reads_only_cannot_settle(sis, reading_sis):
    row = refusal(sis)
    refused(settle(reading_sis, row["id"]), 401, "no-privilege")
    assert len(rows(sis, "tila=avoin")) == 1


@pytest.mark.parametrize("row_id", ["another's", 0, 2**63, 10**30])
def test_a_row_that_is_not_there_or_anothers(sis, other_sis, row_id):
    row_id = refusal(sis)["id"] if row_id == "another's" else row_id
    refused(settle(other_sis, row_id), 404, "transfer-not-found")


def test_settling_is_audited_and_so_is_a_refusal_to(sis, other_sis):
    row = refusal(sis)
    settle(sis, row["id"])
    settle(other_sis, row["id"])
    found = AuditTapahtuma.objects.filter(operaatio="dismiss").order_by("id")
    assert [(a.kayttaja, a.tulos, a.koodi) for a in found] == [
        ("sampo", "succeeded", None),
        ("muu-palvelu", "failed", "transfer-not-found"),
    ]
    assert found[0].opiskeluoikeus_oid == LEMPI.oikeus


@pytest.mark.parametrize("method", ["GET", "PUT", "PATCH", "DELETE"])
def test_settling_is_a_post(sis, method):
    answer = sis.call(method, f"{PATH}/1/kuittaus", contract=False)
    refused(answer, 405, "method-not-allowed")
