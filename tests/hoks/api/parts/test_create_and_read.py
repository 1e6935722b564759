"""A part is added and read: ids, addresses, and exactly what was sent."""

import pytest

from hoks.models import HoksVersio
from tests.hoks.api.parts.kinds import KINDS, NAYTTO, shown
from tests.hoks.plans import ALUEET, NAYTOT, TAVAT, bare, naytto, nothing_written, opetus, refused
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db
LISATIEDOT = "tarkentavat-tiedot-osaamisen-arvioija"


@pytest.mark.parametrize("name", KINDS)
def test_a_part_is_added_and_comes_back_as_it_was_sent(none_yet, name):
    answer = none_yet.post(name, KINDS[name].sample())
    assert answer.status_code == 200
    part_id = answer.json()["meta"]["id"]
    uri = none_yet.uri(name, part_id)
    assert answer.json() == {"meta": {"id": part_id}, "data": {"uri": uri}}
    assert answer.headers["Location"] == uri
    found = none_yet.sis.call("GET", uri)
    assert found.json().keys() == {"meta", "data"}
    data = none_yet.read(name, part_id)
    assert found.json()["data"] == data
    assert data["id"] == part_id
    assert ("module-id" in data) is (name != "OTO")
    assert bare(data) == shown(name, KINDS[name].sample())
    assert rows_are_the_document(none_yet.hoks_id)[KINDS[name].key] == [data]


@pytest.mark.parametrize("name", KINDS)
def test_what_was_never_sent_is_absent_but_for_lists(none_yet, name):
    sent = KINDS[name].required()
    data = none_yet.read(name, none_yet.add(name, sent))
    assert bare(data) == shown(name, sent)
    assert None not in data.values()


@pytest.mark.parametrize("name", KINDS)
def test_a_part_joins_the_end_of_its_list(parts, name):
    before = parts.read(name)
    part_id = parts.add(name, KINDS[name].sample())
    after = parts.read(name)
    assert after[:-1] == before
    assert after[-1]["id"] == part_id
    assert parts.sis.document(parts.hoks_id)[KINDS[name].key] == after
    rows_are_the_document(parts.hoks_id)


def test_a_part_added_leaves_all_others_as_they_were(parts):
    before = parts.sis.document(parts.hoks_id)
    parts.add("HATO", KINDS["HATO"].sample())
    after = parts.sis.document(parts.hoks_id)
    after[KINDS["HATO"].key].pop()
    assert after == before


def test_empty_lists_survive(none_yet):
    demonstration = naytto() | {
        "osa-alueet": [],
        "koulutuksen-jarjestaja-osaamisen-arvioijat": [],
    }
    sent = KINDS["HPTO"].sample() | {TAVAT: [], NAYTOT: [demonstration]}
    data = none_yet.read("HPTO", none_yet.add("HPTO", sent))
    assert data[TAVAT] == []
    [found] = data[NAYTOT]
    assert found["osa-alueet"] == found["koulutuksen-jarjestaja-osaamisen-arvioijat"] == []


def test_a_demonstration_without_lists_shows_them_empty_and_no_organiser(none_yet):
    sent = KINDS["HPTO"].sample() | {NAYTOT: [naytto()]}
    [found] = none_yet.read("HPTO", none_yet.add("HPTO", sent))[NAYTOT]
    assert found["osa-alueet"] == found["tyoelama-osaamisen-arvioijat"] == []
    assert "jarjestaja" not in found


@pytest.mark.parametrize(("name", "hours"), [("HPTO", 16.0), ("HATO", 10.1)])
def test_hours_keep_their_decimals(none_yet, name, hours):
    sent = KINDS[name].sample() | {"opetus-ja-ohjaus-maara": hours}
    assert none_yet.read(name, none_yet.add(name, sent))["opetus-ja-ohjaus-maara"] == hours


def test_hours_of_a_subject_area_keep_their_decimals(none_yet):
    sent = KINDS["HYTO"].sample()
    sent[ALUEET][0]["opetus-ja-ohjaus-maara"] = 10.25
    [alue] = none_yet.read("HYTO", none_yet.add("HYTO", sent))[ALUEET]
    assert alue["opetus-ja-ohjaus-maara"] == 10.25


def test_a_period_at_school_may_tell_of_a_workplace_without_its_business_id(none_yet):
    period = opetus() | {
        "jarjestajan-edustaja": {"nimi": "Olli", "oppilaitos-oid": "1.2.246.562.10.27182818289"},
        "tyopaikalla-jarjestettava-koulutus": {
            "tyopaikan-nimi": "Pullapaja",
            "vastuullinen-tyopaikka-ohjaaja": {"nimi": "Onni"},
            "keskeiset-tyotehtavat": [],
        },
        "keskeytymisajanjaksot": [{"alku": "2025-02-01", "loppu": "2025-02-03"}],
        "muut-oppimisymparistot": [],
    }
    sent = KINDS["HYTO"].sample()
    sent[ALUEET][0][TAVAT] = [period]
    [alue] = none_yet.read("HYTO", none_yet.add("HYTO", sent))[ALUEET]
    assert bare(alue[TAVAT]) == [period]


def test_a_demonstration_may_end_before_it_begins(none_yet):
    sent = KINDS["AHATO"].sample()
    sent["tarkentavat-tiedot-naytto"][0] |= {"alku": "2019-02-09", "loppu": "2019-01-12"}
    data = none_yet.read("AHATO", none_yet.add("AHATO", sent))
    assert data["tarkentavat-tiedot-naytto"][0]["loppu"] == "2019-01-12"


@pytest.mark.parametrize("name", KINDS)
def test_a_new_part_has_no_id_of_the_clients_choosing(none_yet, name):
    body = KINDS[name].sample() | {"id": 1}
    if name == "OTO":  # here an id may stand, and names nothing
        assert none_yet.add(name, body) != 1
        return
    with nothing_written():
        answer = refused(none_yet.post(name, body), 400, "invalid-document")
    assert answer["errors"] == {"id": "disallowed-key"}


@pytest.mark.parametrize("name", [name for name in KINDS if name != "OTO"])
def test_a_new_part_has_no_module_id_of_the_clients_choosing(none_yet, name):
    body = KINDS[name].sample() | {"module-id": "7c1f5b0e-0000-4000-8000-000000000000"}
    answer = refused(none_yet.post(name, body), 400, "invalid-document")
    assert answer["errors"] == {"module-id": "disallowed-key"}


def test_a_kind_without_parts_is_an_empty_list(none_yet):
    for name in KINDS:
        assert none_yet.read(name) == []
    assert none_yet.read(f"{KINDS['HPTO'].segment}/{add_local(none_yet)}/{NAYTTO}") == []


def add_local(parts):
    return parts.add("HPTO", {"nimi": "Juuri"})


@pytest.mark.parametrize("name", KINDS)
def test_an_unknown_part_is_not_found_and_nothing_is_made(parts, name):
    unknown = parts.first(name) + 100_000
    with nothing_written():
        for answer in (
            parts.get(name, unknown),
            parts.put(name, unknown, KINDS[name].sample()),
            parts.patch(name, unknown, {}),
        ):
            assert refused(answer, 404, "part-not-found")["error"] == KINDS[name].missing


@pytest.mark.parametrize("name", KINDS)
def test_what_was_stored_under_an_older_law_is_still_served(parts, name):
    part_id, kept = parts.first(name), f'"{KINDS[name].text}":"'
    version = HoksVersio.objects.get()
    HoksVersio.objects.update(sisalto=version.sisalto.replace(kept, f"{kept}ennen: "))
    for answer in (parts.get(name, part_id, contract=False), parts.get(name, contract=False)):
        assert answer.status_code == 200
    [found, *_] = answer.json()["data"]
    assert found["id"] == part_id
    assert found[KINDS[name].text].startswith("ennen: ")


@pytest.mark.parametrize("name", KINDS)
def test_the_id_of_another_kind_names_nothing(parts, name):
    other = parts.first("OTO" if name != "OTO" else "HATO")
    body = refused(parts.get(name, other), 404, "part-not-found")
    assert body["error"] == KINDS[name].missing
