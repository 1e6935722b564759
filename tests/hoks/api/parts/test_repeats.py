"""A call on a part that is made again: a create whose answer was lost, a read of what is known."""

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.rest.models import Kuitti
from hoks.models import Hoks, HoksVersio
from tests.conftest import Sis
from tests.hoks import plans
from tests.hoks.api.parts.kinds import FLAT_NAYTTO, KINDS, OSAAMINEN, Parts
from tests.hoks.plans import nothing_written, plan, refused
from tests.hoks.threads import together

pytestmark = pytest.mark.django_db

KEY = {"idempotency_key": "osa-1"}
every_kind = pytest.mark.parametrize("name", KINDS)


def sent(name):
    return KINDS[name].required()


def of_kind(parts, name):
    return parts.get(name).json()["data"]


@every_kind
def test_a_repeated_create_adds_one_part_and_answers_as_the_first(none_yet, name):
    first = none_yet.post(name, sent(name), **KEY)
    assert first.status_code == 200
    with nothing_written():
        again = none_yet.post(name, sent(name), **KEY)
    assert (again.status_code, again.content) == (200, first.content)
    for header in ("ETag", "Location"):
        assert again.headers[header] == first.headers[header]
    assert [part["id"] for part in of_kind(none_yet, name)] == [first.json()["meta"]["id"]]


def test_without_a_key_there_are_two(none_yet):
    for _ in range(2):
        none_yet.post("HATO", sent("HATO"))
    assert len(of_kind(none_yet, "HATO")) == 2


def test_another_body_under_the_key_is_refused(none_yet):
    none_yet.post("HATO", sent("HATO"), **KEY)
    with nothing_written():
        other = none_yet.post("HATO", KINDS["HATO"].sample(), **KEY)
        refused(other, 422, "idempotency-key-reused")


def test_a_key_belongs_to_its_address(none_yet):
    none_yet.post("HATO", sent("HATO"), **KEY)
    assert none_yet.post("OTO", sent("OTO"), **KEY).status_code == 200
    assert none_yet.post(KINDS["HATO"].aliases[0], sent("HATO"), **KEY).status_code == 200
    assert len(of_kind(none_yet, "HATO")) == 2


def test_a_refusal_is_not_kept(none_yet):
    refused(none_yet.post("OTO", {}, **KEY), 400, "invalid-document")
    assert Kuitti.objects.count() == 0
    assert none_yet.post("OTO", sent("OTO"), **KEY).status_code == 200


def test_a_body_that_is_no_json_is_told_before_the_key(none_yet):
    answer = none_yet.sis.call("POST", none_yet.path("OTO"), raw=b"{", idempotency_key="")
    refused(answer, 400, "malformed-json")


def test_a_replay_needs_the_right_to_write(none_yet):
    none_yet.post("OTO", sent("OTO"), **KEY)
    Kuitti.objects.update(kayttaja="sampo-luku")
    reading = Parts(Sis("sampo-luku"), none_yet.hoks_id)
    refused(reading.post("OTO", sent("OTO"), **KEY), 401, "no-privilege")


def test_a_replay_on_an_archived_plan_says_so(none_yet):
    none_yet.post("OTO", sent("OTO"), **KEY)
    plans.archive(none_yet.hoks_id)
    refused(none_yet.post("OTO", sent("OTO"), **KEY), 404, "hoks-archived")


def test_prior_competence_as_a_whole_has_keys_too(none_yet):
    body = {KINDS["AHATO"].key: [sent("AHATO")]}
    first = none_yet.post(OSAAMINEN, body, **KEY)
    none_yet.put(OSAAMINEN, none_yet.hoks_id, {})
    with nothing_written():
        assert none_yet.post(OSAAMINEN, body, **KEY).content == first.content
    assert of_kind(none_yet, "AHATO") == []


def test_a_demonstration_at_its_old_address_too(parts):
    naytto = KINDS["HPTO"].sample()["osaamisen-osoittaminen"][0]
    first = parts.post(FLAT_NAYTTO, naytto, **KEY)
    assert first.status_code == 200, first.content
    with nothing_written():
        assert parts.post(FLAT_NAYTTO, naytto, **KEY).content == first.content


@pytest.mark.django_db(transaction=True)
def test_twins_that_come_at_once_are_one_create():
    hoks_id = Sis("sampo").create(plan())
    answers = together(6, lambda _: Parts(Sis("sampo"), hoks_id).post("OTO", sent("OTO"), **KEY))
    assert [a.status_code for a in answers] == [200] * 6, [a.content for a in answers]
    assert len({a.content for a in answers}) == 1
    assert len(of_kind(Parts(Sis("sampo"), hoks_id), "OTO")) == 1
    assert HoksVersio.objects.filter(hoks_id=hoks_id).count() == 2
    assert Hoks.objects.count() == Kuitti.objects.count() == 1


# --- What the caller knows already ------------------------------------------------------------------


@every_kind
@pytest.mark.parametrize("one", [True, False])
def test_a_known_part_is_not_sent_again(parts, name, one):
    own_id = of_kind(parts, name)[0]["id"] if one else None
    etag = parts.get(name, own_id).headers["ETag"]
    for known in (etag, "*", f'"other", {etag}'):
        again = parts.get(name, own_id, if_none_match=known)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["ETag"] == etag
    assert parts.get(name, own_id, if_none_match='"other"').status_code == 200


def test_a_change_anywhere_in_the_plan_is_a_new_version_of_its_parts(parts):
    etag = parts.get("OTO").headers["ETag"]
    parts.sis.patch(parts.hoks_id, {"versio": 99})
    assert parts.get("OTO", if_none_match=etag).status_code == 200


@pytest.mark.parametrize("address", [OSAAMINEN, f"{OSAAMINEN}/own"])
def test_prior_competence_as_a_whole_that_is_known(parts, address):
    address = address.replace("own", str(parts.hoks_id))
    etag = parts.get(address).headers["ETag"]
    assert parts.get(address, if_none_match=etag).status_code == 304


def test_a_part_that_is_not_there_is_not_known_either(parts):
    etag = parts.get("OTO").headers["ETag"]
    refused(parts.get("OTO", 1, if_none_match=etag), 404, "part-not-found")


def test_a_look_at_what_is_known_is_logged_all_the_same(parts):
    etag = parts.get("OTO").headers["ETag"]
    before = AuditTapahtuma.objects.count()
    parts.get("OTO", if_none_match=etag)
    assert AuditTapahtuma.objects.count() == before + 1
