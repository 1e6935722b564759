"""How far a part of a plan has got: chosen, scheduled or done; told by its dates, never stored."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

Document = Mapping[str, Any]

NAYTOT, TAVAT = "osaamisen-osoittaminen", "osaamisen-hankkimistavat"
# A demonstration is assessed, and may be complained of, before the part is called done.
WAIT = dt.timedelta(days=14)


class Tila(StrEnum):
    """The state of a part."""

    SUUNNITELTU = "suunniteltu"
    AIKATAULUTETTU = "aikataulutettu"
    VALMIS = "valmis"


def tila_of_osa(osa: Document, today: dt.date) -> Tila:
    """Of a unit or a subject area: by its demonstrations, and by what is agreed at all.

    Learning that goes on after the last demonstration does not make the part unfinished.
    """
    naytot = osa.get(NAYTOT) or ()
    if not naytot:
        return Tila.AIKATAULUTETTU if osa.get(TAVAT) else Tila.SUUNNITELTU
    last = max(naytto["loppu"] for naytto in naytot)
    done = dt.date.fromisoformat(last) <= today - WAIT
    return Tila.VALMIS if done else Tila.AIKATAULUTETTU


def tila_of_koulutuksen_osa(osa: Document, today: dt.date) -> Tila:
    """Of a part of TUVA education, which has dates of its own and no demonstration."""
    return Tila.VALMIS if osa["loppu"] <= today.isoformat() else Tila.AIKATAULUTETTU
