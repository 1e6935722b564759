"""Fills an empty demonstration register through the same door that information systems use."""

import datetime as dt
from collections.abc import Iterator

import orjson
from django.conf import settings

from ehoks.audit.log import Tekija
from ehoks.auth.privileges import Kayttaja, Oikeus, parse_roles
from ehoks.integrations import http
from ehoks.simulator.facts import Facts, Opiskeluoikeus
from hoks.demo.plans import write_plan
from hoks.errors import ArchivedHoksExists, HoksExists
from hoks.models import Hoks
from hoks.services.save import Asiakas, Sent, create_hoks

KANAVA = "esimerkkiaineisto"


class NotADemonstration(Exception):
    """Invented plans never get into a register that leans on the real Opintopolku."""


def seed_demo(today: dt.date) -> Iterator[tuple[int, int, bool]]:
    """Make a plan for every study right that the facts flag for it and that has none.

    Yields how many are done, how many there are, and whether this one was made now. Every plan is
    a transaction of its own: what was made before an interruption stays, the rest is made by the
    next run.

    Raises:
        NotADemonstration, or EhoksError when the service refuses a plan.
    """
    if settings.OPINTOPOLKU_URL or not settings.DEMO:
        raise NotADemonstration("Plans are made up in a demonstration only: set EHOKS_DEMO=1.")
    facts = http.simulator().facts
    oikeudet = [o for o in facts.opiskeluoikeudet.values() if o.seed]
    taken = set(
        Hoks.objects.filter(opiskeluoikeus_oid__in=[o.oid for o in oikeudet]).values_list(
            "opiskeluoikeus_oid", flat=True
        )
    )
    for done, oikeus in enumerate(oikeudet, start=1):
        yield done, len(oikeudet), oikeus.oid not in taken and _create(facts, oikeus, today)


def _create(facts: Facts, oikeus: Opiskeluoikeus, today: dt.date) -> bool:
    plan = write_plan(facts, oikeus, today)
    try:
        create_hoks(sent=Sent(orjson.dumps(plan), orjson.loads), by=_asiakas(facts, oikeus))
    except (HoksExists, ArchivedHoksExists):  # somebody was quicker
        return False
    return True


def _asiakas(facts: Facts, oikeus: Opiskeluoikeus) -> Asiakas:
    """The information system nearest to the school that may write there: the provider's, or OPH's."""
    path = facts.organisaatiot[oikeus.oppilaitos].path
    systems = [
        Kayttaja(k.oid, k.username, k.tyyppi, parse_roles(k.roles))
        for k in facts.kayttajat.values()
        if k.tyyppi == "PALVELU"
    ]
    able = [system for system in systems if system.has(Oikeus.WRITE, path)]
    nearest = min(able, key=lambda s: min(_steps(s, path)), default=None)
    if nearest is None:
        raise NotADemonstration("The facts have no service user that may write this plan.")
    return Asiakas(nearest, Tekija(KANAVA, nearest.oid, nearest.username))


def _steps(system: Kayttaja, path: tuple[str, ...]) -> Iterator[int]:
    return (path.index(r.organisaatio_oid) for r in system.roolit if r.organisaatio_oid in path)
