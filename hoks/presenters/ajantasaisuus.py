"""The picture of how late plans come: a bar for each month, a piece of it for each delay."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hoks.services.raportit import Kuukausi

NAME, WIDTH, ROW = 58, 200, 24  # where bars begin, the longest of them, and how far apart they are
_TOTAL = 40  # room for the figure after a bar


class Pala(NamedTuple):
    """The plans of one class of delay."""

    luokka: int
    x: float
    leveys: float
    maara: int


class Palkki(NamedTuple):
    """A month."""

    kuukausi: dt.date
    y: int
    yhteensa: int
    loppu: float  # where the bar ends
    palat: tuple[Pala, ...]


class Kuva(NamedTuple):
    """The bars, and how much room they take."""

    palkit: tuple[Palkki, ...]
    leveys: int
    korkeus: int


def draw(kuukaudet: Sequence[Kuukausi]) -> Kuva:
    """Bars as long as their months have plans; the longest is `WIDTH`."""
    most = max((k.yhteensa for k in kuukaudet), default=1)
    bars = tuple(_bar(k, n * ROW, WIDTH / most) for n, k in enumerate(kuukaudet))
    return Kuva(bars, NAME + WIDTH + _TOTAL, len(bars) * ROW)


def _bar(kuukausi: Kuukausi, y: int, unit: float) -> Palkki:
    end = NAME + kuukausi.yhteensa * unit
    return Palkki(kuukausi.kuukausi, y, kuukausi.yhteensa, end, tuple(_pieces(kuukausi, unit)))


def _pieces(kuukausi: Kuukausi, unit: float) -> Iterator[Pala]:
    x = float(NAME)
    for n, count in enumerate(kuukausi.luokat):
        if count:
            yield Pala(n, x, count * unit, count)
        x += count * unit
