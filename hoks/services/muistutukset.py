"""Reminders by e-mail of workplace periods about to end with information missing.

They go to those who asked for them, fourteen and three days before the end; they tell how many
periods there are and where to see them, and nothing of any student.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from ehoks.common.dates import today
from ehoks.integrations.viestinvalitys import Viesti, ViestiRefused, is_address, send_viesti
from hoks.models.muistutukset import Muistutustilaus
from hoks.services.raportit import count_puutteelliset

AHEAD = (14, 3)  # days before the end of a period
VALID = dt.timedelta(days=365)
LONGEST = 200  # of an address
_DAY = dt.timedelta(days=1)


class Sanoma(NamedTuple):
    """What a reminder says."""

    otsikko: str
    sisalto: str


# Of an order and how many periods end within so many days: the words, in the order's language.
Words = Callable[[Muistutustilaus, Mapping[int, int]], Sanoma]


class NotAnAddress(Exception):
    """What was given as an e-mail address is none."""


def find_tilaus(kayttaja_oid: str, oppilaitos_oid: str) -> Muistutustilaus | None:
    """The person's order for the school, if there is one that has not run out."""
    orders = Muistutustilaus.objects.filter(paattyy__gte=today())
    return orders.filter(kayttaja_oid=kayttaja_oid, oppilaitos_oid=oppilaitos_oid).first()


def order(*, kayttaja_oid: str, oppilaitos_oid: str, sahkoposti: str, kieli: str) -> None:
    """Have reminders sent for a year from now; an order that is there is renewed.

    Raises:
        NotAnAddress: nothing was ordered.
    """
    if not is_address(sahkoposti) or len(sahkoposti) > LONGEST:
        raise NotAnAddress
    day = today()
    new = {"sahkoposti": sahkoposti, "kieli": kieli, "tilattu": day, "paattyy": day + VALID}
    Muistutustilaus.objects.update_or_create(
        kayttaja_oid=kayttaja_oid,
        oppilaitos_oid=oppilaitos_oid,
        defaults=new | {"is_hylatty": False},
        create_defaults=new | {"katsottu": day - _DAY},
    )


def cancel(*, kayttaja_oid: str, oppilaitos_oid: str) -> None:
    """No more of them; nothing happens when there is no order."""
    Muistutustilaus.objects.filter(
        kayttaja_oid=kayttaja_oid, oppilaitos_oid=oppilaitos_oid
    ).delete()


def send_reminders(words: Words) -> Iterator[bool]:
    """Send what is due today, each once however often this is called; gives which orders had any.

    Raises:
        ViestinvalitysUnavailable: some are left for the next call.
    """
    Muistutustilaus.objects.filter(paattyy__lt=today()).delete()
    due = Muistutustilaus.objects.filter(katsottu__lt=today(), is_hylatty=False)
    for tilaus in due.order_by("id"):
        yield _remind(tilaus, words)


def _remind(tilaus: Muistutustilaus, words: Words) -> bool:
    """Whether there was something to tell."""
    counts = {days: _count(tilaus, days) for days in AHEAD}
    is_due = any(counts.values())
    if is_due:
        _hand_over(tilaus, words(tilaus, counts))
    tilaus.katsottu = today()
    tilaus.save(update_fields=["katsottu", "is_hylatty"])
    return is_due


def _count(tilaus: Muistutustilaus, days: int) -> int:
    """Periods that have come so near to their end since the last look."""
    ahead = dt.timedelta(days=days)
    first = max(tilaus.katsottu + _DAY + ahead, today())
    return count_puutteelliset(tilaus.oppilaitos_oid, first, today() + ahead)


def _hand_over(tilaus: Muistutustilaus, sanoma: Sanoma) -> None:
    """A try that ended before it was noted gives the mail the same name, and it goes once."""
    name = f"jaksot-{tilaus.pk}-{tilaus.katsottu:%Y%m%d}-{today():%Y%m%d}"
    viesti = Viesti(tilaus.sahkoposti, tilaus.kieli, sanoma.otsikko, sanoma.sisalto, name)
    try:
        send_viesti(viesti)
    except ViestiRefused:
        tilaus.is_hylatty = True
