"""Questions of students about looks at their plans: asked once, answered by who is responsible.

While the study right goes on, the provider that drew the plan up answers for whom it is shown to;
after that, Opetushallitus.
"""

import hashlib
from collections.abc import Collection
from typing import NamedTuple

from django.db import transaction
from django.db.models import QuerySet
from procrastinate.contrib.django import app

from ehoks.audit import log as audit
from ehoks.audit import rows
from ehoks.audit.log import Tekija
from ehoks.audit.models import AuditTapahtuma
from ehoks.audit.rows import Katselu
from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Oikeus
from ehoks.common.dates import HELSINKI, now
from hoks import access
from hoks.errors import CaseAnswered, OwnLook
from hoks.models import Selvityspyynto
from hoks.services import omat, read
from hoks.services.nakyvyys import Suunnitelma
from hoks.services.selvitysviestit import OF_ANSWER, OF_NEW
from hoks.services.store import Asiakas

MOST_LOOKS = 200
CLOSED_SHOWN = 50


def digest(katselu: Katselu | AuditTapahtuma) -> str:
    """What names a kind of look on a day: the same of a row of the log and of the group it is in."""
    day = katselu.paiva if isinstance(katselu, Katselu) else _day(katselu)
    facts = (day, katselu.kanava, katselu.operaatio, katselu.organisaatio_oid, katselu.peruste)
    return hashlib.sha256(repr((*map(str, facts), katselu.hoks_id)).encode()).hexdigest()


def _day(row: AuditTapahtuma) -> object:
    return row.aika.astimezone(HELSINKI).date()


def list_by_student(oppija_oids: Collection[str]) -> list[Selvityspyynto]:
    """The student's questions, the newest first."""
    return list(Selvityspyynto.objects.filter(oppija_oid__in=list(oppija_oids)).order_by("-id"))


class Ilmoitus(NamedTuple):
    """Where the student wants to be told of the answer, and in which language."""

    sahkoposti: str
    kieli: str


def ask(
    henkilo_oid: str,
    row: AuditTapahtuma,
    viesti: str,
    tekija: Tekija,
    ilmoitus: Ilmoitus | None = None,
) -> bool:
    """Ask about the look that the entry is of; False when there is nobody to answer.

    What has been asked already stays as it is. Those who answer are told by a job.
    """
    plan = _plan(henkilo_oid, row.hoks_id)
    if plan is None:
        return False
    vastuullinen = OPH_ROOT if plan.is_over or not plan.oppilaitos_oid else plan.oppilaitos_oid
    facts = {
        "hoks_id": plan.id,
        "vastuullinen_oid": vastuullinen,
        "paiva": _day(row),
        "kanava": row.kanava,
        "operaatio": row.operaatio,
        "katsoja_oid": row.organisaatio_oid,
        "peruste": row.peruste,
        "avattu": now(),
        "viesti": viesti,
        "sahkoposti": ilmoitus and ilmoitus.sahkoposti,
        "kieli": ilmoitus and ilmoitus.kieli,
    }
    with transaction.atomic():
        case, is_new = Selvityspyynto.objects.get_or_create(
            oppija_oid=row.oppija_oid, katselu=digest(row), defaults=facts
        )
        if is_new:
            kohde = audit.Kohde(row.hoks_id, row.oppija_oid, row.opiskeluoikeus_oid)
            audit.record("selvityspyynto", tekija, kohde)
            app.configure_task(OF_NEW).defer(case_id=case.pk)
    return True


def find_address(henkilo_oid: str, row: AuditTapahtuma) -> str:
    """The student's own address in the plan that the question would be about; "" if it has none."""
    plan = _plan(henkilo_oid, row.hoks_id)
    stored = read.find_stored(plan.id) if plan else None
    return str(stored.document.get("sahkoposti") or "") if stored else ""


def _plan(henkilo_oid: str, hoks_id: int | None) -> Suunnitelma | None:
    """The plan that was looked at; of a look at no one plan, the newest."""
    plans = omat.list_kaikki(henkilo_oid)
    of_look = [plan for plan in plans if plan.id == hoks_id]
    return next(iter([*of_look, *plans]), None)


# --- Those who answer ---------------------------------------------------------------------------------


def list_open(kayttaja: Kayttaja) -> list[Selvityspyynto]:
    """Those that the reader may answer, the oldest first: it has waited longest."""
    return list(_of(kayttaja).filter(vastattu=None).order_by("id"))


def list_closed(kayttaja: Kayttaja) -> list[Selvityspyynto]:
    """The last ones that were answered."""
    return list(_of(kayttaja).exclude(vastattu=None).order_by("-vastattu")[:CLOSED_SHOWN])


def find(kayttaja: Kayttaja, case_id: int) -> Selvityspyynto | None:
    """The question, for who may answer it."""
    case = Selvityspyynto.objects.filter(pk=case_id).first()
    may = case and access.may(kayttaja, Oikeus.READ, case.vastuullinen_oid)
    return case if may else None


def list_looks(case: Selvityspyynto) -> list[AuditTapahtuma]:
    """The entries of the log that the question is about."""
    oids = omat.list_oids(case.oppija_oid)
    return rows.list_rows(
        oids, case.paiva, case.kanava, case.operaatio, case.katsoja_oid, MOST_LOOKS
    )


def is_own_look(kayttaja: Kayttaja, case: Selvityspyynto) -> bool:
    """Whether the reader is among those who looked: nobody explains their own look alone."""
    return any(row.kayttaja_oid == kayttaja.oid for row in list_looks(case))


def answer(case: Selvityspyynto, vastaus: str, by: Asiakas) -> None:
    """Answer and close the question. The student is told by a job, where that was wanted.

    Raises:
        OwnLook: it is about the answerer's own look.
        CaseAnswered: somebody was quicker.
    """
    if is_own_look(by.kayttaja, case):
        raise OwnLook
    still_open = Selvityspyynto.objects.filter(pk=case.pk, vastattu=None)
    with transaction.atomic():
        if not still_open.update(vastattu=now(), vastaaja=by.kayttaja.username, vastaus=vastaus):
            raise CaseAnswered
        kohde = audit.Kohde(case.hoks_id, case.oppija_oid)
        audit.record("selvitys", by.tekija, kohde)
        app.configure_task(OF_ANSWER).defer(case_id=case.pk)


def _of(kayttaja: Kayttaja) -> QuerySet[Selvityspyynto]:
    everyone = Selvityspyynto.objects.order_by().values_list("vastuullinen_oid", flat=True)
    mine = access.visible_organisaatiot(kayttaja, Oikeus.READ, everyone.distinct())
    return Selvityspyynto.objects.filter(vastuullinen_oid__in=mine)
