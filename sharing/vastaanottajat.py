"""To whom a part may be shared on legal ground: those whom the plan itself names for it."""

from typing import Any, NamedTuple

from sharing.models import ModuulinTyyppi, Peruste, Rooli
from sharing.sisalto import NAYTOT, TAVAT, Kohde

Document = dict[str, Any]
PERUSTEET = {Rooli.OHJAAJA: Peruste.OHJAAJA, Rooli.ARVIOIJA: Peruste.ARVIOIJA}


class Nimetty(NamedTuple):
    """A person named in the part: who guides the learning at work, or assesses for working life."""

    rooli: Rooli
    nimi: str
    organisaatio: str
    sahkoposti: str  # empty where the plan tells none


def list_nimetyt(kohde: Kohde) -> list[Nimetty]:
    """Those named in the part, each once."""
    whole = kohde.moduuli_tyyppi is ModuulinTyyppi.OSA
    tavat = kohde.osa.get(TAVAT) or () if whole else ()
    naytot = kohde.osa.get(NAYTOT) or () if whole else ()
    if kohde.moduuli_tyyppi is ModuulinTyyppi.TAPA:
        tavat = (kohde.moduuli,)
    if kohde.moduuli_tyyppi is ModuulinTyyppi.NAYTTO:
        naytot = (kohde.moduuli,)
    found = [n for tapa in tavat for n in _ohjaaja(tapa)]
    found += [n for naytto in naytot for n in _arvioijat(naytto)]
    return list(dict.fromkeys(found))


def find_nimetty(kohde: Kohde, rooli: str, nimi: str) -> Nimetty | None:
    """The person of that name and role in the part."""
    wanted = _plain(nimi)
    return next(
        (n for n in list_nimetyt(kohde) if n.rooli == rooli and _plain(n.nimi) == wanted), None
    )


def _plain(nimi: str) -> str:
    return " ".join(nimi.split()).casefold()


def _ohjaaja(tapa: Document) -> list[Nimetty]:
    koulutus = tapa.get("tyopaikalla-jarjestettava-koulutus")
    if not koulutus:
        return []
    ohjaaja = koulutus.get("vastuullinen-tyopaikka-ohjaaja") or {}
    if not ohjaaja.get("nimi"):
        return []
    where = koulutus.get("tyopaikan-nimi") or ""
    return [Nimetty(Rooli.OHJAAJA, ohjaaja["nimi"], where, ohjaaja.get("sahkoposti") or "")]


def _arvioijat(naytto: Document) -> list[Nimetty]:
    return [
        Nimetty(Rooli.ARVIOIJA, a["nimi"], (a.get("organisaatio") or {}).get("nimi") or "", "")
        for a in naytto.get("tyoelama-osaamisen-arvioijat") or ()
        if a.get("nimi")
    ]
