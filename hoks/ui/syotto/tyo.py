"""What every page of a draft needs: whose it is, what the law says of it, what things are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.errors import Fixer
from ehoks.common.texts import Texts
from ehoks.ui.errors import NoRightHere, PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show
from ehoks.ui.templatetags.muotoilu import aika, paiva
from hoks import access
from hoks.models import HoksLuonnos
from hoks.presenters.nimet import find_nimet, in_kieli
from hoks.services import luonnokset, read
from hoks.services.luonnokset import Arvio, Tiedot
from hoks.services.read import StoredHoks
from hoks.services.store import Asiakas
from hoks.ui.jalki import writer
from hoks.ui.syotto import virheet
from hoks.ui.syotto.sivut import Sivu
from hoks.ui.syotto.texts import SYOTTO
from hoks.ui.syotto.virheet import Virhe
from hoks.ui.texts import TAPAHTUMAT


class NoDraft(PageNotFound):
    """A draft that is gone, or somebody else's."""

    code = "draft-not-found"
    literal = "Draft not found"
    fixer = Fixer.SCHOOL
    texts = Texts(
        "Luonnosta ei ole. Se on vanhentunut, sillä luonnos säilyy 30 päivää viimeisestä "
        "muutoksesta, tai se ei kuulu sinulle. Keskeneräiset luonnoksesi löydät etusivultasi.",
        "Utkastet finns inte. Det har föråldrats, eftersom ett utkast bevaras 30 dagar från den "
        "senaste ändringen, eller så är det inte ditt. Dina oavslutade utkast hittar du från din "
        "startsida.",
        "There is no such draft. It has expired, as a draft is kept for 30 days after its last "
        "change, or it is not yours. Your unfinished drafts are found from your first page.",
    )


# The words of these pages; of differences they speak as the history of a plan does.
SANAT = TAPAHTUMAT | SYOTTO


@dataclass
class Tyo:
    """A draft that its owner has open."""

    request: HttpRequest
    luonnos: HoksLuonnos

    @property
    def kayttaja(self) -> Kayttaja:
        """Whose it is."""
        return kayttaja_of(self.request)

    @cached_property
    def kieli(self) -> str:
        """The language of the page."""
        return find_kieli(self.request)

    @property
    def by(self) -> Asiakas:
        """The owner as one who writes."""
        return writer(self.request, self.luonnos.oppilaitos_oid)

    @property
    def sisalto(self) -> dict[str, Any]:
        """The document as it stands."""
        return self.luonnos.sisalto or {}

    @cached_property
    def tiedot(self) -> Tiedot:
        """The study right."""
        return luonnokset.tiedot_of(self.luonnos)

    @cached_property
    def stored(self) -> StoredHoks | None:
        """The plan that is being changed, without its document."""
        hoks_id = self.luonnos.hoks_id
        return read.find_stored(hoks_id, with_document=False) if hoks_id else None

    @cached_property
    def arvio(self) -> Arvio:
        """What the law says."""
        return luonnokset.judge_draft(self.luonnos, self.stored)

    @cached_property
    def virheet(self) -> list[Virhe]:
        """The faults, each at its place in the draft."""
        return virheet.find_virheet(self.arvio, self.kieli)

    @cached_property
    def nimet(self) -> Mapping[str, str]:
        """Names of the codes and organisations in the draft."""
        return find_nimet([self.sisalto, self.luonnos.oppilaitos_oid], self.kieli)

    def say(self, key: str, **params: object) -> str:
        """One of the texts of these pages."""
        return SYOTTO[key].format(**params).say(self.kieli)

    def record(self, operaatio: str, koodi: str | None = None) -> None:
        """Note in the audit log that the owner looked at the draft, or what was refused."""
        kohde = audit.Kohde(
            self.luonnos.hoks_id, self.luonnos.oppija_oid, self.luonnos.opiskeluoikeus_oid
        )
        audit.record(operaatio, self.by.tekija, kohde, koodi=koodi)

    def show(self, template: str, context: Mapping[str, Any], status: int = 200) -> HttpResponse:
        """A page of the draft, with whom it is about."""
        return show(self.request, template, SANAT, self._around() | dict(context), status)

    def _around(self) -> dict[str, Any]:
        tiedot = self.tiedot
        days = (tiedot.alkamispaiva, tiedot.arvioitu_paattymispaiva)
        return {
            "luonnos": self.luonnos,
            "nimi": self.luonnos.oppija_nimi,
            "tutkinto": in_kieli(tiedot.tutkinto_nimi, self.kieli) or tiedot.tyyppi,
            "oppilaitos": self.nimet.get(self.luonnos.oppilaitos_oid or "", ""),
            "oikeuden_paivat": " – ".join(paiva(day) if day else "" for day in days),
            "tallennettu": self.say("saved_at", aika=aika(self.luonnos.paivitetty)),
            "otsikko": self.say("edit_of" if self.luonnos.hoks_id else "new"),
        }


def open_own(request: HttpRequest, tunnus: str) -> Tyo:
    """The owner's draft, one that is closed included.

    Raises:
        NoDraft: there is none, or it is somebody else's. NoRightHere: the owner may no
        longer write in its school.
    """
    try:
        luonnos = luonnokset.find_own(str(UUID(tunnus)), kayttaja_of(request))
    except ValueError:
        luonnos = None
    if luonnos is None:
        raise NoDraft
    if not access.may(kayttaja_of(request), Oikeus.WRITE, luonnos.oppilaitos_oid):
        raise NoRightHere
    return Tyo(request, luonnos)


def address_of(luonnos: HoksLuonnos, sivu: Sivu | None = None) -> str:
    """The address of a page of a draft; of the draft itself without one."""
    if sivu is None:
        return reverse("luonnos", args=[luonnos.pk])
    if sivu.laji:
        return reverse("luonnos-osa", args=[luonnos.pk, sivu.laji.nimi, sivu.numero])
    return reverse("luonnos-sivu", args=[luonnos.pk, sivu.nimi])


def read_number(text: str) -> int:
    """A small whole number that a form sent; -1 of anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else -1
