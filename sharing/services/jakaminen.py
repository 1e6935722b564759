"""Sharing a part of a plan: create, extend, revoke, send again, withdraw consents."""

import datetime as dt
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace

from django.db import transaction
from procrastinate.contrib.django import app

from ehoks.audit import log as audit
from ehoks.common.dates import now, today
from ehoks.integrations.viestinvalitys import is_address
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.services.read import StoredHoks
from sharing import errors, linkki
from sharing.errors import JakoRefused
from sharing.models import Jako, Lahetys, Luoja, Peruste, Rooli, Suostumus, Syy
from sharing.sisalto import Kohde, find_kohde
from sharing.vastaanottajat import PERUSTEET, find_nimetty
from sharing.voimassaolo import Aika, find_viimeinen, last_day

LONGEST_NAME, LONGEST_MESSAGE = 200, 1000
SEND = "laheta_jako"


@dataclass(frozen=True, slots=True)
class Jakaja:
    """Who shares or ends a share, and the mark it leaves in the log."""

    luoja: Luoja
    oid: str | None
    nimi: str
    tekija: audit.Tekija

    @property
    def is_oppija(self) -> bool:
        """The student; everybody else acts for the provider."""
        return self.luoja is Luoja.OPPIJA


@dataclass(frozen=True, slots=True)
class Pyynto:
    """What is wanted: which part, for whom, from when to when.

    `suostumus` is the sentence that the student agreed to, empty where nothing was agreed.
    `sahkoposti` is empty where the link is handed over otherwise.
    """

    module_id: str
    aika: Aika
    rooli: str
    nimi: str
    sahkoposti: str = ""
    organisaatio: str = ""
    kieli: str = "fi"
    viesti: str = ""
    suostumus: str = ""

    @property
    def tidy(self) -> "Pyynto":
        """The same without what a database or a mail cannot carry, or that nobody meant."""
        return replace(
            self,
            nimi=_line(self.nimi),
            sahkoposti=_line(self.sahkoposti),
            organisaatio=_line(self.organisaatio)[:LONGEST_NAME],
            viesti=self.viesti.replace("\x00", "").strip()[:LONGEST_MESSAGE],
        )


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())


# --- Create -----------------------------------------------------------------------------------------


def find_faults(stored: StoredHoks, pyynto: Pyynto, jakaja: Jakaja) -> list[JakoRefused]:
    """Everything for which the share would be refused; empty when nothing is."""
    kohde = find_kohde(stored.document, pyynto.module_id)
    if kohde is None:
        return [errors.NoSuchPart()]
    return list(_faults(stored, kohde, pyynto.tidy, jakaja))


def _faults(
    stored: StoredHoks, kohde: Kohde, pyynto: Pyynto, jakaja: Jakaja
) -> Iterator[JakoRefused]:
    peruste = find_peruste(kohde, pyynto)
    if not jakaja.is_oppija and find_end_of_studies(stored.opiskeluoikeus_oid, today()):
        yield errors.StudiesEnded()
    yield from _faulty_recipient(pyynto)
    if peruste is Peruste.SUOSTUMUS and not jakaja.is_oppija:
        yield errors.NotNamed()
    elif peruste is Peruste.SUOSTUMUS and not pyynto.suostumus:
        yield errors.NoConsent()
    yield from faulty_days(kohde, peruste, pyynto.aika)


def _faulty_recipient(pyynto: Pyynto) -> Iterator[JakoRefused]:
    if not pyynto.nimi or len(pyynto.nimi) > LONGEST_NAME:
        yield errors.NoName()
    if pyynto.sahkoposti and not is_address(pyynto.sahkoposti):
        yield errors.BadAddress()


def faulty_days(kohde: Kohde, peruste: Peruste, aika: Aika) -> Iterator[JakoRefused]:
    """What is wrong with the days."""
    viimeinen = find_viimeinen(kohde, peruste, aika.alku)
    if aika.loppu < today():
        yield errors.EndsInPast()
    elif aika.loppu < aika.alku:
        yield errors.EndsBeforeStart()
    elif viimeinen is None:
        yield errors.NotNamed()
    elif aika.loppu > viimeinen:
        yield errors.EndsTooLate(viimeinen=paiva(viimeinen))


def find_peruste(kohde: Kohde, pyynto: Pyynto) -> Peruste:
    """On what ground this recipient may see this part."""
    named = find_nimetty(kohde, pyynto.rooli, pyynto.nimi)
    return Peruste.SUOSTUMUS if named is None else PERUSTEET[named.rooli]


def find_end_of_studies(opiskeluoikeus_oid: str, by: dt.date | None = None) -> dt.date | None:
    """The day when the study right ended, if it has (by that day)."""
    found = (
        Opiskeluoikeus.objects.filter(pk=opiskeluoikeus_oid)
        .values_list("paattymispaiva", flat=True)
        .first()
    )
    return found if found and (by is None or found < by) else None


def create_jako(*, stored: StoredHoks, pyynto: Pyynto, jakaja: Jakaja) -> Jako:
    """Share a part of the plan. The mail with the link leaves by a job of the same transaction.

    That the sharer may share of this plan is the caller's to have asked.

    Raises:
        JakoRefused: the first of `find_faults`.
    """
    pyynto = pyynto.tidy
    for fault in find_faults(stored, pyynto, jakaja):
        raise fault
    kohde = find_kohde(stored.document, pyynto.module_id)
    assert kohde is not None  # the faults would have told
    with transaction.atomic():
        jako = _insert(stored, kohde, pyynto, jakaja)
        if jako.peruste == Peruste.SUOSTUMUS:
            Suostumus.objects.create(
                jako=jako, oppija_oid=stored.oppija_oid, teksti=pyynto.suostumus, annettu=now()
            )
        audit.record("share", jakaja.tekija, _about(stored, jako))
        if jako.vastaanottaja_sahkoposti:
            send(jako)
    return jako


def _insert(stored: StoredHoks, kohde: Kohde, pyynto: Pyynto, jakaja: Jakaja) -> Jako:
    seed = linkki.new_seed()
    return Jako.objects.create(
        hoks_id=stored.id,
        osa_tyyppi=kohde.osa_tyyppi,
        osa_module_id=uuid.UUID(kohde.osa["module-id"]),
        moduuli_tyyppi=kohde.moduuli_tyyppi,
        module_id=uuid.UUID(kohde.module_id),
        voimassa_alku=pyynto.aika.alku,
        voimassa_loppu=pyynto.aika.loppu,
        peruste=find_peruste(kohde, pyynto),
        rooli=pyynto.rooli if pyynto.rooli in Rooli.values else Rooli.MUU,
        vastaanottaja_nimi=pyynto.nimi,
        vastaanottaja_sahkoposti=pyynto.sahkoposti,
        vastaanottaja_organisaatio=pyynto.organisaatio,
        kieli=pyynto.kieli,
        viesti=pyynto.viesti,
        luoja=jakaja.luoja,
        luoja_oid=jakaja.oid,
        luoja_nimi=jakaja.nimi,
        luotu=now(),
        siemen=seed,
        token_tiiviste=linkki.digest_of(linkki.token_of(seed)),
        lahetys=Lahetys.EI,
    )


def _about(stored: StoredHoks, jako: Jako) -> audit.Kohde:
    return replace(stored.kohde, haku=f"jako {jako.pk}")


# --- The mail ---------------------------------------------------------------------------------------


def send(jako: Jako) -> None:
    """Put the mail with the link in line; it leaves when the transaction has been committed."""
    jako.lahetyksia += 1
    jako.lahetys, jako.lahetys_tunniste, jako.lahetys_aika = Lahetys.JONOSSA, None, now()
    jako.save(update_fields=["lahetyksia", "lahetys", "lahetys_tunniste", "lahetys_aika"])
    app.configure_task(SEND).defer(jako_id=str(jako.pk), lahetys=jako.lahetyksia)


def resend_jako(*, stored: StoredHoks, jako: Jako, sahkoposti: str, jakaja: Jakaja) -> None:
    """Send the link again, to a corrected address where one is given.

    A link sent to another address than before is a new one, and the old one leads nowhere: it
    may have come to a stranger. Whoever has opened the share already keeps it.

    Raises:
        JakoIsOver, BadAddress.
    """
    sahkoposti = _line(sahkoposti) or jako.vastaanottaja_sahkoposti
    if not is_address(sahkoposti):
        raise errors.BadAddress
    with transaction.atomic():
        locked = _locked_open(jako)
        if sahkoposti != locked.vastaanottaja_sahkoposti:
            locked.siemen = linkki.new_seed()
            locked.token_tiiviste = linkki.digest_of(linkki.token_of(locked.siemen))
            locked.vastaanottaja_sahkoposti = sahkoposti
            locked.save(update_fields=["siemen", "token_tiiviste", "vastaanottaja_sahkoposti"])
        send(locked)
        audit.record("resend-share", jakaja.tekija, _about(stored, locked))


# --- Change and end ---------------------------------------------------------------------------------


def extend_jako(*, stored: StoredHoks, jako: Jako, loppu: dt.date, jakaja: Jakaja) -> None:
    """Give the share another last day, within the limits of a new one.

    Raises:
        JakoIsOver, EndsInPast, EndsBeforeStart, EndsTooLate, StudiesEnded, NoSuchPart,
        NotYoursToRevoke.
    """
    require_may_end(jako, jakaja)
    kohde = find_kohde(stored.document, jako.module_id)
    if kohde is None:
        raise errors.NoSuchPart
    if not jakaja.is_oppija and find_end_of_studies(stored.opiskeluoikeus_oid, today()):
        raise errors.StudiesEnded
    # a consent lasts from the day it was given: it does not grow with each extension
    for fault in faulty_days(kohde, Peruste(jako.peruste), Aika(jako.voimassa_alku, loppu)):
        raise fault
    with transaction.atomic():
        locked = _locked_open(jako)
        locked.voimassa_loppu = loppu
        locked.save(update_fields=["voimassa_loppu"])
        audit.record("extend-share", jakaja.tekija, _about(stored, locked))


def revoke_jako(*, stored: StoredHoks, jako: Jako, jakaja: Jakaja) -> None:
    """End the share at once; one that has ended stays as it is. With it goes the consent.

    Raises:
        NotYoursToRevoke: the student would end a share that the provider made.
    """
    require_may_end(jako, jakaja)
    with transaction.atomic():
        locked = Jako.objects.select_for_update().get(pk=jako.pk)
        if locked.paatetty:
            return
        own = locked.peruste == Peruste.SUOSTUMUS and jakaja.is_oppija
        end(locked, Syy.SUOSTUMUS if own else Syy.PERUTTU)
        audit.record("revoke-share", jakaja.tekija, _about(stored, locked))


def withdraw_suostumukset(*, stored: StoredHoks, jakaja: Jakaja) -> int:
    """Withdraw every consent that the student has given to shares of the plan; how many ended."""
    with transaction.atomic():
        given = Jako.objects.select_for_update().filter(
            hoks_id=stored.id, peruste=Peruste.SUOSTUMUS, paatetty=None
        )
        for jako in (found := list(given)):
            end(jako, Syy.SUOSTUMUS)
            audit.record("revoke-share", jakaja.tekija, _about(stored, jako))
    return len(found)


def end(jako: Jako, syy: Syy) -> None:
    """Mark the share as ended, and the consent behind it as withdrawn where that is why."""
    jako.paatetty, jako.paattymisen_syy = now(), syy
    jako.save(update_fields=["paatetty", "paattymisen_syy"])
    if syy is Syy.SUOSTUMUS:
        Suostumus.objects.filter(jako=jako, peruttu=None).update(peruttu=jako.paatetty)


def require_may_end(jako: Jako, jakaja: Jakaja) -> None:
    """The student ends own shares, the provider all of its school's plan.

    Raises:
        NotYoursToRevoke.
    """
    if jakaja.is_oppija and jako.luoja != Luoja.OPPIJA:
        raise errors.NotYoursToRevoke


def _locked_open(jako: Jako) -> Jako:
    found = Jako.objects.select_for_update().get(pk=jako.pk)
    if found.paatetty or last_day(found, None) < today():
        raise errors.JakoIsOver
    return found
