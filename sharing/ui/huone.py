"""Two rooms for the same pages: the school's, and the student's own. Each knows its ways."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.urls import reverse

from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.ovet import OPPIJA, VIRKAILIJA, Ovi
from ehoks.ui.shell import henkilo_of, henkilo_page, kayttaja_of, staff_page
from hoks import access
from hoks.services import omat, read
from hoks.services.read import StoredHoks
from sharing.models import Luoja
from sharing.services.jakaminen import Jakaja


@dataclass(frozen=True)
class Huone:
    """Whose pages, of which plan, and who is there. `tunnus` is what the plan is called here."""

    ovi: Ovi
    tunnus: str
    stored: StoredHoks
    jakaja: Jakaja

    def to(self, nimi: str, *args: object) -> str:
        """The address of another page of the room."""
        return reverse(f"{nimi}-{self.ovi.nimi}", args=[self.tunnus, *args])


def for_staff(request: HttpRequest, tunnus: str) -> Huone:
    """The plan of that external identifier, of a school where the person reads plans.

    Raises:
        PageNotFound: there is none, or it is another school's.
    """
    kayttaja = kayttaja_of(request)
    stored = read.find_by_eid(tunnus)
    if stored is None or not access.may_share(kayttaja, stored.oppilaitos_oid):
        raise PageNotFound
    tekija = access.as_reader(mark(request, kayttaja), kayttaja, stored.oppilaitos_oid)
    jakaja = Jakaja(Luoja.VIRKAILIJA, kayttaja.oid, kayttaja.username, tekija)
    return Huone(VIRKAILIJA, tunnus, stored, jakaja)


def for_student(request: HttpRequest, tunnus: str) -> Huone:
    """The person's own living plan of that handle.

    Raises:
        PageNotFound: there is none.
    """
    henkilo = henkilo_of(request)
    stored = omat.find_oma(henkilo.oid, tunnus)
    if stored is None:
        raise PageNotFound
    tekija = replace(mark(request, henkilo), peruste=access.Peruste.ITSE)
    jakaja = Jakaja(Luoja.OPPIJA, henkilo.oid, henkilo.nimi, tekija)
    return Huone(OPPIJA, tunnus, stored, jakaja)


View = Callable[..., HttpResponseBase]


def in_rooms(view: View) -> dict[str, View]:
    """The view behind both doors, by the door's name; it is given the room."""

    @staff_page
    @wraps(view)
    def virkailija(request: HttpRequest, tunnus: str, **more: Any) -> HttpResponseBase:
        return view(request, for_staff(request, tunnus), **more)

    @henkilo_page
    @wraps(view)
    def oppija(request: HttpRequest, tunnus: str, **more: Any) -> HttpResponseBase:
        return view(request, for_student(request, tunnus), **more)

    return {VIRKAILIJA.nimi: virkailija, OPPIJA.nimi: oppija}
