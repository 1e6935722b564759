"""Demonstrations of local units: below their unit, and under one flat, old address."""

import pytest

from tests.hoks.api.parts.kinds import FLAT_NAYTTO, KINDS, NAYTTO
from tests.hoks.plans import NAYTOT, bare, naytto, nothing_written, paikallinen, refused
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db
PARENT = "hankittava-paikallinen-tutkinnon-osa-id"
OLD_PARENT = "puuttuva-paikallinen-tutkinnon-osa-id"
MISSING = "Osaamisen osoittaminen not found"
LISTS = (
    "osa-alueet",
    "koulutuksen-jarjestaja-osaamisen-arvioijat",
    "tyoelama-osaamisen-arvioijat",
    "yksilolliset-kriteerit",
)
EMPTY: dict = {key: [] for key in LISTS}


def below(osa_id):
    return f"{KINDS['HPTO'].segment}/{osa_id}/{NAYTTO}"


@pytest.fixture
def osa_id(none_yet):
    """A local unit without demonstrations, the only one of its plan."""
    return none_yet.add("HPTO", paikallinen())


@pytest.fixture(params=["below its unit", "flat"])
def place(request, osa_id):
    """Each of the two addresses."""
    return below(osa_id) if request.param == "below its unit" else FLAT_NAYTTO


def without_parent(data):
    return {k: v for k, v in data.items() if k != PARENT}


def test_a_demonstration_is_added_read_replaced_and_patched(none_yet, osa_id, place):
    answer = none_yet.post(place, naytto(paikka="Eka"))
    part_id = answer.json()["meta"]["id"]
    uri = none_yet.uri(place, part_id)
    assert answer.json()["data"] == {"uri": uri}
    assert answer.headers["Location"] == uri
    first = none_yet.read(place, part_id)
    assert bare(without_parent(first)) == naytto(paikka="Eka") | EMPTY
    assert first["module-id"]
    assert none_yet.patch(place, part_id, {"loppu": "2026-05-20"}).status_code == 204
    assert none_yet.read(place, part_id) == first | {"loppu": "2026-05-20"}
    assert none_yet.put(place, part_id, naytto(paikka="Toka")).status_code == 204
    second = none_yet.read(place, part_id)
    assert bare(without_parent(second)) == naytto(paikka="Toka") | EMPTY
    assert (second["id"], second["module-id"]) == (first["id"], first["module-id"])
    assert none_yet.read("HPTO", osa_id)[NAYTOT] == [without_parent(second)]
    assert none_yet.read(place) == [without_parent(second)]
    rows_are_the_document(none_yet.hoks_id)


def test_the_flat_address_tells_the_unit_and_takes_it_back(none_yet, osa_id):
    part_id = none_yet.add(FLAT_NAYTTO, naytto())
    found = none_yet.read(FLAT_NAYTTO, part_id)
    assert found[PARENT] == osa_id
    assert PARENT not in none_yet.read(below(osa_id), part_id)
    with nothing_written():
        assert none_yet.put(FLAT_NAYTTO, part_id, found).status_code == 204
        assert none_yet.patch(FLAT_NAYTTO, part_id, found).status_code == 204


@pytest.mark.parametrize("name", [PARENT, OLD_PARENT])
@pytest.mark.parametrize("place", ["query", "body"])
def test_the_unit_may_be_named(none_yet, osa_id, name, place):
    none_yet.add("HPTO", paikallinen("Toinen"))
    query = f"{FLAT_NAYTTO}?{name}={osa_id}" if place == "query" else FLAT_NAYTTO
    body = naytto() | ({name: osa_id} if place == "body" else {})
    answer = none_yet.post(query, body)
    part_id = answer.json()["meta"]["id"]
    assert answer.json()["data"]["uri"] == none_yet.uri(FLAT_NAYTTO, part_id)
    assert [n["id"] for n in none_yet.read("HPTO", osa_id)[NAYTOT]] == [part_id]
    rows_are_the_document(none_yet.hoks_id)


@pytest.mark.parametrize("count", [0, 2])
def test_without_a_name_the_unit_must_be_the_only_one(none_yet, count):
    for n in range(count):
        none_yet.add("HPTO", paikallinen(f"Osa {n}"))
    with nothing_written():
        body = refused(none_yet.post(FLAT_NAYTTO, naytto()), 400, "parent-unclear")
    assert PARENT in body["error"]
    assert str(count) in body["error"]


@pytest.mark.parametrize("value", ["0", "-1", "x", "9" * 5000, "٣", 1.5, True, [1], {"a": 1}])
def test_a_name_that_names_no_unit_is_not_found(none_yet, osa_id, value):
    with nothing_written():
        body = refused(none_yet.post(FLAT_NAYTTO, naytto() | {PARENT: value}), 404)
    assert body["error"] == KINDS["HPTO"].missing
    if isinstance(value, str):
        refused(none_yet.post(f"{FLAT_NAYTTO}?{PARENT}={value}", naytto()), 404)


def test_a_demonstration_of_anything_else_is_not_found(parts):
    osa_id = parts.first("HPTO")
    others = [
        parts.read("HATO")[0][NAYTOT][0],
        parts.read("HYTO")[0]["osa-alueet"][0][NAYTOT][0],
        parts.read("AHATO")[0]["tarkentavat-tiedot-naytto"][0],
        {"id": osa_id},
        {"id": 987654},
    ]
    for other in others:
        for place in (FLAT_NAYTTO, below(osa_id)):
            for answer in (
                parts.get(place, other["id"]),
                parts.put(place, other["id"], naytto()),
                parts.patch(place, other["id"], {}),
            ):
                assert refused(answer, 404, "part-not-found")["error"] == MISSING


def test_a_unit_that_is_not_there_has_no_demonstrations(parts):
    part_id = parts.read("HPTO")[0][NAYTOT][0]["id"]
    for unknown in (987654, parts.first("HATO")):
        for answer in (
            parts.get(below(unknown)),
            parts.post(below(unknown), naytto()),
            parts.get(below(unknown), part_id),
            parts.put(below(unknown), part_id, naytto()),
            parts.patch(below(unknown), part_id, {}),
        ):
            assert refused(answer, 404, "part-not-found")["error"] == KINDS["HPTO"].missing


def test_a_demonstration_is_found_below_its_own_unit_only(none_yet, osa_id):
    part_id = none_yet.add(below(osa_id), naytto())
    other = none_yet.add("HPTO", paikallinen("Toinen"))
    body = refused(none_yet.get(below(other), part_id), 404, "part-not-found")
    assert body["error"] == MISSING
    assert none_yet.read(FLAT_NAYTTO, part_id)[PARENT] == osa_id


def test_what_it_must_have(none_yet, place):
    body = refused(none_yet.post(place, {}), 400, "invalid-document")
    must = ("nayttoymparisto", "sisallon-kuvaus", "alku", "loppu")
    assert body["errors"] == dict.fromkeys(must, "missing-required-key")


def test_the_flat_address_knows_the_old_words_and_the_other_does_not(none_yet, osa_id):
    old = naytto()
    old["keskeiset-tyotehtavat-naytto"] = old.pop("sisallon-kuvaus")
    part_id = none_yet.add(FLAT_NAYTTO, old)
    assert none_yet.read(FLAT_NAYTTO, part_id)["sisallon-kuvaus"] == ["leipoo"]
    body = refused(none_yet.post(below(osa_id), old), 400, "invalid-document")
    assert body["errors"]["keskeiset-tyotehtavat-naytto"] == "disallowed-key"
