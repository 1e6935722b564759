"""The schools that a member of staff may choose between, and the one chosen."""

from typing import NamedTuple

from django.http import HttpRequest

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.aakkoset import to_key
from ehoks.ui.errors import NoRightHere
from hoks import access
from hoks.presenters.nimet import organisaatioiden_nimet

_CHOSEN = "oppilaitos"


class Oppilaitos(NamedTuple):
    """A school in the picker."""

    oid: str
    nimi: str


def list_oppilaitokset(kayttaja: Kayttaja, lang: str) -> list[Oppilaitos]:
    """The schools with plans that the reader may read, in alphabetical order; perhaps none."""
    oids = access.visible_oppilaitokset(kayttaja, Oikeus.READ)
    names = organisaatioiden_nimet(oids, lang)
    return sorted(
        (Oppilaitos(oid, name) for oid, name in names.items()), key=lambda own: to_key(own.nimi)
    )


def require(schools: list[Oppilaitos], oid: str) -> Oppilaitos:
    """The school of that OID, if it is among those. Raises NoRightHere."""
    for school in schools:
        if school.oid == oid:
            return school
    raise NoRightHere


def chosen(request: HttpRequest, schools: list[Oppilaitos]) -> Oppilaitos | None:
    """The one chosen last, if it may still be chosen; else the first, if there is any."""
    oid = request.session.get(_CHOSEN)
    first = schools[0] if schools else None
    return next((school for school in schools if school.oid == oid), first)


def remember(request: HttpRequest, oid: str) -> None:
    """Keep a choice for the session."""
    if request.session.get(_CHOSEN) != oid:
        request.session[_CHOSEN] = oid
