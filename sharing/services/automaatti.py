"""A school's own setting: workplace periods are shared with their instructors some days ahead."""

import datetime as dt

from django.db import IntegrityError, transaction

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja
from ehoks.common.dates import now, today
from ehoks.integrations.viestinvalitys import is_address
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks import access
from hoks.models import OsaamisenHankkimistapa
from hoks.services import read
from sharing.errors import JakoRefused, NoRightToSettings
from sharing.models import Jako, Jakoasetus, Luoja, ModuulinTyyppi, Rooli
from sharing.services.jakaminen import Jakaja, Pyynto, create_jako
from sharing.sisalto import find_kohde
from sharing.vastaanottajat import list_nimetyt
from sharing.voimassaolo import suggest

DEFAULT_DAYS, MOST_DAYS = 7, 60
TASK = "jaa-automaattisesti"
_BATCH = 2_000


def get_asetus(oppilaitos_oid: str) -> Jakoasetus:
    """The school's setting; off where nobody has decided."""
    found = Jakoasetus.objects.filter(pk=oppilaitos_oid).first()
    return found or Jakoasetus(oppilaitos_oid=oppilaitos_oid, paalla=False, paivia=DEFAULT_DAYS)


def set_asetus(
    *, oppilaitos_oid: str, paalla: bool, paivia: int, kayttaja: Kayttaja, tekija: audit.Tekija
) -> None:
    """Decide for a school.

    Raises:
        NoRightToSettings: the person does not write plans in it.
    """
    if not access.may_set_sharing(kayttaja, oppilaitos_oid):
        raise NoRightToSettings
    with transaction.atomic():
        Jakoasetus.objects.update_or_create(
            oppilaitos_oid=oppilaitos_oid,
            defaults={
                "paalla": paalla,
                "paivia": min(max(0, paivia), MOST_DAYS),
                "muutettu": now(),
                "muuttaja": kayttaja.username,
            },
        )
        audit.record("share-settings", tekija, audit.Kohde(haku=oppilaitos_oid))


def share_ahead() -> int:
    """Share what begins soon in the schools that want it; how many shares were made.

    Done twice it makes nothing twice: a period is shared by itself once in its life, also when
    that share has been revoked, and not at all where somebody has shared it already.
    A person whom the register of persons says nothing about waits for another day.
    """
    made = 0
    for asetus in Jakoasetus.objects.filter(paalla=True):
        for tapa in _soon(asetus):
            made += _share(tapa)
    return made


def _soon(asetus: Jakoasetus) -> list[OsaamisenHankkimistapa]:
    here = Opiskeluoikeus.objects.filter(oppilaitos_oid=asetus.oppilaitos_oid, paattymispaiva=None)
    until = today() + dt.timedelta(days=asetus.paivia)
    found = (
        OsaamisenHankkimistapa.objects.tyopaikkajaksot()
        .filter(
            alku__range=(today(), until),
            ohjaaja_sahkoposti__isnull=False,
            hoks__deleted_at=None,
            hoks__opiskeluoikeus_oid__in=here.values("oid"),
        )
        .exclude(module_id__in=Jako.objects.values("module_id"))
        .select_related("hoks")
    )
    return list(found.order_by("alku", "pk")[:_BATCH])


def _share(tapa: OsaamisenHankkimistapa) -> int:
    """1 when it was shared; 0 when it may not be, or when somebody was faster."""
    if not access.may_know_where(tapa.hoks.oppija_oid or "", is_own=False):
        return 0  # of the protected nothing leaves by itself
    stored = read.find_stored(tapa.hoks_id)
    kohde = stored and find_kohde(stored.document, tapa.module_id)
    if not (stored and kohde) or kohde.moduuli_tyyppi is not ModuulinTyyppi.TAPA:
        return 0
    for ohjaaja in list_nimetyt(kohde):
        if not is_address(ohjaaja.sahkoposti):
            continue
        pyynto = Pyynto(
            module_id=kohde.module_id,
            aika=suggest(kohde, today()),
            rooli=Rooli.OHJAAJA,
            nimi=ohjaaja.nimi,
            sahkoposti=ohjaaja.sahkoposti,
            organisaatio=ohjaaja.organisaatio,
        )
        try:
            create_jako(stored=stored, pyynto=pyynto, jakaja=_JAKAJA)
        except (JakoRefused, IntegrityError):
            return 0
        return 1
    return 0


_JAKAJA = Jakaja(Luoja.AUTOMAATTI, None, "", audit.Tekija(kanava="automaatti", kayttaja=TASK))
