"""Deleting a plan for good: every row and version goes, a tombstone tells that it was there."""

import datetime as dt
from typing import NamedTuple

from django.db import transaction

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.dates import as_utc, now
from ehoks.common.errors import EhoksError
from ehoks.common.numbers import MAX_ID
from ehoks.oppijaindex import services as index
from hoks import access, errors
from hoks.models import Hoks, PoistettuHoks, PoistonSyy
from hoks.services import read
from hoks.services.read import StoredHoks
from hoks.services.store import Asiakas


class Poisto(NamedTuple):
    """Why a plan is deleted, and a few words more."""

    syy: PoistonSyy
    selite: str | None = None


def purge_hoks(*, hoks_id: int, by: Asiakas, poisto: Poisto) -> PoistettuHoks:
    """Delete a plan, archived or not, for good. Its study right may have a new one at once.

    Raises:
        NoAccess: only the main users of OPH may.
        HoksNotFound: there is none, or somebody was first.
    """
    access.require_super(by.kayttaja)
    with transaction.atomic():
        return bury(read.get_locked(hoks_id), by.tekija, poisto)


def bury(stored: StoredHoks, tekija: audit.Tekija, poisto: Poisto) -> PoistettuHoks:
    """Delete a plan that the caller has locked, and set its tombstone; call it in a transaction."""
    is_by_law = poisto.syy is PoistonSyy.SAILYTYSAIKA
    Hoks.objects.filter(pk=stored.id).delete()
    others = Hoks.objects.filter(oppija_oid=stored.oppija_oid)
    kept = [str(oid) for oid in others.values_list("opiskeluoikeus_oid", flat=True)]
    index.forget_opiskeluoikeus(stored.opiskeluoikeus_oid, stored.oppija_oid, kept)
    grave = PoistettuHoks.objects.create(
        hoks_id=stored.id,
        eid=stored.eid,
        opiskeluoikeus_oid=None if is_by_law else stored.opiskeluoikeus_oid,
        oppilaitos_oid=stored.oppilaitos_oid,
        poistettu=now(),
        poistaja=tekija.kayttaja or "",
        poistaja_oid=tekija.kayttaja_oid,
        syy=poisto.syy,
        selite=poisto.selite,
    )
    audit.record("purge", tekija, stored.kohde)
    return grave


def find_grave(hoks_id: int) -> PoistettuHoks | None:
    """The tombstone of the plan of that id."""
    return PoistettuHoks.objects.filter(pk=hoks_id).first() if hoks_id <= MAX_ID else None


def find_graves(opiskeluoikeus_oid: str) -> list[PoistettuHoks]:
    """The tombstones of a study right, the newest first."""
    rows = PoistettuHoks.objects.filter(opiskeluoikeus_oid=opiskeluoikeus_oid)
    return list(rows.order_by("-poistettu"))


def explain(
    error: EhoksError, kayttaja: Kayttaja, hoks_id: int | None, opiskeluoikeus_oid: str | None
) -> EhoksError:
    """The same error; where the plan was deleted and the caller may know, one that says so."""
    if type(error) is errors.HoksNotFound and hoks_id is not None:
        grave = find_grave(hoks_id)
        kind: type[EhoksError] = errors.HoksIsPurged
    elif type(error) is errors.NoHoksOfOpiskeluoikeus and opiskeluoikeus_oid is not None:
        grave = next(iter(find_graves(opiskeluoikeus_oid)), None)
        kind = errors.HoksOfOpiskeluoikeusIsPurged
    else:
        return error
    if grave is None or not _may_know(kayttaja, grave):
        return error
    time = as_utc(grave.poistettu)
    told = {"tila": "poistettu", "aika": time, "syy": grave.syy, "hoks-id": grave.pk}
    return kind(aika=time, extra=told)


def _may_know(kayttaja: Kayttaja, grave: PoistettuHoks) -> bool:
    try:
        return access.may(kayttaja, Oikeus.READ, grave.oppilaitos_oid)
    except EhoksError:  # it cannot be asked just now: then nothing is told
        return False


def list_graves(ennen: dt.datetime | None = None, raja: int = 50) -> list[PoistettuHoks]:
    """The newest tombstones."""
    rows = PoistettuHoks.objects.order_by("-poistettu")
    return list((rows.filter(poistettu__lt=ennen) if ennen else rows)[:raja])
