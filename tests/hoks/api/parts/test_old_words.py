"""Old field names on the old addresses: understood, stored under today's, refused as sent."""

import pytest

from hoks.api.legacy import LOST
from hoks.schema import objects
from hoks.schema.fields import ObjectType
from tests.hoks.api.parts.kinds import ALIASES, KINDS, shown
from tests.hoks.plans import NAYTOT, TAVAT, bare, jakso, naytto, nothing_written, refused
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db
# Where a name stands, the old name, today's.
NAYTTO = ("hankitun-osaamisen-naytto", "osaamisen-osoittaminen")
PERIOD = {
    "tyopaikalla-hankittava-osaaminen": "tyopaikalla-jarjestettava-koulutus",
    "muut-oppimisymparisto": "muut-oppimisymparistot",
    "vastuullinen-ohjaaja": "vastuullinen-tyopaikka-ohjaaja",
}
DEMONSTRATION = {
    "keskeiset-tyotehtavat-naytto": "sisallon-kuvaus",
    "koulutuksen-jarjestaja-arvioijat": "koulutuksen-jarjestaja-osaamisen-arvioijat",
    "tyoelama-arvioijat": "tyoelama-osaamisen-arvioijat",
}
HANKITTAVA = dict([NAYTTO]) | PERIOD | DEMONSTRATION
AIEMMIN = DEMONSTRATION | {"tarkentavat-tiedot-arvioija": "tarkentavat-tiedot-osaamisen-arvioija"}
WORDS = {
    "HATO": HANKITTAVA,
    "HPTO": HANKITTAVA,
    "HYTO": HANKITTAVA,
    "AHATO": AIEMMIN,
    "AHPTO": AIEMMIN,
    "AHYTO": AIEMMIN,
}


def in_old_words(value, words):
    """The same value with every name that had another once under that one."""
    old = {new: name for name, new in words.items()}
    if isinstance(value, dict):
        return {old.get(k, k): in_old_words(v, words) for k, v in value.items()}
    return [in_old_words(v, words) for v in value] if isinstance(value, list) else value


def old_sample(name):
    found = in_old_words(KINDS[name].sample(), WORDS[name])
    assert found != KINDS[name].sample()
    if name == "AHYTO":  # the details of a subject area had a name of their own
        area = found["osa-alueet"][0]
        area["tarkentavat-tiedot"] = area.pop("tarkentavat-tiedot-naytto")
    return found


@pytest.mark.parametrize(("name", "alias"), ALIASES)
def test_a_body_in_old_words_is_stored_in_todays(none_yet, name, alias):
    part_id = none_yet.add(alias, old_sample(name))
    assert bare(none_yet.read(name, part_id)) == shown(name, KINDS[name].sample())
    assert none_yet.read(alias, part_id) == none_yet.read(name, part_id)
    assert none_yet.put(alias, part_id, KINDS[name].required()).status_code == 204
    assert none_yet.put(alias, part_id, old_sample(name)).status_code == 204
    assert bare(none_yet.read(name, part_id)) == shown(name, KINDS[name].sample())
    assert none_yet.put(alias, part_id, KINDS[name].required()).status_code == 204
    assert none_yet.patch(alias, part_id, old_sample(name)).status_code == 204
    assert bare(none_yet.read(name, part_id)) == shown(name, KINDS[name].sample())
    rows_are_the_document(none_yet.hoks_id)


@pytest.mark.parametrize(("name", "alias"), ALIASES)
def test_a_body_in_todays_words_is_as_good(none_yet, name, alias):
    part_id = none_yet.add(alias, KINDS[name].sample())
    assert bare(none_yet.read(alias, part_id)) == shown(name, KINDS[name].sample())


@pytest.mark.parametrize("name", WORDS)
def test_todays_addresses_know_no_old_words(parts, name):
    sent = old_sample(name)
    unknown = set(sent) - set(KINDS[name].sample())
    for answer in (
        parts.post(name, sent),
        parts.put(name, parts.first(name), sent),
        parts.patch(name, parts.first(name), sent),
    ):
        errors = refused(answer, 400, "invalid-document")["errors"]
        assert {k for k, leaf in errors.items() if leaf == "disallowed-key"} >= unknown
        assert "disallowed-key" in str(errors)


@pytest.mark.parametrize("place", ["root", "below"])
@pytest.mark.parametrize("first", ["old", "new"])
def test_two_names_of_one_field_are_refused(parts, place, first):
    names = NAYTTO if place == "root" else ("keskeiset-tyotehtavat-naytto", "sisallon-kuvaus")
    both: dict = {key: ["x"] for key in (names if first == "old" else reversed(names))}
    if place == "below":
        both = {"osaamisen-osoittaminen": [both]}
    alias = KINDS["HATO"].aliases[0]
    with nothing_written():
        for answer in (
            parts.post(alias, KINDS["HATO"].required() | both),
            parts.put(alias, parts.first("HATO"), KINDS["HATO"].required() | both),
            parts.patch(alias, parts.first("HATO"), both),
        ):
            body = refused(answer, 400, "two-spellings")
            assert all(name in body["error"] for name in names)


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_what_is_refused_is_told_under_the_names_that_were_sent(parts, method):
    sent = old_sample("HATO")
    period = sent["osaamisen-hankkimistavat"][0]
    period["tyopaikalla-hankittava-osaaminen"]["vastuullinen-ohjaaja"]["nimi"] = 17
    period["muut-oppimisymparisto"][1]["alku"] = "eilen"
    sent["hankitun-osaamisen-naytto"][0]["keskeiset-tyotehtavat-naytto"] = "x"
    alias = KINDS["HATO"].aliases[0]
    part_id = None if method == "POST" else parts.first("HATO")
    body = refused(parts.call(method, alias, part_id, sent), 400, "invalid-document")
    tree = body["errors"]
    assert tree.keys() == {"osaamisen-hankkimistavat", "hankitun-osaamisen-naytto"}
    assert tree["hankitun-osaamisen-naytto"][0].keys() == {"keskeiset-tyotehtavat-naytto"}
    first, *others = tree["osaamisen-hankkimistavat"]
    assert others == [None, None]
    assert first["tyopaikalla-hankittava-osaaminen"].keys() == {"vastuullinen-ohjaaja"}
    assert first["muut-oppimisymparisto"][0] is None
    assert first["muut-oppimisymparisto"][1].keys() == {"alku"}
    root = "/osaamisen-hankkimistavat/0"
    assert {v["pointer"] for v in body["violations"]} >= {
        f"{root}/tyopaikalla-hankittava-osaaminen/vastuullinen-ohjaaja/nimi",
        f"{root}/muut-oppimisymparisto/1/alku",
        "/hankitun-osaamisen-naytto/0/keskeiset-tyotehtavat-naytto",
    }
    assert "osaamisen-osoittaminen" not in str(body["violations"])


def test_what_was_not_sent_is_told_under_todays_name(parts):
    alias = KINDS["HATO"].aliases[0]
    sent = KINDS["HATO"].required() | {"hankitun-osaamisen-naytto": [{}]}
    body = refused(parts.post(alias, sent), 400, "invalid-document")
    assert body["errors"]["hankitun-osaamisen-naytto"][0]["sisallon-kuvaus"] == (
        "missing-required-key"
    )


def test_a_law_that_is_broken_is_told_under_the_names_that_were_sent(parts):
    sent = old_sample("HATO")
    del sent["osaamisen-hankkimistavat"][0]["osa-aikaisuustieto"]
    body = refused(parts.post(KINDS["HATO"].aliases[0], sent), 400, "invalid-document")
    assert body["errors"].keys() == {"osaamisen-hankkimistavat"}
    assert all("jarjestettava" not in v["pointer"] for v in body["violations"])


@pytest.mark.parametrize("value", [[], "x", 1, {"hankitun-osaamisen-naytto": "x"}])
def test_a_body_of_another_form_is_refused_and_not_stumbled_over(parts, value):
    refused(parts.post(KINDS["HATO"].aliases[0], value), 400, "invalid-document")


# --- Fields that were given up ---------------------------------------------------------------------


def test_of_a_field_that_was_given_up_it_is_told_what_took_its_place(parts):
    sent = KINDS["HATO"].required() | {"tarvittava-opetus": "x", "tuntematon": 1}
    sent[TAVAT] = [jakso("t")]
    sent[TAVAT][0]["tyopaikalla-jarjestettava-koulutus"]["lisatiedot"] = True
    sent[NAYTOT] = [naytto(arvioijat=[])]
    body = refused(parts.post(KINDS["HATO"].aliases[0], sent), 400, "invalid-document")
    assert body["errors"]["tarvittava-opetus"] == "disallowed-key"
    told = {v["pointer"].rpartition("/")[2]: v for v in body["violations"]}
    assert {v["code"] for v in told.values()} == {"unknown-key"}
    for language in ("fi", "sv", "en"):
        assert "tyoelama-osaamisen-arvioijat" in told["arvioijat"][language]
        assert "olennainen-seikka" in told["lisatiedot"][language]
    assert told["tarvittava-opetus"]["en"].endswith("leave it out.")
    assert "removed" not in told["tuntematon"]["en"]
    mine = refused(parts.post("HATO", sent), 400, "invalid-document")["violations"]
    assert not any("removed" in violation["en"] for violation in mine)


def test_what_took_the_place_of_a_field_is_a_field():
    known = {
        field.key
        for kind in vars(objects).values()
        if isinstance(kind, ObjectType)
        for field in kind
    }
    assert {name for names in LOST.values() for name in names} <= known
    assert not LOST.keys() & known
