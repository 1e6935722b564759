"""The bars of one row of a timeline: where each lies, what stands on it, what it has to warn of."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from hoks.presenters.aikajana.asteikko import Asteikko

NARROWEST = 6.0  # a shorter bar could not be seen
DIAMOND = 16.0  # a demonstration of one day
TOP, LANE = 14.0, 22.0
LETTER, MARGIN = 7.0, 8.0  # of a text inside a bar or beside it
GLYPH, ARROW, WARNING = 16.0, 10.0, 18.0  # what else a bar may have to hold

MERKIT = ("tauko", "ymparisto", "jatkuu", "ulkona")  # what a bar may have on it, to be explained

Vali = tuple[dt.date, dt.date]
Rajat = Mapping[str, dt.date | None]


class Laji(StrEnum):
    """What a bar stands for; each has a colour, a pattern and a shape of its own."""

    TYOPAIKKA = "tyopaikka"
    MUU = "muu"
    NAYTTO = "naytto"
    TUKI = "tuki"


class Ymparisto(NamedTuple):
    """Another place of learning during a period: a thin line under its bar."""

    nimi: str
    alku: dt.date
    loppu: dt.date


@dataclass(frozen=True)
class Jakso:
    """Something with dates: both days are part of it. `tauot` are its interruptions.

    `nimi` is what may stand on the bar: the place, or the way of learning (`tapa`).
    """

    laji: Laji
    alku: dt.date
    loppu: dt.date
    nimi: str = ""
    tauot: tuple[Vali, ...] = ()
    tapa: str = ""
    ymparistot: tuple[Ymparisto, ...] = ()

    @property
    def paikka(self) -> str:
        """Where; empty where only the way of learning is known."""
        return "" if self.nimi == self.tapa else self.nimi

    @property
    def is_vinonelio(self) -> bool:
        """A demonstration of a single day."""
        return self.laji is Laji.NAYTTO and self.alku == self.loppu


@dataclass(frozen=True)
class Palkki:
    """A bar. `teksti` is its name where there is room for it, in it or beside it.

    Gaps and thin lines are (x, width). `jatkuu` tells at which of its ends the window cut it,
    `ulkona` at which it is outside the study right.
    """

    jakso: Jakso
    x: float
    leveys: float
    rata: int = 0
    teksti: str = ""
    is_vieressa: bool = False
    tauot: tuple[tuple[float, float], ...] = ()
    viivat: tuple[tuple[float, float], ...] = ()
    jatkuu: tuple[str, ...] = ()
    ulkona: tuple[str, ...] = ()
    varoitus_x: float | None = None

    @property
    def y(self) -> float:
        """Its top, from the top of its row."""
        return TOP / 2 + self.rata * LANE

    @property
    def oikea(self) -> float:
        """Where it ends."""
        return self.x + self.leveys

    @property
    def keski(self) -> float:
        """The middle of it."""
        return self.x + self.leveys / 2

    @property
    def tila(self) -> float:
        """How wide a text in it may be, margins included."""
        arrows = ARROW * len(self.jatkuu)
        return self.leveys - arrows - (WARNING if self.ulkona else 0)

    @property
    def has_merkki(self) -> bool:
        """Whether there is room for the sign of its kind."""
        text = 0 if self.is_vieressa or not self.teksti else _width(self.teksti)
        has_sign = self.jakso.laji in (Laji.TYOPAIKKA, Laji.NAYTTO)
        free = has_sign and not self.jakso.is_vinonelio and not self.tauot
        return free and self.tila >= max(text + GLYPH, GLYPH + MARGIN)

    @property
    def merkki_x(self) -> float:
        """Where the sign begins, or the text where there is none."""
        return self.x + 5 + (ARROW if "alku" in self.jatkuu else 0)

    @property
    def teksti_x(self) -> float:
        """Where the text begins."""
        if self.is_vieressa:
            return self.ulottuu[1] + MARGIN / 2
        return self.merkki_x + (GLYPH if self.has_merkki else 0)

    @property
    def ulottuu(self) -> tuple[float, float]:
        """From where to where nothing else may be drawn on its lane."""
        ends = [(self.x, self.oikea), *((x, x + width) for x, width in self.viivat)]
        if self.varoitus_x is not None:
            ends.append((self.varoitus_x, self.varoitus_x + WARNING))
        return min(x for x, _ in ends), max(x for _, x in ends)


def draw_bars(jaksot: Sequence[Jakso], scale: Asteikko, rajat: Rajat) -> tuple[Palkki, ...]:
    """Each bar on the first lane that is free where it begins."""
    ends: list[float] = []
    bars = []
    for jakso in sorted(jaksot, key=lambda jakso: (jakso.alku, jakso.loppu)):
        bar = _bar(jakso, scale, _outside(jakso, rajat))
        if bar is None:
            continue
        x, end = bar.ulottuu
        lane = next((n for n, taken in enumerate(ends) if taken <= x), len(ends))
        ends[lane : lane + 1] = [end]
        bars.append(replace(bar, rata=lane))
    return tuple(_with_text(bar, bars, scale) for bar in bars)


def _bar(jakso: Jakso, scale: Asteikko, ulkona: tuple[str, ...]) -> Palkki | None:
    """None of a period that is not on the scale."""
    seen = scale.cut(jakso.alku, jakso.loppu)
    if seen is None:
        return None
    x, width = scale.around(*seen, DIAMOND) if jakso.is_vinonelio else scale.span(*seen, NARROWEST)
    ends = [("alku", seen[0] != jakso.alku), ("loppu", seen[1] != jakso.loppu)]
    cut = tuple(end for end, is_cut in ends if is_cut)
    return Palkki(
        jakso,
        x,
        width,
        tauot=tuple(_spans(jakso.tauot, scale)),
        viivat=tuple(_spans([line[1:] for line in jakso.ymparistot], scale)),
        jatkuu=cut,
        ulkona=ulkona,
        varoitus_x=_warning(x, width, cut, scale) if ulkona else None,
    )


def _spans(periods: Iterable[Vali], scale: Asteikko) -> Iterator[tuple[float, float]]:
    for alku, loppu in periods:
        seen = scale.cut(alku, loppu)
        if seen:
            yield scale.span(*seen, NARROWEST)


def _outside(jakso: Jakso, rajat: Rajat) -> tuple[str, ...]:
    """At which ends a period goes over the study right; none where its day is not known."""
    alku, loppu = rajat.get("alku"), rajat.get("loppu")
    over = [("alku", alku and jakso.alku < alku), ("loppu", loppu and jakso.loppu > loppu)]
    return tuple(end for end, is_over in over if is_over)


def _warning(x: float, width: float, cut: tuple[str, ...], scale: Asteikko) -> float:
    """Where the sign of warning begins: at the end of a wide bar, beside a narrow one."""
    if width >= 2 * WARNING + ARROW:
        return x + width - WARNING - (ARROW if "loppu" in cut else 0)
    return x + width if x + width + WARNING <= scale.oikea else x - WARNING


def _with_text(bar: Palkki, bars: Iterable[Palkki], scale: Asteikko) -> Palkki:
    """The name in a plain bar that is wide enough, else beside it where there is room, else none."""
    name = bar.jakso.nimi
    is_plain = bar.jakso.laji in (Laji.TYOPAIKKA, Laji.NAYTTO) and not bar.tauot
    if is_plain and not bar.jakso.is_vinonelio and bar.tila >= _width(name):
        return replace(bar, teksti=name)
    end = bar.ulottuu[1]
    after = [b.ulottuu[0] for b in bars if b.rata == bar.rata and b.ulottuu[0] >= end]
    room = min(after, default=scale.oikea) - end
    return replace(bar, teksti=name, is_vieressa=True) if name and room >= _width(name) else bar


def _width(text: str) -> float:
    return LETTER * len(text) + MARGIN
