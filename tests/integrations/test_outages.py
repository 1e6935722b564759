"""Outages: each service has its own error, answers that were kept stand in, nothing personal leaks."""

import logging

import pytest

from ehoks.common.errors import Fixer
from ehoks.integrations import (
    cas,
    eperusteet,
    errors,
    koodisto,
    koski,
    oppijanumerorekisteri,
    organisaatio,
    viestinvalitys,
)
from ehoks.integrations.cache import TtlCache
from tests.integrations.conftest import known

LEMPI = "1.2.246.562.24.27182818287"
RIGHT = "1.2.246.562.15.27182818289"
SCHOOL = "1.2.246.562.10.27182818289"
LINKED = (
    "(transient?) failure in call to a linked system, maybe downtime.  "
    "If this doesn't go away, contact eHOKS support."
)
ASK = {
    "cas": (lambda: cas.validate_ticket("ST-1", "http://a"), errors.CasUnavailable, "cas"),
    "koski": (lambda: koski.get_opiskeluoikeus(RIGHT), errors.KoskiUnavailable, "koski"),
    "koski list": (lambda: koski.list_opiskeluoikeudet(LEMPI), errors.KoskiUnavailable, "koski"),
    "onr": (
        lambda: oppijanumerorekisteri.get_henkilo(LEMPI),
        errors.OppijanumerorekisteriUnavailable,
        "onr",
    ),
    "master": (
        lambda: oppijanumerorekisteri.get_master_oid(LEMPI),
        errors.OppijanumerorekisteriUnavailable,
        "onr",
    ),
    "organisaatio": (
        lambda: organisaatio.get_organisaatio(SCHOOL),
        errors.OrganisaatioUnavailable,
        "organisaatio",
    ),
    "koodisto": (
        lambda: koodisto.list_koodit("urasuunnitelma"),
        errors.KoodistoUnavailable,
        "koodisto",
    ),
    "eperusteet": (
        lambda: eperusteet.get_tutkinnon_osa("tutkinnonosat_106901"),
        errors.EperusteetUnavailable,
        "eperusteet",
    ),
    "mail": (
        lambda: viestinvalitys.send_viesti(
            viestinvalitys.Viesti("onni@example.org", "fi", "a", "b", "outage")
        ),
        errors.ViestinvalitysUnavailable,
        "viestinvalitys",
    ),
}


@pytest.mark.parametrize("mode", ["timeout", "500", "404", "broken"])
@pytest.mark.parametrize("question", ASK)
def test_each_fault_is_the_unavailable_error_of_its_service(opintopolku, question, mode):
    ask, error, service = ASK[question]
    opintopolku.set_fault(service, mode)

    with pytest.raises(error) as caught:
        ask()
    assert caught.value.status == 503
    assert caught.value.headers == {"Retry-After": "30"}
    assert caught.value.fixer is Fixer.WAIT
    opintopolku.clear_faults()
    ask()


@pytest.mark.parametrize(
    ("question", "code", "text"),
    [
        ("cas", "cas-unavailable", LINKED),
        ("koski", "koski-unavailable", "Error while contacting Koski: timeout"),
        (
            "onr",
            "oppijanumerorekisteri-unavailable",
            f"Error while fetching oppija `{LEMPI}` from Oppijanumerorekisteri",
        ),
        ("organisaatio", "organisaatio-unavailable", LINKED),
        ("koodisto", "koodisto-unavailable", LINKED),
        ("eperusteet", "eperusteet-unavailable", LINKED),
        ("mail", "viestinvalitys-unavailable", LINKED),
    ],
)
def test_codes_and_literals_that_clients_match_on(opintopolku, question, code, text):
    ask, error, service = ASK[question]
    opintopolku.set_fault(service, "timeout")

    with pytest.raises(error) as caught:
        ask()
    assert caught.value.code == code
    assert caught.value.wire_text == text
    assert all(LEMPI not in words and RIGHT not in words for words in caught.value.detail)


@pytest.mark.parametrize(
    ("question", "times"),
    [("cas", 1), ("koski", 2), ("koski list", 1), ("organisaatio", 2), ("koodisto", 2)],
)
def test_what_may_be_asked_again_is_asked_twice(opintopolku, calls, question, times):
    ask, error, service = ASK[question]
    opintopolku.set_fault(service, "500")

    with pytest.raises(error):
        ask()
    assert len(calls) == times


def test_one_bad_moment_is_not_noticed(opintopolku, monkeypatch, calls):
    answer = opintopolku.answer

    def mend_afterwards(request):
        try:
            return answer(request)
        finally:
            opintopolku.clear_faults()

    monkeypatch.setattr(opintopolku, "answer", mend_afterwards)
    opintopolku.set_fault("koski", "timeout")

    assert known(koski.get_opiskeluoikeus(RIGHT)).oid == RIGHT
    assert len(calls) == 2


def test_broken_answer_is_not_asked_for_again(opintopolku, calls):
    opintopolku.set_fault("koski", "broken")

    with pytest.raises(errors.KoskiUnavailable):
        koski.get_opiskeluoikeus(RIGHT)
    assert len(calls) == 1


def test_nothing_is_logged_of_whom_we_asked(opintopolku, caplog):
    caplog.set_level(logging.DEBUG)
    for ask, error, service in ASK.values():
        opintopolku.set_fault(service, "timeout")
        with pytest.raises(error):
            ask()
    assert caplog.records == []


# --- Kept answers ------------------------------------------------------------------------------------


@pytest.fixture
def clock(monkeypatch):
    """A clock of the caches that the test turns."""
    now = [1000.0]
    monkeypatch.setattr("ehoks.integrations.cache.time.monotonic", lambda: now[0])
    return now


def test_organisation_is_kept_for_a_quarter_of_an_hour(calls, clock):
    organisaatio.get_organisaatio(SCHOOL)
    clock[0] += 899
    organisaatio.get_organisaatio(SCHOOL)
    assert len(calls) == 1
    clock[0] += 2
    organisaatio.get_organisaatio(SCHOOL)
    assert len(calls) == 2


def test_organisation_of_today_stands_in_during_an_outage_but_no_older_one(
    opintopolku, calls, clock
):
    school = organisaatio.get_organisaatio(SCHOOL)
    opintopolku.set_fault("organisaatio", "timeout")
    calls.clear()

    clock[0] += 24 * 3600
    assert organisaatio.get_organisaatio(SCHOOL) == school
    assert len(calls) == 2
    clock[0] += 29  # nobody waits for the same time-out again so soon
    assert organisaatio.get_organisaatio(SCHOOL) == school
    assert len(calls) == 2
    clock[0] += 2
    with pytest.raises(errors.OrganisaatioUnavailable):
        organisaatio.get_organisaatio(SCHOOL)


def test_person_is_never_older_than_a_quarter_of_an_hour(opintopolku, clock):
    oppijanumerorekisteri.get_henkilo(LEMPI)
    opintopolku.set_fault("onr", "timeout")

    clock[0] += 899
    assert known(oppijanumerorekisteri.get_henkilo(LEMPI)).oid == LEMPI
    clock[0] += 2
    with pytest.raises(errors.OppijanumerorekisteriUnavailable):
        oppijanumerorekisteri.get_henkilo(LEMPI)


def test_unknown_is_not_kept(calls):
    organisaatio.get_organisaatio("1.2.246.562.10.99999999999")
    organisaatio.get_organisaatio("1.2.246.562.10.99999999999")

    assert len(calls) == 2


def test_least_recently_used_makes_room():
    cache: TtlCache[str] = TtlCache(ttl=60, size=2)
    fetched = []

    def value(key):
        def fetch():
            fetched.append(key)
            return key.upper()

        return cache.get(key, fetch)

    assert [value(key) for key in "abacab"] == ["A", "B", "A", "C", "A", "B"]
    assert "".join(fetched) == "abcb"


def test_other_errors_are_not_papered_over(clock):
    cache: TtlCache[float] = TtlCache(ttl=1, size=1, stale=100)
    cache.get("a", lambda: 1)
    clock[0] += 2

    with pytest.raises(ZeroDivisionError):
        cache.get("a", lambda: 1 / 0)
