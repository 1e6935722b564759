"""Mails: handed over once, their fate told, their outbox readable, the login there kept and renewed."""

import re

import pytest

from ehoks.integrations import cas, http, viestinvalitys
from ehoks.integrations.errors import ViestinvalitysUnavailable
from ehoks.integrations.viestinvalitys import Tila, Viesti, ViestiRefused
from tests.simulator.conftest import Caller


def _mail(avain="avain-1", sahkoposti="onni@example.org", **more):
    body = "Avaa http://127.0.0.1:8000/jako/#salaisuus & lue <b>."
    return Viesti(sahkoposti, "sv", "Delade uppgifter", body, avain, **more)


@pytest.fixture
def outbox(opintopolku):
    return Caller(opintopolku)


def test_mail_can_be_read_in_the_outbox_as_its_recipient_gets_it(outbox):
    lahetys = viestinvalitys.send_viesti(_mail("luettava"))

    listing = outbox.get("/viestit", query={"lang": "sv"}).text
    assert "Skickade meddelanden" in listing
    assert f'href="viestit/{lahetys}?lang=sv"' in listing
    page = outbox.get(f"/viestit/{lahetys}").text
    assert "Delade uppgifter" in page
    assert "onni@example.org" in page
    assert '<a href="http://127.0.0.1:8000/jako/#salaisuus">' in page
    assert "&amp; lue &lt;b&gt;." in page
    assert outbox.get("/viestit/none").status == 404


def test_same_mail_is_sent_once(opintopolku, outbox):
    first = viestinvalitys.send_viesti(_mail("kerran"))

    assert viestinvalitys.send_viesti(_mail("kerran")) == first
    assert viestinvalitys.send_viesti(_mail("toinen")) != first


def test_fate_of_a_mail():
    arrived = viestinvalitys.send_viesti(_mail("perilla"))
    returned = viestinvalitys.send_viesti(_mail("palautui", "palautuu@example.org"))

    assert viestinvalitys.get_tila(arrived) is Tila.LAHETETTY
    assert viestinvalitys.get_tila(returned) is Tila.EPAONNISTUI


@pytest.mark.parametrize("lahetys", ["none", "", "../x"])
def test_fate_of_an_unknown_mail_cannot_be_told(lahetys):
    with pytest.raises(ViestinvalitysUnavailable):
        viestinvalitys.get_tila(lahetys)


@pytest.mark.parametrize("sahkoposti", ["ei osoite", "a@b", "a@b.fi\nBcc: c@d.fi"])
def test_address_that_is_none_is_refused_for_good(sahkoposti):
    with pytest.raises(ViestiRefused):
        viestinvalitys.send_viesti(_mail("huono", sahkoposti))


def test_secret_of_the_mail_is_hidden_from_the_keepers_of_the_service(opintopolku, monkeypatch):
    seen = []
    answer = opintopolku.answer

    def noted(request):
        if request.environ["PATH_INFO"] == "/lahetys/v1/viestit":
            seen.append(request.body)
        return answer(request)

    monkeypatch.setattr(opintopolku, "answer", noted)
    with pytest.raises(ViestiRefused):  # the body has been read
        viestinvalitys.send_viesti(_mail("maski", salaisuus="salaisuus"))
    assert re.search(rb'"maskit":\[\{"salaisuus":"salaisuus","maski":"\*{8}"\}\]', seen[0])


def test_login_is_kept_and_made_anew_when_forgotten_over_there(opintopolku, calls, monkeypatch):
    viestinvalitys.send_viesti(_mail("a"))
    viestinvalitys.send_viesti(_mail("b"))
    logins = [call for call in calls if "j_spring" in call]
    assert len(logins) == 1

    http.clear_caches()
    viestinvalitys._sessions.get(viestinvalitys.VIESTINVALITYS.url, lambda: "JSESSIONID=gone")
    assert viestinvalitys.send_viesti(_mail("d"))
    assert len([call for call in calls if "j_spring" in call]) == 2


def test_without_our_own_ticket_it_is_the_mail_that_cannot_be_sent(opintopolku):
    opintopolku.set_fault("cas", "timeout")

    with pytest.raises(ViestinvalitysUnavailable):
        viestinvalitys.send_viesti(_mail("cas"))


def test_ticket_forgotten_by_cas_is_replaced(monkeypatch):
    ticket = cas.get_service_ticket
    seen = []

    def stale_once(service):
        seen.append(service)
        return "ST-stale" if len(seen) == 1 else ticket(service)

    monkeypatch.setattr(cas, "get_service_ticket", stale_once)

    assert viestinvalitys.send_viesti(_mail("lippu"))
    assert len(seen) == 2


def test_strangers_cannot_send(outbox):
    assert outbox.post("/lahetys/v1/viestit", json={}).status == 401
    assert outbox.get("/lahetys/v1/lahetykset/x/vastaanottajat").status == 401
    assert outbox.get("/lahetys/login/j_spring_cas_security_check").status == 401
