"""Names of units that Koodisto lacks and ePerusteet has."""

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
    assert (step.nimi, step.tulos, step.koodeja, step.muuttui) == ("eperusteet", Tulos.DONE, 1, 1)
    assert lookup.nimi(BREAD, "fi") == "Leivän leipominen"
    assert lookup.nimi(BREAD, "sv") == "Bakning av matbröd"
    assert Koodi.objects.get(pk=CAKE).eperusteet_nimi == {}


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
    monkeypatch.setattr(services, "NAMES_AT_A_TIME", 2)
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
