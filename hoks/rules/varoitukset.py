"""Warnings: what a plan may say and is still likely to be a mistake. They never refuse anything."""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Iterator, Set
from typing import Any, NamedTuple

from ehoks.common.texts import Texts
from hoks.rules.hankkimistavat import KOULUTUS, is_tyopaikkajakso
from hoks.rules.violations import pointer
from hoks.schema.compile import Path

Document = dict[str, Any]

TUNNISTE = "yksiloiva-tunniste"
HYVAKSYMINEN = "ensikertainen-hyvaksyminen"
TAVAT, NAYTOT, OSA_ALUEET = "osaamisen-hankkimistavat", "osaamisen-osoittaminen", "osa-alueet"
OHJAAJA = "vastuullinen-tyopaikka-ohjaaja"
UNIT_LISTS = (
    "hankittavat-ammat-tutkinnon-osat",
    "hankittavat-paikalliset-tutkinnon-osat",
    "hankittavat-yhteiset-tutkinnon-osat",
)
# Later than this after a period nobody contacts its instructor, and the register forgets how.
CONTACT_NEEDED = dt.timedelta(days=92)

TEXTS = {
    "duplicate-tunniste": Texts(
        "Sama yksilöivä tunniste on usealla jaksolla. Anna jokaiselle jaksolle oma tunniste, "
        "muuten jaksoja ei voi erottaa toisistaan, kun HOKSia päivitetään.",
        "Samma unika identifierare finns på flera perioder. Ge varje period en egen, annars går "
        "perioderna inte att skilja åt när planen uppdateras.",
        "Several periods have the same unique identifier. Give each its own; otherwise they "
        "cannot be told apart when the plan is updated.",
    ),
    "naytto-before-hankkiminen-ends": Texts(
        "Näyttö alkaa ennen kuin tutkinnon osan osaamisen hankkiminen päättyy. Tarkista päivät.",
        "Yrkesprovet börjar innan kunnandet i examensdelen har förvärvats. Kontrollera datumen.",
        "The demonstration begins before the competence of the unit has been acquired. Check the "
        "dates.",
    ),
    "missing-ohjaaja-contact": Texts(
        "Työpaikkaohjaajalta puuttuvat sähköposti ja puhelinnumero. Ilman kumpaakaan häneltä ei "
        "voi pyytää palautetta.",
        "Arbetsplatshandledaren saknar e-post och telefonnummer. Utan någondera kan respons inte "
        "begäras av handledaren.",
        "The workplace instructor has neither an email nor a phone number. Without either no "
        "feedback can be asked for.",
    ),
    "typed-and-transferred": Texts(
        "HOKS on syötetty käsin eHOKSiin, ja nyt sitä päivittää tietojärjestelmä. Vältä kahta "
        "tapaa yhtä aikaa: tästä lähtien HOKSia voi muuttaa vain tietojärjestelmässä.",
        "Planen har matats in för hand i ePUK, och nu uppdateras den av ett informationssystem. "
        "Undvik två sätt på samma gång: från och med nu kan planen ändras bara i "
        "informationssystemet.",
        "The HOKS was typed into eHOKS by hand, and now an information system updates it. Avoid "
        "two ways at once: from now on the HOKS can be changed in the information system only.",
    ),
    "hyvaksyminen-in-future": Texts(
        "HOKSin ensikertainen hyväksyminen on tulevaisuudessa. Tarkista päivä.",
        "Planens första godkännande ligger i framtiden. Kontrollera datumet.",
        "The first approval of the plan is in the future. Check the date.",
    ),
}


class _Unit(NamedTuple):
    """A unit, or a subject area of a common one: where competence is acquired and shown."""

    path: Path
    body: Document

    def tavat(self) -> Iterator[tuple[Path, Document]]:
        """Ways of acquiring, with their places."""
        return _items(self.body, self.path, TAVAT)

    def naytot(self) -> Iterator[tuple[Path, Document]]:
        """Demonstrations, with their places."""
        return _items(self.body, self.path, NAYTOT)


def find_warnings(
    document: object, today: dt.date, faults: Collection[Path] = ()
) -> list[dict[str, Any]]:
    """What to look at again in a plan, each as a violation is told: pointer, code, texts.

    Lists may be missing or null, as they may in a body. `faults` are the places of values that
    are refused: nothing is read there, and nobody is warned of what a refusal tells already.
    """
    on_the_way = {fault[:n] for fault in faults for n in range(len(fault) + 1)}
    readable = _without(document, frozenset(faults), on_the_way)
    units = list(_units(readable))
    found = [
        *future_hyvaksyminen(readable, today),
        *duplicate_tunnisteet(units),
        *early_naytot(units),
        *(found for found in missing_contacts(units, today) if found[0] not in on_the_way),
    ]
    return [{"pointer": pointer(path), "code": c, **TEXTS[c]._asdict()} for path, c in found]


def typed_and_transferred() -> dict[str, Any]:
    """What is said of a plan that was typed in, when an information system writes it."""
    code = "typed-and-transferred"
    return {"pointer": "/manuaalisyotto", "code": code, **TEXTS[code]._asdict()}


def future_hyvaksyminen(document: Document, today: dt.date) -> Iterator[tuple[Path, str]]:
    """A plan is approved before it is sent, not after."""
    if document.get(HYVAKSYMINEN, "") > today.isoformat():
        yield (HYVAKSYMINEN,), "hyvaksyminen-in-future"


def duplicate_tunnisteet(units: list[_Unit]) -> Iterator[tuple[Path, str]]:
    """Every period that shares its identifier with another."""
    found = [(path, tapa[TUNNISTE]) for u in units for path, tapa in u.tavat() if TUNNISTE in tapa]
    counts = Counter(tunniste for _, tunniste in found)
    for path, tunniste in found:
        if counts[tunniste] > 1:
            yield (*path, TUNNISTE), "duplicate-tunniste"


def early_naytot(units: list[_Unit]) -> Iterator[tuple[Path, str]]:
    """Demonstrations that begin before the last way of acquiring of their unit ends."""
    for unit in units:
        end = max((tapa.get("loppu", "") for _, tapa in unit.tavat()), default="")
        for path, naytto in unit.naytot():
            if "alku" in naytto and naytto["alku"] < end:
                yield (*path, "alku"), "naytto-before-hankkiminen-ends"


def missing_contacts(units: list[_Unit], today: dt.date) -> Iterator[tuple[Path, str]]:
    """Workplace periods, as long as somebody may want to contact the instructor."""
    since = (today - CONTACT_NEEDED).isoformat()
    for path, tapa in (found for unit in units for found in unit.tavat()):
        if not is_tyopaikkajakso(tapa) or tapa.get("loppu", "") < since:
            continue
        ohjaaja = tapa.get(KOULUTUS, {}).get(OHJAAJA)
        if ohjaaja is not None and not (ohjaaja.get("sahkoposti") or ohjaaja.get("puhelinnumero")):
            yield (*path, KOULUTUS, OHJAAJA), "missing-ohjaaja-contact"


def _without(value: Any, faults: Set[Path], on_the_way: Set[Path], path: Path = ()) -> Any:
    """The value without what is at fault in it; in a list an empty object keeps the place."""
    if path in faults:
        return {}
    if path not in on_the_way:
        return value
    if isinstance(value, list):
        return [_without(v, faults, on_the_way, (*path, n)) for n, v in enumerate(value)]
    below = {key: (*path, key) for key in value}
    return {
        key: _without(value[key], faults, on_the_way, place)
        for key, place in below.items()
        if place not in faults
    }


def _units(document: Document) -> Iterator[_Unit]:
    for key in UNIT_LISTS:
        for path, osa in _items(document, (), key):
            yield _Unit(path, osa)
            for area_path, area in _items(osa, path, OSA_ALUEET):
                yield _Unit(area_path, area)


def _items(parent: Document, path: Path, key: str) -> Iterator[tuple[Path, Document]]:
    for n, child in enumerate(parent.get(key) or ()):
        yield (*path, key, n), child
