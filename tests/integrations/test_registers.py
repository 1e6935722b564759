"""Oppijanumerorekisteri, Organisaatio, Koodisto and ePerusteet, as the rest of the house sees them."""

import orjson
import pytest

from ehoks.integrations import (
    cache,
    cas,
    eperusteet,
    koodisto,
    oppijanumerorekisteri,
    organisaatio,
    tahti,
)
from ehoks.integrations.errors import OppijanumerorekisteriUnavailable, OrganisaatioUnavailable
from ehoks.integrations.oppijanumerorekisteri import Henkilo
from ehoks.integrations.tahti import Tahti
from ehoks.integrations.yhteystiedot import Yhteystiedot
from ehoks.simulator.web import Response
from tests.integrations.conftest import known

LEMPI = "1.2.246.562.24.27182818287"
MASTER, SLAVE = "1.2.246.562.24.10000000401", "1.2.246.562.24.10000000508"
UNIT = "1.2.246.562.10.2013061512345678901234"
SCHOOL, PROVIDER = "1.2.246.562.10.27182818289", "1.2.246.562.10.31415926539"
ROOT = "1.2.246.562.10.00000000001"


# --- Oppijanumerorekisteri ---------------------------------------------------------------------------


def test_person():
    tiedot = Yhteystiedot("Tapionraitti 27", "99903", "Pohjola", "Pohjola", "040 555 0002")
    assert oppijanumerorekisteri.get_henkilo(LEMPI) == Henkilo(
        LEMPI, "Lempi Orvokki", "Lempi", "Leipuri", False, False, tiedot
    )


def test_where_a_person_lives_is_not_told_where_a_person_is_written_out():
    assert "Tapionraitti" not in repr(known(oppijanumerorekisteri.get_henkilo(LEMPI)))


@pytest.mark.parametrize("oid", [MASTER, SLAVE])
def test_the_main_number_tells_of_the_person(oid):
    assert known(oppijanumerorekisteri.get_main_henkilo(oid)).oid == MASTER


def test_nobody_is_behind_an_unknown_number():
    assert oppijanumerorekisteri.get_main_henkilo("1.2.246.562.24.10000000702") is None


@pytest.mark.parametrize("odd", ["x", 1, None, {}, [1, None, {"yhteystieto": "x"}], [[]]])
def test_odd_contact_data_do_not_make_a_person_unreadable(opintopolku, monkeypatch, odd):
    """The name is what a plan cannot be stored without."""
    answer = opintopolku.answer

    def odd_answer(request):
        found = answer(request)
        if not request.environ["PATH_INFO"].endswith(LEMPI):
            return found
        return Response(200, orjson.dumps(orjson.loads(found.body) | {"yhteystiedotRyhma": odd}))

    monkeypatch.setattr(opintopolku, "answer", odd_answer)
    found = known(oppijanumerorekisteri.get_henkilo(LEMPI))
    assert (found.sukunimi, found.yhteystiedot) == ("Leipuri", Yhteystiedot())


def test_duplicate_and_protected_persons():
    assert known(oppijanumerorekisteri.get_henkilo(SLAVE)).duplicate is True
    assert (
        known(oppijanumerorekisteri.get_henkilo("1.2.246.562.24.10000000605")).turvakielto is True
    )


@pytest.mark.parametrize("oid", ["1.2.246.562.24.10000000702", "", "../x", "x"])
def test_unknown_person(oid):
    assert oppijanumerorekisteri.get_henkilo(oid) is None
    assert oppijanumerorekisteri.get_master_oid(oid) is None


def test_main_oid():
    assert oppijanumerorekisteri.get_master_oid(SLAVE) == MASTER
    assert oppijanumerorekisteri.get_master_oid(MASTER) == MASTER


@pytest.mark.parametrize("oid", [MASTER, SLAVE])
def test_every_oid_of_a_person(oid):
    assert oppijanumerorekisteri.list_oids(oid) == {MASTER, SLAVE}


def test_somebody_unknown_has_the_oid_that_was_asked_about():
    assert oppijanumerorekisteri.list_oids("1.2.246.562.24.10000000702") == {
        "1.2.246.562.24.10000000702"
    }


def test_person_is_kept_and_main_oid_is_not(calls):
    for _ in range(2):
        oppijanumerorekisteri.get_henkilo(LEMPI)
        oppijanumerorekisteri.get_master_oid(LEMPI)

    asked = [call for call in calls if "henkilo" in call]
    assert len(asked) == 3


def test_login_that_the_register_has_forgotten_is_made_anew(opintopolku, calls, monkeypatch):
    counted = opintopolku.answer
    refused: list[bool] = []

    def refuse_once(request):
        answer = counted(request)
        if "henkilo" in request.environ["PATH_INFO"] and not refused:
            refused.append(True)
            return Response(401, b"{}")
        return answer

    monkeypatch.setattr(opintopolku, "answer", refuse_once)
    assert known(oppijanumerorekisteri.get_henkilo(LEMPI)).kutsumanimi == "Lempi"
    assert calls.count("POST /cas/v1/tickets") == 2


def test_register_that_refuses_us_is_unavailable(settings):
    settings.SERVICE_USERNAME = settings.SERVICE_PASSWORD = "sampo"

    with pytest.raises(OppijanumerorekisteriUnavailable) as caught:
        oppijanumerorekisteri.get_henkilo(LEMPI)
    assert caught.value.reason == "HTTP status 403"


def test_without_our_own_ticket_it_is_the_register_that_cannot_be_asked(opintopolku):
    opintopolku.set_fault("cas", "timeout")

    with pytest.raises(OppijanumerorekisteriUnavailable) as caught:
        oppijanumerorekisteri.get_henkilo(LEMPI)
    assert caught.value.wire_text == (
        f"Error while fetching oppija `{LEMPI}` from Oppijanumerorekisteri"
    )


# --- Organisaatio ------------------------------------------------------------------------------------


def test_organisation_knows_all_above_it():
    unit = known(organisaatio.get_organisaatio(UNIT))

    assert unit.path == (UNIT, SCHOOL, PROVIDER, ROOT)
    assert unit.parent_oid == SCHOOL
    assert unit.tyypit == ("organisaatiotyyppi_03",)
    assert unit.nimi["sv"].startswith("Kalevala yrkesinstitut")


def test_root_has_nothing_above():
    root = known(organisaatio.get_organisaatio(ROOT))

    assert (root.path, root.parent_oid) == ((ROOT,), None)


@pytest.mark.parametrize("oid", ["1.2.246.562.10.99999999999", "", "..", "findbyoids"])
def test_unknown_organisation(oid):
    assert organisaatio.get_organisaatio(oid) is None


def test_several_organisations_each_once_in_the_order_asked():
    found = organisaatio.find_organisaatiot([SCHOOL, "1.2.3", UNIT, SCHOOL])

    assert [organisation.oid for organisation in found] == [SCHOOL, UNIT]


def test_organisations_are_found_by_a_part_of_their_name_in_any_language():
    found = organisaatio.search_organisaatiot("  KIVIMÄEN  toimi")
    assert [osuma.oid for osuma in found] == ["1.2.246.562.10.51230000112"]
    assert organisaatio.search_organisaatiot("yrkesinstitut")
    assert organisaatio.search_organisaatiot("ki") == ()
    assert organisaatio.search_organisaatiot("tällaista ei ole") == ()


def test_the_same_search_is_asked_once(calls):
    for _ in range(3):
        organisaatio.search_organisaatiot("kivimäen")
    assert calls == ["GET /organisaatio-service/api/hae"]


def test_an_old_answer_will_do_while_the_service_is_down(opintopolku, monkeypatch):
    before = organisaatio.search_organisaatiot("kivimäen")
    now = cache.time.monotonic()
    monkeypatch.setattr(cache.time, "monotonic", lambda: now + 3600)
    opintopolku.set_fault("organisaatio", "500")
    assert organisaatio.search_organisaatiot("kivimäen") == before
    with pytest.raises(OrganisaatioUnavailable):
        organisaatio.search_organisaatiot("sariolan")


def test_searches_have_a_pace(monkeypatch, calls):
    monkeypatch.setattr(organisaatio, "TAHTI", Tahti(most=2, seconds=60))
    for word in ("kivimäen", "sariolan"):
        organisaatio.search_organisaatiot(word)
    with pytest.raises(OrganisaatioUnavailable):
        organisaatio.search_organisaatiot("saimaanrannan")
    assert organisaatio.search_organisaatiot("kivimäen")  # needs no call
    assert len(calls) == 2


def test_a_service_that_is_down_is_not_asked_at_every_key(opintopolku, calls, monkeypatch):
    opintopolku.set_fault("organisaatio", "500")
    for word in ("kivimäen", "kivimäen t", "sariolan"):
        with pytest.raises(OrganisaatioUnavailable):
            organisaatio.search_organisaatiot(word)
    assert len(calls) == 1
    opintopolku.clear_faults()
    now = tahti.time.monotonic()
    monkeypatch.setattr(tahti.time, "monotonic", lambda: now + 31)
    assert organisaatio.search_organisaatiot("sariolan")


def test_a_pace_is_of_the_last_seconds(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr(tahti.time, "monotonic", lambda: clock[0])
    pace = Tahti(most=1, seconds=10)
    assert [pace.may(), pace.may()] == [True, False]
    clock[0] += 10
    assert pace.may()


# --- Koodisto and ePerusteet -------------------------------------------------------------------------


def test_code_set():
    codes = koodisto.list_koodit("osaamisenhankkimistapa")

    agreement = next(code for code in codes if code.arvo == "koulutussopimus")
    assert agreement == koodisto.Koodi(
        uri="osaamisenhankkimistapa_koulutussopimus",
        arvo="koulutussopimus",
        versio=1,
        nimi={"fi": "Koulutussopimus", "sv": "Utbildningsavtal", "en": "Training agreement"},
        voimassa_alku="2018-01-01",
        voimassa_loppu=None,
    )


@pytest.mark.parametrize("name", ["nothing", "", "../../cas", "Urasuunnitelma"])
def test_unknown_code_set_is_empty(name):
    assert koodisto.list_koodit(name) == []


def test_subjects_of_a_common_unit():
    osa = eperusteet.get_tutkinnon_osa("tutkinnonosat_106728")

    assert osa.laajuus == 6
    extents = {uri: alue.laajuus for uri, alue in osa.osa_alueet.items()}
    assert extents == {"ammatillisenoppiaineet_mlma": 4, "ammatillisenoppiaineet_mlfk": 2}


def test_name_and_extent_of_a_unit():
    osa = eperusteet.get_tutkinnon_osa("tutkinnonosat_106901")

    assert (osa.laajuus, osa.osa_alueet) == (30, {})
    assert osa.nimi == {
        "fi": "Ruokaleivän leipominen",
        "sv": "Bakning av matbröd",
        "en": "Baking bread",
    }


@pytest.mark.parametrize("uri", ["tutkinnonosat_1", "", "tutkinnonosat_", "x&koodi=y"])
def test_unknown_unit_has_no_name(uri):
    assert eperusteet.get_tutkinnon_osa(uri) is None


def test_every_ticket_for_the_register_is_a_new_one(calls):
    oppijanumerorekisteri.get_master_oid(LEMPI)
    oppijanumerorekisteri.get_master_oid(LEMPI)

    login, *tickets = [call for call in calls if call.startswith("POST")]
    assert login == "POST /cas/v1/tickets"
    assert len(tickets) == 2
    assert cas.CAS.url == "http://opintopolku.invalid/cas"
