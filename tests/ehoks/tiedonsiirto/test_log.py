"""Every write leaves one row: accepted with the plan, refused after the rollback."""

import pytest
from django.db import DatabaseError, connection, transaction

from ehoks.audit.models import AuditTapahtuma
from ehoks.tiedonsiirto import log
from ehoks.tiedonsiirto.models import Tiedonsiirto
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.plans import AMMAT, LEMPI, PEKKA, TAVAT, jakso, osa, plan

pytestmark = pytest.mark.django_db

KALEVALA, POHJOLA = "1.2.246.562.10.31415926539", "1.2.246.562.10.51230000011"
SCHOOL = "1.2.246.562.10.27182818289"


@pytest.fixture
def hoks_id(sis):
    return sis.create(plan())


def newest():
    return Tiedonsiirto.objects.latest("id")


def says(row, **expected):
    assert {key: getattr(row, key) for key in expected} == expected


def part(hoks_id, own_id=""):
    return f"/hoks/{hoks_id}/hankittava-ammat-tutkinnon-osa/{own_id}".rstrip("/")


def test_an_accepted_create_tells_who_sent_what_where(sis):
    hoks_id = sis.post(plan(), x_request_id="r-1", caller_id="1.2.3.sampo").json()["meta"]["id"]
    row = newest()
    says(row, jarjestelma="sampo", caller_id="1.2.3.sampo", request_id="r-1", hoks_id=hoks_id)
    says(row, operaatio="create", kanava="tiedonsiirto", hyvaksytty=True, koodi=None)
    says(row, organisaatio_oid=SCHOOL, opiskeluoikeus_oid=LEMPI.oikeus, virheet=[], varoitukset=[])


WRITES = {
    "replacement": (lambda sis, id_: sis.put(id_, plan(versio=2)), "overwrite"),
    "the same once more": (lambda sis, id_: sis.put(id_, plan()), "overwrite"),
    "patch": (lambda sis, id_: sis.patch(id_, {"versio": 2}), "update"),
    "part": (lambda sis, id_: sis.call("POST", part(id_), osa()), "create"),
    "archiving": (lambda sis, id_: sis.call("DELETE", f"/hoks/{id_}"), "delete"),
}


@pytest.mark.parametrize("write", WRITES)
def test_every_accepted_write_leaves_one_row(sis, hoks_id, write):
    call, operation = WRITES[write]
    before = newest().id
    assert call(sis, hoks_id).status_code in (200, 204)
    assert Tiedonsiirto.objects.filter(id__gt=before).count() == 1
    says(newest(), operaatio=operation, hyvaksytty=True, hoks_id=hoks_id, organisaatio_oid=SCHOOL)
    says(newest(), opiskeluoikeus_oid=LEMPI.oikeus, jarjestelma="sampo")


def test_the_same_bytes_again_and_a_replayed_create_leave_a_row_too(sis):
    for _ in range(2):
        answer = sis.post(plan(), idempotency_key="k")
    hoks_id = answer.json()["meta"]["id"]
    says(newest(), operaatio="create", hyvaksytty=True, hoks_id=hoks_id)
    for _ in range(3):
        sis.put(hoks_id, plan(versio=3))
    assert Tiedonsiirto.objects.filter(hyvaksytty=True).count() == 5


REFUSALS = {
    "document": (lambda sis, id_: sis.put(id_, {"foo": 1}), "overwrite", "invalid-document"),
    "syntax": (lambda sis, id_: sis.put(id_, raw=b"{"), "overwrite", "malformed-json"),
    "type": (
        lambda sis, id_: sis.put(id_, raw=b"{}", content_type="text/plain"),
        "overwrite",
        "unsupported-media-type",
    ),
    "size": (
        lambda sis, id_: sis.put(id_, raw=b" " * (6 * 1024 * 1024)),
        "overwrite",
        "body-too-large",
    ),
    "version": (
        lambda sis, id_: sis.patch(id_, {"versio": 2}, if_match='"x"'),
        "update",
        "version-mismatch",
    ),
    "part": (lambda sis, id_: sis.call("POST", part(id_), {}), "create", "invalid-document"),
    "missing part": (
        lambda sis, id_: sis.call("PATCH", part(id_, 1), {}),
        "update",
        "part-not-found",
    ),
}


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refused_update_leaves_one_row_in_the_schools_log(sis, hoks_id, refusal):
    call, operation, code = REFUSALS[refusal]
    before = newest().id
    assert call(sis, hoks_id).json()["code"] == code
    assert Tiedonsiirto.objects.filter(id__gt=before).count() == 1
    says(newest(), operaatio=operation, hyvaksytty=False, koodi=code, organisaatio_oid=SCHOOL)
    says(newest(), hoks_id=hoks_id, opiskeluoikeus_oid=LEMPI.oikeus, varoitukset=[])


def test_a_refused_create_stands_in_the_log_of_the_study_rights_school(sis):
    answer = sis.post(plan(foo=1, versio="x")).json()
    says(newest(), koodi="invalid-document", organisaatio_oid=SCHOOL, hoks_id=None)
    says(newest(), opiskeluoikeus_oid=LEMPI.oikeus, operaatio="create")
    kept = ("pointer", "code", "fi", "sv", "en")
    assert newest().virheet == [{key: v[key] for key in kept} for v in answer["violations"]]


def test_a_duplicate_stands_there_too(sis, hoks_id):
    sis.post(plan())
    says(newest(), koodi="hoks-exists", organisaatio_oid=SCHOOL, hoks_id=hoks_id)


def test_a_refusal_without_violations_is_told_in_words(sis, hoks_id):
    sis.put(hoks_id, plan(PEKKA))
    (remark,) = newest().virheet
    assert remark["code"] == newest().koodi == "opiskeluoikeus-immutable"
    assert remark["pointer"] == ""
    assert all(remark[language] for language in ("fi", "sv", "en"))


@pytest.mark.parametrize("body", [b"{", b"{}", b"[]"])
def test_a_create_that_names_no_study_right_stands_under_the_callers_organisation(sis, body):
    sis.post(raw=body)
    says(newest(), organisaatio_oid=KALEVALA, opiskeluoikeus_oid=None, hyvaksytty=False)


def test_a_stranger_gets_its_refusal_itself_and_learns_no_study_right(sis, hoks_id):
    Sis("muu-palvelu").put(hoks_id, plan())
    says(newest(), koodi="no-privilege", organisaatio_oid=POHJOLA, jarjestelma="muu-palvelu")
    says(newest(), opiskeluoikeus_oid=None, hoks_id=hoks_id)
    audited = AuditTapahtuma.objects.latest("id")
    assert (audited.oppija_oid, audited.opiskeluoikeus_oid) == LEMPI


def test_a_stranger_that_names_a_study_right_does_not_learn_the_plans_id(sis, hoks_id):
    Sis("muu-palvelu").post(plan())
    says(newest(), organisaatio_oid=POHJOLA, hoks_id=None, opiskeluoikeus_oid=LEMPI.oikeus)


def test_a_caller_without_right_to_write_is_told_in_the_log_that_it_may_read(reading_sis):
    reading_sis.post(plan())
    says(newest(), koodi="no-privilege", organisaatio_oid=SCHOOL)


def test_an_outage_is_noted_even_when_rights_cannot_be_asked(sis, hoks_id, simulator):
    simulator.set_fault("koski", "500")
    assert sis.put(hoks_id, plan(versio=2)).status_code == 503
    says(newest(), koodi="koski-unavailable", organisaatio_oid=SCHOOL)


def test_reads_and_what_nobody_is_known_for_leave_no_row(sis, hoks_id):
    before = newest().id
    sis.get(hoks_id)
    sis.get(987654)
    sis.post(plan(), ticket="ST-none")
    Sis("vaino").post(plan(), contract=False)
    assert newest().id == before


def test_the_row_is_written_in_the_statement_of_the_audit_entry(sis, hoks_id):
    before = AuditTapahtuma.objects.count(), Tiedonsiirto.objects.count()
    sis.put(hoks_id, {"foo": 1})
    assert (AuditTapahtuma.objects.count(), Tiedonsiirto.objects.count()) == (
        before[0] + 1,
        before[1] + 1,
    )


def test_when_the_row_cannot_be_written_nothing_is(sis, monkeypatch):
    monkeypatch.setattr(log, "_json", lambda _: "no json")
    with plans.nothing_written():
        assert sis.post(plan(), contract=False).status_code == 500
    assert not AuditTapahtuma.objects.exists()


def test_no_more_than_a_hundred_violations_are_kept_and_none_breaks_the_table(sis):
    sis.post(plan(**{f"k\x00{n}": n for n in range(300)}))
    assert len(newest().virheet) == log.MAX_REMARKS
    assert "\x00" not in str(newest().virheet)


def duplicates(row):
    return [w["pointer"] for w in row.varoitukset if w["code"] == "duplicate-tunniste"]


def test_warnings_stand_beside_an_accepted_plan(sis):
    units = [osa() | {TAVAT: [jakso("a"), jakso("a", alku="2025-02-01")]}]
    hoks_id = sis.create(plan() | {AMMAT: units})
    places = [f"/{AMMAT}/0/{TAVAT}/{n}/yksiloiva-tunniste" for n in range(2)]
    assert duplicates(newest()) == places
    sis.patch(hoks_id, {"versio": 7})
    assert duplicates(newest()) == places
    sis.put(hoks_id, plan(versio=8) | {AMMAT: units})
    assert duplicates(newest()) == places


def test_the_same_bytes_again_repeat_no_warnings(sis):
    units = [osa() | {TAVAT: [jakso("a"), jakso("a", alku="2025-02-01")]}]
    hoks_id = sis.create(plan() | {AMMAT: units})
    document = plan(versio=8) | {AMMAT: units}
    sis.put(hoks_id, document)
    assert duplicates(newest())
    sis.put(hoks_id, document)
    assert newest().hyvaksytty
    assert not duplicates(newest())


@pytest.mark.parametrize(
    "change", ["UPDATE tiedonsiirrot SET koodi = 'x'", "DELETE FROM tiedonsiirrot"]
)
def test_rows_cannot_be_changed(sis, hoks_id, change):
    refusal = pytest.raises(DatabaseError, match="append-only")
    with refusal, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(change)
