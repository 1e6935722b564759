"""The facts: current, whole, with the right check digits, and as many as the demo needs."""

from collections import Counter
from pathlib import Path

import orjson
import pytest

from ehoks.common.tunnisteet import has_oid_check_digit
from ehoks.simulator import facts as facts_module
from ehoks.simulator.facts import load_facts
from ehoks.simulator.facts.generate import generate

KALEVALA = "1.2.246.562.10.31415926539"
README = (Path(facts_module.__file__).parent / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def facts():
    return load_facts()


def test_demo_file_is_what_the_generator_writes():
    assert facts_module.DEMO_FILE.read_bytes() == generate()


def test_check_digits_are_right(facts):
    users = [user.oid for user in facts.kayttajat.values()]
    oids = [*facts.henkilot, *facts.opiskeluoikeudet, *users]

    assert [oid for oid in oids if not has_oid_check_digit(oid)] == []


def test_no_oid_means_two_things():
    raw = orjson.loads(facts_module.DEMO_FILE.read_bytes())
    rows = [*raw["organisaatiot"], *raw["henkilot"], *raw["opiskeluoikeudet"]]
    staff = [user for user in raw["kayttajat"] if user["tyyppi"] != "OPPIJA"]
    counts = Counter(row["oid"] for row in [*rows, *staff])

    assert [oid for oid, count in counts.items() if count > 1] == []


def test_everything_referred_to_exists(facts):
    for right in facts.opiskeluoikeudet.values():
        tutkinto = facts.tutkinnot[right.tutkinto]
        assert right.oppilaitos in facts.organisaatiot
        assert right.toimipiste is None or right.toimipiste in facts.organisaatiot
        assert right.osaamisala is None or right.osaamisala in tutkinto.osaamisalat
    codes = {
        f"{name}_{koodi.arvo.lower()}"
        for name, koodit in facts.koodistot.items()
        for koodi in koodit
    }
    for tutkinto in facts.tutkinnot.values():
        assert set(tutkinto.tutkinnon_osat) <= codes


def test_one_right_only_has_an_unknown_owner(facts):
    unknown = [r for r in facts.opiskeluoikeudet.values() if r.oppija not in facts.henkilot]

    assert [right.huomautus for right in unknown] == ["oppijaa ei ole Oppijanumerorekisterissä"]


@pytest.mark.parametrize(
    "oid",
    [
        "1.2.246.562.10.31415926539",
        "1.2.246.562.10.27182818289",
        "1.2.246.562.10.41421356233",
        "1.2.246.562.10.200000000410",
        "1.2.246.562.10.2013061512345678901234",
    ],
)
def test_organisations_of_the_examples_belong_to_the_demo_provider(facts, oid):
    assert facts.koulutustoimija(oid).oid == KALEVALA


@pytest.mark.parametrize(
    ("right", "person", "dates"),
    [
        ("27182818289", "27182818287", ("2024-08-05", "2027-06-05")),
        ("10000000009", "12312312319", ("2024-08-05", "2027-06-05")),
        ("31415926539", "31415926531", ("2026-08-01", "2029-06-05")),
        ("16180339885", "16180339889", ("2026-08-10", "2027-06-05")),
    ],
)
def test_study_rights_of_the_examples_are_free_and_present(facts, right, person, dates):
    fact = facts.opiskeluoikeudet[f"1.2.246.562.15.{right}"]

    assert fact.oppija == f"1.2.246.562.24.{person}"
    assert (fact.alkamispaiva, fact.arvioitu_paattymispaiva) == dates
    assert fact.jaksot[-1][1] == "lasna"
    assert not fact.seed
    assert facts.koulutustoimija(fact.oppilaitos).oid == KALEVALA


def test_enough_learners_to_seed_and_enough_to_try(facts):
    own = [
        right.seed
        for right in facts.opiskeluoikeudet.values()
        if right.huomautus is None and facts.koulutustoimija(right.oppilaitos).oid == KALEVALA
    ]

    assert sum(right.seed for right in facts.opiskeluoikeudet.values()) == 201
    assert own.count(False) >= 100
    assert own.count(False) >= 2 * own.count(True) - 1


def test_who_gets_a_plan_has_not_finished(facts):
    states = {r.jaksot[-1][1] for r in facts.opiskeluoikeudet.values() if r.seed}

    assert states == {"lasna", "valiaikaisestikeskeytynyt"}


def test_five_providers_have_learners(facts):
    providers = {facts.koulutustoimija(r.oppilaitos).oid for r in facts.opiskeluoikeudet.values()}

    assert len(providers) == 5


def test_ten_code_sets_in_three_languages(facts):
    assert set(facts.koodistot) == {
        "urasuunnitelma", "tutkinnonosat", "osaamisentodentamisenprosessi",
        "osaamisenhankkimistapa", "ammatillisenoppiaineet", "oppimisymparistot",
        "oppisopimuksenperusta", "koulutuksenosattuva",
        "ammatillinenkoulutusoppimisentuentyyppi", "ammatillisentutkinnonosanryhma",
    }  # fmt: skip
    names = [koodi.nimi for koodit in facts.koodistot.values() for koodi in koodit]
    assert {tuple(nimi) for nimi in names} == {("fi", "sv", "en")}
    assert all(all(nimi.values()) for nimi in names)


def test_readme_tells_every_special_right_and_every_user(facts):
    special = [right.oid for right in facts.opiskeluoikeudet.values() if right.huomautus]

    assert [oid for oid in special if oid not in README] == []
    assert [name for name in facts.kayttajat if f"| `{name}` |" not in README] == []


def test_facts_of_ones_own(tmp_path):
    raw = orjson.loads(facts_module.DEMO_FILE.read_bytes())
    raw["henkilot"] = raw["henkilot"][:1]
    file = tmp_path / "own.json"
    file.write_bytes(orjson.dumps(raw))

    assert len(load_facts(file).henkilot) == 1


def test_misspelt_key_is_refused(tmp_path):
    raw = orjson.loads(facts_module.DEMO_FILE.read_bytes())
    raw["henkilot"][0]["sukunini"] = raw["henkilot"][0].pop("sukunimi")
    file = tmp_path / "own.json"
    file.write_bytes(orjson.dumps(raw))

    with pytest.raises(TypeError, match="sukunini"):
        load_facts(file)
