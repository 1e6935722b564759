"""Mails about questions of students: a new one to staff who have asked to be told, an answer to the student.

They tell that there is something to read and where; nothing of anybody's plan or of the question.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator

from django.db import transaction
from django.db.models import QuerySet

from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Oikeus
from ehoks.common.dates import today
from ehoks.integrations import organisaatio
from ehoks.integrations.viestinvalitys import Viesti, ViestiRefused, is_address, send_viesti
from hoks.models import Selvityspyynto, Selvitystilaus
from hoks.services.muistutukset import NotAnAddress, Sanoma

VALID = dt.timedelta(days=365)
OF_NEW, OF_ANSWER = "ilmoita-selvityspyynnosta", "ilmoita-selvityksesta"  # names of the jobs

Words = Callable[[str], Sanoma]  # what a mail says in a language


def find_tilaus(kayttaja: Kayttaja) -> Selvitystilaus | None:
    """The person's order, if there is one that has not run out; it is the same for every school."""
    return _of(kayttaja).filter(paattyy__gte=today()).order_by("id").first()


def order(*, kayttaja: Kayttaja, sahkoposti: str, kieli: str) -> None:
    """Have the person told for a year of new questions to whom they answer for today.

    Raises:
        NotAnAddress: nothing was ordered.
    """
    if not is_address(sahkoposti):
        raise NotAnAddress
    new = {"sahkoposti": sahkoposti, "kieli": kieli, "paattyy": today() + VALID}
    with transaction.atomic():
        cancel(kayttaja=kayttaja)
        Selvitystilaus.objects.bulk_create(
            Selvitystilaus(kayttaja_oid=_oid(kayttaja), organisaatio_oid=oid, **new)
            for oid in sorted(_answers_for(kayttaja))
        )


def cancel(*, kayttaja: Kayttaja) -> None:
    """No more of them; nothing happens when there is no order."""
    _of(kayttaja).delete()


def _of(kayttaja: Kayttaja) -> QuerySet[Selvitystilaus]:
    return Selvitystilaus.objects.filter(kayttaja_oid=_oid(kayttaja))


def _oid(kayttaja: Kayttaja) -> str:
    return kayttaja.oid or kayttaja.username


def _answers_for(kayttaja: Kayttaja) -> Collection[str]:
    """Where the person has a role; of those who keep the register, Opetushallitus alone."""
    if kayttaja.is_super:
        return [OPH_ROOT]
    return {r.organisaatio_oid for r in kayttaja.roolit if Oikeus.READ in r.oikeudet}


def tell_of_new(case_id: int, words: Words) -> Iterator[bool]:
    """Tell those who have ordered it; gives to whom it went. Told twice, it goes once.

    Raises:
        EhoksError: a service does not answer; some are left for the next try.
    """
    Selvitystilaus.objects.filter(paattyy__lt=today()).delete()
    case = Selvityspyynto.objects.filter(pk=case_id, vastattu=None).first()
    if case is None:
        return
    orders = Selvitystilaus.objects.filter(
        organisaatio_oid__in=_above(case.vastuullinen_oid), is_hylatty=False
    )
    for tilaus in orders.order_by("kayttaja_oid", "id").distinct("kayttaja_oid"):
        name = f"selvityspyynto-{case.pk}-{tilaus.pk}"
        went = _hand_over(tilaus.sahkoposti, tilaus.kieli, words, name)
        if not went:
            Selvitystilaus.objects.filter(pk=tilaus.pk).update(is_hylatty=True)
        yield went


def _above(vastuullinen_oid: str) -> Collection[str]:
    """The school and what is above it: those with a role there answer. Opetushallitus by itself."""
    if vastuullinen_oid == OPH_ROOT:
        return [OPH_ROOT]
    found = organisaatio.get_organisaatio(vastuullinen_oid)
    return {*(found.path if found else ())} - {OPH_ROOT}


def tell_of_answer(case_id: int, words: Words) -> bool:
    """Tell the student, and forget the address; whether there was one that mail goes to.

    Raises:
        ViestinvalitysUnavailable: left for the next try.
    """
    case = Selvityspyynto.objects.filter(pk=case_id).exclude(vastattu=None).first()
    if case is None or not case.sahkoposti:
        return False
    went = _hand_over(case.sahkoposti, case.kieli or "fi", words, f"selvitys-{case.pk}")
    forget_address(case_id)
    return went


def forget_address(case_id: int) -> None:
    """The student's address has served its purpose."""
    Selvityspyynto.objects.filter(pk=case_id).update(sahkoposti=None)


def _hand_over(sahkoposti: str, kieli: str, words: Words, name: str) -> bool:
    sanoma = words(kieli)
    try:
        send_viesti(Viesti(sahkoposti, kieli, sanoma.otsikko, sanoma.sisalto, name))
    except ViestiRefused:
        return False
    return True
