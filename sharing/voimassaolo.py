"""How long a share may last, and how it stands on a day. Pure: dates in, verdicts out."""

import datetime as dt
from enum import StrEnum
from typing import Any, NamedTuple

from sharing.models import Jako, ModuulinTyyppi, Peruste, Syy
from sharing.sisalto import NAYTOT, TAVAT, Kohde, find_kohde

JALKEEN = dt.timedelta(days=30)  # instructors and assessors may look back this long
SUOSTUMUS_ENINTAAN = dt.timedelta(days=365)

Document = dict[str, Any]


class Tila(StrEnum):
    """How a share stands."""

    TULOSSA = "tulossa"
    VOIMASSA = "voimassa"
    VANHENTUNUT = "vanhentunut"
    PERUTTU = "peruttu"
    OSA_POISTETTU = "osa-poistettu"
    PASSIVOITU = "passivoitu"


class Aika(NamedTuple):
    """From a day to a day, both included."""

    alku: dt.date
    loppu: dt.date


def find_jakso(kohde: Kohde) -> Aika | None:
    """The days of the part itself; of a unit, of all in it; None when it has no dates."""
    parts = [kohde.moduuli]
    if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA:
        parts = [part for key in (TAVAT, NAYTOT) for part in kohde.osa.get(key) or ()]
    if not parts:
        return None
    first, last = min(p["alku"] for p in parts), max(p["loppu"] for p in parts)
    return Aika(dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def find_viimeinen(kohde: Kohde, peruste: Peruste, alku: dt.date) -> dt.date | None:
    """The last day that a share may have; None where the law gives no day at all."""
    if peruste is Peruste.SUOSTUMUS:
        return alku + SUOSTUMUS_ENINTAAN
    jakso = find_jakso(kohde)
    return jakso.loppu + JALKEEN if jakso else None


def suggest(kohde: Kohde, today: dt.date) -> Aika:
    """The days that a form offers: those of the part, but none of the past."""
    jakso = find_jakso(kohde)
    if jakso is None:
        return Aika(today, today + JALKEEN)
    alku = max(jakso.alku, today)
    latest = jakso.loppu if jakso.loppu >= alku else jakso.loppu + JALKEEN
    return Aika(alku, max(latest, alku))


def last_day(jako: Jako, opinnot_paattyivat: dt.date | None) -> dt.date:
    """The last day of a share: the provider's right to show the plan ends with the studies."""
    if jako.peruste == Peruste.SUOSTUMUS or opinnot_paattyivat is None:
        return jako.voimassa_loppu
    return min(jako.voimassa_loppu, opinnot_paattyivat)


def find_tila(
    jako: Jako,
    document: Document | None,
    *,
    passivoitu: bool,
    opinnot_paattyivat: dt.date | None,
    today: dt.date,
) -> Tila:
    """How the share stands; `document` is the plan, None where it was not read."""
    if jako.paatetty:
        return Tila.OSA_POISTETTU if jako.paattymisen_syy == Syy.OSA_POISTETTU else Tila.PERUTTU
    if today > last_day(jako, opinnot_paattyivat):
        return Tila.VANHENTUNUT
    if passivoitu:
        return Tila.PASSIVOITU
    if document is not None and not is_there(jako, document):
        return Tila.OSA_POISTETTU
    return Tila.TULOSSA if today < jako.voimassa_alku else Tila.VOIMASSA


def is_there(jako: Jako, document: Document) -> bool:
    """Whether the plan still has the part, within the unit that it was shared of."""
    kohde = find_kohde(document, jako.module_id)
    return kohde is not None and kohde.moduuli_tyyppi == jako.moduuli_tyyppi
