"""The mails of shares: handed over once each, and followed until they have arrived or failed."""

import datetime as dt
import uuid

from ehoks.common.dates import now
from ehoks.common.errors import EhoksError
from ehoks.integrations import viestinvalitys
from ehoks.integrations.viestinvalitys import Tila, ViestiRefused
from ehoks.oppijaindex.models import Opiskeluoikeus
from hoks import access
from hoks.presenters.nimet import organisaatioiden_nimet
from sharing import viestit
from sharing.models import Jako, Lahetys

FOLLOWED = dt.timedelta(days=7)
_LAHETYS = {
    Tila.ODOTTAA: Lahetys.ODOTTAA,
    Tila.LAHETETTY: Lahetys.LAHETETTY,
    Tila.EPAONNISTUI: Lahetys.EPAONNISTUI,
}


def hand_over(jako_id: uuid.UUID, lahetys: int) -> None:
    """Hand over the mail of that sending; nothing of one that has ended or been sent anew since.

    Handed over twice, for instance by a job that was killed in between, it is delivered once.

    Raises:
        EhoksError: the mail service does not answer (503).
    """
    jako = Jako.objects.select_related("hoks").filter(pk=jako_id, paatetty=None).first()
    if jako is None or jako.lahetyksia != lahetys or jako.lahetys != Lahetys.JONOSSA:
        return
    try:
        tunniste = viestinvalitys.send_viesti(viestit.write(jako, _oppilaitos(jako)))
    except ViestiRefused:
        _note(jako, lahetys, Lahetys.EPAONNISTUI, None)
    else:
        _note(jako, lahetys, Lahetys.ODOTTAA, tunniste)


def give_up(jako_id: uuid.UUID, lahetys: int) -> None:
    """The mail service has been silent for too long: whoever shares must see it."""
    Jako.objects.filter(pk=jako_id, lahetyksia=lahetys, lahetys=Lahetys.JONOSSA).update(
        lahetys=Lahetys.EPAONNISTUI
    )


def _note(jako: Jako, lahetys: int, how: Lahetys, tunniste: str | None) -> None:
    Jako.objects.filter(pk=jako.pk, lahetyksia=lahetys).update(
        lahetys=how, lahetys_tunniste=tunniste
    )


def _oppilaitos(jako: Jako) -> str:
    if not access.may_know_where(jako.hoks.oppija_oid or "", is_own=False):
        return ""
    rights = Opiskeluoikeus.objects.filter(pk=jako.hoks.opiskeluoikeus_oid)
    oid = rights.values_list("oppilaitos_oid", flat=True).first()
    name = organisaatioiden_nimet([oid], jako.kieli)[oid] if oid else ""
    return "" if name == oid else name


def follow() -> int:
    """Ask how the mails under way have fared; how many are decided. One's silence stops no other."""
    decided = 0
    waiting = Jako.objects.filter(
        lahetys=Lahetys.ODOTTAA, lahetys_tunniste__isnull=False, lahetys_aika__gt=now() - FOLLOWED
    )
    for jako in waiting.order_by("lahetys_aika")[:500]:
        try:
            tila = viestinvalitys.get_tila(jako.lahetys_tunniste or "")
        except EhoksError:
            continue
        if tila is not Tila.ODOTTAA:
            decided += Jako.objects.filter(
                pk=jako.pk, lahetys_tunniste=jako.lahetys_tunniste
            ).update(lahetys=_LAHETYS[tila])
    return decided
