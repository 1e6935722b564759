"""Organisaatiopalvelu: organisations and what stands above them, which decides on rights."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ehoks.integrations import http
from ehoks.integrations.cache import DAY_SECONDS, TtlCache
from ehoks.integrations.errors import OrganisaatioUnavailable
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
    return Organisaatio(
        oid=oid,
        nimi=dict(raw["nimi"]),
        parent_oid=raw.get("parentOid"),
        path=(oid, *reversed(above)),
        tyypit=tuple(raw.get("tyypit") or ()),
    )
