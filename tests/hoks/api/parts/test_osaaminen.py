"""Prior competence as a whole: three lists under one address, whose id is the plan's own."""

import pytest

from tests.hoks.api.parts.kinds import KINDS, OSAAMINEN, Parts
from tests.hoks.plans import PEKKA, bare, identities, naytto, nothing_written, plan, refused
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db
OLD = {
    "AHATO": (
        "olemassa-olevat-ammatilliset-tutkinnon-osat",
        "olemassa-oleva-ammatillinen-osaaminen",
        "olemassaoleva-ammatillinen-osaaminen",
    ),
    "AHYTO": (
        "olemassa-olevat-yhteiset-tutkinnon-osat",
        "olemassa-olevat-yto-osa-alueet",
        "olemassaolevat-yto-osa-alueet",
    ),
    "AHPTO": (
        "olemassa-olevat-paikalliset-tutkinnon-osat",
        "olemassa-oleva-paikallinen-tutkinnon-osa",
        "olemassaoleva-paikallinen-tutkinnon-osa",
    ),
}
SPELLINGS = [(name, old) for name, names in OLD.items() for old in names]
MISSING = "Olemassa oleva osaaminen not found"
TIEDOT = "tarkentavat-tiedot-naytto"


def key(name):
    return KINDS[name].key


def everything():
    return {key(name): [KINDS[name].sample()] for name in OLD}


def test_it_is_read_with_and_without_the_id(parts):
    document = parts.sis.document(parts.hoks_id)
    expected = {"id": parts.hoks_id} | {key(name): document[key(name)] for name in OLD}
    assert parts.read(OSAAMINEN) == parts.read(OSAAMINEN, parts.hoks_id) == expected
    etag = parts.sis.get(parts.hoks_id).headers["ETag"]
    assert parts.get(OSAAMINEN).headers["ETag"] == etag


def test_sent_twice_it_stands_there_once(none_yet):
    seen = []
    for _ in range(2):
        answer = none_yet.post(OSAAMINEN, everything())
        uri = none_yet.uri(OSAAMINEN, none_yet.hoks_id)
        assert answer.json() == {"meta": {"id": none_yet.hoks_id}, "data": {"uri": uri}}
        assert answer.headers["Location"] == uri
        seen.append(none_yet.read(OSAAMINEN))
        assert none_yet.sis.call("GET", uri).json()["data"] == seen[-1]
    assert seen[0] == seen[1]
    assert [len(seen[0][key(name)]) for name in OLD] == [1, 1, 1]
    rows_are_the_document(none_yet.hoks_id)


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("name", OLD)
def test_a_list_sent_alone_leaves_the_others(parts, method, name):
    before = parts.read(OSAAMINEN)
    part_id = None if method == "POST" else parts.hoks_id
    answer = parts.call(method, OSAAMINEN, part_id, {key(name): []})
    assert answer.status_code == (200 if method == "POST" else 204)
    assert parts.read(OSAAMINEN) == before | {key(name): []}
    rows_are_the_document(parts.hoks_id)


@pytest.mark.parametrize("name", OLD)
def test_a_replacement_with_one_list_empties_the_others(parts, name):
    before = parts.read(OSAAMINEN)
    sent = {key(name): [KINDS[name].sample()], "id": parts.hoks_id}
    assert parts.put(OSAAMINEN, parts.hoks_id, sent).status_code == 204
    empty: dict = {key(other): [] for other in OLD if other != name}
    assert parts.read(OSAAMINEN) == before | empty
    rows_are_the_document(parts.hoks_id)


def test_what_was_read_can_be_sent_back(parts):
    before = parts.read(OSAAMINEN)
    with nothing_written():
        assert parts.put(OSAAMINEN, parts.hoks_id, before).status_code == 204
        assert parts.patch(OSAAMINEN, parts.hoks_id, before).status_code == 204
        assert parts.patch(OSAAMINEN, parts.hoks_id, {}).status_code == 204
        assert parts.post(OSAAMINEN, {}).status_code == 200
    assert parts.read(OSAAMINEN) == before


def test_parts_that_live_on_keep_their_ids(parts):
    before = parts.read(OSAAMINEN)
    sent = bare(before)
    for name in OLD:
        sent[key(name)][0]["koulutuksen-jarjestaja-oid"] = "1.2.246.562.10.41421356233"
    assert parts.put(OSAAMINEN, parts.hoks_id, sent).status_code == 204
    after = parts.read(OSAAMINEN)
    assert after != before
    assert identities(after) == identities(before)


def test_no_identity_is_taken_from_outside_it(parts):
    [demonstration] = parts.read("HATO")[0]["osaamisen-osoittaminen"]
    sent = KINDS["AHPTO"].sample() | {TIEDOT: [naytto() | {"id": demonstration["id"]}]}
    assert parts.patch(OSAAMINEN, parts.hoks_id, {key("AHPTO"): [sent]}).status_code == 204
    assert parts.read("HATO")[0]["osaamisen-osoittaminen"] == [demonstration]
    assert parts.read("AHPTO")[0][TIEDOT][0]["id"] != demonstration["id"]


@pytest.mark.parametrize("other", ["one more", "another plan"])
def test_an_id_that_is_not_the_plans_own_names_nothing(parts, other):
    own_id = parts.hoks_id + 1 if other == "one more" else parts.sis.create(plan(PEKKA))
    with nothing_written():
        for answer in (
            parts.get(OSAAMINEN, own_id),
            parts.put(OSAAMINEN, own_id, everything()),
            parts.patch(OSAAMINEN, own_id, {}),
        ):
            assert refused(answer, 404, "part-not-found")["error"] == MISSING


def test_the_plan_and_the_right_to_it_are_asked_before_the_id(parts, other_sis):
    unknown = Parts(parts.sis, parts.hoks_id + 5)
    theirs = Parts(other_sis, parts.hoks_id)
    for method, body in (("GET", None), ("PUT", {}), ("PATCH", {})):
        refused(unknown.call(method, OSAAMINEN, 1, body), 404, "hoks-not-found")
        refused(theirs.call(method, OSAAMINEN, 1, body), 401, "no-privilege")


def test_another_id_in_the_body_is_refused(parts):
    for field in ("id", "eid"):
        sent = {field: parts.hoks_id + 1}
        refused(parts.put(OSAAMINEN, parts.hoks_id, sent), 400, "id-mismatch")
        refused(parts.patch(OSAAMINEN, parts.hoks_id, sent), 400, "id-mismatch")
        body = refused(parts.post(OSAAMINEN, {field: parts.hoks_id}), 400, "invalid-document")
        assert body["errors"] == {field: "disallowed-key"}
        assert parts.patch(OSAAMINEN, parts.hoks_id, {field: parts.hoks_id}).status_code == 204


@pytest.mark.parametrize(("name", "old"), SPELLINGS)
def test_a_list_may_go_by_an_old_name(none_yet, name, old):
    assert none_yet.post(OSAAMINEN, {old: [KINDS[name].sample()]}).status_code == 200
    found = none_yet.read(OSAAMINEN)
    assert found.keys() == {"id", *map(key, OLD)}
    assert len(found[key(name)]) == 1
    sent: dict = {old: []}
    assert none_yet.patch(OSAAMINEN, none_yet.hoks_id, sent).status_code == 204
    assert none_yet.read(OSAAMINEN)[key(name)] == []


@pytest.mark.parametrize(("name", "old"), SPELLINGS)
def test_two_names_of_one_list_are_refused(parts, name, old):
    others = {key(name), *OLD[name]} - {old}
    with nothing_written():
        for other in others:
            refused(parts.post(OSAAMINEN, {old: [], other: []}), 400, "two-spellings")


@pytest.mark.parametrize(("name", "old"), SPELLINGS)
def test_what_is_refused_is_told_under_the_name_that_was_sent(parts, name, old):
    sent = {old: [KINDS[name].sample(), {"tuntematon": 1}]}
    body = refused(parts.put(OSAAMINEN, parts.hoks_id, sent), 400, "invalid-document")
    assert body["errors"][old][0] is None
    assert body["errors"][old][1]["tuntematon"] == "disallowed-key"
    assert f"/{old}/1/tuntematon" in {v["pointer"] for v in body["violations"]}
    assert all(v["pointer"].startswith(f"/{old}/1") for v in body["violations"])


@pytest.mark.parametrize("value", [[], "x", 1, None])
def test_a_body_that_is_no_object_is_refused(parts, value):
    refused(parts.post(OSAAMINEN, value, raw=None if value is not None else b"null"), 400)


def test_other_lists_of_the_plan_are_none_of_it(parts):
    body = refused(parts.post(OSAAMINEN, {key("HATO"): []}), 400, "invalid-document")
    assert body["errors"] == {key("HATO"): "disallowed-key"}
