"""Parts that live on keep their ids: by id, by the client's own key, by what they are."""

import pytest

from hoks.models import OsaamisenHankkimistapa
from tests.hoks import plans
from tests.hoks.plans import (
    ALUEET,
    AMMAT,
    NAYTOT,
    OPINNOT,
    PAIKALLISET,
    TAVAT,
    YHTEISET,
    alue,
    full_plan,
    identities,
    jakso,
    naytto,
    opetus,
    opinto,
    osa,
    paikallinen,
    plan,
    refused,
    yhteinen,
)

pytestmark = pytest.mark.django_db


def who(part):
    return part["id"], part.get("module-id")


def units(*units):
    return plan() | {AMMAT: list(units)}


def with_periods(*periods, koodi="tutkinnonosat_100000"):
    return osa(koodi, osaamisen_hankkimistavat=list(periods))


def stored(sis, sent):
    hoks_id = sis.create(sent)
    return hoks_id, sis.document(hoks_id)


def replaced(sis, hoks_id, sent):
    answer = sis.put(hoks_id, sent)
    assert answer.status_code == 204, answer.content.decode()
    return sis.document(hoks_id)


# --- The whole document ----------------------------------------------------------------------------


def test_a_read_plan_can_be_sent_back_as_it_is(sis):
    hoks_id, document = stored(sis, full_plan())
    before = sis.get(hoks_id)
    assert replaced(sis, hoks_id, document) == document
    assert sis.get(hoks_id).headers["ETag"] == before.headers["ETag"]


def test_a_read_plan_can_be_edited_and_sent_back(sis):
    hoks_id, document = stored(sis, full_plan())
    document[AMMAT][0][TAVAT][0]["loppu"] = "2025-05-28"
    document["versio"] = 4
    assert replaced(sis, hoks_id, document) == document


def test_every_part_of_the_same_plan_is_recognised_without_ids(sis):
    hoks_id, document = stored(sis, full_plan())
    after = replaced(sis, hoks_id, full_plan() | {"versio": 4})
    assert identities(after) == identities(document)


# --- By id -----------------------------------------------------------------------------------------


def test_an_id_holds_whatever_else_changes(sis):
    hoks_id, document = stored(sis, units(osa("tutkinnonosat_1"), osa("tutkinnonosat_2")))
    first, second = document[AMMAT]
    new = [osa("tutkinnonosat_3", id=second["id"]), osa("tutkinnonosat_4", id=first["id"])]
    after = replaced(sis, hoks_id, units(*new))[AMMAT]
    assert [who(part) for part in after] == [who(second), who(first)]


def test_an_id_comes_before_the_natural_key(sis):
    hoks_id, document = stored(sis, units(osa("tutkinnonosat_1"), osa("tutkinnonosat_2")))
    first, second = document[AMMAT]
    new = [osa("tutkinnonosat_2"), osa("tutkinnonosat_1", id=second["id"])]
    fresh, kept = replaced(sis, hoks_id, units(*new))[AMMAT]
    assert who(kept) == who(second)
    assert fresh["id"] not in (first["id"], second["id"])


def test_an_id_comes_before_the_identifier_of_a_period(sis):
    sent = units(with_periods(jakso("a"), jakso("b")))
    hoks_id, document = stored(sis, sent)
    a, b = document[AMMAT][0][TAVAT]
    new = units(with_periods(jakso("a", id=b["id"]), jakso("b", id=a["id"]))) | {"versio": 9}
    after = replaced(sis, hoks_id, new)[AMMAT][0][TAVAT]
    assert [who(part) for part in after] == [who(b), who(a)]


def test_an_id_may_take_a_part_to_another_place(sis):
    sent = units(with_periods(opetus()), osa("tutkinnonosat_2"))
    hoks_id, document = stored(sis, sent)
    period = document[AMMAT][0][TAVAT][0]
    moved = with_periods(opetus(id=period["id"]), koodi="tutkinnonosat_2")
    after = replaced(sis, hoks_id, units(osa(), moved))
    assert who(after[AMMAT][1][TAVAT][0]) == who(period)
    assert after[AMMAT][0][TAVAT] == []


@pytest.mark.parametrize("foreign", [1, 0, -5, 2**31 - 1])
def test_an_id_that_names_nothing_is_as_good_as_none(sis, foreign):
    hoks_id, document = stored(sis, units(osa()))
    after = replaced(sis, hoks_id, units(osa(id=foreign)) | {"versio": 2})
    assert who(after[AMMAT][0]) == who(document[AMMAT][0])


def test_an_id_of_another_plan_names_nothing(sis):
    other = sis.document(sis.create(plan(plans.PEKKA) | {AMMAT: [osa()]}))
    hoks_id, _ = stored(sis, plan())
    after = replaced(sis, hoks_id, units(osa(id=other[AMMAT][0]["id"])))
    assert after[AMMAT][0]["id"] != other[AMMAT][0]["id"]
    assert sis.document(other["id"]) == other


def test_an_id_of_another_kind_of_part_names_nothing(sis):
    sent = units(with_periods(opetus())) | {PAIKALLISET: [paikallinen()]}
    hoks_id, document = stored(sis, sent)
    unit, local = document[AMMAT][0], document[PAIKALLISET][0]
    new = units(with_periods(opetus(id=unit["id"]))) | {PAIKALLISET: [paikallinen(id=unit["id"])]}
    after = replaced(sis, hoks_id, new | {"versio": 2})
    assert who(after[AMMAT][0]) == who(unit)
    assert who(after[PAIKALLISET][0]) == who(local)


def test_an_id_used_twice_names_the_first(sis):
    hoks_id, document = stored(sis, units(osa()))
    own = document[AMMAT][0]["id"]
    first, second = replaced(sis, hoks_id, units(osa(id=own), osa(id=own)))[AMMAT]
    assert first["id"] == own
    assert second["id"] != own


def test_a_module_id_is_the_services_to_choose(sis):
    hoks_id, document = stored(sis, units(osa()))
    fake = "00000000-0000-4000-8000-000000000000"
    sent = units(osa(module_id=fake), osa("tutkinnonosat_7", module_id=fake))
    kept, fresh = replaced(sis, hoks_id, sent)[AMMAT]
    assert who(kept) == who(document[AMMAT][0])
    assert fresh["module-id"] != fake


# --- By the client's own key -----------------------------------------------------------------------


def test_a_period_is_known_by_its_identifier(sis):
    hoks_id, document = stored(sis, units(with_periods(jakso("a"), jakso("b"))))
    a, b = document[AMMAT][0][TAVAT]
    sent = units(with_periods(jakso("b", "2025-02-01"), jakso("a", "2025-03-01")))
    after = replaced(sis, hoks_id, sent)[AMMAT][0][TAVAT]
    assert [who(part) for part in after] == [who(b), who(a)]


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda period: {AMMAT: [osa("tutkinnonosat_2") | {TAVAT: [period]}]},
        lambda period: {PAIKALLISET: [paikallinen() | {TAVAT: [period]}]},
        lambda period: {YHTEISET: [yhteinen(alue() | {TAVAT: [period]})]},
    ],
    ids=["unit", "local", "area"],
)
def test_a_period_keeps_its_identity_when_it_moves_to_another_unit(sis, elsewhere):
    hoks_id, document = stored(sis, units(with_periods(jakso("a"))))
    period = document[AMMAT][0][TAVAT][0]
    after = replaced(sis, hoks_id, plan() | elsewhere(jakso("a")))
    assert [own for own in identities(after) if own[0] == period["id"]] == [who(period)]
    assert OsaamisenHankkimistapa.objects.get().id == period["id"]


def test_an_identifier_used_twice_names_nothing(sis):
    sent = units(with_periods(jakso("a", "2025-01-07"), jakso("a", "2025-02-07")))
    hoks_id, document = stored(sis, sent)
    first, second = document[AMMAT][0][TAVAT]
    new = units(with_periods(jakso("a", "2025-02-07"), jakso("a", "2025-03-07")))
    kept, fresh = replaced(sis, hoks_id, new)[AMMAT][0][TAVAT]
    assert who(kept) == who(second)  # by its natural key
    assert fresh["id"] not in (first["id"], second["id"])


def test_an_identifier_comes_before_the_natural_key(sis):
    sent = units(with_periods(jakso("a"), jakso("b", "2025-08-11", "2025-12-19")))
    hoks_id, document = stored(sis, sent)
    _, b = document[AMMAT][0][TAVAT]
    after = replaced(sis, hoks_id, units(with_periods(jakso("b"))))[AMMAT][0][TAVAT]
    assert [who(part) for part in after] == [who(b)]


# --- By what they are ------------------------------------------------------------------------------

KEYS = {
    "unit": (AMMAT, osa("tutkinnonosat_1"), {"tutkinnon-osa-koodi-versio": 9}),
    "local by name": (PAIKALLISET, paikallinen("Juuri"), {"laajuus": 9}),
    "local by number": (PAIKALLISET, paikallinen("Juuri", amosaa_tunniste="1"), {"nimi": "Muu"}),
    "common": (YHTEISET, yhteinen(), {"tutkinnon-osa-koodi-versio": 9}),
    "studies": (OPINNOT, opinto(), {"kuvaus": "Muu"}),
    "recognised unit": (
        "aiemmin-hankitut-ammat-tutkinnon-osat",
        osa("tutkinnonosat_1"),
        {"olennainen-seikka": True},
    ),
}


@pytest.mark.parametrize("kind", KEYS)
def test_a_part_is_known_by_its_natural_key(sis, kind):
    key, part, change = KEYS[kind]
    hoks_id, document = stored(sis, plan() | {key: [part]})
    after = replaced(sis, hoks_id, plan() | {key: [part | change]})
    assert who(after[key][0]) == who(document[key][0])
    assert after[key][0] == document[key][0] | change


CHANGED_KEYS = {
    "unit": (AMMAT, osa("tutkinnonosat_1"), {"tutkinnon-osa-koodi-uri": "tutkinnonosat_2"}),
    "local by name": (PAIKALLISET, paikallinen("Juuri"), {"nimi": "Muu"}),
    "studies by name": (OPINNOT, opinto(), {"nimi": "Muu"}),
    "studies by start": (OPINNOT, opinto(), {"alku": "2024-08-20"}),
    "studies by end": (OPINNOT, opinto(), {"loppu": "2024-09-28"}),
}


@pytest.mark.parametrize("kind", CHANGED_KEYS)
def test_a_part_with_another_natural_key_is_another_part(sis, kind):
    key, part, change = CHANGED_KEYS[kind]
    hoks_id, document = stored(sis, plan() | {key: [part]})
    after = replaced(sis, hoks_id, plan() | {key: [part | change]})
    assert after[key][0]["id"] != document[key][0]["id"]


def test_tuva_parts_are_known_by_code_and_start(sis):
    key = plans.KOULUTUKSEN_OSAT
    first = plans.koulutuksen_osa()
    second = plans.koulutuksen_osa(alku="2026-09-01")
    hoks_id, document = stored(sis, plan(plans.TUISKU) | {key: [first, second]})
    sent = plan(plans.TUISKU) | {key: [second | {"laajuus": 3}, first | {"laajuus": 4}]}
    after = replaced(sis, hoks_id, sent)
    assert [who(p) for p in after[key]] == [who(p) for p in reversed(document[key])]


def test_demonstrations_are_known_by_dates_and_place(sis):
    sent = units(osa() | {NAYTOT: [naytto(), naytto(paikka="Muualla")]})
    hoks_id, document = stored(sis, sent)
    first, second = document[AMMAT][0][NAYTOT]
    moved = naytto(alku="2026-05-12")
    new = units(osa() | {NAYTOT: [naytto(paikka="Muualla", sisallon_kuvaus=["x"]), moved]})
    kept, fresh = replaced(sis, hoks_id, new)[AMMAT][0][NAYTOT]
    assert who(kept) == who(second)
    assert fresh["id"] != first["id"]


def test_of_parts_that_are_alike_the_nth_is_the_nth(sis):
    hoks_id, document = stored(sis, units(*[with_periods(opetus(), opetus(), opetus())] * 3))
    after = replaced(sis, hoks_id, units(*[with_periods(opetus(), opetus())] * 2))
    kept = [who(u) for u in document[AMMAT][:2]]
    assert [who(u) for u in after[AMMAT]] == kept
    for old, new in zip(document[AMMAT], after[AMMAT], strict=False):
        assert [who(p) for p in new[TAVAT]] == [who(p) for p in old[TAVAT][:2]]


def test_children_are_alike_only_under_the_same_parent(sis):
    sent = units(with_periods(opetus()), osa("tutkinnonosat_2"))
    hoks_id, document = stored(sis, sent)
    period = document[AMMAT][0][TAVAT][0]
    new = units(osa(), with_periods(opetus(), koodi="tutkinnonosat_2"))
    after = replaced(sis, hoks_id, new)
    assert after[AMMAT][1][TAVAT][0]["id"] != period["id"]


def test_subject_areas_are_known_under_their_unit(sis):
    first, second = alue("ammatillisenoppiaineet_a"), alue("ammatillisenoppiaineet_b")
    hoks_id, document = stored(sis, plan() | {YHTEISET: [yhteinen(first, second)]})
    after = replaced(sis, hoks_id, plan() | {YHTEISET: [yhteinen(second, first)]})
    old, new = document[YHTEISET][0][ALUEET], after[YHTEISET][0][ALUEET]
    assert [who(p) for p in new] == [who(p) for p in reversed(old)]


def test_what_is_matched_to_nothing_is_deleted(sis):
    hoks_id, _ = stored(sis, full_plan())
    replaced(sis, hoks_id, plan())
    rows = plans.counts()
    parts = [t for t in rows if t.endswith(("_osat", "_hankkimistavat", "_osoittamiset"))]
    assert len(parts) == 5
    assert {t: rows[t] for t in parts} == dict.fromkeys(parts, 0)


def test_a_new_part_never_gets_a_used_id(sis):
    hoks_id, document = stored(sis, units(osa()))
    replaced(sis, hoks_id, plan())
    after = replaced(sis, hoks_id, units(osa()))
    assert after[AMMAT][0]["id"] > document[AMMAT][0]["id"]
    assert after[AMMAT][0]["module-id"] != document[AMMAT][0]["module-id"]


def test_a_nested_id_is_never_a_reason_to_refuse_a_replacement(sis):
    hoks_id, _ = stored(sis, full_plan())
    sent = full_plan()
    sent[AMMAT][0]["id"] = 999_999_999
    sent[AMMAT][0][TAVAT][0]["id"] = 999_999_998
    assert sis.put(hoks_id, sent).status_code == 204


def test_an_id_is_still_an_integer(sis):
    hoks_id, _ = stored(sis, units(osa()))
    body = refused(sis.put(hoks_id, units(osa(id="7"))), 400, "invalid-document")
    assert body["errors"] == {AMMAT: [{"id": "(not (integer? a-java.lang.String))"}]}
