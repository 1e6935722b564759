"""Mails that leave once and are followed; schools that share by themselves."""

import datetime as dt
from types import SimpleNamespace

import pytest

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import now, today
from ehoks.integrations.errors import ViestinvalitysUnavailable
from hoks.models import Hoks
from sharing import jobs
from sharing.models import Jako, Jakoasetus, Lahetys
from sharing.services import automaatti, jakaminen, lahettaminen
from sharing.services.jakaminen import create_jako
from tests.sharing.conftest import LOPPU, aino_plan, link, stored, wanted, work
from tests.sharing.mails import hand_over, tekija, waiting
from tests.staff import log_in

pytestmark = pytest.mark.django_db
SCHOOL = "1.2.246.562.10.27182818289"
DAY = dt.timedelta(days=1)


def lahetys():
    return Jako.objects.get().lahetys


@pytest.mark.parametrize(
    ("kieli", "words"),
    [("fi", "Hei Ohjaaja, Onni"), ("sv", "Hej Ohjaaja"), ("en", "Hello Ohjaaja")],
)
def test_mail_has_the_link_and_nothing_of_the_student(hoks, koulu, outbox, settings, kieli, words):
    jako = create_jako(stored=stored(hoks), pyynto=wanted(hoks, kieli=kieli), jakaja=koulu)
    assert lahetys() == Lahetys.JONOSSA
    hand_over()
    hand_over()
    (mail,) = outbox()
    assert words in mail
    assert settings.BASE_URL + link(jako) in mail
    assert "onni@example.org" in mail
    for hidden in ("Aino", "Kalevatar", "Pullapaja", "leip"):
        assert hidden not in mail
    assert lahetys() == Lahetys.ODOTTAA
    assert lahettaminen.follow() == 1
    assert lahetys() == Lahetys.LAHETETTY


def test_mail_that_bounces_is_told(hoks, koulu, simulator):
    asked = wanted(hoks, sahkoposti="palautuu@example.org")
    create_jako(stored=stored(hoks), pyynto=asked, jakaja=koulu)
    hand_over()
    lahettaminen.follow()
    assert lahetys() == Lahetys.EPAONNISTUI


def test_mail_of_a_share_that_has_been_revoked_never_leaves(hoks, koulu, jako, outbox):
    jakaminen.revoke_jako(stored=stored(hoks), jako=jako, jakaja=koulu)
    hand_over()
    assert outbox() == []


def test_of_two_sendings_only_the_newest_leaves(hoks, koulu, jako, outbox):
    jakaminen.resend_jako(stored=stored(hoks), jako=jako, sahkoposti="o@example.org", jakaja=koulu)
    hand_over()
    (mail,) = outbox()
    assert "o@example.org" in mail


def test_a_silent_mail_service_is_asked_again_and_in_the_end_given_up(jako, simulator):
    simulator.set_fault("viestinvalitys", "500")
    (args,) = waiting()
    for attempts, state in ((0, Lahetys.JONOSSA), (jobs.MOST_TRIES, Lahetys.EPAONNISTUI)):
        context = SimpleNamespace(job=SimpleNamespace(attempts=attempts))
        with pytest.raises(ViestinvalitysUnavailable):
            jobs.laheta_jako_job.func(context, **args)
        assert lahetys() == state


def test_one_silence_stops_no_other(hoks, koulu, simulator):
    for _ in range(2):
        create_jako(stored=stored(hoks), pyynto=wanted(hoks), jakaja=koulu)
    hand_over()
    first = Jako.objects.order_by("luotu")[0]
    Jako.objects.filter(pk=first.pk).update(lahetys_tunniste="unknown")
    assert lahettaminen.follow() == 1


# --- By itself ---------------------------------------------------------------------------------------


def put_on(paivia=7):
    Jakoasetus.objects.create(
        oppilaitos_oid=SCHOOL, paalla=True, paivia=paivia, muuttaja="vaino", muutettu=now()
    )


@pytest.fixture
def soon(sis):
    """A plan whose period begins in five days."""
    return Hoks.objects.get(pk=sis.create(aino_plan(work(alku=today() + 5 * DAY))))


def test_what_begins_soon_is_shared_once_with_its_instructor(soon, outbox):
    assert automaatti.share_ahead() == 0  # nobody has asked for it
    put_on()
    assert automaatti.share_ahead() == 1
    assert automaatti.share_ahead() == 0
    (jako,) = Jako.objects.all()
    assert (jako.luoja, jako.peruste) == ("automaatti", "tyopaikkaohjaaja")
    assert (jako.voimassa_alku, jako.voimassa_loppu) == (today() + 5 * DAY, LOPPU)
    assert jako.vastaanottaja_sahkoposti == "onni.ohjaaja@example.fi"
    assert AuditTapahtuma.objects.get(operaatio="share").kanava == "automaatti"
    hand_over()
    assert len(outbox()) == 1


def test_what_was_revoked_is_not_shared_again(soon, koulu_of):
    put_on()
    automaatti.share_ahead()
    jako = Jako.objects.get()
    jakaminen.revoke_jako(stored=stored(soon), jako=jako, jakaja=koulu_of)
    assert automaatti.share_ahead() == 0


@pytest.fixture
def koulu_of(db):
    return jakaminen.Jakaja(jakaminen.Luoja.VIRKAILIJA, None, "vaino", tekija("virkailija"))


@pytest.mark.parametrize("paivia", [0, 4])
def test_what_begins_later_waits(soon, paivia):
    put_on(paivia)
    assert automaatti.share_ahead() == 0


def test_of_the_protected_nothing_leaves_by_itself(soon, monkeypatch):
    put_on()
    monkeypatch.setattr("hoks.access.is_protected", lambda _: True)
    assert automaatti.share_ahead() == 0


def test_the_page_of_the_setting(db):
    address = f"/virkailija/{SCHOOL}/automaattinen-jakaminen/"
    vaino, lukija = log_in("vaino"), log_in("lukija")
    for client, status in ((vaino, 302), (lukija, 403), (log_in("ilmari"), 404)):
        assert client.get(address).status_code == (404 if status == 404 else 200)
        answer = client.post(address, {"paalla": "1", "paivia": "10"})
        assert answer.status_code == status
    asetus = Jakoasetus.objects.get()
    assert (asetus.oppilaitos_oid, asetus.paalla, asetus.paivia, asetus.muuttaja) == (
        SCHOOL, True, 10, "vaino"
    )  # fmt: skip
    for bad in ("", "61", "-1", "ä", "1.5"):
        assert vaino.post(address, {"paalla": "1", "paivia": bad}).status_code == 400
    vaino.post(address, {"paivia": "3"})
    assert Jakoasetus.objects.get().paalla is False
    assert AuditTapahtuma.objects.filter(operaatio="share-settings").count() == 2
