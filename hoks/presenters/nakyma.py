"""A plan as people read it: its parts with names, states and dates, in the order they come."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from types import MappingProxyType
from typing import Any, NamedTuple

from ehoks.common.aakkoset import to_key
from hoks.models.tyopaikkajaksot import TYOPAIKKAJAKSO
from hoks.presenters.aikajana import palkit
from hoks.presenters.aikajana.palkit import Jakso, Rajat, Vali, Ymparisto
from hoks.presenters.eteneminen import Eteneminen, Pala, find_eteneminen
from hoks.presenters.solmu import Solmu
from hoks.presenters.tila import NAYTOT, TAVAT, Tila, tila_of_koulutuksen_osa, tila_of_osa

Document = dict[str, Any]
Nimet = Mapping[str, str]

# What a common unit of prior competence may say beside its subject areas.
_OWN_FACTS = {
    "valittu-todentamisen-prosessi-koodi-uri",
    "koulutuksen-jarjestaja-oid",
    "tarkentavat-tiedot-naytto",
}
_TODENTAMINEN = "osaamisentodentamisenprosessi_"
_SUORAAN = "0001"  # recognised as it is; the others are still being assessed


class Laji(StrEnum):
    """What kind of part it is."""

    AMMATILLINEN = "ammatillinen"
    PAIKALLINEN = "paikallinen"
    OSA_ALUE = "osa-alue"
    KOULUTUKSEN_OSA = "koulutuksen-osa"


@dataclass(frozen=True)
class Tapa:
    """A way of acquiring competence."""

    tiedot: Solmu
    nimi: str
    nimet: Nimet

    @property
    def is_tyopaikalla(self) -> bool:
        """By an agreement with a workplace."""
        return self.tiedot["osaamisen_hankkimistapa_koodi_uri"] in TYOPAIKKAJAKSO

    @property
    def paikka(self) -> str:
        """Where: the workplace, or nothing."""
        koulutus = self.tiedot.get("tyopaikalla_jarjestettava_koulutus")
        return str(koulutus["tyopaikan_nimi"]) if koulutus else ""

    @property
    def jakso(self) -> Jakso:
        """Its bar on the timeline."""
        laji = palkit.Laji.TYOPAIKKA if self.is_tyopaikalla else palkit.Laji.MUU
        tauot = tuple(self._vali(x) for x in self.tiedot.get("keskeytymisajanjaksot") or ())
        ymparistot = tuple(
            Ymparisto(self.nimet.get(x["oppimisymparisto_koodi_uri"], ""), *self._vali(x))
            for x in self.tiedot.get("muut_oppimisymparistot") or ()
        )
        name = self.paikka or self.nimi
        return Jakso(laji, *self._vali(self.tiedot), name, tauot, self.nimi, ymparistot)

    def _vali(self, tiedot: Mapping[str, Any]) -> Vali:
        """Its first and last day; what is still open lasts as long as this way of learning."""
        return _day(tiedot["alku"]), _day(tiedot.get("loppu") or self.tiedot["loppu"])


@dataclass(frozen=True)
class Osa:
    """A part to acquire. Of a subject area, `ylaosa` is the common unit that it belongs to."""

    laji: Laji
    nimi: str
    tila: Tila
    tiedot: Solmu
    tavat: tuple[Tapa, ...]
    naytot: tuple[Solmu, ...]
    laajuus: Decimal | None
    ylaosa: str = ""

    @property
    def tunniste(self) -> str:
        """What a stored part is called by; empty of one that was never stored."""
        return str(self.tiedot.get("module_id") or self.tiedot.get("id") or "")

    @property
    def ankkuri(self) -> str:
        """Its place on the page."""
        return f"osa-{self.tunniste}"

    @property
    def alku(self) -> str:
        """Its first day; empty of a part without dates."""
        return min((jakso.alku.isoformat() for jakso in self.jaksot), default="")

    @property
    def loppu(self) -> str:
        """Its last day; empty of a part without dates."""
        return max((jakso.loppu.isoformat() for jakso in self.jaksot), default="")

    @cached_property
    def jaksot(self) -> tuple[Jakso, ...]:
        """Its bars on the timeline."""
        shown = [
            Jakso(palkit.Laji.NAYTTO, _day(n["alku"]), _day(n["loppu"]), _ymparisto(n))
            for n in self.naytot
        ]
        own = []
        if self.laji is Laji.KOULUTUKSEN_OSA:
            own = [Jakso(palkit.Laji.MUU, _day(self.tiedot["alku"]), _day(self.tiedot["loppu"]))]
        return (*(tapa.jakso for tapa in self.tavat), *shown, *own)


class AiempiOsa(NamedTuple):
    """A part of prior competence."""

    nimi: str
    tiedot: Solmu
    naytot: tuple[Solmu, ...]
    prosessi: str  # the last four digits of the process of recognition, or nothing
    ylaosa: str = ""
    laajuus: Decimal | None = None


@dataclass(frozen=True)
class Nakyma:
    """The whole of it. `tiedot` is the root of the document."""

    tiedot: Solmu
    nimet: Nimet
    osat: tuple[Osa, ...]
    aiemmat: tuple[AiempiOsa, ...]
    today: dt.date
    tavoite: Decimal | None = None  # the extent that is aimed at, where it is known
    vaadittavat: Collection[str] = ()  # the codes of which it is known what they require
    rajat: Rajat = field(default_factory=dict)  # when the study right begins and ends

    @cached_property
    def ryhmat(self) -> dict[Tila, list[Osa]]:
        """The parts by their state."""
        return {tila: [osa for osa in self.osat if osa.tila is tila] for tila in Tila}

    @cached_property
    def eteneminen(self) -> Eteneminen:
        """How far the plan has got."""
        done = (o.laajuus for o in self.aiemmat if o.laajuus and o.prosessi == _SUORAAN)
        parts = (Pala(osa.tila, osa.laajuus) for osa in self.osat)
        return find_eteneminen(parts, sum(done, Decimal(0)), self.tavoite)

    @cached_property
    def tunnit(self) -> Decimal:
        """Hours of teaching and guidance in all parts together."""
        hours = (osa.tiedot.get("opetus_ja_ohjaus_maara") for osa in self.osat)
        return sum((Decimal(str(hour)) for hour in hours if hour is not None), Decimal(0))

    @property
    def is_tuva(self) -> bool:
        """Preparatory education."""
        return any(osa.laji is Laji.KOULUTUKSEN_OSA for osa in self.osat)

    @cached_property
    def tulossa(self) -> list[tuple[Osa, Jakso]]:
        """What comes next: the first three periods that have not ended."""
        ahead = [(o, j) for o in self.osat for j in o.jaksot if j.loppu >= self.today]
        return sorted(ahead, key=lambda pair: (pair[1].alku, pair[1].loppu))[:3]


def build(
    document: Document,
    nimet: Nimet,
    today: dt.date,
    laajuudet: Mapping[str, Decimal] = MappingProxyType({}),
    tavoite: Decimal | None = None,
    vaadittavat: Collection[str] = (),
    rajat: Rajat = MappingProxyType({}),
) -> Nakyma:
    """The view of a stored document, given what is known of its codes, its goal and its study right."""
    codes = Koodit(nimet, laajuudet)
    osat = sorted(_osat(document, codes, today), key=lambda osa: (_ORDER[osa.laji], *_first(osa)))
    aiemmat = tuple(_aiemmat(document, codes))
    root = Solmu(document)
    return Nakyma(root, nimet, tuple(osat), aiemmat, today, tavoite, vaadittavat, rajat)


def koodi_of(tiedot: Solmu) -> str:
    """The code URI of a unit or a subject; empty of what has none."""
    return tiedot.get("tutkinnon_osa_koodi_uri") or tiedot.get("osa_alue_koodi_uri") or ""


class Koodit(NamedTuple):
    """What is known of codes: names, and extents in competence points."""

    nimet: Nimet
    laajuudet: Mapping[str, Decimal]

    def nimi(self, uri: str) -> str:
        """The name; empty of an unknown code."""
        return self.nimet.get(uri, "")


_ORDER = {laji: n for n, laji in enumerate(
    (Laji.AMMATILLINEN, Laji.PAIKALLINEN, Laji.KOULUTUKSEN_OSA, Laji.OSA_ALUE)
)}  # fmt: skip


def _first(osa: Osa) -> tuple[str, str, str]:
    """Subject areas stay with their unit; then by date, those without any last; then by name."""
    return osa.ylaosa, osa.alku or "9999", to_key(osa.nimi)


def _osat(document: Document, koodit: Koodit, today: dt.date) -> Iterator[Osa]:
    for raw in document["hankittavat-ammat-tutkinnon-osat"]:
        yield _osa(Laji.AMMATILLINEN, raw["tutkinnon-osa-koodi-uri"], raw, koodit, today)
    for raw in document["hankittavat-paikalliset-tutkinnon-osat"]:
        yield _osa(Laji.PAIKALLINEN, "", raw, koodit, today)
    for unit in document["hankittavat-yhteiset-tutkinnon-osat"]:
        above = koodit.nimi(unit["tutkinnon-osa-koodi-uri"])
        for raw in unit["osa-alueet"]:
            yield _osa(Laji.OSA_ALUE, raw["osa-alue-koodi-uri"], raw, koodit, today, above)
    for raw in document["hankittavat-koulutuksen-osat"]:
        name = koodit.nimi(raw["koulutuksen-osa-koodi-uri"])
        tila = tila_of_koulutuksen_osa(raw, today)
        yield Osa(Laji.KOULUTUKSEN_OSA, name, tila, Solmu(raw), (), (), _laajuus(raw))


def _osa(
    laji: Laji, uri: str, raw: Document, koodit: Koodit, today: dt.date, ylaosa: str = ""
) -> Osa:
    """A part that has no code has its own name and extent."""
    tavat = tuple(
        Tapa(Solmu(tapa), koodit.nimi(tapa["osaamisen-hankkimistapa-koodi-uri"]), koodit.nimet)
        for tapa in sorted(raw.get(TAVAT, ()), key=_start)
    )
    naytot = tuple(Solmu(naytto) for naytto in sorted(raw.get(NAYTOT, ()), key=_start))
    nimi = koodit.nimi(uri) if uri else raw.get("nimi", "")
    laajuus = koodit.laajuudet.get(uri) if uri else _laajuus(raw)
    return Osa(laji, nimi, tila_of_osa(raw, today), Solmu(raw), tavat, naytot, laajuus, ylaosa)


def _aiemmat(document: Document, koodit: Koodit) -> Iterator[AiempiOsa]:
    for raw in document["aiemmin-hankitut-ammat-tutkinnon-osat"]:
        yield _aiempi(raw["tutkinnon-osa-koodi-uri"], raw, koodit)
    for raw in document["aiemmin-hankitut-paikalliset-tutkinnon-osat"]:
        yield _aiempi("", raw, koodit)
    for unit in document["aiemmin-hankitut-yhteiset-tutkinnon-osat"]:
        uri = unit["tutkinnon-osa-koodi-uri"]
        if not unit["osa-alueet"] or _OWN_FACTS & {key for key, value in unit.items() if value}:
            whole = _aiempi(uri, unit, koodit)
            # the points of a unit are those of its subjects, which follow
            yield whole._replace(laajuus=None) if unit["osa-alueet"] else whole
        for raw in unit["osa-alueet"]:
            yield _aiempi(raw["osa-alue-koodi-uri"], raw, koodit, koodit.nimi(uri))


def _aiempi(uri: str, raw: Document, koodit: Koodit, ylaosa: str = "") -> AiempiOsa:
    prosessi = raw.get("valittu-todentamisen-prosessi-koodi-uri", "").removeprefix(_TODENTAMINEN)
    naytot = tuple(Solmu(naytto) for naytto in raw.get("tarkentavat-tiedot-naytto", ()))
    nimi = koodit.nimi(uri) if uri else raw.get("nimi", "")
    laajuus = koodit.laajuudet.get(uri) if uri else _laajuus(raw)
    return AiempiOsa(nimi, Solmu(raw), naytot, prosessi, ylaosa, laajuus)


def _start(raw: Document) -> tuple[str, str]:
    return raw["alku"], raw["loppu"]


def _laajuus(raw: Document) -> Decimal | None:
    return Decimal(str(raw["laajuus"])) if raw.get("laajuus") is not None else None


def _ymparisto(naytto: Solmu) -> str:
    ymparisto = naytto.get("nayttoymparisto")
    return str(ymparisto["nimi"]) if ymparisto and ymparisto.get("nimi") else ""


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
