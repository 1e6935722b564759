"""What a timeline tells in words: its name, what there is in it, what is wrong, and all as a table."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ehoks.common.vieras import compose
from ehoks.ui.templatetags.muotoilu import jakso, luettele, paiva
from hoks.presenters.aikajana.kuva import Aikajana, Rivi
from hoks.presenters.aikajana.palkit import Jakso, Laji, Palkki
from hoks.presenters.nakyma import Laji as Osalaji

_ROWS = {
    "osa": {Osalaji.AMMATILLINEN, Osalaji.PAIKALLINEN},
    "alue": {Osalaji.OSA_ALUE},
    "koulutus": {Osalaji.KOULUTUKSEN_OSA},
}
_BARS = {"tyopaikka": Laji.TYOPAIKKA, "naytto": Laji.NAYTTO}


class Taulurivi(NamedTuple):
    """A bar in words. `lisat` and `viat` are told beside its dates."""

    nimi: str
    ankkuri: str  # of the part, where it has a place of its own
    tyyppi: str
    milloin: str
    lisat: list[str]
    viat: list[str]
    paikat: list[str]
    tila: str  # in words


@dataclass(frozen=True)
class Kerronta:
    """The words about a picture, in the language of `sanat`."""

    kuva: Aikajana
    sanat: Mapping[str, str]

    @property
    def nimi(self) -> str:
        """What the picture is called."""
        alku, loppu = paiva(self.kuva.alku), paiva(self.kuva.loppu)
        return self.sanat["timeline_of"].format(alku=alku, loppu=loppu)

    @property
    def yhteenveto(self) -> str:
        """`8 tutkinnon osaa, 5 työpaikkajaksoa, 3 näyttöä, 1.8.2024 – 31.5.2026`; empty of nothing."""
        days = [day for bar in self.kuva.palkit for day in (bar.jakso.alku, bar.jakso.loppu)]
        if not days:
            return ""
        first, last = max(min(days), self.kuva.alku), min(max(days), self.kuva.loppu)
        return luettele(*self._counted(), jakso(first, last))

    def _counted(self) -> Iterator[str]:
        for key, kinds in _ROWS.items():
            yield self._count(key, sum(rivi.lahde.laji in kinds for rivi in self.kuva.rivit))
        for key, kind in _BARS.items():
            yield self._count(key, sum(bar.jakso.laji is kind for bar in self.kuva.palkit))

    def _count(self, key: str, n: int) -> str:
        one, many = self.sanat[f"n_{key}_one"], self.sanat[f"n_{key}"]
        return (one if n == 1 else many.format(n=n)) if n else ""

    @property
    def varoitus(self) -> str:
        """How many periods are outside the study right, and who corrects what; empty of none."""
        n = sum(bool(bar.ulkona) for bar in self.kuva.palkit)
        if not n:
            return ""
        told = self.sanat["warning_one"] if n == 1 else self.sanat["warning"].format(n=n)
        return f"{told} {self.sanat['warning_cure']}"

    @property
    def rivit(self) -> list[tuple[Rivi, str]]:
        """The rows of the picture, each with the heading above it, if any."""
        return [(rivi, self._group(rivi)) for rivi in self.kuva.rivit]

    @property
    def taulukko(self) -> list[Taulurivi]:
        """Every bar of the picture in words, in its order."""
        return [self._row(rivi, bar) for rivi in self.kuva.rivit for bar in rivi.palkit]

    def _row(self, rivi: Rivi, palkki: Palkki) -> Taulurivi:
        bar, source = palkki.jakso, rivi.lahde
        gaps = [f"{self.sanat['laji_tauko']} {jakso(*tauko)}" for tauko in bar.tauot]
        return Taulurivi(
            source.nimi,
            source.ankkuri,
            self._kind(bar),
            jakso(bar.alku, bar.loppu),
            gaps + [self.sanat[f"jatkuu_{end}"] for end in palkki.jatkuu],
            [self.sanat[f"ulkona_{end}"] for end in palkki.ulkona],
            _places(bar),
            self.sanat[f"one_{source.tila}"] if source.tila else "",
        )

    def _kind(self, bar: Jakso) -> str:
        """What a period is: its kind, and the way of learning where that is known."""
        kind = self.sanat[f"laji_{bar.laji}"]
        return compose("{}: {}", kind, bar.tapa) if bar.tapa else kind

    def _group(self, rivi: Rivi) -> str:
        """The heading of a group, above the first of its rows."""
        if not rivi.is_ensimmainen:
            return ""
        return rivi.lahde.ylaosa or self.sanat[f"ryhma_{rivi.lahde.laji}"]


def _places(bar: Jakso) -> list[str]:
    """Where somebody learns: the workplace or the place of the demonstration, and other places."""
    others = [compose("{} {}", nimi, jakso(alku, loppu)) for nimi, alku, loppu in bar.ymparistot]
    return [place for place in (bar.paikka, *others) if place]
