"""A student's own plan as data to take along: all of it but the names systems call it by."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from hoks.presenters.henkilotiedot import Henkilotiedot
from hoks.services.read import StoredHoks

_OF_SYSTEMS = {"id", "eid", "opiskeluoikeus-oid", "tuva-opiskeluoikeus-oid"}


def to_data(stored: StoredHoks, sivu: Mapping[str, Any], haettu: dt.datetime) -> dict[str, Any]:
    """The document, and what its pages tell beside it (`sivu`, of `hoks.presenters.sivu`).

    `yhteystiedot` are those of Oppijanumerorekisteri; null while it does not answer.
    """
    return {
        "nimi": sivu["nimi"],
        "oppijanumero": stored.oppija_oid,
        "yhteystiedot": _yhteystiedot(sivu["henkilotiedot"]),
        "tutkinto": sivu["tutkinto"],
        "osaamisala": sivu["osaamisala"],
        "oppilaitos": sivu["oppilaitos"],
        "haettu": haettu.isoformat(timespec="seconds"),
        "suunnitelma": _without(stored.document),
        "nimet": dict(sorted(sivu["nimet"].items())),
    }


def _yhteystiedot(found: Henkilotiedot) -> dict[str, str] | None:
    if found.syy:
        return None
    return dict(found.kohdat) | ({"puhelinnumero": found.puhelin} if found.puhelin else {})


def _without(value: Any) -> Any:
    match value:
        case dict():
            return {k: _without(inner) for k, inner in value.items() if k not in _OF_SYSTEMS}
        case list():
            return [_without(inner) for inner in value]
        case _:
            return value
