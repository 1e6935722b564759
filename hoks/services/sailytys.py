"""How long data are kept: which plans are due to go, and which have contact data due to go."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any

from django.db import connection, transaction

from ehoks.common.dates import HELSINKI, months_ago
from ehoks.integrations import koski
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.oppijaindex.services import refresh_opiskeluoikeudet
from hoks.models import PoistonSyy
from hoks.rules.konteksti import FINISHED
from hoks.services import read
from hoks.services.poisto import Poisto, bury
from hoks.services.store import EHOKS
from hoks.services.yhteystiedot import MONTHS, remove_contacts

KEPT_MONTHS = 5 * 12  # after the study right ends
BATCH = 500

# Each statement takes the id to go on from, and a day; the index knows enough to leave most plans
# alone, and Koski has the last word on the rest.
_OVER = """
SELECT h.id FROM hoksit h JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE h.id > %(kohta)s
   AND (o.paattymispaiva < %(raja)s
        OR o.paattymispaiva IS NULL AND (o.koski404 OR o.tila = ANY(%(tilat)s))
           AND h.updated_at < %(raja)s)
 ORDER BY h.id LIMIT %(maara)s
"""
_INSTRUCTORS = """
SELECT DISTINCT hoks_id FROM osaamisen_hankkimistavat
 WHERE hoks_id > %(kohta)s AND loppu < %(raja)s
   AND (ohjaaja_sahkoposti IS NOT NULL OR ohjaaja_puhelinnumero IS NOT NULL)
 ORDER BY hoks_id LIMIT %(maara)s
"""
# Plans that nobody has changed for so long: what only their older versions tell goes too.
_OLD_VERSIONS = f"""
SELECT h.id FROM hoksit h LEFT JOIN yhteystietotarkistukset t ON t.hoks_id = h.id
 WHERE h.id > %(kohta)s AND h.updated_at < %(raja)s
   AND (t.aika IS NULL OR t.aika < h.updated_at + interval '{MONTHS} months')
   AND EXISTS (SELECT FROM hoks_versiot v WHERE v.hoks_id = h.id OFFSET 1)
 ORDER BY h.id LIMIT %(maara)s
"""  # noqa: S608 -- our own number
_STUDENTS = """
SELECT h.id FROM hoksit h LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE h.id > %(kohta)s AND h.updated_at < %(raja)s
   AND (h.sahkoposti IS NOT NULL OR h.puhelinnumero IS NOT NULL)
   AND (o.oid IS NULL OR o.koski404 OR o.paattymispaiva < %(raja)s)
   AND (h.osaamisen_saavuttamisen_pvm < %(raja)s
        OR h.osaamisen_saavuttamisen_pvm IS NULL AND NOT EXISTS (
            SELECT FROM osaamisen_hankkimistavat t
             WHERE t.hoks_id = h.id AND t.loppu >= %(raja)s))
 ORDER BY h.id LIMIT %(maara)s
"""


def kept_until() -> dt.date:
    """Studies that ended before this day are over for so long that their plans go."""
    return months_ago(KEPT_MONTHS)


def contacts_until() -> dt.date:
    """What ended before this day is over for so long that its contact data go."""
    return months_ago(MONTHS)


def list_over(kohta: int) -> Iterator[int]:
    """Plans above an id whose studies ended too long ago, as far as the index knows."""
    return _ids(_OVER, kohta, kept_until(), tilat=sorted(FINISHED))


def list_with_contacts(kohta: int) -> Iterator[int]:
    """Plans above an id that tell contact data of a period that is over, or once told some."""
    due: Sequence[Iterator[int]] = [
        _ids(statement, kohta, contacts_until()) for statement in (_INSTRUCTORS, _OLD_VERSIONS)
    ]
    return (hoks_id for part in due for hoks_id in part)


def list_with_student_contacts(kohta: int) -> Iterator[int]:
    """Plans above an id with the student's own contact data, of studies that seem to be over."""
    return _ids(_STUDENTS, kohta, contacts_until())


def _ids(statement: str, kohta: int, raja: dt.date, **more: Any) -> Iterator[int]:
    while True:
        values = {"kohta": kohta, "raja": raja, "maara": BATCH, **more}
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            found = [row[0] for row in cursor.fetchall()]
        if not found:
            return
        yield from found
        kohta = found[-1]


def remove_contacts_of_student(hoks_id: int) -> bool:
    """Take away the student's contact data, if Koski agrees that the studies are over.

    Raises KoskiUnavailable.
    """
    over = _ended(hoks_id)
    if over is None or over >= contacts_until():
        return False
    return remove_contacts(hoks_id, contacts_until(), of_student=True)


def purge_if_over(hoks_id: int) -> bool:
    """Delete a plan that has been kept for as long as the law says, if Koski agrees.

    Raises KoskiUnavailable.
    """
    over = _ended(hoks_id)
    if over is None or over >= kept_until():
        return False
    with transaction.atomic():
        bury(read.get_locked(hoks_id), EHOKS.tekija, Poisto(PoistonSyy.SAILYTYSAIKA))
    return True


def _ended(hoks_id: int) -> dt.date | None:
    """When the studies of a plan ended; None while they go on, or where the plan is gone.

    Of a study right that Koski does not have any more the index tells when it ended; where it
    does not, it ended at the latest when the plan was last touched.
    """
    stored = read.find_stored(hoks_id, with_document=False)
    if stored is None:
        return None
    oikeus = koski.get_opiskeluoikeus(stored.opiskeluoikeus_oid)
    if oikeus is not None:
        refresh_opiskeluoikeudet(stored.oppija_oid, [oikeus])
        return _end_of(oikeus)
    known = Opiskeluoikeus.objects.filter(pk=stored.opiskeluoikeus_oid)
    last_touched = stored.updated_at.astimezone(HELSINKI).date()
    return known.values_list("paattymispaiva", flat=True).first() or last_touched


def _end_of(oikeus: koski.Opiskeluoikeus) -> dt.date | None:
    if oikeus.paattymispaiva:
        return dt.date.fromisoformat(oikeus.paattymispaiva)
    if oikeus.tila in FINISHED:
        return dt.date.fromisoformat(max(alku for alku, _ in oikeus.jaksot))
    return None
