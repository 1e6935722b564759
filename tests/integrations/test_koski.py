"""Koski: study rights as the rest of the house sees them."""

import orjson
import pytest

from ehoks.integrations import koski
from ehoks.integrations.errors import KoskiUnavailable
from ehoks.simulator.web import Response
from tests.integrations.conftest import known

LEMPI = "1.2.246.562.24.27182818287"
LEMPIS_RIGHT = "1.2.246.562.15.27182818289"


def test_study_right_with_all_that_is_known():
    right = known(koski.get_opiskeluoikeus(LEMPIS_RIGHT))

    assert right == koski.Opiskeluoikeus(
        oid=LEMPIS_RIGHT,
        tyyppi="ammatillinenkoulutus",
        oppilaitos_oid="1.2.246.562.10.27182818289",
        koulutustoimija_oid="1.2.246.562.10.31415926539",
        alkamispaiva="2024-08-05",
        arvioitu_paattymispaiva="2027-06-05",
        paattymispaiva=None,
        jaksot=(("2024-08-05", "lasna"),),
        suoritustyypit=("ammatillinentutkinto",),
        sisaltyy_oid=None,
        sisaltyy_oppilaitos_oid=None,
        tutkinto_nimi={
            "fi": "Elintarvikealan perustutkinto",
            "sv": "Grundexamen inom livsmedelsbranschen",
            "en": "Vocational Qualification in Food Production",
        },
        osaamisala_nimi={
            "fi": "Leipomoalan osaamisala",
            "sv": "Kompetensområdet för bageribranschen",
            "en": "Competence Area in Bakery",
        },
        suorituskieli="FI",
        tutkintonimike_nimi={
            "fi": "Leipuri-kondiittori",
            "sv": "Bagare-konditor",
            "en": "Baker-Confectioner",
        },
        perusteen_diaarinumero="OPH-1492-2024",
    )
    assert not right.is_osittainen


def test_preparatory_education_has_a_name_but_no_competence_area():
    right = known(koski.get_opiskeluoikeus("1.2.246.562.15.16180339885"))

    assert right.tyyppi == "tuva"
    assert right.tutkinto_nimi["sv"].startswith("Utbildning som handleder")
    assert right.osaamisala_nimi == {"fi": "", "sv": ""}


def test_what_koski_does_not_say_is_none():
    right = known(koski.get_opiskeluoikeus("1.2.246.562.15.10000002401"))

    assert (right.alkamispaiva, right.arvioitu_paattymispaiva) == (None, None)


def test_ended_and_contained_rights():
    ended = known(koski.get_opiskeluoikeus("1.2.246.562.15.10000001007"))
    inner = known(koski.get_opiskeluoikeus("1.2.246.562.15.10000002104"))

    assert ended.paattymispaiva == "2026-02-02"
    assert ended.jaksot == (("2024-08-05", "lasna"), ("2026-02-02", "eronnut"))
    assert inner.sisaltyy_oid == "1.2.246.562.15.10000002005"
    assert inner.sisaltyy_oppilaitos_oid == "1.2.246.562.10.27182818289"


@pytest.mark.parametrize(
    "oid",
    [
        "1.2.246.562.15.99999999999",  # unknown
        "1.2.246.562.15.10000002203",  # voided
        "1.2.246.562.24.27182818287",  # a person
        "1.2.3",
        "",
        "..",
        "../../cas/login",
        "1.2.246.562.15.27182818289/../x",
        "1.2.246.562.15.27182818289\n",
        "ääkkönen",
    ],
)
def test_there_is_no_such_right(oid):
    assert koski.get_opiskeluoikeus(oid) is None


def test_nothing_but_an_oid_gets_into_a_path(calls):
    koski.get_opiskeluoikeus("../../cas/login")
    koski.get_opiskeluoikeus("1.2.246.562.15.27182818289?x=y")

    assert calls == []


def test_rights_of_a_person():
    (right,) = koski.list_opiskeluoikeudet(LEMPI)

    assert right == koski.get_opiskeluoikeus(LEMPIS_RIGHT)
    assert koski.list_opiskeluoikeudet("1.2.246.562.24.10000011500") == []
    assert koski.list_opiskeluoikeudet("nobody") == []


def test_koski_is_asked_every_time(calls):
    koski.get_opiskeluoikeus(LEMPIS_RIGHT)
    koski.get_opiskeluoikeus(LEMPIS_RIGHT)

    assert len(calls) == 2


def test_competence_area_in_either_of_its_two_forms(opintopolku, monkeypatch):
    def right(*osaamisalat):
        return _right(suoritukset=[_suoritus(osaamisala=list(osaamisalat))])

    plain, wrapped = {"nimi": {"fi": "A"}}, {"osaamisala": {"nimi": {"fi": "B"}}}
    nameless: dict[str, object] = {}
    for document, name in [
        (right(plain, wrapped), {"fi": "A"}),
        (right(nameless, wrapped), {"fi": "B"}),
        (right(nameless), {"fi": "", "sv": ""}),
    ]:
        _says(opintopolku, monkeypatch, 200, document)
        assert known(koski.get_opiskeluoikeus(LEMPIS_RIGHT)).osaamisala_nimi == name


def test_first_vocational_performance_gives_the_names(opintopolku, monkeypatch):
    other = _suoritus("telma", nimi={"fi": "Muu"})
    vocational = _suoritus("ammatillinentutkintoosittainen", nimi={"fi": "Tutkinto"})
    _says(opintopolku, monkeypatch, 200, _right(suoritukset=[other, vocational]))

    right = known(koski.get_opiskeluoikeus(LEMPIS_RIGHT))
    assert right.tutkinto_nimi == {"fi": "Tutkinto, osittainen"}
    assert right.is_osittainen
    assert right.suoritustyypit == ("telma", "ammatillinentutkintoosittainen")


def test_right_without_performances_and_organisations(opintopolku, monkeypatch):
    _says(opintopolku, monkeypatch, 200, _right(suoritukset=[]))

    right = known(koski.get_opiskeluoikeus(LEMPIS_RIGHT))
    assert (right.oppilaitos_oid, right.koulutustoimija_oid) == (None, None)
    assert right.tutkinto_nimi == {"fi": "", "sv": ""}
    assert right.suorituskieli is None


@pytest.mark.parametrize("body", ["[]", "null", '"x"', "{}", '{"oid": 1}', "{", ""])
def test_unreadable_study_right_is_unavailable(opintopolku, monkeypatch, body):
    monkeypatch.setattr(opintopolku, "answer", lambda _request: Response(200, body.encode()))

    with pytest.raises(KoskiUnavailable) as caught:
        koski.get_opiskeluoikeus(LEMPIS_RIGHT)
    assert caught.value.wire_text == "Error while contacting Koski: unreadable answer"


@pytest.mark.parametrize(
    ("status", "body", "key"),
    [
        (401, [{"key": "unauthorized.loginFail", "message": "x"}], "unauthorized.loginFail"),
        (400, [{"key": "badRequest.format", "message": "x"}], "badRequest.format"),
        (404, {"error": "no such page"}, "null"),
        (404, [{"key": "notFoundish", "message": "x"}], "notFoundish"),
        (204, None, "null"),
    ],
)
def test_any_other_answer_is_unavailable_with_koskis_own_code(
    opintopolku, monkeypatch, status, body, key
):
    _says(opintopolku, monkeypatch, status, body)

    with pytest.raises(KoskiUnavailable) as caught:
        koski.get_opiskeluoikeus(LEMPIS_RIGHT)
    assert caught.value.status == 503
    assert caught.value.wire_text == (
        f"Error while fetching opiskeluoikeus `{LEMPIS_RIGHT}` from Koski. "
        f"Got response with HTTP status {status} and Koski-virhekoodi `{key}`."
    )


@pytest.mark.parametrize("key", ["notFound", "notFound.opiskeluoikeuttaEiLöydy"])
def test_older_codes_of_not_found(opintopolku, monkeypatch, key):
    _says(opintopolku, monkeypatch, 404, [{"key": key, "message": "x"}])

    assert koski.get_opiskeluoikeus(LEMPIS_RIGHT) is None


def _says(opintopolku, monkeypatch, status, document):
    response = Response(status, orjson.dumps(document))
    monkeypatch.setattr(opintopolku, "answer", lambda _request: response)


def _right(**more):
    return {
        "oid": LEMPIS_RIGHT,
        "tyyppi": {"koodiarvo": "ammatillinenkoulutus"},
        "tila": {"opiskeluoikeusjaksot": []},
        **more,
    }


def _suoritus(tyyppi="ammatillinentutkinto", nimi=None, **more):
    tunniste = {"koodiarvo": "1", "nimi": nimi or {"fi": "T"}}
    return {
        "tyyppi": {"koodiarvo": tyyppi},
        "koulutusmoduuli": {"tunniste": tunniste},
        **more,
    }
