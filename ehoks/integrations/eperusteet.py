"""ePerusteet: names, extents and requirements of the units that plans are made of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from typing import Any, TypedDict

from ehoks.integrations import http
from ehoks.integrations.cache import DAY_SECONDS, TtlCache
from ehoks.integrations.errors import EperusteetUnavailable

EPERUSTEET = http.Service(
    "/eperusteet-service/api/external", 10, EperusteetUnavailable, "EPERUSTEET_URL"
)
MOST_POINTS = 1000  # more is no extent of a unit
_TUTKINNON_OSA = re.compile(r"tutkinnonosat_\d{1,12}", re.ASCII)
_osat: TtlCache["TutkinnonOsa | None"] = TtlCache(ttl=60 * 60, size=5_000, stale=DAY_SECONDS)


class Aihe(TypedDict):
    """What is required, or judged, under one heading. Names and texts are by language.

    Each line has the grade that it is needed for; empty where there are no grades.
    """

    otsikko: dict[str, str]
    rivit: list[tuple[str, dict[str, str]]]


@dataclass(frozen=True, slots=True)
class OsaAlue:
    """A subject of a common unit: the extent of what is compulsory, and what is required."""

    laajuus: Decimal | None
    vaatimukset: list[Aihe]


@dataclass(frozen=True, slots=True)
class Peruste:
    """The requirements of a qualification: their number, its extent and their id in ePerusteet."""

    diaarinumero: str
    laajuus: Decimal | None
    eperusteet_id: int


@dataclass(frozen=True, slots=True)
class TutkinnonOsa:
    """A unit: its names by language, its extent, what is required, its subjects by code URI.

    Extents are in competence points, of preparatory education in weeks; None where ePerusteet
    tells none.
    """

    nimi: dict[str, str]
    laajuus: Decimal | None
    vaatimukset: list[Aihe]
    osa_alueet: dict[str, OsaAlue]
    peruste: Peruste


def get_tutkinnon_osa(koodi_uri: str) -> TutkinnonOsa | None:
    """What is told of a unit, at most an hour old (a day, while the service is down).

    None when the unit is unknown. Raises EperusteetUnavailable.
    """
    if not _TUTKINNON_OSA.fullmatch(koodi_uri):
        return None
    return _osat.get(koodi_uri, lambda: _fetch(koodi_uri))


def _fetch(koodi_uri: str) -> TutkinnonOsa | None:
    for peruste in _get("/perusteet", {"koodi": koodi_uri}, "data"):
        whole = _get_json(f"/peruste/{_id(peruste)}", {}) or {}
        with http.reading(EPERUSTEET):
            for osa in whole.get("tutkinnonOsat") or ():
                if osa["koodiUri"] == koodi_uri:
                    return _read(osa, whole)
    return None


def _read(osa: dict[str, Any], peruste: dict[str, Any]) -> TutkinnonOsa:
    own = str(osa["id"])
    places = (v for way in peruste["suoritustavat"] for v in way.get("tutkinnonOsat") or ())
    extents = (_points(v) for v in places if str(v.get("_tutkinnonOsa")) == own)
    areas = {
        str(area["koodi"]["uri"]): OsaAlue(
            _points(area.get("pakollisetOsaamistavoitteet") or {}), read_vaatimukset(area)
        )
        for area in osa.get("osaAlueet") or ()
        if area.get("koodi")
    }
    return TutkinnonOsa(
        {kieli: str(nimi) for kieli, nimi in osa["nimi"].items() if nimi},
        next(filter(None, extents), None),
        read_vaatimukset(osa),
        areas,
        _peruste(peruste),
    )


def _peruste(raw: dict[str, Any]) -> Peruste:
    """The newest way of doing the qualification tells its extent."""
    ways = sorted(raw["suoritustavat"], key=lambda way: way["suoritustapakoodi"] == "reformi")
    rules = ((way.get("rakenne") or {}).get("muodostumisSaanto") or {} for way in reversed(ways))
    extents = (_points({"laajuus": (rule.get("laajuus") or {}).get("minimi")}) for rule in rules)
    laajuus = next(filter(None, extents), None)
    return Peruste(str(raw.get("diaarinumero") or ""), laajuus, int(raw["id"]))


def _points(told: dict[str, Any]) -> Decimal | None:
    points = told.get("laajuus")
    is_extent = isinstance(points, int | float) and 0 < points < MOST_POINTS
    return Decimal(str(points)) if is_extent else None


# --- What is required --------------------------------------------------------------------------------

# Of the scales of ePerusteet: what a step is called; of a scale with one step, nothing.
_TASOT = {
    ("1", "1"): "",
    **{("2", str(n)): grade for n, grade in ((2, "1"), (3, "3"), (4, "5"))},
    **{("3", str(n)): str(n - 4) for n in range(5, 10)},
}
_TAG = re.compile(r"<[^>]*>")


def read_vaatimukset(osa: dict[str, Any]) -> list[Aihe]:
    """What a unit or a subject requires and how it is judged, in the forms of all times."""
    tavoitteet = osa.get("pakollisetOsaamistavoitteet") or {}
    required = osa.get("ammattitaitovaatimukset2019") or tavoitteet.get("tavoitteet")
    judged = osa.get("geneerinenArviointiasteikko") or osa.get("arviointi")
    found = [*_required(required), *_judged(judged)]
    return [aihe for aihe in found if aihe["rivit"]]


def _required(told: Any) -> Iterator[Aihe]:
    if not isinstance(told, dict):
        return
    for area in (told, *(told.get("kohdealueet") or ())):
        rows = [
            ("", _names(row.get("vaatimus") or (row.get("koodi") or {}).get("nimi")))
            for row in area.get("vaatimukset") or ()
        ]
        yield Aihe(otsikko=_names(area.get("kuvaus") or told.get("kohde")), rivit=_told(rows))


def _judged(told: Any) -> Iterator[Aihe]:
    """By grades that all units share, or subject by subject as before 2019."""
    if not isinstance(told, dict):
        return
    shared = [told] if told.get("osaamistasonKriteerit") else []
    for area in told.get("arvioinninKohdealueet") or ():
        shared += area.get("arvioinninKohteet") or ()
    for kohde in shared:
        scale = str(kohde.get("_arviointiAsteikko") or "")
        rows = [
            (_TASOT.get((scale, str(level.get("_osaamistaso"))), ""), _names(text))
            for level in kohde.get("osaamistasonKriteerit") or ()
            for text in level.get("kriteerit") or ()
        ]
        yield Aihe(otsikko=_names(kohde.get("otsikko") or kohde.get("kohde")), rivit=_told(rows))


def _told(rows: list[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    """Those that say something, lower grades first."""
    return sorted((row for row in rows if row[1]), key=lambda row: row[0])


def _names(told: Any) -> dict[str, str]:
    """Texts by language, without the markup that some of them have."""
    found = told if isinstance(told, dict) else {}
    texts = {
        kieli: " ".join(unescape(_TAG.sub(" ", str(found.get(kieli) or ""))).split())
        for kieli in ("fi", "sv", "en")
    }
    return {kieli: text for kieli, text in texts.items() if text}


# --- Asking ------------------------------------------------------------------------------------------


def _id(peruste: Any) -> int:
    with http.reading(EPERUSTEET):
        return int(peruste["id"])


def _get(path: str, query: dict[str, str], key: str) -> list[Any]:
    answer = _get_json(path, query)
    with http.reading(EPERUSTEET):
        return [] if answer is None else list(answer[key])


def _get_json(path: str, query: dict[str, str]) -> Any:
    answer = http.get(EPERUSTEET, path, query)
    if http.is_missing(answer):
        return None
    if answer.status != 200:
        raise http.unexpected(EPERUSTEET, answer)
    with http.reading(EPERUSTEET):
        return http.json_of(answer)
