"""Where a day lies on a timeline, and the lines that tell which day it is."""

import calendar
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

DAY = dt.timedelta(days=1)
WEEKS_UP_TO, MONTHS_UP_TO, QUARTERS_UP_TO = 120, 730, 3653  # days for which a scale is fine enough
MOST_YEARS = 40  # that are told on a scale of years


@dataclass(frozen=True)
class Merkki:
    """A line of the scale. `teksti` is empty where a label would be one too many."""

    x: float
    teksti: str
    vuosi: str = ""


@dataclass(frozen=True)
class Asteikko:
    """The days from `alku` to `loppu`, both included, on a width right of `vasen`."""

    alku: dt.date
    loppu: dt.date
    vasen: float
    leveys: float

    @property
    def days(self) -> int:
        """How many there are."""
        return (self.loppu - self.alku).days + 1

    @property
    def oikea(self) -> float:
        """Where the last day ends."""
        return self.vasen + self.leveys

    def x(self, day: dt.date, after: int = 0) -> float:
        """Where a day begins, or one that many days `after` it."""
        return self.vasen + ((day - self.alku).days + after) / self.days * self.leveys

    def cut(self, alku: dt.date, loppu: dt.date) -> tuple[dt.date, dt.date] | None:
        """What of a period is on the scale; None when nothing is."""
        first, last = max(alku, self.alku), min(loppu, self.loppu)
        return (first, last) if first <= last else None

    def span(self, alku: dt.date, loppu: dt.date, narrowest: float) -> tuple[float, float]:
        """X and width of a period, its last day included; a short one is widened, not past the end."""
        start = self.x(alku)
        width = max(self.x(loppu, 1) - start, narrowest)
        return max(min(start, self.oikea - width), self.vasen), width

    def around(self, alku: dt.date, loppu: dt.date, narrowest: float) -> tuple[float, float]:
        """The same, but widened to both sides."""
        start = self.x(alku)
        width = self.x(loppu, 1) - start
        wide = max(width, narrowest)
        return max(min(start - (wide - width) / 2, self.oikea - wide), self.vasen), wide

    def ticks(self) -> Iterator[Merkki]:
        """The lines: weeks, months, quarters or years, as fits."""
        return self._weeks() if self.days <= WEEKS_UP_TO else self._months()

    def _weeks(self) -> Iterator[Merkki]:
        """Mondays, every second with its date."""
        told = 0
        for n, day in enumerate(range(-self.alku.weekday() % 7, self.days, 7)):
            monday = self.alku + day * DAY
            year = "" if monday.year == told else str(monday.year)
            text = f"{monday.day}.{monday.month}." if n % 2 == 0 else ""
            yield Merkki(self.x(monday), text, year)
            told = monday.year

    def _months(self) -> Iterator[Merkki]:
        step, told = self._step(), 0
        first = self.alku.year * 12 + self.alku.month - 1
        for month in range(first, self.loppu.year * 12 + self.loppu.month):
            if month % step == 0 or month == first:
                day = dt.date(month // 12, month % 12 + 1, 1)
                year = "" if day.year == told else str(day.year)
                yield Merkki(self.x(day), str(day.month) if step < 12 else "", year)
                told = day.year

    def _step(self) -> int:
        """Months between two lines."""
        if self.days <= QUARTERS_UP_TO:
            return 1 if self.days <= MONTHS_UP_TO else 3
        return 12 * (self.days // 365 // MOST_YEARS + 1)


def first_of_month(day: dt.date) -> dt.date:
    """The first day of its month."""
    return day.replace(day=1)


def last_of_month(day: dt.date) -> dt.date:
    """The last day of its month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
