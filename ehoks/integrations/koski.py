"""Koski: the study rights on which plans rest; asked anew every time, never cached."""

import base64
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django.conf import settings

from ehoks.integrations import http
from ehoks.integrations.errors import KoskiRefused, KoskiUnavailable
from ehoks.integrations.tunnisteet import is_oid

KOSKI = http.Service("/koski/api", 15, KoskiUnavailable)
_AMMATILLINEN = frozenset(
    {
        "ammatillinentutkinto",
        "ammatillinentutkintoosittainen",
        "ammatillinentutkintoosittainenuseastatutkinnosta",
    }
)

_OSITTAINEN = "osittainen"
_PARTIAL = {"fi": "osittainen", "sv": "delvis", "en": "partial"}


@dataclass(frozen=True, slots=True)
class Opiskeluoikeus:
    """A study right. Dates are ISO strings as Koski gives them; None where Koski says nothing."""

    oid: str
    tyyppi: str
    oppilaitos_oid: str | None
    koulutustoimija_oid: str | None
    alkamispaiva: str | None
    arvioitu_paattymispaiva: str | None
    paattymispaiva: str | None
    jaksot: tuple[tuple[str, str], ...]  # (alku, tila)
    suoritustyypit: tuple[str, ...]
    sisaltyy_oid: str | None  # of purchased education: the right it is a part of, and its school
    sisaltyy_oppilaitos_oid: str | None
    tutkinto_nimi: dict[str, str]
    osaamisala_nimi: dict[str, str]
    suorituskieli: str | None
    tutkintonimike_nimi: dict[str, str] = field(default_factory=dict)
    perusteen_diaarinumero: str | None = None

    @property
    def is_osittainen(self) -> bool:
        """Whether not a whole qualification is aimed at, only some of its units."""
        return any(_OSITTAINEN in tyyppi for tyyppi in self.suoritustyypit)

    @property
    def tila(self) -> str | None:
        """The state of the period that starts last."""
        return max(self.jaksot, key=lambda jakso: jakso[0], default=("", None))[1]


def get_opiskeluoikeus(oid: str) -> Opiskeluoikeus | None:
    """The study right; None when there is none, it is voided, or the OID is malformed.

    Raises KoskiUnavailable.
    """
    if not is_oid(oid):
        return None
    answer = http.get(KOSKI, f"/opiskeluoikeus/{oid}", headers=_login())
    if answer.status == 200:
        with http.reading(KOSKI):
            return _opiskeluoikeus(http.json_of(answer))
    key = _error_key(answer)
    if _says_not_found(answer.status, key):
        return None
    raise KoskiRefused("refused", oid=oid, status=answer.status, key=key or "null")


def list_opiskeluoikeudet(oppija_oid: str) -> list[Opiskeluoikeus]:
    """All study rights of a person, an empty list when Koski knows none. Raises KoskiUnavailable."""
    return list_opiskeluoikeudet_of([oppija_oid]).get(oppija_oid, [])


def list_opiskeluoikeudet_of(oppijat: Iterable[str]) -> dict[str, list[Opiskeluoikeus]]:
    """The study rights of each of at most a thousand persons whom Koski knows, in one call.

    Raises KoskiUnavailable.
    """
    oids = [oid for oid in oppijat if is_oid(oid)]
    if not oids:
        return {}
    answer = http.post(KOSKI, f"{KOSKI.url}/sure/oids", json=oids, headers=_login())
    if answer.status != 200:
        raise http.unexpected(KOSKI, answer)
    with http.reading(KOSKI):
        return {
            str(oppija["henkilö"]["oid"]): [
                _opiskeluoikeus(document) for document in oppija["opiskeluoikeudet"]
            ]
            for oppija in http.json_of(answer)
        }


def _login() -> dict[str, str]:
    return {"Authorization": _basic(settings.SERVICE_USERNAME, settings.SERVICE_PASSWORD)}


@lru_cache(maxsize=2)
def _basic(username: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{username}:{password}".encode()).decode()


def _error_key(answer: http.Answer) -> str:
    """Koski's own code of an error, empty when the answer is not Koski's."""
    try:
        return str(http.json_of(answer)[0]["key"])
    except (ValueError, KeyError, IndexError, TypeError):
        return ""


def _says_not_found(status: int, key: str) -> bool:
    return (status == 404 and key.split(".")[0] == "notFound") or (
        status == 400 and key.startswith("badRequest.queryParam")
    )


# --- Reading ---------------------------------------------------------------------------------------


def _opiskeluoikeus(raw: dict[str, Any]) -> Opiskeluoikeus:
    suoritukset = raw["suoritukset"]
    suoritus = _main_suoritus(suoritukset)
    return http.made(
        Opiskeluoikeus,
        oid=raw["oid"],
        tyyppi=raw["tyyppi"]["koodiarvo"],
        oppilaitos_oid=_inner(raw, "oppilaitos", "oid"),
        koulutustoimija_oid=_inner(raw, "koulutustoimija", "oid"),
        alkamispaiva=http.pvm(raw.get("alkamispäivä")),
        arvioitu_paattymispaiva=http.pvm(raw.get("arvioituPäättymispäivä")),
        paattymispaiva=http.pvm(raw.get("päättymispäivä")),
        jaksot=tuple(
            (http.pvm(jakso["alku"]), jakso["tila"]["koodiarvo"])
            for jakso in raw["tila"]["opiskeluoikeusjaksot"]
        ),
        suoritustyypit=tuple(suoritus["tyyppi"]["koodiarvo"] for suoritus in suoritukset),
        sisaltyy_oid=_inner(raw, "sisältyyOpiskeluoikeuteen", "oid"),
        sisaltyy_oppilaitos_oid=_inner(_part(raw), "oppilaitos", "oid"),
        tutkinto_nimi=_tutkinto_nimi(suoritus),
        osaamisala_nimi=_osaamisala_nimi(suoritus),
        tutkintonimike_nimi=_tutkintonimike_nimi(suoritus),
        perusteen_diaarinumero=(suoritus.get("koulutusmoduuli") or {}).get("perusteenDiaarinumero"),
        suorituskieli=_inner(suoritus, "suorituskieli", "koodiarvo"),
    )


def _main_suoritus(suoritukset: list[dict[str, Any]]) -> dict[str, Any]:
    """The first vocational one; in TUVA and TELMA there is none, so simply the first."""
    ammatilliset = (s for s in suoritukset if s["tyyppi"]["koodiarvo"] in _AMMATILLINEN)
    return next(ammatilliset, suoritukset[0] if suoritukset else {})


def _part(raw: dict[str, Any]) -> dict[str, Any]:
    return raw.get("sisältyyOpiskeluoikeuteen") or {}


def _inner(raw: dict[str, Any], key: str, inner: str) -> str | None:
    value = raw.get(key)
    return value[inner] if value else None


def _tutkinto_nimi(suoritus: dict[str, Any]) -> dict[str, str]:
    """The name; of a part of a qualification it says so."""
    tunniste = (suoritus.get("koulutusmoduuli") or {}).get("tunniste") or {}
    nimi = _nimi(tunniste.get("nimi"))
    if _OSITTAINEN not in (_inner(suoritus, "tyyppi", "koodiarvo") or ""):
        return nimi
    return {
        kieli: f"{text}, {_PARTIAL[kieli]}"
        for kieli, text in nimi.items()
        if text and kieli in _PARTIAL
    }


def _osaamisala_nimi(suoritus: dict[str, Any]) -> dict[str, str]:
    for entry in suoritus.get("osaamisala") or ():
        nimi = entry.get("nimi") or (entry.get("osaamisala") or {}).get("nimi")
        if nimi:
            return _nimi(nimi)
    return _nimi(None)


def _tutkintonimike_nimi(suoritus: dict[str, Any]) -> dict[str, str]:
    return next(
        (dict(n["nimi"]) for n in suoritus.get("tutkintonimike") or () if n.get("nimi")), {}
    )


def _nimi(nimi: dict[str, str] | None) -> dict[str, str]:
    return dict(nimi) if nimi else {"fi": "", "sv": ""}
