"""A plan as people read it: which parts, in which order, under which names."""

import datetime as dt
from decimal import Decimal

import pytest

from ehoks.ui.templatetags.muotoilu import luku
from hoks.presenters.nakyma import Laji, build
from hoks.presenters.pisteet import TUVA_VIIKOT, tell_pisteet
from tests.conftest import payload
from tests.hoks.services.test_vipunen import stored

TODAY = dt.date(2025, 9, 15)
YHTEISET = "aiemmin-hankitut-yhteiset-tutkinnon-osat"


def view(document, **nimet):
    return build(document, nimet, TODAY)


@pytest.mark.parametrize("name", ["maximal", "typical", "tuva", "minimal"])
def test_every_part_to_acquire_is_there_once(name):
    document = stored(name)
    areas = [a for u in document["hankittavat-yhteiset-tutkinnon-osat"] for a in u["osa-alueet"]]
    units = [
        *document["hankittavat-ammat-tutkinnon-osat"],
        *document["hankittavat-paikalliset-tutkinnon-osat"],
        *document["hankittavat-koulutuksen-osat"],
        *areas,
    ]
    found = view(document)
    assert sorted(id(osa.tiedot.raw) for osa in found.osat) == sorted(map(id, units))
    assert sum(map(len, found.ryhmat.values())) == len(units)


def test_kinds_come_in_their_order_and_areas_stay_with_their_unit():
    found = view(stored("typical"))
    order = [Laji.AMMATILLINEN, Laji.PAIKALLINEN, Laji.OSA_ALUE]
    assert [osa.laji for osa in found.osat] == sorted(
        (osa.laji for osa in found.osat), key=order.index
    )
    above = [osa.ylaosa for osa in found.osat if osa.laji is Laji.OSA_ALUE]
    assert above == sorted(above)


def test_names_come_from_outside_and_a_local_unit_has_its_own():
    document = stored("maximal")
    uri = document["hankittavat-ammat-tutkinnon-osat"][0]["tutkinnon-osa-koodi-uri"]
    names = {osa.nimi for osa in view(document, **{uri: "Leipominen"}).osat}
    assert "Leipominen" in names
    assert document["hankittavat-paikalliset-tutkinnon-osat"][0]["nimi"] in names


def test_hours_are_added_up():
    document = stored("maximal")
    hours = [osa.tiedot.get("opetus_ja_ohjaus_maara") or 0 for osa in view(document).osat]
    assert view(document).tunnit == sum(hours) > 0


def test_what_comes_next_has_not_ended():
    found = view(stored("typical")).tulossa
    assert 0 < len(found) <= 3
    assert all(jakso.loppu >= TODAY for _, jakso in found)
    assert [jakso.alku for _, jakso in found] == sorted(jakso.alku for _, jakso in found)


@pytest.mark.parametrize("areas", [True, False])
def test_a_common_unit_of_prior_competence_is_told_with_what_it_says_itself(areas):
    document = stored("maximal")
    (unit,) = payload("maximal")[YHTEISET][:1]
    unit = unit if areas else unit | {"osa-alueet": []}
    document[YHTEISET] = [unit]
    told = [osa.tiedot.raw for osa in view(document).aiemmat]
    assert unit in told
    assert all(area in told for area in unit["osa-alueet"])


def test_a_template_can_spell_every_key():
    root = view(stored("maximal")).tiedot
    assert root["ensikertainen_hyvaksyminen"] == root["ensikertainen-hyvaksyminen"]
    assert root.get("nothing_of_the_kind") is None


def test_points_come_from_the_codes_and_of_local_units_from_the_plan():
    document = stored("maximal")
    (unit, *_), (local, *_) = (
        document[f"hankittavat-{kind}-tutkinnon-osat"] for kind in ("ammat", "paikalliset")
    )
    done = document["aiemmin-hankitut-ammat-tutkinnon-osat"][0]
    done["valittu-todentamisen-prosessi-koodi-uri"] = "osaamisentodentamisenprosessi_0001"
    extents = {
        unit["tutkinnon-osa-koodi-uri"]: Decimal(150),
        done["tutkinnon-osa-koodi-uri"]: Decimal(25),
    }
    found = build(document, {}, TODAY, extents, Decimal(180))
    told = found.eteneminen
    own = sum(osa.laajuus or 0 for osa in found.osat)
    assert own >= 150 + Decimal(str(local["laajuus"]))
    assert (told.yhteensa, told.tunnustettu) == (own + told.tunnustettu, told.tunnustettu)
    assert told.tunnustettu >= 25
    words = {
        "osp": "osp",
        "points": "{kaikki} {valmis}",
        "points_target": "= {kaikki} / {tavoite} {yksikko}",
        "points_recognised": "+ {tunnustettu}",
        "points_unknown": "? {n}",
        "points_over": ">",
    }
    said = list(tell_pisteet(found, words))
    assert said[0].startswith(f"{luku(own)} ")
    unknown = sum(osa.laajuus is None for osa in found.osat)
    assert said[1:] == [
        f"+ {luku(told.tunnustettu)}", f"= {luku(told.yhteensa)} / 180 osp", f"? {unknown}", ">",
    ]  # fmt: skip
    unknown_goal = build(document, {}, TODAY, extents)
    assert list(tell_pisteet(unknown_goal, words)) == [said[0], said[1], said[3]]


def test_preparatory_education_has_weeks():
    words = {"weeks": "vk", "points": "{kaikki} {yksikko}", "points_target": "/ {tavoite}"}
    found = build(stored("tuva"), {}, TODAY, tavoite=TUVA_VIIKOT)
    weeks = sum(osa.laajuus for osa in found.osat)
    assert list(tell_pisteet(found, words)) == [f"{luku(weeks)} vk", "/ 38"]
