"""A part is replaced or patched: what is left out, what stays, and who keeps an id."""

import pytest

from hoks.models import Hoks, HoksVersio
from tests.hoks.api.parts.kinds import KINDS, shown
from tests.hoks.plans import (
    ALUEET,
    NAYTOT,
    TAVAT,
    alue,
    bare,
    full_plan,
    identities,
    jakso,
    naytto,
    nothing_written,
    opetus,
    osa,
    refused,
)
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db
LISATIEDOT, TIEDOT = "tarkentavat-tiedot-osaamisen-arvioija", "tarkentavat-tiedot-naytto"
ARVIOIJAT = "aiemmin-hankitun-osaamisen-arvioijat"
WITH_LISTS = [name for name in KINDS if name != "OTO"]


def arvioija(nimi):
    return {"nimi": nimi, "organisaatio": {"oppilaitos-oid": "1.2.246.562.10.27182818289"}}


def changed(name):
    """What a part must have, and one value that the sample has otherwise."""
    value = "1.2.246.562.10.41421356233" if name != "OTO" else "uusi"
    return KINDS[name].required() | {KINDS[name].text: value}


def identity(part):
    return part["id"], part.get("module-id")


# --- PUT -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_a_replacement_clears_what_it_leaves_out(parts, name):
    before = parts.read(name)[0]
    answer = parts.put(name, before["id"], KINDS[name].required())
    assert (answer.status_code, answer.content) == (204, b"")
    after = parts.read(name, before["id"])
    assert bare(after) == shown(name, KINDS[name].required())
    assert identity(after) == identity(before)
    rows_are_the_document(parts.hoks_id)


@pytest.mark.parametrize("name", KINDS)
def test_what_was_read_can_be_sent_back(parts, name):
    before = parts.read(name)[0]
    etag = parts.get(name).headers["ETag"]
    with nothing_written():
        assert parts.put(name, before["id"], before).status_code == 204
        assert parts.patch(name, before["id"], before).status_code == 204
    assert parts.read(name) == [before]
    assert parts.get(name).headers["ETag"] == etag


@pytest.mark.parametrize("name", KINDS)
def test_a_replacement_touches_no_other_part(parts, name):
    added = parts.add(name, KINDS[name].sample())
    before = parts.sis.document(parts.hoks_id)
    assert parts.put(name, added, changed(name)).status_code == 204
    after = parts.sis.document(parts.hoks_id)
    assert after[KINDS[name].key].pop() != before[KINDS[name].key].pop()
    assert after == before


@pytest.mark.parametrize("name", [n for n in KINDS if n != "HPTO"])
def test_a_replacement_must_have_what_a_new_part_must(parts, name):
    with nothing_written():
        body = refused(parts.put(name, parts.first(name), {}), 400, "invalid-document")
    assert body["errors"] == dict.fromkeys(KINDS[name].required(), "missing-required-key")


def test_a_local_unit_must_have_nothing(parts):
    assert parts.put("HPTO", parts.first("HPTO"), {}).status_code == 204
    assert bare(parts.read("HPTO")) == [{NAYTOT: [], TAVAT: []}]


# --- PATCH -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_a_patch_changes_only_what_it_names(parts, name):
    before = parts.read(name)[0]
    sent = {"id": before["id"], KINDS[name].text: changed(name)[KINDS[name].text]}
    answer = parts.patch(name, before["id"], sent)
    assert (answer.status_code, answer.content) == (204, b"")
    assert parts.read(name, before["id"]) == before | sent
    rows_are_the_document(parts.hoks_id)


PROSESSI = "valittu-todentamisen-prosessi-koodi-uri"  # a code without its version
ALONE = [
    ("HATO", "vaatimuksista-tai-tavoitteista-poikkeaminen", "Test"),
    ("HPTO", "nimi", "Toinen juuri"),
    ("HYTO", "koulutuksen-jarjestaja-oid", "1.2.246.562.10.41421356233"),
    ("AHATO", "tutkinnon-osa-koodi-versio", 3000),
    ("AHPTO", "tavoitteet-ja-sisallot", "Toiset"),
    ("AHATO", PROSESSI, "osaamisentodentamisenprosessi_0001"),
    ("AHPTO", PROSESSI, "osaamisentodentamisenprosessi_0003"),
    ("AHYTO", PROSESSI, "osaamisentodentamisenprosessi_0001"),
    ("OTO", "nimi", "Toiset opinnot"),
]


@pytest.mark.parametrize(("name", "key", "value"), ALONE)
def test_a_value_may_be_patched_alone_and_without_the_id(parts, name, key, value):
    before = parts.read(name)[0]
    assert before[key] != value
    assert parts.patch(name, before["id"], {key: value}).status_code == 204
    assert parts.read(name, before["id"]) == before | {key: value}


@pytest.mark.parametrize("name", KINDS)
def test_a_patch_with_everything_and_no_id_is_fine(parts, name):
    part_id = parts.add(name, KINDS[name].required())
    assert parts.patch(name, part_id, KINDS[name].sample()).status_code == 204
    assert bare(parts.read(name, part_id)) == shown(name, KINDS[name].sample())


@pytest.mark.parametrize("name", KINDS)
def test_an_empty_patch_changes_nothing(parts, name):
    before = parts.read(name)
    with nothing_written():
        assert parts.patch(name, before[0]["id"], {}).status_code == 204
    assert parts.read(name) == before


@pytest.mark.parametrize(("name", "key"), [(n, k) for n in WITH_LISTS for k in KINDS[n].lists])
def test_a_patch_of_a_list_alone_replaces_it(parts, name, key):
    before = parts.read(name)[0]
    assert parts.patch(name, before["id"], {key: []}).status_code == 204
    after = parts.read(name, before["id"])
    assert after == before | {key: []}
    assert parts.patch(name, before["id"], {key: KINDS[name].sample()[key]}).status_code == 204
    assert bare(parts.read(name, before["id"])) == bare(before)
    rows_are_the_document(parts.hoks_id)


@pytest.mark.parametrize("name", KINDS)
def test_a_patch_cannot_clear_a_single_value(parts, name):
    with nothing_written():
        body = refused(parts.patch(name, parts.first(name), {KINDS[name].text: None}), 400)
    assert body["errors"].keys() == {KINDS[name].text}


def test_a_patched_list_is_sent_whole_and_keeps_its_order(parts):
    part_id = parts.first("AHYTO")
    sent = [naytto("2024-09-12", paikka="B"), naytto("2024-09-11", paikka="A")]
    assert parts.patch("AHYTO", part_id, {TIEDOT: sent}).status_code == 204
    assert [n["nayttoymparisto"]["nimi"] for n in parts.read("AHYTO", part_id)[TIEDOT]] == [
        "B",
        "A",
    ]
    body = refused(parts.patch("AHYTO", part_id, {TIEDOT: [{"alku": "2024-09-12"}]}), 400)
    assert set(body["errors"][TIEDOT][0].values()) == {"missing-required-key"}


def test_patched_subject_areas_replace_the_old_ones(parts):
    part_id = parts.first("HYTO")
    areas = [alue("ammatillisenoppiaineet_mlma") | {TAVAT: [opetus()], NAYTOT: [naytto()]}]
    sent = {"tutkinnon-osa-koodi-versio": 3, ALUEET: areas}
    assert parts.patch("HYTO", part_id, sent).status_code == 204
    found = parts.read("HYTO", part_id)
    assert found["tutkinnon-osa-koodi-versio"] == 3
    assert [a["osa-alue-koodi-uri"] for a in found[ALUEET]] == ["ammatillisenoppiaineet_mlma"]
    empty: dict = {"keskeytymisajanjaksot": [], "muut-oppimisymparistot": []}
    assert bare(found[ALUEET][0])[TAVAT] == [opetus() | empty]


def test_a_subject_area_keeps_nothing_that_a_patch_left_out(parts):
    part_id = parts.first("AHYTO")
    old = parts.read("AHYTO", part_id)[ALUEET][0]
    kept = ("osa-alue-koodi-uri", "osa-alue-koodi-versio", LISATIEDOT, TIEDOT)
    prosessi = [k for k in old if k.startswith("valittu-todentamisen")]
    sent = {k: bare(old)[k] for k in (*kept, *prosessi)}
    assert parts.patch("AHYTO", part_id, {ALUEET: [sent]}).status_code == 204
    [found] = parts.read("AHYTO", part_id)[ALUEET]
    assert bare(found) == sent
    assert identity(found) == identity(old)
    assert found[TIEDOT][0]["id"] == old[TIEDOT][0]["id"]


@pytest.mark.parametrize("name", ["AHATO", "AHPTO", "AHYTO"])
def test_details_of_the_assessment_are_merged_one_level_down(parts, name):
    part_id = parts.add(name, KINDS[name].required())
    sent = {"lahetetty-arvioitavaksi": "2024-10-01"}
    assert parts.patch(name, part_id, {LISATIEDOT: sent}).status_code == 204
    people = {ARVIOIJAT: [arvioija("Yksi"), arvioija("Kaksi")]}
    assert parts.patch(name, part_id, {LISATIEDOT: people}).status_code == 204
    assert parts.read(name, part_id)[LISATIEDOT] == sent | people
    assert parts.patch(name, part_id, {LISATIEDOT: {}}).status_code == 204
    assert parts.read(name, part_id)[LISATIEDOT] == sent | people
    assert parts.patch(name, part_id, {LISATIEDOT: {ARVIOIJAT: []}}).status_code == 204
    assert parts.read(name, part_id)[LISATIEDOT] == sent | {ARVIOIJAT: []}
    rows_are_the_document(parts.hoks_id)


def test_a_patch_with_another_period_leaves_nothing_of_the_old(parts):
    part_id = parts.first("HATO")
    sent = {"id": part_id, TAVAT: [opetus("2024-09-01", "2024-10-01")], NAYTOT: []}
    assert parts.patch("HATO", part_id, KINDS["HATO"].sample() | sent).status_code == 204
    found = parts.read("HATO", part_id)
    assert found[NAYTOT] == []
    assert "osa-aikaisuustieto" not in found[TAVAT][0]
    assert bare(found) == bare(shown("HATO", KINDS["HATO"].sample() | sent))


# --- The id in the body ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_another_id_in_the_body_than_in_the_path_is_refused(parts, name):
    part_id = parts.first(name)
    other = {"id": part_id + 1}
    with nothing_written():
        for answer in (
            parts.put(name, part_id, KINDS[name].sample() | other),
            parts.patch(name, part_id, other),
        ):
            assert refused(answer, 400, "id-mismatch")["errors"].keys() == {"id"}


# --- Who keeps an identity -------------------------------------------------------------------------


@pytest.mark.parametrize("name", KINDS)
def test_the_same_replacement_twice_keeps_every_id(parts, name):
    before = identities(parts.sis.document(parts.hoks_id))
    sent = KINDS[name].sample()
    for _ in range(2):
        assert parts.put(name, parts.first(name), sent).status_code == 204
    assert identities(parts.sis.document(parts.hoks_id)) == before
    assert HoksVersio.objects.count() == 1


def test_a_period_is_found_by_its_id_and_by_its_own_key(none_yet):
    part_id = none_yet.add("HATO", osa() | {TAVAT: [jakso("a"), jakso("b"), opetus()]})
    a, b, c = none_yet.read("HATO", part_id)[TAVAT]
    sent = [
        opetus("2025-08-01", "2025-09-01") | {"id": c["id"]},
        jakso("b", "2025-08-01", "2025-09-01"),
        jakso("c", "2026-01-01", "2026-02-02"),
    ]
    assert none_yet.patch("HATO", part_id, {TAVAT: sent}).status_code == 204
    found = none_yet.read("HATO", part_id)[TAVAT]
    assert [identity(p) for p in found[:2]] == [identity(c), identity(b)]
    assert found[2]["id"] not in {a["id"], b["id"], c["id"]}
    rows_are_the_document(none_yet.hoks_id)


def test_an_id_that_names_nothing_is_passed_over(parts):
    before = parts.read("HATO")[0]
    sent = [opetus("2026-01-01", "2026-02-02") | {"id": 987654321}]
    assert parts.patch("HATO", before["id"], {TAVAT: sent}).status_code == 204
    [period] = parts.read("HATO", before["id"])[TAVAT]
    assert period["id"] != 987654321
    assert period["id"] not in {p["id"] for p in before[TAVAT]}


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
def test_an_id_from_another_part_does_not_take_its_identity(none_yet, method):
    first = none_yet.add("HATO", osa() | {TAVAT: [opetus()], NAYTOT: [naytto()]})
    second = none_yet.add("HATO", osa("tutkinnonosat_100001") | {TAVAT: [opetus()]})
    third = none_yet.read("HATO", second)
    copied = {k: v for k, v in third.items() if k not in ("id", "module-id")}
    assert none_yet.call(method, "HATO", first, copied).status_code == 204
    assert none_yet.read("HATO", second) == third
    assert none_yet.read("HATO", first)[TAVAT][0]["id"] != third[TAVAT][0]["id"]
    rows_are_the_document(none_yet.hoks_id)


# --- What a write leaves ---------------------------------------------------------------------------


def writes(parts, name):
    yield lambda: parts.post(name, KINDS[name].sample())
    yield lambda: parts.put(name, parts.first(name), changed(name))
    other = KINDS[name].sample()[KINDS[name].text]
    yield lambda: parts.patch(name, parts.first(name), {KINDS[name].text: other})


@pytest.mark.parametrize("name", KINDS)
def test_each_write_moves_the_time_of_the_plan_and_makes_a_version(parts, name):
    for write in writes(parts, name):
        moment, versions = Hoks.objects.get().updated_at, HoksVersio.objects.count()
        assert write().status_code in (200, 204)
        assert Hoks.objects.get().updated_at > moment
        assert HoksVersio.objects.count() == versions + 1
        rows_are_the_document(parts.hoks_id)


def test_a_change_of_a_part_is_seen_in_the_plan(parts):
    part_id = parts.first("HATO")
    assert parts.patch("HATO", part_id, {"opetus-ja-ohjaus-maara": 10.5}).status_code == 204
    found = parts.sis.document(parts.hoks_id)[KINDS["HATO"].key][0]
    assert found["opetus-ja-ohjaus-maara"] == 10.5


def test_the_same_bytes_for_the_whole_plan_after_a_part_was_changed_are_a_change(none_yet):
    sis, hoks_id = none_yet.sis, none_yet.hoks_id
    assert sis.put(hoks_id, full_plan()).status_code == 204
    before = sis.document(hoks_id)
    assert none_yet.put("HPTO", none_yet.first("HPTO"), {}).status_code == 204
    assert sis.put(hoks_id, full_plan()).status_code == 204
    assert bare(sis.document(hoks_id)) == bare(before)
