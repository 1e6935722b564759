"""School years, and which of them a timeline is limited to."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from hoks.presenters.aikajana.asteikko import DAY
from hoks.presenters.aikajana.palkit import Jakso, Vali

FIRST_MONTH = 8  # a school year begins with August
_EARLIEST, _LATEST = 1900, 2999  # the years that can be asked for


@dataclass(frozen=True, order=True)
class Lukuvuosi:
    """A school year, by the year in which it begins."""

    vuosi: int

    @classmethod
    def of(cls, day: dt.date) -> Self:
        """The one that a day belongs to."""
        return cls(day.year - (day.month < FIRST_MONTH))

    @property
    def vali(self) -> Vali:
        """Its first and its last day."""
        first, next_ = (dt.date(year, FIRST_MONTH, 1) for year in (self.vuosi, self.vuosi + 1))
        return first, next_ - DAY

    @property
    def nimi(self) -> str:
        """`2024–2025`."""
        return f"{self.vuosi}–{self.vuosi + 1}"


def read(asked: Mapping[str, str], today: dt.date) -> Lukuvuosi | None:
    """The school year that an address asks for; None of the whole plan, or of what makes no sense.

    `alku` is a year or a day; without it, the school year of today is meant.
    """
    if asked.get("nakyma") != "lukuvuosi":
        return None
    alku = asked.get("alku", "")
    found = _year(alku) if alku else Lukuvuosi.of(today)
    return found if found and _EARLIEST <= found.vuosi <= _LATEST else None


def _year(text: str) -> Lukuvuosi | None:
    if re.fullmatch("[0-9]{4}", text):
        return Lukuvuosi(int(text))
    if not re.fullmatch("[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    try:
        return Lukuvuosi.of(dt.date.fromisoformat(text))
    except ValueError:
        return None


def find_beside(
    jaksot: Iterable[Jakso], vuosi: Lukuvuosi
) -> tuple[Lukuvuosi | None, Lukuvuosi | None]:
    """The nearest years before and after that have something in them."""
    years = [(Lukuvuosi.of(j.alku).vuosi, Lukuvuosi.of(j.loppu).vuosi) for j in jaksot]
    before = [min(last, vuosi.vuosi - 1) for first, last in years if first < vuosi.vuosi]
    after = [max(first, vuosi.vuosi + 1) for first, last in years if last > vuosi.vuosi]
    return _at(max(before, default=None)), _at(min(after, default=None))


def find_nearest(jaksot: Iterable[Jakso], today: dt.date) -> Lukuvuosi | None:
    """The school year of today if it has something in it, else the nearest that has."""
    now, found = Lukuvuosi.of(today), list(jaksot)
    if any(Lukuvuosi.of(j.alku) <= now <= Lukuvuosi.of(j.loppu) for j in found):
        return now
    beside = [year for year in find_beside(found, now) if year]
    return min(beside, key=lambda year: abs(year.vuosi - now.vuosi), default=None)


def _at(vuosi: int | None) -> Lukuvuosi | None:
    return Lukuvuosi(vuosi) if vuosi is not None and _EARLIEST <= vuosi <= _LATEST else None
