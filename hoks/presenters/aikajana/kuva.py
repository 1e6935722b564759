"""The timeline of a plan: pure geometry, from parts with dates to bars with coordinates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import NamedTuple

from hoks.presenters.aikajana.asteikko import Asteikko, Merkki, first_of_month, last_of_month
from hoks.presenters.aikajana.palkit import LANE, TOP, Jakso, Laji, Palkki, Rajat, Vali, draw_bars

LABELS, WIDTH = 240.0, 960.0  # the column of names, and what is right of it
SMALL = 720.0  # the width of the picture of one part
HEADING = 24.0  # of a group of rows
ABOVE, BELOW = 34.0, 20.0
TODAY = 25.0  # half of the word below today's line
NEAR = dt.timedelta(days=365)  # today is drawn only if the plan is about now


class Lahde(NamedTuple):
    """What becomes a row: a part or a study of support. Rows of one kind and unit are a group."""

    nimi: str
    jaksot: Sequence[Jakso]
    laji: str = ""
    ylaosa: str = ""
    ankkuri: str = ""
    tila: str = ""


@dataclass(frozen=True)
class Rivi:
    """A part of the plan and its bars, on as many lanes as they need.

    Above the first row of a group there is its heading, which is not counted in `y` and `korkeus`.
    """

    lahde: Lahde
    y: float
    korkeus: float
    palkit: tuple[Palkki, ...]
    is_ensimmainen: bool = False

    @property
    def nimi(self) -> str:
        """The name of the part."""
        return self.lahde.nimi


@dataclass(frozen=True)
class Raja:
    """A day that is marked: where the study right begins or ends, or all was reached."""

    laji: str
    paiva: dt.date
    x: float


@dataclass(frozen=True)
class Aikajana:
    """All that is drawn."""

    alku: dt.date
    loppu: dt.date
    rivit: tuple[Rivi, ...]
    asteikko: tuple[Merkki, ...]
    tanaan: float | None
    leveys: float
    korkeus: float
    rajat: tuple[Raja, ...]
    ilman_aikaa: tuple[str, ...]  # names of the parts that have no dates

    @property
    def koko(self) -> float:
        """The height of the picture, its scale above and the word for today below included."""
        return self.korkeus + ABOVE + BELOW

    @property
    def is_tanaan_lopussa(self) -> bool:
        """Whether the word for today has no room right of its line."""
        return self.tanaan is not None and self.tanaan > self.leveys - TODAY

    @property
    def palkit(self) -> list[Palkki]:
        """Every bar, row by row."""
        return [palkki for rivi in self.rivit for palkki in rivi.palkit]

    @property
    def lajit(self) -> list[str]:
        """What there is in it to be explained."""
        bars = self.palkit
        kinds = {bar.jakso.laji for bar in bars}
        others = {
            "tauko": any(bar.tauot for bar in bars),
            "ymparisto": any(bar.viivat for bar in bars),
            "jatkuu": any(bar.jatkuu for bar in bars),
            "ulkona": any(bar.ulkona for bar in bars),
        }
        return [laji for laji in Laji if laji in kinds] + [key for key, on in others.items() if on]


def draw(
    lahteet: Iterable[Lahde],
    today: dt.date,
    rajat: Rajat = MappingProxyType({}),
    *,
    width: float = WIDTH,
    labels: float = LABELS,
    ikkuna: Vali | None = None,
) -> Aikajana | None:
    """The timeline of parts, each with its periods; None when nothing has dates.

    `rajat` are days that are marked on it, by what they are; those of the study right also tell
    which periods are outside it. `ikkuna` leaves out all that is not between two days.
    """
    sources = list(lahteet)
    days = [day for source in sources for j in source.jaksot for day in (j.alku, j.loppu)]
    if not days:
        return None
    marked = {laji: day for laji, day in rajat.items() if day}
    is_now = min(days) - today <= NEAR and today - max(days) <= NEAR
    days += [*marked.values(), *([today] if is_now else [])]
    alku, loppu = ikkuna or (first_of_month(min(days)), last_of_month(max(days)))
    scale = Asteikko(alku, loppu, labels, width)
    rows = tuple(_rows(sources, scale, marked))
    return Aikajana(
        alku,
        loppu,
        rows,
        tuple(scale.ticks()),
        scale.x(today) if is_now and alku <= today <= loppu else None,
        labels + width,
        rows[-1].y + rows[-1].korkeus if rows else 0.0,
        tuple(
            Raja(laji, day, scale.x(day, 1 if laji == "loppu" else 0))
            for laji, day in marked.items()
            if alku <= day <= loppu
        ),
        tuple(source.nimi for source in sources if not source.jaksot),
    )


def draw_small(
    jaksot: Sequence[Jakso], today: dt.date, rajat: Rajat, vali: Vali
) -> Aikajana | None:
    """The periods of one part alone, without its name, on a scale of the whole plan, in years."""
    drawn = draw([Lahde("", jaksot)], today, rajat, width=SMALL, labels=0, ikkuna=vali)
    return drawn and replace(drawn, asteikko=tuple(m for m in drawn.asteikko if m.vuosi))


def _rows(sources: Iterable[Lahde], scale: Asteikko, rajat: Rajat) -> Iterator[Rivi]:
    """A row of each part that has something on the scale; no headings where all is one group."""
    drawn = [(source, draw_bars(source.jaksot, scale, rajat)) for source in sources]
    drawn = [(source, bars) for source, bars in drawn if bars]
    is_grouped = len({_group(source) for source, _ in drawn}) > 1
    y, before = 0.0, None
    for source, bars in drawn:
        is_first = is_grouped and _group(source) != before
        y += HEADING if is_first else 0
        height = TOP + LANE * (1 + max(bar.rata for bar in bars))
        yield Rivi(source, y, height, bars, is_first)
        y, before = y + height, _group(source)


def _group(source: Lahde) -> tuple[str, str]:
    return source.laji, source.ylaosa
