"""The statistics feed: pages of redacted plans for OPH's own service accounts."""

import datetime as dt
import json
from io import StringIO
from urllib.parse import quote

import psycopg
import pytest
from django.core.management import call_command

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import now
from hoks.models import Hoks, HoksVersio, HoksVipunen
from hoks.services import export, rebuild
from tests.conftest import Sis
from tests.hoks.plans import (
    AMMAT,
    LEMPI,
    LISTS,
    MINTTU,
    PEKKA,
    TELMA,
    archive,
    bare,
    full_plan,
    nothing_written,
    osa,
    plan,
    refused,
)
from tests.statements import statements

pytestmark = pytest.mark.django_db
OWNERS = [LEMPI, PEKKA, MINTTU, TELMA]


@pytest.fixture
def oph(db):
    """OPH's service account."""
    return Sis("oph-palvelu")


def paged(sis, query="", status=200):
    answer = sis.call("GET", f"/hoks/paged{query}")
    assert answer.status_code == status
    body = answer.json()
    if status == 200:
        assert body.keys() == {"meta", "data"}
        assert body["meta"] == {}
        return body["data"]
    return body


def ids(page):
    return [document["id"] for document in page["result"]]


@pytest.fixture
def four(sis):
    """Four plans, by id."""
    return [sis.create(plan(owner)) for owner in OWNERS]


def spoil(hoks_id):
    """Store a newest version that the feed cannot take."""
    version = HoksVersio.objects.filter(hoks_id=hoks_id).latest("id")
    document = json.loads(version.sisalto)
    del document["eid"]
    version.pk, version.sisalto, version.etag = None, json.dumps(document), "spoilt"
    version.save()


def test_a_stored_plan_is_in_the_feed_without_contact_details(sis, oph):
    hoks_id = sis.create(full_plan() | {"sahkoposti": "lempi@example.fi"})
    page = paged(oph)
    assert page.keys() == {"result", "failed-ids", "last-id"}
    assert (page["last-id"], page["failed-ids"]) == (hoks_id, [])
    (told,) = page["result"]
    stored = sis.document(hoks_id)
    assert told["eid"] == stored["eid"]
    assert told.keys() == stored.keys() - {"sahkoposti", "puhelinnumero"}
    assert "example.fi" not in json.dumps(told)


def test_a_plan_without_people_in_it_is_told_as_it_was_sent(sis, oph):
    sent = plan(sahkoposti="lempi@example.fi", versio=3)
    hoks_id = sis.create(sent | {AMMAT: [osa()]})
    (told,) = paged(oph)["result"]
    del sent["sahkoposti"]
    assert told["id"] == hoks_id
    assert {key: told[key] for key in sent} == sent
    assert bare(told[AMMAT]) == bare(sis.document(hoks_id)[AMMAT])


def test_the_newest_version_is_what_is_told(sis, oph):
    hoks_id = sis.create(plan())
    sis.put(hoks_id, plan(versio=2))
    assert [document["versio"] for document in paged(oph)["result"]] == [2]


@pytest.mark.parametrize("prefix", ["/ehoks-virkailija-backend", "/ehoks-backend"])
def test_both_prefixes(four, prefix, monkeypatch):
    caller = Sis("oph-palvelu")
    ticket = caller.ticket(prefix)
    monkeypatch.setattr(caller, "ticket", lambda: ticket)
    answer = caller.call("GET", f"{prefix}/api/v1/hoks/paged")
    assert ids(answer.json()["data"]) == four


# --- Pages -----------------------------------------------------------------------------------------


def test_pages_follow_each_other_by_last_id(four, oph):
    first = paged(oph, "?amount=3")
    assert (ids(first), first["last-id"]) == (four[:3], four[2])
    second = paged(oph, f"?amount=3&from-id={first['last-id']}")
    assert (ids(second), second["last-id"]) == (four[3:], four[3])
    third = paged(oph, f"?amount=3&from-id={second['last-id']}")
    assert third == {"result": [], "failed-ids": [], "last-id": four[3]}


def test_an_empty_page_repeats_the_id_it_was_asked_from(oph):
    assert paged(oph, "?from-id=100") == {"result": [], "failed-ids": [], "last-id": 100}
    assert paged(oph)["last-id"] == 0


@pytest.mark.parametrize("amount", ["0", "-5", "1"])
def test_the_smallest_page_has_one_plan(four, oph, amount):
    assert ids(paged(oph, f"?amount={amount}")) == four[:1]


def test_the_largest_page_is_limited(four, oph, monkeypatch):
    monkeypatch.setattr(export, "LARGEST", 2)
    assert ids(paged(oph, "?amount=1000000")) == four[:2]


def test_unknown_parameters_are_passed_over(four, oph):
    assert ids(paged(oph, "?amount=%2B2&sort=eid")) == four[:2]


def test_unfit_plans_are_named_and_left_out(four, oph, monkeypatch):
    for hoks_id in (four[3], four[0], four[2]):
        spoil(hoks_id)
    page = paged(oph)
    assert ids(page) == [four[1]]
    assert page["failed-ids"] == [four[0], four[2], four[3]]
    assert page["last-id"] == four[3]


def test_the_last_id_counts_unfit_plans(four, oph):
    spoil(four[0])
    assert paged(oph, "?amount=1") == {
        "result": [],
        "failed-ids": [four[0]],
        "last-id": four[0],
    }


def test_a_page_gives_the_copies_that_were_made_when_the_plans_were_written(four, oph):
    told = paged(oph)["result"][1] | {"versio": 99}
    HoksVipunen.objects.filter(hoks_id=four[1]).update(sisalto=json.dumps(told))
    assert paged(oph)["result"][1] == told


@pytest.mark.parametrize("stale", [{"etag": "another"}, {"laki": "another"}])
def test_a_copy_of_another_version_or_law_does_not_count(four, oph, stale):
    told = paged(oph)
    HoksVipunen.objects.update(sisalto='{"copy":1}', **stale)
    assert paged(oph) == told
    assert set(rebuild.find_not_kept()) == set(four)
    call_command("keep_vipunen", stdout=StringIO())
    assert not rebuild.find_not_kept()
    assert paged(oph) == told


def test_a_plan_without_a_copy_is_told_all_the_same(four, oph):
    told = paged(oph)
    HoksVipunen.objects.all().delete()
    assert paged(oph) == told


def test_copies_follow_every_kind_of_write(sis, oph):
    hoks_id = sis.create(full_plan())
    sis.patch(hoks_id, {"versio": 2})
    sis.put(hoks_id, full_plan() | {"versio": 3})
    own = f"/hoks/{hoks_id}/hankittava-ammat-tutkinnon-osa"
    assert sis.call("POST", own, osa("tutkinnonosat_987654")).status_code == 200
    assert rebuild.find_not_kept() == []
    told = json.dumps(paged(oph)["result"])
    assert '"versio": 3' in told
    assert "tutkinnonosat_987654" in told


def test_a_repaired_plan_has_a_copy(four, oph):
    rebuild.rebuild_version(four[0])
    assert rebuild.find_not_kept() == []


def test_the_command_tells_of_plans_that_do_not_fit(four):
    spoil(four[0])
    out = StringIO()
    call_command("keep_vipunen", stdout=out)
    assert out.getvalue() == "0 copies made; 1 plans do not fit the feed.\n"


def test_an_archived_plan_is_marked_and_its_parts_are_gone(sis, oph):
    living, gone = sis.create(plan(PEKKA)), sis.create(full_plan())
    archive(gone)
    page = paged(oph)
    assert (ids(page), page["failed-ids"]) == ([living, gone], [])
    first, second = page["result"]
    assert "poistettu" not in first
    time = Hoks.objects.get(id=gone).deleted_at
    assert second["poistettu"] == f"{time:%Y-%m-%dT%H:%M:%SZ}"
    assert all(second[key] == [] for key in LISTS)


# --- Changed after ---------------------------------------------------------------------------------


def after(moment):
    return f"?updated-after={quote(moment.isoformat().replace('+00:00', 'Z'))}"


def test_only_what_was_changed_after_the_moment(four, oph):
    moment = dt.datetime(2026, 3, 4, 5, 6, 7, 500000, dt.UTC)
    steps = [-1, 0, 1, 1_000_000]
    for hoks_id, step in zip(four, steps, strict=True):
        changed = moment + dt.timedelta(microseconds=step)
        Hoks.objects.filter(id=hoks_id).update(updated_at=changed)
    assert ids(paged(oph, after(moment))) == four[2:]
    assert ids(paged(oph, after(moment.replace(microsecond=0)))) == four
    assert ids(paged(oph, f"{after(moment)}&from-id={four[2]}")) == four[3:]
    assert ids(paged(oph, "?updated-after=2026-03-04T07:06:07.5%2B02:00")) == four[2:]
    assert ids(paged(oph, "?updated-after=2026-03-05")) == []
    assert ids(paged(oph, "?updated-after=2026-03-04")) == four


def test_archiving_is_a_change(sis, oph):
    hoks_id = sis.create(plan())
    before = now()
    assert paged(oph, after(before))["result"] == []
    assert sis.call("DELETE", f"/hoks/{hoks_id}").status_code == 204
    assert ids(paged(oph, after(before))) == [hoks_id]
    assert ids(paged(oph, after(now() + dt.timedelta(seconds=2)))) == []


# --- Refusals --------------------------------------------------------------------------------------

LONG = "x" * 20
DATE = "java.util.Date"
FAULTS = {
    "amount=abc": {"amount": '(not (integer? "abc"))'},
    "amount=": {"amount": '(not (integer? ""))'},
    "amount=1.0": {"amount": '(not (integer? "1.0"))'},
    "from-id=%D9%A3": {"from-id": '(not (integer? "٣"))'},
    "from-id=9223372036854775808": {"from-id": '(not (integer? "9223372036854775808"))'},
    "from-id=99999999999999999999": {"from-id": "(not (integer? a-java.lang.String))"},
    "amount=1&amount=2": {"amount": '(not (integer? ["1" "2"]))'},
    f"amount=1&amount={LONG}": {"amount": "(not (integer? a-clojure.lang.PersistentVector))"},
    "amount=010100A123X": {"amount": "(not (integer? a-java.lang.String))"},
    "updated-after=": {"updated-after": f'(not (instance? {DATE} ""))'},
    "updated-after=eilen": {"updated-after": f'(not (instance? {DATE} "eilen"))'},
    "updated-after=2026-02-30": {"updated-after": f'(not (instance? {DATE} "2026-02-30"))'},
    "amount=a&from-id=b": {"amount": '(not (integer? "a"))', "from-id": '(not (integer? "b"))'},
}


@pytest.mark.parametrize(("query", "errors"), FAULTS.items(), ids=FAULTS)
def test_a_value_that_cannot_be_read(oph, query, errors):
    body = refused(oph.call("GET", f"/hoks/paged?{query}"), 400, "invalid-query")
    assert body["errors"] == errors
    assert body["in"] == ["request", "query-params"]
    assert body["type"] == "compojure.api.exception/request-validation"


def test_the_ends_of_the_numbers(four, oph):
    assert paged(oph, f"?from-id={2**63 - 1}")["last-id"] == 2**63 - 1
    assert ids(paged(oph, f"?from-id=-{2**63}&amount={2**63 - 1}")) == four


@pytest.mark.parametrize("user", ["sampo", "sampo-luku", "muu-palvelu", "ehoks"])
def test_other_accounts_get_nothing(sis, user):
    sis.create(plan())
    with nothing_written():
        refused(Sis(user).call("GET", "/hoks/paged?amount=abc"), 401, "no-privilege")


@pytest.mark.parametrize("user", ["vaino", "louhi"])
def test_the_feed_is_for_service_accounts(sis, user):
    refused(Sis(user).call("GET", "/hoks/paged"), 403, "wrong-user-type")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_the_feed_is_only_read(oph, method):
    refused(oph.call(method, "/hoks/paged", contract=False), 405, "method-not-allowed")


def test_a_head_sends_no_body(four, oph):
    answer = oph.call("HEAD", "/hoks/paged")
    assert answer.status_code == 200
    assert answer.getvalue() == b""


# --- Cost and trace --------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 4])
def test_a_page_takes_two_statements_however_large_it_is(sis, oph, monkeypatch, count):
    for owner in OWNERS[:count]:
        sis.create(full_plan() if owner is LEMPI else plan(owner))
    streamed, stream = [], psycopg.Cursor.stream

    def counted(cursor, statement, values):
        streamed.append(statement)
        return stream(cursor, statement, values)

    monkeypatch.setattr(psycopg.Cursor, "stream", counted)
    found = []
    said = statements(lambda: found.extend(ids(paged(oph))))
    assert len(found) == count
    assert [sql.split()[0] for sql in said] == ["INSERT"]
    assert len(streamed) == 1


def test_a_page_is_in_the_audit_log(four, oph):
    before = AuditTapahtuma.objects.count()
    paged(oph)
    assert AuditTapahtuma.objects.count() == before + 1
    entry = AuditTapahtuma.objects.latest("id")
    assert (entry.operaatio, entry.tulos, entry.kayttaja) == ("read", "succeeded", "oph-palvelu")
    assert (entry.hoks_id, entry.oppija_oid) == (None, None)
    assert entry.haku == "from-id=0&amount=500"
    paged(oph, "?from-id=3&updated-after=2026-03-04")
    asked = AuditTapahtuma.objects.latest("id").haku
    assert asked == "from-id=3&amount=500&updated-after=2026-03-04+00%3A00%3A00%2B00%3A00"


def test_a_refusal_is_in_the_audit_log(sis, oph):
    sis.call("GET", "/hoks/paged")
    oph.call("GET", "/hoks/paged?amount=x")
    found = AuditTapahtuma.objects.order_by("id").values_list("tulos", "koodi")
    assert [*found] == [("failed", "no-privilege"), ("failed", "invalid-query")]


def test_a_reader_who_goes_away_leaves_the_connection_usable(four):
    pieces = export.stream_page(export.Page())
    assert next(pieces) == b'{"result":['
    assert json.loads(next(pieces))["id"] == four[0]
    pieces.close()
    assert Hoks.objects.count() == len(four)
