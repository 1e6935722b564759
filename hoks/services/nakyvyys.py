"""Which plans of a learner a member of staff may see: those of own schools, and sometimes others'.

Another provider's plan may be seen, never changed, as long as the learner studies here: while an
own plan of the learner rests on a study right that goes on. So says the law that grants the view;
when studies here end, the view of others' plans ends with them.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import orjson

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.errors import EhoksError
from ehoks.common.replica import reading
from ehoks.integrations import koski
from hoks import access
from hoks.rules.konteksti import FINISHED

_SELECT = """
SELECT h.id, h.eid, h.opiskeluoikeus_oid, h.deleted_at, h.manuaalisyotto,
       h.ensikertainen_hyvaksyminen, h.updated_at, o.oppilaitos_oid, o.tyyppi, o.tutkinto_nimi,
       o.alkamispaiva, o.paattymispaiva, o.tila
  FROM hoksit h LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE h.oppija_oid = ANY(%s::text[])
 ORDER BY h.ensikertainen_hyvaksyminen DESC, h.id DESC
"""
_GIVES_A_PART = """
SELECT oppilaitos_oid FROM opiskeluoikeudet
 WHERE oppija_id = %s AND hankintakoulutus_opiskeluoikeus_oid IS NOT NULL
   AND (tila IS NULL OR tila <> ALL(%s::text[]))
"""


class Suunnitelma(NamedTuple):
    """A plan of the learner, in short. `is_own`: of a school where the reader may read."""

    id: int
    eid: str
    opiskeluoikeus_oid: str
    deleted_at: dt.datetime | None
    manuaalisyotto: bool
    ensikertainen_hyvaksyminen: dt.date
    updated_at: dt.datetime
    oppilaitos_oid: str | None
    tyyppi: str | None
    tutkinto_nimi: dict[str, str] | None
    alkamispaiva: dt.date | None
    paattymispaiva: dt.date | None
    tila: str | None
    is_own: bool

    @property
    def is_over(self) -> bool:
        """Whether the studies have ended, as far as the index knows."""
        return self.paattymispaiva is not None or self.tila in FINISHED


def list_suunnitelmat(kayttaja: Kayttaja, oppija_oid: str) -> list[Suunnitelma]:
    """The learner's plans that may be seen: own ones, archived ones among them, and living others.

    Newest approval first; empty when the learner is not the reader's business.

    Raises:
        EhoksError: the Organisaatio service does not answer (503).
    """
    plans = list_all([oppija_oid], lambda oid: access.may(kayttaja, Oikeus.READ, oid))
    own = [plan for plan in plans if plan.is_own]
    if len(own) == len(plans) or not _studies_here(kayttaja, oppija_oid, own):
        return own
    return [plan for plan in plans if plan.is_own or not plan.deleted_at]


def list_all(oppija_oids: Iterable[str], is_own: Callable[[str | None], bool]) -> list[Suunnitelma]:
    """Every plan of the learner, archived ones included; `is_own` is asked about each one's school.

    Whether they may be shown is the caller's to see to.
    """
    with reading().cursor() as cursor:
        cursor.execute(_SELECT, [sorted(oppija_oids)])
        rows: list[Any] = cursor.fetchall()
    found = [Suunnitelma._make([*row, is_own(row[7])]) for row in rows]
    return [f._replace(tutkinto_nimi=orjson.loads(f.tutkinto_nimi or "{}")) for f in found]  # type: ignore[arg-type]


def _studies_here(kayttaja: Kayttaja, oppija_oid: str, own: list[Suunnitelma]) -> bool:
    """Whether a study right of the learner goes on in a school of the reader's.

    Koski is asked, for the index may be old. Silence is no permission.
    """
    try:
        if any(_goes_on(plan.opiskeluoikeus_oid) for plan in own if not plan.deleted_at):
            return True
    except EhoksError:
        return False
    with reading().cursor() as cursor:
        cursor.execute(_GIVES_A_PART, [oppija_oid, sorted(FINISHED)])
        schools = [row[0] for row in cursor.fetchall()]
    return any(access.may(kayttaja, Oikeus.READ, oid) for oid in schools)


def _goes_on(opiskeluoikeus_oid: str) -> bool:
    oikeus = koski.get_opiskeluoikeus(opiskeluoikeus_oid)
    return oikeus is not None and oikeus.tila not in FINISHED
