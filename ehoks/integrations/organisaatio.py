"""Organisaatiopalvelu: organisations and what stands above them, which decides on rights."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ehoks.integrations import http
from ehoks.integrations.cache import DAY_SECONDS, TtlCache
from ehoks.integrations.errors import RETRY_AFTER_SECONDS, OrganisaatioUnavailable
from ehoks.integrations.tahti import Tahti
from ehoks.integrations.tunnisteet import is_oid

ORGANISAATIO = http.Service("/organisaatio-service/api", 5, OrganisaatioUnavailable)


@dataclass(frozen=True, slots=True)
class Organisaatio:
    """An organisation; `path` is its own OID first, then those of all above it."""

    oid: str
    nimi: dict[str, str]
    parent_oid: str | None
    path: tuple[str, ...]
    tyypit: tuple[str, ...]


_organisaatiot: TtlCache[Organisaatio | None] = TtlCache(
    ttl=15 * 60, size=10_000, stale=DAY_SECONDS
)


def get_organisaatio(oid: str) -> Organisaatio | None:
    """The organisation, at most 15 minutes old (a day, while the service is down); None: unknown.

    Raises OrganisaatioUnavailable.
    """
    if not is_oid(oid):
        return None
    return _organisaatiot.get(oid, lambda: _fetch(oid))


def find_organisaatiot(oids: Iterable[str]) -> list[Organisaatio]:
    """Those of the organisations that exist, in the order asked. Raises OrganisaatioUnavailable."""
    found = (get_organisaatio(oid) for oid in dict.fromkeys(oids))
    return [organisaatio for organisaatio in found if organisaatio]


# --- By name -----------------------------------------------------------------------------------------

LEAST_LETTERS = 3  # fewer find half of Finland
MOST_FOUND = 100
TAHTI = Tahti(most=120, seconds=60)
HAKU = http.Service(ORGANISAATIO.path, 3, OrganisaatioUnavailable)  # somebody waits, typing
_IN_FORCE = {"aktiiviset": "true", "suunnitellut": "false", "lakkautetut": "false"}


@dataclass(frozen=True, slots=True)
class Osuma:
    """An organisation that a search found."""

    oid: str
    nimi: dict[str, str]


_haut: TtlCache[tuple[Osuma, ...]] = TtlCache(ttl=15 * 60, size=2_000, stale=DAY_SECONDS)


def search_organisaatiot(text: str) -> tuple[Osuma, ...]:
    """Organisations in force with the text in their name, as `get_organisaatio` at most so old.

    Nothing of fewer than `LEAST_LETTERS` letters. Raises OrganisaatioUnavailable, also when this
    process has asked too often of late.
    """
    wanted = " ".join(text.lower().split())
    return _haut.get(wanted, lambda: _search(wanted)) if len(wanted) >= LEAST_LETTERS else ()


def _search(text: str) -> tuple[Osuma, ...]:
    if not TAHTI.may():
        raise OrganisaatioUnavailable("too many searches of late, or no answer to the last one")
    try:
        answer = http.get_once(HAKU, "/hae", {**_IN_FORCE, "searchStr": text})
    except OrganisaatioUnavailable:
        TAHTI.rest(RETRY_AFTER_SECONDS)
        raise
    if answer.status != 200:
        raise http.unexpected(HAKU, answer)
    with http.reading(HAKU):
        found = http.json_of(answer)["organisaatiot"][:MOST_FOUND]
        return tuple(_osuma(raw) for raw in found)


def _osuma(raw: dict[str, Any]) -> Osuma:
    nimi = {kieli: nimi for kieli, nimi in raw["nimi"].items() if nimi}
    return http.made(Osuma, oid=str(raw["oid"]), nimi=nimi)


# --- Reading -----------------------------------------------------------------------------------------


def _fetch(oid: str) -> Organisaatio | None:
    answer = http.get(ORGANISAATIO, f"/{oid}")
    if http.is_missing(answer):
        return None
    if answer.status != 200:
        raise http.unexpected(ORGANISAATIO, answer)
    with http.reading(ORGANISAATIO):
        return _organisaatio(http.json_of(answer))


def _organisaatio(raw: dict[str, Any]) -> Organisaatio:
    oid = str(raw["oid"])
    above = [step for step in (raw.get("parentOidPath") or "").split("|") if step and step != oid]
    return http.made(
        Organisaatio,
        oid=oid,
        nimi=dict(raw["nimi"]),
        parent_oid=raw.get("parentOid"),
        path=(oid, *reversed(above)),
        tyypit=tuple(raw.get("tyypit") or ()),
    )
