"""Opening a share: who may, how it stands, what is seen, and the mark that every look leaves.

Only the person bound to the share learns how it stands; as long as nobody is bound, whoever has
identified themselves and holds the token. To everybody else a share that exists and one that never
did take the same way, statement by statement, to the same answer.
"""

import datetime as dt
import uuid
from collections.abc import Collection
from typing import Any, NamedTuple

import orjson
from django.db import transaction

from ehoks.audit import log as audit
from ehoks.audit.log import Beside
from ehoks.common.dates import now, today
from ehoks.common.errors import EhoksError
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.ui.session import Henkilo
from ehoks.ui.templatetags.muotoilu import paiva
from hoks import access
from hoks.models import HoksVersio
from hoks.services.omat import list_oids
from sharing import errors, linkki
from sharing.models import Avaus, Jako
from sharing.services import yritykset
from sharing.sisalto import Kohde, cut, find_kohde
from sharing.voimassaolo import Tila, find_tila, last_day

Document = dict[str, Any]
_ADD = (
    "INSERT INTO jakojen_avaukset (jako_id, aika, henkilo_oid, henkilo_nimi, versio) "
    "VALUES (%s, %s, %s, %s, %s)"
)


class Nahty(NamedTuple):
    """A share as its recipient sees it. `document` holds nothing but what is shared."""

    jako: Jako
    kohde: Kohde
    document: Document
    where: bool  # whether it tells where the student is to be found
    ennen: Document | None  # what was seen the last time, where it was another version
    viimeksi: dt.datetime | None  # when that was
    oikeus: Opiskeluoikeus | None
    loppu: dt.date


class _Luettu(NamedTuple):
    """What a share hangs on, as it is now."""

    oikeus: Opiskeluoikeus | None
    versio_id: int
    document: Document
    tila: Tila
    loppu: dt.date


def bind(*, token: str, henkilo: Henkilo, tekija: audit.Tekija) -> Jako:
    """Open a share by its token: from now on it is this person's alone.

    Raises:
        JakoNotFound (also to the student whose plan it is), NotYetActive, JakoExpired,
        TooManyTries.
    """
    yritykset.require_few(henkilo.oid, tekija.ip)
    oids = list_oids(henkilo.oid)
    tiiviste = linkki.digest_of(token)
    jako = Jako.objects.select_related("hoks").filter(token_tiiviste=tiiviste).first()
    if jako is None or not _may_know(jako, oids):
        raise _not_found(jako, henkilo, tekija)
    luettu = _read(jako)
    if luettu.tila is not Tila.VOIMASSA:
        raise _closed(jako, luettu, tekija)
    if jako.sidottu_oid is None and not _take(jako, henkilo, tekija):
        raise _not_found(jako, henkilo, tekija)  # somebody was first by a moment
    return jako


def _take(jako: Jako, henkilo: Henkilo, tekija: audit.Tekija) -> bool:
    with transaction.atomic():
        took = Jako.objects.filter(pk=jako.pk, sidottu_oid=None, paatetty=None).update(
            sidottu_oid=henkilo.oid, sidottu_aika=now()
        )
        if took:
            audit.record("bind-share", tekija, _about(jako))
    return took > 0


def look(*, jako_id: uuid.UUID, henkilo: Henkilo, tekija: audit.Tekija) -> Nahty:
    """See a share that is bound to this person. The look is logged in the transaction that reads.

    Raises:
        JakoNotFound, NotYetActive, JakoExpired, TooManyTries.
    """
    oids = list_oids(henkilo.oid)
    with transaction.atomic():
        found = Jako.objects.select_related("hoks").filter(pk=jako_id, sidottu_oid__in=oids)
        if jako := found.first():
            luettu = _read(jako)
            if luettu.tila is Tila.VOIMASSA:
                return _logged(jako, luettu, henkilo, tekija)
    if jako:
        raise _closed(jako, luettu, tekija)
    yritykset.require_few(henkilo.oid, tekija.ip)
    raise _not_found(None, henkilo, tekija)


def require_open(jako: Jako, tekija: audit.Tekija) -> tuple[Kohde, Opiskeluoikeus | None, dt.date]:
    """What is shared, the study right and the last day of a share that is open today.

    Raises:
        NotYetActive, JakoExpired.
    """
    luettu = _read(jako)
    kohde = find_kohde(luettu.document, jako.module_id)
    if luettu.tila is not Tila.VOIMASSA or kohde is None:
        raise _closed(jako, luettu, tekija)
    return kohde, luettu.oikeus, luettu.loppu


def _logged(jako: Jako, luettu: _Luettu, henkilo: Henkilo, tekija: audit.Tekija) -> Nahty:
    kohde = find_kohde(luettu.document, jako.module_id)
    assert kohde is not None  # or it would not be open
    last = Avaus.objects.filter(jako=jako, henkilo_oid=henkilo.oid).order_by("-id").first()
    is_news = last is not None and last.versio != luettu.versio_id
    where = access.may_know_where(jako.hoks.oppija_oid or "", is_own=False)
    ennen = _cut_of(jako, last.versio, where) if last and is_news else None
    values = [jako.pk, now(), henkilo.oid, henkilo.nimi[:256], luettu.versio_id]
    audit.record("read", tekija, _about(jako), beside=Beside(_ADD, values))
    viimeksi = last.aika if last else None
    return Nahty(
        jako, kohde, cut(kohde, where=where), where, ennen, viimeksi, luettu.oikeus, luettu.loppu
    )


def _cut_of(jako: Jako, versio_id: int, where: bool) -> Document | None:  # noqa: FBT001
    """The share as it was in an older version; None where it was not there."""
    old = HoksVersio.objects.filter(pk=versio_id, hoks_id=jako.hoks_id).first()
    kohde = find_kohde(orjson.loads(old.sisalto), jako.module_id) if old else None
    return cut(kohde, where=where) if kohde else None


def _may_know(jako: Jako, oids: Collection[str]) -> bool:
    return access.may_open_share(oids, jako.sidottu_oid, jako.hoks.oppija_oid)


def _read(jako: Jako) -> _Luettu:
    rights = Opiskeluoikeus.objects.select_related("oppija")
    oikeus = rights.filter(pk=jako.hoks.opiskeluoikeus_oid).first()
    newest = HoksVersio.objects.filter(hoks_id=jako.hoks_id).order_by("-id")
    versio_id, sisalto = newest.values_list("id", "sisalto")[0]
    document = orjson.loads(sisalto)
    ended = oikeus.paattymispaiva if oikeus else None
    gone = jako.hoks.deleted_at is not None
    tila = find_tila(jako, document, passivoitu=gone, opinnot_paattyivat=ended, today=today())
    return _Luettu(oikeus, versio_id, document, tila, last_day(jako, ended))


# --- Refusals ---------------------------------------------------------------------------------------


def _not_found(jako: Jako | None, henkilo: Henkilo, tekija: audit.Tekija) -> EhoksError:
    """One answer to strangers, by one way: count, log, refuse."""
    yritykset.note(henkilo.oid, tekija.ip)
    error = errors.JakoNotFound()
    kohde = _about(jako) if jako else audit.Kohde()
    audit.record("read", tekija, kohde, koodi=error.code)
    return error


def _closed(jako: Jako, luettu: _Luettu, tekija: audit.Tekija) -> EhoksError:
    error = _why_closed(jako, luettu)
    audit.record("read", tekija, _about(jako), koodi=error.code)
    return error


def _why_closed(jako: Jako, luettu: _Luettu) -> EhoksError:
    match luettu.tila:
        case Tila.TULOSSA:
            return errors.NotYetActive(alku=paiva(jako.voimassa_alku))
        case Tila.VANHENTUNUT:
            return errors.JakoExpired(loppu=paiva(luettu.loppu))
        case Tila.OSA_POISTETTU:
            return errors.PartIsGone()
        case _:
            return errors.JakoRevoked()


def _about(jako: Jako) -> audit.Kohde:
    hoks = jako.hoks
    return audit.Kohde(
        hoks.pk, hoks.oppija_oid, hoks.opiskeluoikeus_oid, f"jako {jako.pk}", osio="jako"
    )
