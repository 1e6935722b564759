"""Reminders of periods about to end: ordered on the report, sent once when due, stopped at will."""

import datetime as dt
import uuid

import pytest

from ehoks.common.dates import today
from ehoks.integrations import http
from ehoks.integrations.errors import ViestinvalitysUnavailable
from hoks.jobs import remind_of_periods
from hoks.models import Muistutustilaus, OsaamisenHankkimistapa
from hoks.services import muistutukset
from tests.hoks.ui.test_lista import SCHOOL
from tests.hoks.ui.test_raportit import HOME, page, stored  # noqa: F401 -- a fixture
from tests.staff import log_in

pytestmark = pytest.mark.django_db
ORDER = f"{HOME}paattyvat-jaksot/muistutus/"
ADDRESS = f"vaino.{uuid.uuid4()}@example.org"  # other tests write to the same outbox


@pytest.fixture
def outbox(simulator):
    """The mails that have left for us since the test began."""
    state = vars(simulator)["_state"]

    def ours():
        return [mail for mail in state.mails() if mail.osoite == ADDRESS]

    before = len(ours())
    return lambda: ours()[: len(ours()) - before]


@pytest.fixture
def ends(stored):  # noqa: F811
    """Have the one period that lacks something end on a day so many days ahead."""
    periods = OsaamisenHankkimistapa.objects.tyopaikkajaksot()

    def set_end(days):
        last = today() + dt.timedelta(days=days)
        own = periods.filter(yksiloiva_tunniste="soon")
        assert own.update(loppu=last, ohjaaja_sahkoposti=None) == 1

    periods.exclude(yksiloiva_tunniste="soon").update(loppu=today() - dt.timedelta(days=99))
    set_end(99)
    return set_end


@pytest.fixture
def ordered(vaino, ends):
    answer = vaino.post(ORDER, {"sahkoposti": ADDRESS}, follow=True)
    assert "Muistutukset tilattiin." in answer.content.decode()
    return ends


def test_it_is_due_fourteen_and_three_days_before_and_goes_once(ordered, outbox, monkeypatch):
    end = today() + dt.timedelta(days=20)
    ordered(20)
    for days, mails in ((15, 0), (14, 1), (13, 1), (4, 1), (3, 2), (2, 2), (0, 2), (-1, 2)):
        monkeypatch.setattr(muistutukset, "today", lambda n=days: end - dt.timedelta(days=n))
        remind_of_periods.run()
        remind_of_periods.run()
        assert len(outbox()) == mails, days


def test_days_without_a_worker_are_made_up_for(ordered, outbox):
    Muistutustilaus.objects.update(katsottu=today() - dt.timedelta(days=5))
    ordered(11)
    remind_of_periods.run()
    assert len(outbox()) == 1


def test_what_lacks_nothing_is_not_reminded_of(ordered, outbox):
    ordered(14)
    OsaamisenHankkimistapa.objects.tyopaikkajaksot().update(
        ohjaaja_sahkoposti="a@b.fi", ohjaaja_puhelinnumero="1", osa_aikaisuustieto=100
    )
    remind_of_periods.run()
    assert outbox() == []


def test_the_mail_leads_to_the_report_and_names_nobody(ordered, outbox):
    ordered(3)
    remind_of_periods.run()
    (mail,) = outbox()
    text = mail.document["sisalto"]
    assert mail.osoite == ADDRESS
    assert f"/virkailija/{SCHOOL}/raportit/paattyvat-jaksot/" in text
    assert "Kalevalan ammattiopisto" in text
    assert "Lempi" not in text
    assert "1.2.246.562.24." not in text


def test_a_dead_mail_service_leaves_it_for_the_next_try(ordered, outbox, simulator):
    ordered(14)
    simulator.set_fault("viestinvalitys", "500")
    with pytest.raises(ViestinvalitysUnavailable):
        remind_of_periods.run()
    simulator.clear_faults()
    http.clear_caches()
    remind_of_periods.run()
    assert len(outbox()) == 1


def test_an_address_refused_for_good_is_told_and_not_tried_again(vaino, ordered, outbox):
    Muistutustilaus.objects.update(sahkoposti="a@b")
    ordered(14)
    remind_of_periods.run()
    assert "ei voitu lähettää" in page(vaino, "paattyvat-jaksot")
    Muistutustilaus.objects.update(katsottu=today() - dt.timedelta(days=1))
    remind_of_periods.run()
    assert outbox() == []


def test_stopping_stops_and_time_stops_too(vaino, ordered, outbox):
    assert f"osoitteeseen {ADDRESS}" in page(vaino, "paattyvat-jaksot")
    ordered(14)
    Muistutustilaus.objects.update(paattyy=today() - dt.timedelta(days=1))
    remind_of_periods.run()
    assert not Muistutustilaus.objects.exists()
    vaino.post(ORDER, {"sahkoposti": ADDRESS})
    vaino.post(ORDER, {"toiminto": "lopeta"})
    remind_of_periods.run()
    assert outbox() == []


@pytest.mark.parametrize("address", ["", "x", "a@b\nBcc: c@d.fi", f"{'a' * 250}@example.org"])
def test_what_is_no_address_is_not_taken(vaino, ends, address):
    answer = vaino.post(ORDER, {"sahkoposti": address}, follow=True)
    assert "Tarkista sähköpostiosoite" in answer.content.decode()
    assert not Muistutustilaus.objects.exists()


def test_everybody_has_an_order_of_their_own_and_only_of_own_schools(ordered):
    log_in("lukija").post(ORDER, {"toiminto": "lopeta"})
    assert Muistutustilaus.objects.count() == 1
    assert log_in("ilmari").post(ORDER, {"sahkoposti": ADDRESS}).status_code == 403
