"""Dates of invented plans: terms cut into school weeks, never outside the study right."""

import datetime as dt
from itertools import pairwise
from typing import NamedTuple


class Jakso(NamedTuple):
    """From a day to a day, both included."""

    alku: dt.date
    loppu: dt.date

    def cut(self, start: float, end: float) -> "Jakso":
        """The part between two shares of the whole, Monday to Friday where there is room."""
        days = (self.loppu - self.alku).days
        alku = self.alku + dt.timedelta(days=round(days * start))
        loppu = self.alku + dt.timedelta(days=round(days * end))
        return Jakso(_monday(alku, loppu), _friday(alku, loppu))

    def slices(self, count: int) -> "list[Jakso]":
        """As many parts of equal length, one after the other."""
        edges = [n / count for n in range(count + 1)]
        return [self.cut(*edge) for edge in pairwise(edges)]

    def holds(self, day: dt.date) -> bool:
        """Whether the day is within."""
        return self.alku <= day <= self.loppu

    def wire(self) -> dict[str, str]:
        """As a document has it."""
        return {"alku": self.alku.isoformat(), "loppu": self.loppu.isoformat()}


def _monday(alku: dt.date, loppu: dt.date) -> dt.date:
    monday = alku + dt.timedelta(days=-alku.weekday() % 7)
    return monday if monday + dt.timedelta(days=4) <= loppu else alku


def _friday(alku: dt.date, loppu: dt.date) -> dt.date:
    friday = loppu - dt.timedelta(days=(loppu.weekday() - 4) % 7)
    return friday if friday - dt.timedelta(days=4) >= alku else loppu
