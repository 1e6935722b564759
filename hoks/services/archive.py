"""Archiving a plan, which hides it, and restoring it as it was: nothing is lost in between."""

import datetime as dt
from typing import NamedTuple

from django.db import connection, transaction

from ehoks.auth.privileges import Oikeus
from ehoks.common.dates import now
from ehoks.integrations import koski
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.oppijaindex import services as index
from hoks import access, errors
from hoks.models.hoks import PassivoinninSyy
from hoks.services import checks, read, store
from hoks.services.read import StoredHoks
from hoks.services.siirrot import record_accepted
from hoks.services.store import Asiakas, Precondition

_MARK = (
    "UPDATE hoksit SET deleted_at = %s, updated_at = %s, passivoinnin_syy = %s, "
    "passivoinnin_selite = %s WHERE id = %s"
)


class Peruste(NamedTuple):
    """Why a plan is archived, and a few words more where the cause is none of the usual."""

    syy: PassivoinninSyy
    selite: str | None = None


def archive_hoks(
    *,
    hoks_id: int,
    by: Asiakas,
    precondition: Precondition | None = None,
    peruste: Peruste | None = None,
) -> None:
    """Hide a plan from every reader but the statistics; its study right stays reserved.

    Allowed while the study right goes on, or when Koski no longer has it: a plan of completed
    studies is kept for as long as the law says. The reason is kept until the plan is restored.

    Raises:
        HoksNotFound, HoksIsArchived, NoAccess, OpiskeluoikeusIsFinishedForUpdate,
        VersionMismatch, or 503.
    """
    stored = read.get_stored(hoks_id, with_document=False)
    checks.require_open(stored, by.kayttaja, Oikeus.HOKS_DELETE)
    oikeus = koski.get_opiskeluoikeus(stored.opiskeluoikeus_oid)
    if oikeus and checks.is_finished(oikeus):
        raise errors.OpiskeluoikeusIsFinishedForUpdate(oid=oikeus.oid)
    with transaction.atomic():
        locked = read.get_locked(hoks_id)
        checks.require_alive(locked, by.kayttaja)
        store.require_precondition(precondition, locked)
        _mark(locked, "delete", by, now(), peruste)


def restore_hoks(*, hoks_id: int, by: Asiakas) -> StoredHoks:
    """Bring an archived plan back under its old id; one that is not archived stays as it is.

    Raises:
        HoksNotFound, NoAccess, OpiskeluoikeusNotFound, or 503.
    """
    stored = read.get_stored(hoks_id, with_document=False)
    may = access.may(by.kayttaja, Oikeus.HOKS_DELETE, stored.oppilaitos_oid)
    if not may and not access.may_maintain(by.kayttaja):
        checks.require_open(stored, by.kayttaja, Oikeus.READ)
        raise errors.NoAccess
    oikeus = checks.get_opiskeluoikeus(stored.opiskeluoikeus_oid)
    with transaction.atomic():
        locked = read.get_locked(hoks_id)
        if locked.deleted_at:
            _mark(locked, "restore", by, None, oikeus=oikeus)
    return stored


def _mark(
    stored: StoredHoks,
    operaatio: str,
    by: Asiakas,
    archived: dt.datetime | None,
    peruste: Peruste | None = None,
    oikeus: Opiskeluoikeus | None = None,
) -> None:
    values = [archived, archived or now(), *(peruste or (None, None)), stored.id]
    with connection.cursor() as cursor:
        cursor.execute(_MARK, values)
    if oikeus:
        index.refresh_opiskeluoikeudet(stored.oppija_oid, [oikeus])
    record_accepted(operaatio, by.tekija, stored.kohde, stored.oppilaitos_oid, {})
