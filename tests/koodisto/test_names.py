"""Names of units that Koodisto lacks and ePerusteet has, and extents, which only ePerusteet has."""

import datetime as dt

import pytest

from ehoks.common.dates import now
from koodisto import lookup, services
from koodisto.models import Koodi
from koodisto.services import Tulos, sync_koodistot
from tests.koodisto.conftest import koodi

pytestmark = pytest.mark.django_db
OSAT = "tutkinnonosat"
BREAD, CAKE = f"{OSAT}_106901", f"{OSAT}_106902"


def test_missing_names_come_from_eperusteet_and_koodistos_own_win(says):
    says(OSAT, koodi(BREAD, fi="Leivän leipominen"), koodi(CAKE, fi="Kakut", sv="Kakor"))

    *_, step = sync_koodistot([OSAT])
    assert (step.nimi, step.tulos, step.koodeja, step.muuttui) == ("eperusteet", Tulos.DONE, 2, 2)
    assert lookup.nimi(BREAD, "fi") == "Leivän leipominen"
    assert lookup.nimi(BREAD, "sv") == "Bakning av matbröd"
    assert lookup.nimi(CAKE, "fi") == "Kakut"


def test_found_names_outlive_the_next_synchronisation(says):
    says(OSAT, koodi(BREAD))
    sync_koodistot([OSAT])
    says(OSAT, koodi(BREAD, versio=2))

    sync_koodistot([OSAT])
    row = Koodi.objects.get()
    assert (row.versio, row.eperusteet_nimi["fi"]) == (2, "Ruokaleivän leipominen")


def test_unit_without_a_name_anywhere_is_not_asked_for_every_night(says):
    says(OSAT, koodi(f"{OSAT}_999999"))

    assert sync_koodistot([OSAT])[-1].koodeja == 1
    assert sync_koodistot([OSAT])[-1].koodeja == 0
    Koodi.objects.update(eperusteet_at=now() - dt.timedelta(days=31))
    assert sync_koodistot([OSAT])[-1].koodeja == 1


def test_long_queue_goes_on_in_the_next_run(says, monkeypatch):
    monkeypatch.setattr(services, "UNITS_AT_A_TIME", 2)
    says(OSAT, *(koodi(f"{OSAT}_{n}") for n in (100000, 100001, 100002)))

    assert [sync_koodistot([OSAT])[-1].koodeja for _ in range(3)] == [2, 1, 0]
    assert lookup.nimi(f"{OSAT}_100002", "en") == "Baking pastries"


def test_unavailable_eperusteet_is_told_and_the_codes_are_whole(says, opintopolku):
    says(OSAT, koodi(BREAD))
    opintopolku.set_fault("eperusteet", "timeout")

    osat, names = sync_koodistot([OSAT])
    assert (osat.tulos, names.tulos) == (Tulos.DONE, Tulos.UNAVAILABLE)
    assert Koodi.objects.get().eperusteet_at is None
    opintopolku.clear_faults()
    assert sync_koodistot([OSAT])[-1].muuttui == 1


def test_name_found_later_reaches_lookups_that_have_answered_already(says, opintopolku, clock):
    says(OSAT, koodi(BREAD))
    opintopolku.set_fault("eperusteet", "timeout")
    sync_koodistot([OSAT])
    assert lookup.nimi(BREAD, "fi") == BREAD

    opintopolku.clear_faults()
    sync_koodistot([OSAT])
    clock[0] += lookup.CHECK_SECONDS
    assert lookup.nimi(BREAD, "fi") == "Ruokaleivän leipominen"


def test_extents_of_units_and_of_what_is_compulsory_in_their_subjects(says):
    maths = f"{OSAT}_106728"
    area = "ammatillisenoppiaineet_MLMA"
    says("ammatillisenoppiaineet", koodi(area, fi="Matematiikka", sv="Matematik"))
    says(OSAT, koodi(CAKE, fi="Kakut", sv="Kakor"), koodi(maths, fi="M", sv="M"))

    sync_koodistot(["ammatillisenoppiaineet", OSAT])
    asked = [CAKE, maths, area, f"{OSAT}_1"]
    assert lookup.laajuudet(asked) == {CAKE: 25, maths: 6, area: 4}


def test_the_subjects_of_a_common_unit_come_with_it_and_limit_a_search(says):
    maths, areas = f"{OSAT}_106728", "ammatillisenoppiaineet"
    says(areas, *(koodi(f"{areas}_{a}", fi="Jokin aine") for a in ("MLMA", "MLFK", "YTYY")))
    says(OSAT, koodi(CAKE, fi="Kakut", sv="Kakor"), koodi(maths, fi="M", sv="M"))

    sync_koodistot([areas, OSAT])
    own = (f"{areas}_mlfk", f"{areas}_mlma")
    assert lookup.osa_alueet(maths) == own
    assert lookup.osa_alueet(CAKE) == lookup.osa_alueet("tutkinnonosat_1") == ()
    found = [uri.lower() for uri, _ in lookup.etsi(areas, "aine", "fi", 9, own)]
    assert found == list(own)
    assert len(lookup.etsi(areas, "aine", "fi", 9)) == 3


def test_those_without_a_name_are_asked_for_first(says, monkeypatch):
    monkeypatch.setattr(services, "UNITS_AT_A_TIME", 1)
    says(OSAT, koodi(BREAD, fi="Leivät", sv="Bröd"), koodi(CAKE))

    sync_koodistot([OSAT])
    assert Koodi.objects.get(pk=CAKE).eperusteet_at
    assert not Koodi.objects.get(pk=BREAD).eperusteet_at


# --- Requirements ------------------------------------------------------------------------------------


def test_requirements_of_units_and_subjects_and_the_extent_of_the_qualification(says):
    subject = "ammatillisenoppiaineet_VVTD"
    says(OSAT, koodi(BREAD), koodi(f"{OSAT}_106727"))
    says("ammatillisenoppiaineet", koodi(subject, fi="Digitaaliset taidot"))
    sync_koodistot(["ammatillisenoppiaineet", OSAT])
    lookup.forget()
    assert lookup.with_vaatimukset([BREAD, subject, CAKE]) == {BREAD, subject}
    required, judged = lookup.vaatimukset(BREAD)
    assert required["otsikko"]["sv"] == "Den studerande kan"
    assert [grade for grade, _ in judged["rivit"]] == ["1", "3", "5"]
    assert lookup.tutkinnon_laajuus("OPH-1492-2024") == 180
    assert lookup.tutkinnon_laajuus("OPH-0-0") is None
    assert lookup.tutkinnon_laajuus(None) is None
