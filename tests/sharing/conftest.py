"""A plan of Aino's whose workplace period goes on today, and those who share it and see it."""

import datetime as dt
import re

import pytest

from ehoks.common.dates import today
from ehoks.integrations import http
from ehoks.ui.session import Henkilo
from hoks.models import Hoks
from hoks.services import omat, read
from sharing import linkki
from sharing.models import Jako, Luoja
from sharing.services.jakaminen import Jakaja, Pyynto, create_jako
from sharing.sisalto import list_kohteet
from sharing.voimassaolo import Aika
from tests.hoks.plans import AMMAT, NAYTOT, TAVAT, Owner, jakso, naytto, osa, paikallinen, plan
from tests.sharing.mails import tekija
from tests.simulator.conftest import Caller

AINO = Owner("1.2.246.562.24.10000000100", "1.2.246.562.15.10000000108")
OHJAAJA = Henkilo("1.2.246.562.24.10000000304", "Onni Ohjaaja")
ALKU, LOPPU = today() - dt.timedelta(days=10), today() + dt.timedelta(days=20)
SALAISUUDET = ("onni.ohjaaja@example.fi", "+358401234567", "aino.salainen@example.fi", "1618033-3")


def work(tunniste="jakso-1", alku=ALKU, loppu=LOPPU, nimi="Ohjaaja, Onni", **more):
    """A workplace period, with an instructor who can be reached."""
    found = jakso(tunniste, alku.isoformat(), loppu.isoformat(), **more)
    found["tyopaikalla-jarjestettava-koulutus"] |= {
        "vastuullinen-tyopaikka-ohjaaja": {
            "nimi": nimi,
            "sahkoposti": "onni.ohjaaja@example.fi",
            "puhelinnumero": "+358401234567",
        }
    }
    return found


def show(alku=LOPPU, **more):
    """A demonstration, with an assessor of working life."""
    found = naytto(alku.isoformat(), alku.isoformat(), "Korvapuustikeskus Ky", **more)
    arvioija = {"nimi": "Mestari, Manu", "organisaatio": {"nimi": "Leipurimestarit ry"}}
    return found | {"tyoelama-osaamisen-arvioijat": [arvioija]}


def aino_plan(*tavat, naytot=()):
    """Aino's plan: one vocational unit with these ways, and a local one of which nobody is told."""
    unit = osa("tutkinnonosat_106901", **{"olennainen-seikka": True})
    unit |= {TAVAT: list(tavat) or [work()], NAYTOT: list(naytot)}
    other = paikallinen("Salainen osa") | {TAVAT: [work("toinen", nimi="Toinen, Tuure")]}
    root = plan(AINO, sahkoposti="aino.salainen@example.fi")
    return root | {AMMAT: [unit], "hankittavat-paikalliset-tutkinnon-osat": [other]}


@pytest.fixture
def hoks(sis):
    """The plan."""
    return Hoks.objects.get(pk=sis.create(aino_plan(naytot=[show()])))


@pytest.fixture
def oppija(hoks):
    """Aino shares."""
    return Jakaja(Luoja.OPPIJA, AINO.oppija, "Aino Kalevatar", tekija("oppija"))


@pytest.fixture
def koulu(hoks):
    """The school shares."""
    return Jakaja(Luoja.VIRKAILIJA, "1.2.3", "vaino", tekija("virkailija"))


def stored(hoks):
    """The plan as services know it."""
    return read.find_by_eid(hoks.eid)


def module(hoks, laji="osaamisenhankkiminen", n=0):
    """The module id of the n-th part of that kind."""
    found = [k for k in list_kohteet(stored(hoks).document) if k.moduuli_tyyppi == laji]
    return found[n].module_id


def wanted(hoks, **more):
    """To the instructor of the period, until its end."""
    base = {
        "module_id": module(hoks),
        "aika": Aika(today(), LOPPU),
        "rooli": "ohjaaja",
        "nimi": "Ohjaaja, Onni",
        "sahkoposti": "onni@example.org",
    }
    return Pyynto(**(base | more))


@pytest.fixture
def jako(hoks, koulu):
    """The school's share of the period with its instructor."""
    return create_jako(stored=stored(hoks), pyynto=wanted(hoks), jakaja=koulu)


def link(jako):
    """The path of its link."""
    return f"/jako/{linkki.token_of(Jako.objects.get(pk=jako.pk).siemen)}/"


def tunnus(hoks):
    """What the plan is called on the student's pages."""
    return omat.tunnus_of(hoks.eid)


@pytest.fixture
def outbox(simulator):
    """The texts of the mails sent since, the newest first."""
    desk = Caller(simulator)
    before = set(re.findall(r'href="viestit/([^?]+)', desk.get("/viestit").text))

    def texts():
        ids = re.findall(r'href="viestit/([^?]+)', desk.get("/viestit").text)
        return [desk.get(f"/viestit/{own}").text for own in ids if own not in before]

    http.clear_caches()
    return texts
