"""Versions: ETag, If-Match, If-None-Match, and the replacement that changes nothing."""

import json

import pytest

from ehoks.audit.models import AuditTapahtuma
from hoks.models import Hoks, HoksVersio
from hoks.services.sql import PARTS
from tests.hoks import plans
from tests.hoks.plans import AMMAT, TAVAT, full_plan, nothing_written, plan, refused

pytestmark = pytest.mark.django_db

WRITES = {"put": plan(versio=2), "patch": {"versio": 2}}


@pytest.fixture
def hoks_id(sis):
    return sis.create(plan())


def etag_of(sis, hoks_id):
    return sis.get(hoks_id).headers["ETag"]


def test_an_etag_is_strong_and_quoted(sis, hoks_id):
    etag = etag_of(sis, hoks_id)
    assert etag[0] == etag[-1] == '"'
    assert len(etag) == 34


def test_an_etag_is_of_the_bytes(sis, hoks_id):
    first = etag_of(sis, hoks_id)
    sis.put(hoks_id, plan(versio=2))
    assert etag_of(sis, hoks_id) != first
    sis.put(hoks_id, plan())
    assert etag_of(sis, hoks_id) == first


# --- If-Match --------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("form", ["{}", '"other", {}', "*"])
def test_a_write_goes_on_when_the_version_matches(sis, hoks_id, method, form):
    header = form.format(etag_of(sis, hoks_id))
    answer = getattr(sis, method)(hoks_id, WRITES[method], if_match=header)
    assert answer.status_code == 204
    assert sis.document(hoks_id)["versio"] == 2


@pytest.mark.parametrize("method", WRITES)
@pytest.mark.parametrize("form", ['"other"', "W/{}", "", "nonsense"])
def test_a_write_stops_when_the_version_has_changed(sis, hoks_id, method, form):
    etag = etag_of(sis, hoks_id)
    header = form.format(etag)
    with nothing_written():
        answer = getattr(sis, method)(hoks_id, WRITES[method], if_match=header)
        body = refused(answer, 412, "version-mismatch")
    assert body["error"] == "HOKS has changed since it was read"
    assert answer.headers["ETag"] == etag


def test_a_version_is_checked_even_when_nothing_would_change(sis, hoks_id):
    for _ in range(2):  # the second time by its bytes alone
        assert sis.put(hoks_id, plan()).status_code == 204
        refused(sis.put(hoks_id, plan(), if_match='"other"'), 412, "version-mismatch")
    refused(sis.patch(hoks_id, {}, if_match='"other"'), 412, "version-mismatch")


def test_of_two_that_read_the_same_version_one_writes(sis, hoks_id):
    etag = etag_of(sis, hoks_id)
    assert sis.put(hoks_id, plan(versio=2), if_match=etag).status_code == 204
    answer = sis.put(hoks_id, plan(versio=3), if_match=etag)
    refused(answer, 412)
    assert answer.headers["ETag"] == etag_of(sis, hoks_id)


# --- If-None-Match ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["{}", '"a", {}', "W/{}", "*"])
def test_a_known_version_is_not_sent_again(sis, hoks_id, form):
    etag = etag_of(sis, hoks_id)
    answer = sis.get(hoks_id, if_none_match=form.format(etag))
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["ETag"] == etag
    assert "Content-Type" not in answer.headers


@pytest.mark.parametrize("header", ['"other"', "", "nonsense", '"'])
def test_an_unknown_version_brings_the_plan(sis, hoks_id, header):
    answer = sis.get(hoks_id, if_none_match=header)
    assert answer.status_code == 200
    assert answer.json()["data"]["id"] == hoks_id


def test_a_known_version_is_still_a_look(sis, hoks_id):
    etag = etag_of(sis, hoks_id)
    before = AuditTapahtuma.objects.filter(operaatio="read").count()
    sis.get(hoks_id, if_none_match=etag)
    assert AuditTapahtuma.objects.filter(operaatio="read").count() == before + 1


def test_a_known_version_is_for_those_who_may_read(sis, other_sis, hoks_id):
    etag = etag_of(sis, hoks_id)
    refused(other_sis.get(hoks_id, if_none_match=etag), 401, "no-privilege")


# --- A replacement that says what is stored already ------------------------------------------------


def compact(document):
    return json.dumps(document).encode()


def spread(document):
    return json.dumps(dict(reversed(document.items())), indent=3, ensure_ascii=True).encode()


def with_read_only_keys(document):
    return compact(document | {"eid": "x", "manuaalisyotto": True})


def with_nulls_for_lists(document):
    return compact(document | {"hankittavat-koulutuksen-osat": None})


@pytest.mark.parametrize("form", [compact, spread, with_read_only_keys, with_nulls_for_lists])
def test_an_identical_replacement_changes_nothing_and_is_audited(sis, form):
    hoks_id = sis.create(full_plan())
    for _ in range(3):
        before = (list(Hoks.objects.values()), list(HoksVersio.objects.values()), all_rows())
        etag = etag_of(sis, hoks_id)
        audited = AuditTapahtuma.objects.filter(operaatio="overwrite").count()
        answer = sis.put(hoks_id, raw=form(full_plan()))
        assert answer.status_code == 204
        assert answer.headers["ETag"] == etag
        after = (list(Hoks.objects.values()), list(HoksVersio.objects.values()), all_rows())
        assert after == before
        assert AuditTapahtuma.objects.filter(operaatio="overwrite").count() == audited + 1


def all_rows():
    return {
        table: list(model._default_manager.order_by("pk").values())
        for table, model in PARTS.items()
    }


def test_the_same_bytes_again_change_nothing(sis):
    hoks_id = sis.create(plan())
    assert sis.put(hoks_id, full_plan()).status_code == 204
    before = (list(Hoks.objects.values()), list(HoksVersio.objects.values()), all_rows())
    assert sis.put(hoks_id, full_plan()).status_code == 204
    assert (list(Hoks.objects.values()), list(HoksVersio.objects.values()), all_rows()) == before


def test_other_content_makes_one_version_more(sis):
    hoks_id = sis.create(full_plan())
    stamp = Hoks.objects.get().updated_at
    assert sis.put(hoks_id, full_plan() | {"versio": 4}).status_code == 204
    assert HoksVersio.objects.count() == 2
    assert Hoks.objects.get().updated_at > stamp


def test_the_order_of_a_list_is_content(sis):
    hoks_id = sis.create(full_plan())
    sent = full_plan()
    sent[AMMAT][0][TAVAT].reverse()
    assert sis.put(hoks_id, sent).status_code == 204
    assert HoksVersio.objects.count() == 2
    document = sis.document(hoks_id)
    alku = [p["alku"] for p in document[AMMAT][0][TAVAT]]
    assert alku == [p["alku"] for p in sent[AMMAT][0][TAVAT]]


def test_the_same_bytes_after_another_write_are_a_change(sis):
    hoks_id = sis.create(plan())
    for sent in (full_plan(), plan(), full_plan()):
        assert sis.put(hoks_id, sent).status_code == 204
    assert HoksVersio.objects.count() == 4
    assert len(sis.document(hoks_id)[AMMAT]) == 1


def test_the_same_bytes_after_a_patch_are_a_change(sis):
    hoks_id = sis.create(plan())
    assert sis.put(hoks_id, plan(versio=2)).status_code == 204
    assert sis.patch(hoks_id, {"versio": 3}).status_code == 204
    assert sis.put(hoks_id, plan(versio=2)).status_code == 204
    assert sis.document(hoks_id)["versio"] == 2


def test_a_version_is_what_was_served(sis):
    hoks_id = sis.create(full_plan())
    version = HoksVersio.objects.get()
    data = sis.get(hoks_id).content
    assert data == b'{"meta":{},"data":' + version.sisalto.encode() + b"}"
    assert (version.tallentaja, version.kanava) == ("sampo", "tiedonsiirto")
    assert f'"{version.etag}"' == etag_of(sis, hoks_id)


def test_identical_is_judged_after_every_check(sis, settings):
    settings.PREVENT_FINISHED_UPDATES = False
    hoks_id = sis.create(plan(plans.ERONNUT))
    for _ in range(2):
        assert sis.put(hoks_id, plan(plans.ERONNUT)).status_code == 204
    settings.PREVENT_FINISHED_UPDATES = True
    refused(sis.put(hoks_id, plan(plans.ERONNUT)), 400, "opiskeluoikeus-finished")
