"""The one way to write the transfer log: a row beside the audit entry, in the same statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import orjson

from ehoks.audit import log as audit
from ehoks.audit.log import Kohde, Tekija
from ehoks.common.dates import now
from ehoks.common.requests import request_id

Remark = dict[str, Any]

MAX_REMARKS = 100
_REMARK = ("pointer", "code", "fi", "sv", "en")  # what is kept of a remark
_COLUMNS = (
    *("aika", "jarjestelma", "caller_id", "organisaatio_oid", "opiskeluoikeus_oid", "hoks_id"),
    *("operaatio", "kanava", "hyvaksytty", "koodi", "virheet", "varoitukset", "request_id"),
)
_INSERT = (
    f"INSERT INTO tiedonsiirrot ({', '.join(_COLUMNS)}) "  # noqa: S608 -- our own column names
    f"VALUES ({', '.join(['%s'] * len(_COLUMNS))})"
)


@dataclass(frozen=True, slots=True)
class Tulos:
    """What came of a write: in whose log it stands, what it was about, the code of a refusal.

    `kohde` holds what the readers of that log may know; the audit log may know more. `kanava` is
    the door by which the matter came, where that is not the caller's own.
    """

    organisaatio_oid: str | None
    kohde: Kohde
    koodi: str | None = None
    virheet: Sequence[Remark] = ()
    varoitukset: Sequence[Remark] = ()
    kanava: str | None = None


def record(operaatio: str, tekija: Tekija, kohde: Kohde, tulos: Tulos) -> None:
    """Add one entry to the audit log and one to the transfer log.

    Inside a transaction both live or die with it; outside of one, with each other.
    """
    values = [
        now(),
        audit.short(tekija.kayttaja),
        audit.short(tekija.caller_id),
        tulos.organisaatio_oid,
        tulos.kohde.opiskeluoikeus_oid,
        tulos.kohde.storable().hoks_id,
        operaatio,
        tulos.kanava or tekija.kanava,
        tulos.koodi is None,
        tulos.koodi,
        _json(tulos.virheet),
        _json(tulos.varoitukset),
        request_id.get(),
    ]
    beside = audit.Beside(_INSERT, values)
    audit.record(operaatio, tekija, kohde, koodi=tulos.koodi, beside=beside)


def _json(remarks: Sequence[Remark]) -> str:
    """Pointers may hold keys as they were sent, with the one character PostgreSQL cannot store."""
    shown = [
        {key: str(remark[key]).replace("\x00", "") for key in _REMARK}
        for remark in remarks[:MAX_REMARKS]
    ]
    return orjson.dumps(shown).decode()
