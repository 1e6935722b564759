"""What is kept of what was sent: blanks trimmed, moments in UTC, lists filled in."""

import pytest

from tests.verdicts.adapter import normalised
from tests.verdicts.cases import Base
from tests.verdicts.shape import differences, masked
from tests.verdicts.tables import AMMATILLINEN, PAYLOADS, Json, load
from tests.verdicts.tree import edited

SERVER_MADE = {"id", "eid", "module-id", "manuaalisyotto"}


@pytest.mark.parametrize(("kind", "sent", "kept"), load("normal_forms.json"))
def test_a_value_is_kept_in_its_normal_form(kind: str, sent: Json, kept: Json) -> None:
    base = Base("maximal", "POST")
    spot = next(s for s in base.spots() if s.kind == kind)
    found = normalised(edited(base.payload, spot.path, sent), opiskeluoikeus=AMMATILLINEN)
    for step in spot.path:
        found = found[step]
    assert differences(kept, found) == []


@pytest.mark.parametrize("sent", ["T10:20", "T10:20Z"])
def test_a_bare_time_is_a_time_of_some_day(sent: str) -> None:
    payload = PAYLOADS["minimal"][0] | {"hyvaksytty": sent}
    kept = normalised(payload, opiskeluoikeus=AMMATILLINEN)["hyvaksytty"]
    assert kept.endswith("T10:20:00Z")


def test_a_whole_plan_is_kept_as_get_gives_it() -> None:
    payload, study_right = PAYLOADS["maximal"]
    kept = normalised(payload, opiskeluoikeus=study_right)
    assert differences(_without_made(load("maximal-as-get.json")), masked(kept)) == []


def _without_made(document: Json) -> Json:
    if isinstance(document, list):
        return [_without_made(element) for element in document]
    if isinstance(document, dict):
        return {k: _without_made(v) for k, v in document.items() if k not in SERVER_MADE}
    return document


def test_null_lists_are_kept_as_empty_ones() -> None:
    payload = PAYLOADS["minimal"][0] | {"oppimisen-tuki": None}
    assert normalised(payload, opiskeluoikeus=AMMATILLINEN)["oppimisen-tuki"] == []


def test_old_numbers_of_people_are_dropped() -> None:
    payload, study_right = PAYLOADS["maximal"]
    ohjaaja = (
        *("hankittavat-ammat-tutkinnon-osat", 0, "osaamisen-hankkimistavat", 0),
        *("tyopaikalla-jarjestettava-koulutus", "vastuullinen-tyopaikka-ohjaaja", "id"),
    )
    arvioija = (
        *("hankittavat-ammat-tutkinnon-osat", 0, "osaamisen-osoittaminen", 0),
        *("tyoelama-osaamisen-arvioijat", 0, "id"),
    )
    numbered = payload
    for place in (ohjaaja, arvioija):
        numbered = edited(numbered, place, 17)
    kept = [normalised(sent, opiskeluoikeus=study_right) for sent in (payload, numbered)]
    assert differences(*kept) == []


def test_an_empty_organiser_is_none_and_an_empty_organisation_stays() -> None:
    payload, study_right = PAYLOADS["maximal"]
    naytto = ("hankittavat-ammat-tutkinnon-osat", 0, "osaamisen-osoittaminen", 0)
    arvioija = (*naytto, "koulutuksen-jarjestaja-osaamisen-arvioijat", 0, "organisaatio")
    sent = edited(edited(payload, (*naytto, "jarjestaja"), {}), arvioija, {})
    kept = normalised(sent, opiskeluoikeus=study_right)
    found = kept[naytto[0]][0][naytto[2]][0]
    assert "jarjestaja" not in found
    assert found["koulutuksen-jarjestaja-osaamisen-arvioijat"][0]["organisaatio"] == {}
