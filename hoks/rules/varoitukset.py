"""Warnings: what a plan may say and is still likely to be a mistake. They never refuse anything."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
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


def find_warnings(document: Document, today: dt.date) -> list[dict[str, Any]]:
    """What to look at again in a valid plan, each as a violation is told: pointer, code, texts.

    Lists may be missing or null, as they may in a body.
    """
    units = list(_units(document))
    found = [
        *future_hyvaksyminen(document, today),
        *duplicate_tunnisteet(units),
        *early_naytot(units),
        *missing_contacts(units, today),
    ]
    return [{"pointer": pointer(path), "code": c, **TEXTS[c]._asdict()} for path, c in found]


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
        end = max((tapa["loppu"] for _, tapa in unit.tavat()), default="")
        for path, naytto in unit.naytot():
            if naytto["alku"] < end:
                yield (*path, "alku"), "naytto-before-hankkiminen-ends"


def missing_contacts(units: list[_Unit], today: dt.date) -> Iterator[tuple[Path, str]]:
    """Workplace periods, as long as somebody may want to contact the instructor."""
    since = (today - CONTACT_NEEDED).isoformat()
    for path, tapa in (found for unit in units for found in unit.tavat()):
        if not is_tyopaikkajakso(tapa) or KOULUTUS not in tapa or tapa["loppu"] < since:
            continue
        ohjaaja = tapa[KOULUTUS][OHJAAJA]
        if not (ohjaaja.get("sahkoposti") or ohjaaja.get("puhelinnumero")):
            yield (*path, KOULUTUS, OHJAAJA), "missing-ohjaaja-contact"


def _units(document: Document) -> Iterator[_Unit]:
    for key in UNIT_LISTS:
        for path, osa in _items(document, (), key):
            yield _Unit(path, osa)
            for area_path, area in _items(osa, path, OSA_ALUEET):
                yield _Unit(area_path, area)


def _items(parent: Document, path: Path, key: str) -> Iterator[tuple[Path, Document]]:
    for n, child in enumerate(parent.get(key) or ()):
        yield (*path, key, n), child
