"""Koski, Oppijanumerorekisteri, Organisaatio, Koodisto, ePerusteet: paths and wire formats."""

import pytest

EHOKS = ("ehoks", "ehoks")
LEMPI, LEMPIS_RIGHT = "1.2.246.562.24.27182818287", "1.2.246.562.15.27182818289"
MASTER, SLAVE = "1.2.246.562.24.10000000401", "1.2.246.562.24.10000000508"
SLAVES_RIGHT = "1.2.246.562.15.10000002609"
ONR = "http://127.0.0.1:8000/oppijanumerorekisteri-service/j_spring_cas_security_check"


# --- Koski -------------------------------------------------------------------------------------------


def test_koski_tells_a_study_right(caller):
    right = caller.get(f"/koski/api/opiskeluoikeus/{LEMPIS_RIGHT}", user=EHOKS).json

    assert right["oid"] == LEMPIS_RIGHT
    assert right["oppilaitos"]["oid"] == "1.2.246.562.10.27182818289"
    assert right["koulutustoimija"]["oid"] == "1.2.246.562.10.31415926539"
    assert right["tyyppi"]["koodiarvo"] == "ammatillinenkoulutus"
    assert right["alkamispäivä"] == "2024-08-05"
    assert right["arvioituPäättymispäivä"] == "2027-06-05"
    assert "päättymispäivä" not in right
    (jakso,) = right["tila"]["opiskeluoikeusjaksot"]
    assert jakso["tila"]["koodiarvo"] == "lasna"
    (suoritus,) = right["suoritukset"]
    assert suoritus["tyyppi"]["koodiarvo"] == "ammatillinentutkinto"
    assert suoritus["koulutusmoduuli"]["tunniste"]["nimi"]["sv"].startswith("Grundexamen")
    assert suoritus["toimipiste"]["oid"] == "1.2.246.562.10.2013061512345678901234"


def test_koski_tells_to_which_right_another_belongs(caller):
    inner = caller.get("/koski/api/opiskeluoikeus/1.2.246.562.15.10000002104", user=EHOKS).json

    assert inner["sisältyyOpiskeluoikeuteen"] == {
        "oid": "1.2.246.562.15.10000002005",
        "oppilaitos": {"oid": "1.2.246.562.10.27182818289"},
    }


@pytest.mark.parametrize("oid", ["1.2.246.562.15.10000002203", "1.2.246.562.15.99999999999"])
def test_koski_hides_voided_and_unknown_rights_alike(caller, oid):
    answer = caller.get(f"/koski/api/opiskeluoikeus/{oid}", user=EHOKS)

    assert answer.status == 404
    assert answer.json[0]["key"] == "notFound.opiskeluoikeuttaEiLöydyTaiEiOikeuksia"


def test_koski_refuses_a_malformed_oid(caller):
    answer = caller.get("/koski/api/opiskeluoikeus/abc", user=EHOKS)

    assert answer.status == 400
    assert answer.json[0]["key"].startswith("badRequest.queryParam")


def test_koski_wants_a_user_with_a_role(caller):
    path = f"/koski/api/opiskeluoikeus/{LEMPIS_RIGHT}"

    assert caller.get(path).status == 401
    assert caller.get(path, user=("ehoks", "x")).status == 401
    assert caller.get(path, user=("sampo", "sampo")).status == 403


def test_koski_lists_the_rights_of_persons(caller):
    answer = caller.post("/koski/api/sure/oids", json=[LEMPI, "1.2.3", SLAVE], user=EHOKS)

    assert [
        (oppija["henkilö"]["oid"], [right["oid"] for right in oppija["opiskeluoikeudet"]])
        for oppija in answer.json
    ] == [(LEMPI, [LEMPIS_RIGHT]), (SLAVE, [SLAVES_RIGHT])]


def test_koski_knows_a_person_under_every_oid(caller):
    (oppija,) = caller.post("/koski/api/sure/oids", json=[MASTER], user=EHOKS).json

    assert [right["oid"] for right in oppija["opiskeluoikeudet"]] == [SLAVES_RIGHT]


def test_koski_tells_a_person_with_rights(caller):
    oppija = caller.get(f"/koski/api/oppija/{LEMPI}", user=EHOKS).json

    assert oppija["henkilö"]["kutsumanimi"] == "Lempi"
    assert [right["oid"] for right in oppija["opiskeluoikeudet"]] == [LEMPIS_RIGHT]
    assert caller.get("/koski/api/oppija/1.2.3", user=EHOKS).status == 404


def test_koski_refuses_what_is_no_list(caller):
    assert caller.post("/koski/api/sure/oids", json={"a": 1}, user=EHOKS).status == 400


# --- Oppijanumerorekisteri ---------------------------------------------------------------------------


def _person(caller, oid, what="", username="ehoks"):
    ticket = caller.ticket(username, ONR)
    path = f"/oppijanumerorekisteri-service/henkilo/{oid}{what}"
    return caller.get(path, query={"ticket": ticket})


def test_onr_tells_a_person(caller):
    person = _person(caller, LEMPI).json

    assert person["oidHenkilo"] == LEMPI
    assert person["etunimet"] == "Lempi Orvokki"
    assert (person["duplicate"], person["turvakielto"]) == (False, False)


def test_onr_knows_duplicates(caller):
    assert _person(caller, SLAVE).json["duplicate"] is True
    assert _person(caller, SLAVE, "/master").json["oidHenkilo"] == MASTER
    assert _person(caller, MASTER, "/master").json["oidHenkilo"] == MASTER
    assert [slave["oidHenkilo"] for slave in _person(caller, MASTER, "/slaves").json] == [SLAVE]


def test_onr_knows_protected_and_unknown_persons(caller):
    assert _person(caller, "1.2.246.562.24.10000000605").json["turvakielto"] is True
    assert _person(caller, "1.2.246.562.24.10000000702").status == 404


def test_onr_wants_a_ticket_of_its_own_and_a_role(caller):
    path = f"/oppijanumerorekisteri-service/henkilo/{LEMPI}"
    foreign = caller.ticket("ehoks", "http://127.0.0.1:8000/other")

    assert caller.get(path).status == 401
    assert caller.get(path, query={"ticket": foreign}).status == 401
    assert _person(caller, LEMPI, username="sampo").status == 403


# --- Organisaatio ------------------------------------------------------------------------------------


def test_organisation_tells_its_path_from_the_root_down(caller):
    unit = caller.get("/organisaatio-service/api/1.2.246.562.10.2013061512345678901234").json

    assert unit["parentOid"] == "1.2.246.562.10.27182818289"
    assert unit["parentOidPath"] == (
        "|1.2.246.562.10.00000000001|1.2.246.562.10.31415926539|1.2.246.562.10.27182818289|"
    )
    assert unit["tyypit"] == ["organisaatiotyyppi_03"]


def test_unknown_organisation(caller):
    answer = caller.get("/organisaatio-service/api/1.2.246.562.10.999")

    assert answer.status == 404
    assert answer.json["errorMessage"] == "organisaatio.exception.organisaatio.not.found"


def test_organisations_by_name(caller):
    found = caller.get("/organisaatio-service/api/hae?searchStr=yrkesinstitut").json
    assert found["numHits"] == len(found["organisaatiot"]) > 1
    assert all("yrkesinstitut" in o["nimi"]["sv"].lower() for o in found["organisaatiot"])
    assert caller.get("/organisaatio-service/api/hae?searchStr=").json["numHits"] == 0


def test_organisations_by_list(caller):
    oids = ["1.2.246.562.10.31415926539", "1.2.3", "1.2.246.562.10.00000000001"]
    answer = caller.post("/organisaatio-service/api/findbyoids", json=oids)

    assert [organisation["oid"] for organisation in answer.json] == [oids[0], oids[2]]
    assert caller.post("/organisaatio-service/api/findbyoids", json="x").status == 400


# --- Koodisto and ePerusteet -------------------------------------------------------------------------


def test_code_set(caller):
    codes = caller.get("/koodisto-service/rest/json/osaamisentodentamisenprosessi/koodi").json

    assert [code["koodiUri"] for code in codes] == [
        f"osaamisentodentamisenprosessi_000{number}" for number in (1, 2, 3)
    ]
    assert [entry["kieli"] for entry in codes[0]["metadata"]] == ["FI", "SV", "EN"]
    assert codes[0]["koodisto"]["koodistoUri"] == "osaamisentodentamisenprosessi"


def test_single_codes(caller):
    base = "/koodisto-service/rest/codeelement"

    assert caller.get(f"{base}/latest/tutkinnonosat_106901").json["versio"] == 2
    assert caller.get(f"{base}/tutkinnonosat_106901/2").json["koodiArvo"] == "106901"
    assert len(caller.get(f"{base}/tutkinnonosat_106901").json) == 1
    missing = caller.get(f"{base}/latest/tutkinnonosat_0")
    assert (missing.status, missing.text) == (500, "error.codeelement.not.found")
    assert caller.get(f"{base}/tutkinnonosat_106901/9").status == 500
    assert caller.get("/koodisto-service/rest/json/nothing/koodi").status == 404


def test_codes_are_written_in_lower_case_in_their_uri(caller):
    codes = caller.get("/koodisto-service/rest/json/ammatillisenoppiaineet/koodi").json

    assert "ammatillisenoppiaineet_vvai" in {code["koodiUri"] for code in codes}


def test_qualification_requirements_by_unit_name_and_number(caller):
    base = "/eperusteet-service/api/external"

    def search(**query):
        return [p["id"] for p in caller.get(f"{base}/perusteet", query=query).json["data"]]

    assert search(koodi="tutkinnonosat_106901") == [6582700]
    assert search(diaarinumero="OPH-1492-2024") == [6582700]
    assert search(nimi="elintarvike") == [6582700]
    assert search(koodi="tutkinnonosat_0") == []
    assert search(sivu="9") == []
    whole = caller.get(f"{base}/peruste/6582700").json
    assert "Ruokaleivän leipominen" in {osa["nimi"]["fi"] for osa in whole["tutkinnonOsat"]}
    assert caller.get(f"{base}/peruste/1").status == 404


def test_parts_of_preparatory_education(caller):
    parts = caller.get("/eperusteet-service/api/external/peruste/6583300/koulutuksenOsat").json

    assert parts[0]["nimiKoodi"]["uri"] == "koulutuksenosattuva_101"
    assert parts[0]["viiteId"] != parts[0]["id"]
