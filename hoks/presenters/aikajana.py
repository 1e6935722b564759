"""The timeline of a plan: pure geometry, from parts with dates to bars with coordinates."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

DAY = dt.timedelta(days=1)
LABELS, WIDTH = 240.0, 960.0  # the column of names, and what is right of it
NARROWEST = 6.0  # a shorter bar could not be seen
TOP, LANE = 14.0, 22.0
ABOVE, BELOW = 34.0, 20.0
LETTER, MARGIN = 7.0, 8.0  # of a text inside a bar
NEAR = dt.timedelta(days=365)  # today is drawn only if the plan is about now
WEEKS_UP_TO, MONTHS_UP_TO = 120, 730  # days for which a scale is fine enough


class Laji(StrEnum):
    """What a bar stands for; each has a colour, a pattern and a shape of its own."""

    TYOPAIKKA = "tyopaikka"
    MUU = "muu"
    NAYTTO = "naytto"
    TUKI = "tuki"


@dataclass(frozen=True)
class Jakso:
    """Something with dates: both days are part of it. `tauot` are its interruptions."""

    laji: Laji
    alku: dt.date
    loppu: dt.date
    nimi: str = ""
    tauot: tuple[tuple[dt.date, dt.date], ...] = ()


@dataclass(frozen=True)
class Palkki:
    """A bar. `teksti` is its name where it fits inside, else empty; gaps are (x, width)."""

    jakso: Jakso
    x: float
    leveys: float
    rata: int
    teksti: str
    tauot: tuple[tuple[float, float], ...]

    @property
    def y(self) -> float:
        """Its top, from the top of its row."""
        return TOP / 2 + self.rata * LANE


@dataclass(frozen=True)
class Rivi:
    """A part of the plan: its name and its bars, on as many lanes as they need."""

    nimi: str
    y: float
    korkeus: float
    palkit: tuple[Palkki, ...]


@dataclass(frozen=True)
class Merkki:
    """A line of the scale. `teksti` is empty where a label would be one too many."""

    x: float
    teksti: str
    vuosi: str = ""


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


def draw(
    osat: Iterable[tuple[str, Sequence[Jakso]]],
    today: dt.date,
    rajat: Mapping[str, dt.date | None] = MappingProxyType({}),
    width: float = WIDTH,
) -> Aikajana | None:
    """The timeline of parts, each a name and its periods; None when nothing has dates.

    `rajat` are days that are marked on it, by what they are.
    """
    parts = list(osat)
    days = [day for _, jaksot in parts for jakso in jaksot for day in (jakso.alku, jakso.loppu)]
    if not days:
        return None
    marked = {laji: day for laji, day in rajat.items() if day}
    days += marked.values()
    is_now = min(days) - NEAR <= today <= max(days) + NEAR
    days += [today] if is_now else []
    scale = _Scale(_first_of_month(min(days)), _last_of_month(max(days)), width)
    rows = tuple(_rows(parts, scale))
    return Aikajana(
        scale.alku,
        scale.loppu,
        rows,
        tuple(_ticks(scale)),
        scale.x(today) if is_now else None,
        LABELS + width,
        sum(row.korkeus for row in rows),
        tuple(
            Raja(laji, day, scale.x(day + DAY * (laji == "loppu"))) for laji, day in marked.items()
        ),
        tuple(name for name, jaksot in parts if not jaksot),
    )


@dataclass(frozen=True)
class _Scale:
    alku: dt.date
    loppu: dt.date
    leveys: float

    @property
    def days(self) -> int:
        return (self.loppu - self.alku).days + 1

    def x(self, day: dt.date) -> float:
        """Where a day begins."""
        return LABELS + (day - self.alku).days / self.days * self.leveys

    def span(self, alku: dt.date, loppu: dt.date) -> tuple[float, float]:
        """X and width of a period, its last day included."""
        start = self.x(alku)
        return start, max(self.x(loppu + DAY) - start, NARROWEST)


def _first_of_month(day: dt.date) -> dt.date:
    return day.replace(day=1)


def _last_of_month(day: dt.date) -> dt.date:
    return (day.replace(day=28) + dt.timedelta(days=4)).replace(day=1) - DAY


def _rows(parts: Iterable[tuple[str, Sequence[Jakso]]], scale: _Scale) -> Iterator[Rivi]:
    y = 0.0
    for name, jaksot in parts:
        if jaksot:
            bars, lanes = _bars(jaksot, scale)
            height = TOP + LANE * lanes
            yield Rivi(name, y, height, bars)
            y += height


def _bars(jaksot: Sequence[Jakso], scale: _Scale) -> tuple[tuple[Palkki, ...], int]:
    """Each bar on the first lane that is free where it begins."""
    ends: list[float] = []
    bars = []
    for jakso in sorted(jaksot, key=lambda jakso: (jakso.alku, jakso.loppu)):
        x, width = scale.span(jakso.alku, jakso.loppu)
        lane = next((n for n, end in enumerate(ends) if end <= x), len(ends))
        ends[lane : lane + 1] = [x + width]
        text = jakso.nimi if width >= LETTER * len(jakso.nimi) + MARGIN else ""
        gaps = tuple(scale.span(alku, loppu) for alku, loppu in jakso.tauot)
        bars.append(Palkki(jakso, x, width, lane, text, gaps))
    return tuple(bars), len(ends)


def _ticks(scale: _Scale) -> Iterator[Merkki]:
    if scale.days <= WEEKS_UP_TO:
        yield from _weeks(scale)
        return
    step = 1 if scale.days <= MONTHS_UP_TO else 3
    day, year = scale.alku, 0
    while day <= scale.loppu:
        if (day.month - 1) % step == 0 or day == scale.alku:
            yield Merkki(scale.x(day), str(day.month), str(day.year) if day.year != year else "")
            year = day.year
        day = _last_of_month(day) + DAY


def _weeks(scale: _Scale) -> Iterator[Merkki]:
    """Mondays, every second with its date."""
    monday = scale.alku + dt.timedelta(days=-scale.alku.weekday() % 7)
    for n in range((scale.loppu - monday).days // 7 + 1):
        day = monday + n * 7 * DAY
        yield Merkki(scale.x(day), f"{day.day}.{day.month}." if n % 2 == 0 else "")
