"""Rules of a plan's parts, as a refused create tells them."""

import datetime as dt
import json

import pytest

from ehoks.common.dates import today
from tests.hoks import plans
from tests.hoks.plans import LEMPI, plan, refused

pytestmark = pytest.mark.django_db


PERIODS = {
    "Korjaa alku- ja loppupäivä": ("2025-05-30", "2025-01-07"),
    "5 vuoden pituiseksi": ("2024-08-15", "2029-12-31"),
    "Korjaa alkupäivä": ("2023-08-15", "2024-12-31"),
    "Korjaa loppupäivä": ("2025-01-01", "2027-12-31"),
}


@pytest.mark.parametrize("text", PERIODS)
@pytest.mark.parametrize("operation", ["POST", "PUT"])
def test_a_period_stays_within_its_bounds(sis, operation, text):
    owner = plans.DATELESS if text.startswith("5") else LEMPI
    tavat = [plans.opetus(*PERIODS[text])]
    sent = plan(owner, hankittavat_ammat_tutkinnon_osat=[plans.osa(osaamisen_hankkimistavat=tavat)])
    answer = sis.post(sent) if operation == "POST" else sis.put(sis.create(plan(owner)), sent)
    errors = refused(answer, 400, "invalid-document")["errors"]
    assert text in errors["hankittavat-ammat-tutkinnon-osat"][0]["osaamisen-hankkimistavat"][0]


def test_a_workplace_period_has_an_identifier_of_its_own(sis):
    period = plans.jakso("x")
    del period["yksiloiva-tunniste"]
    unit = plans.osa(osaamisen_hankkimistavat=[period])
    sent = plan(hankittavat_ammat_tutkinnon_osat=[unit])
    errors = refused(sis.post(sent), 400)["errors"]
    leaf = errors["hankittavat-ammat-tutkinnon-osat"][0]["osaamisen-hankkimistavat"][0]
    assert "yksilöivä tunniste" in leaf


def test_a_period_at_school_needs_no_identifier(sis):
    unit = plans.osa(osaamisen_hankkimistavat=[plans.opetus()])
    assert sis.post(plan(hankittavat_ammat_tutkinnon_osat=[unit])).status_code == 200


Y_TUNNUKSET = {
    "Ei y-tunnusta": '(not (re-find #"^[0-9]{7}-[0-9]$" "Ei y-tunnusta"))',
    "1234567-1 ": '(not (re-find #"^[0-9]{7}-[0-9]$" "1234567-1 "))',
    "1234567-2": '(not ("Kelvollinen Y-tunnus" "1234567-2"))',
    "7654321-8": '(not ("Kelvollinen Y-tunnus" "7654321-8"))',
}


@pytest.mark.parametrize("value", Y_TUNNUKSET)
def test_a_business_id_is_checked_to_its_last_digit(sis, value):
    period = plans.jakso("t1")
    period["tyopaikalla-jarjestettava-koulutus"]["tyopaikan-y-tunnus"] = value
    unit = plans.osa(osaamisen_hankkimistavat=[period])
    errors = refused(sis.post(plan(hankittavat_ammat_tutkinnon_osat=[unit])), 400)["errors"]
    leaf = errors["hankittavat-ammat-tutkinnon-osat"][0]["osaamisen-hankkimistavat"][0]
    assert leaf["tyopaikalla-jarjestettava-koulutus"]["tyopaikan-y-tunnus"] == Y_TUNNUKSET[value]


def test_a_workplace_is_named_by_its_business_id(sis):
    period = plans.jakso("t1")
    del period["tyopaikalla-jarjestettava-koulutus"]["tyopaikan-y-tunnus"]
    unit = plans.osa(osaamisen_hankkimistavat=[period])
    errors = refused(sis.post(plan(hankittavat_ammat_tutkinnon_osat=[unit])), 400)["errors"]
    assert "Y-tunnus" in json.dumps(errors)


@pytest.mark.parametrize("day", ["2017-01-01", "2018-01-01", "2199-01-01"])
def test_competence_is_achieved_in_sensible_time(sis, day):
    errors = refused(sis.post(plan(osaamisen_saavuttamisen_pvm=day)), 400)["errors"]
    assert list(errors) == ["osaamisen-saavuttamisen-pvm"]
    assert "kaksi viikkoa" in errors["osaamisen-saavuttamisen-pvm"]


def test_competence_is_achieved_at_most_two_weeks_ahead(sis):
    days = [str(today() + dt.timedelta(days=n)) for n in (14, 15)]
    refused(sis.post(plan(osaamisen_saavuttamisen_pvm=days[1])), 400, "invalid-document")
    assert sis.post(plan(osaamisen_saavuttamisen_pvm=days[0])).status_code == 200
