"""ePerusteet: the names of the units that plans are made of."""

import re
from typing import Any

from ehoks.integrations import http
from ehoks.integrations.cache import DAY_SECONDS, TtlCache
from ehoks.integrations.errors import EperusteetUnavailable

EPERUSTEET = http.Service(
    "/eperusteet-service/api/external", 10, EperusteetUnavailable, at_eperusteet=True
)
_TUTKINNON_OSA = re.compile(r"tutkinnonosat_\d{1,12}", re.ASCII)
_names: TtlCache[dict[str, str] | None] = TtlCache(ttl=60 * 60, size=5_000, stale=DAY_SECONDS)


def get_tutkinnon_osan_nimi(koodi_uri: str) -> dict[str, str] | None:
    """The names of a unit by language, at most an hour old (a day, while the service is down).

    None when the unit is unknown. Raises EperusteetUnavailable.
    """
    if not _TUTKINNON_OSA.fullmatch(koodi_uri):
        return None
    return _names.get(koodi_uri, lambda: _fetch_name(koodi_uri))


def _fetch_name(koodi_uri: str) -> dict[str, str] | None:
    for peruste in _get("/perusteet", {"koodi": koodi_uri}, "data"):
        for osa in _get(f"/peruste/{_id(peruste)}", {}, "tutkinnonOsat"):
            with http.reading(EPERUSTEET):
                if osa["koodiUri"] == koodi_uri:
                    return {kieli: nimi for kieli, nimi in osa["nimi"].items() if nimi}
    return None


def _id(peruste: Any) -> int:
    with http.reading(EPERUSTEET):
        return int(peruste["id"])


def _get(path: str, query: dict[str, str], key: str) -> list[Any]:
    answer = http.get(EPERUSTEET, path, query)
    if http.is_missing(answer):
        return []
    if answer.status != 200:
        raise http.unexpected(EPERUSTEET, answer)
    with http.reading(EPERUSTEET):
        return list(http.json_of(answer)[key])
