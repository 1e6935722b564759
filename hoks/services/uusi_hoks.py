"""Whom a new plan can be made for: students as staff remember them, and their study rights."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.integrations import koski, oppijanumerorekisteri
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.oppijaindex.models import Oppija
from hoks import access
from hoks.rules.konteksti import AMMATILLINEN, TUVA
from hoks.services import checks, read
from hoks.services.read import StoredHoks

MOST = 20
MAX_WORDS, MAX_LETTERS = 8, 60


class Este(StrEnum):
    """Why no new plan can be made for a study right."""

    TYYPPI = "tyyppi"
    SISALTYY = "sisaltyy"
    PAATTYNYT = "paattynyt"
    PASSIVOITU = "passivoitu"
    ON_JO = "on-jo"


class Vaihtoehto(NamedTuple):
    """A study right of the student in a school where the caller may write, and its plan."""

    oikeus: Opiskeluoikeus
    este: Este | None
    hoks: StoredHoks | None


class Opiskelija(NamedTuple):
    """The student by name, with the study rights that are the caller's business."""

    oid: str
    nimi: str
    vaihtoehdot: list[Vaihtoehto]


def find_oppijat(kayttaja: Kayttaja, teksti: str) -> list[tuple[str, str]]:
    """Number and name of students known here, in schools where the caller may write."""
    words = teksti.split()[:MAX_WORDS]
    if not words:
        return []
    schools = access.visible_oppilaitokset(kayttaja, Oikeus.WRITE)
    found = Oppija.objects.filter(opiskeluoikeus__oppilaitos_oid__in=schools)
    for word in words:
        found = found.filter(nimi__icontains=word[:MAX_LETTERS])
    rows = found.order_by("sukunimi", "nimi", "oid").values_list("oid", "nimi", "sukunimi")
    return [(oid, nimi) for oid, nimi, _ in rows.distinct()[:MOST]]


def find_opiskelija(kayttaja: Kayttaja, oppija_oid: str) -> Opiskelija | None:
    """The student of that number; None unless one of the study rights is the caller's business.

    Raises:
        EhoksError: Koski, Oppijanumerorekisteri or the Organisaatio service does not answer (503).
    """
    held = koski.list_opiskeluoikeudet(oppija_oid)
    own = [o for o in held if access.may(kayttaja, Oikeus.WRITE, o.oppilaitos_oid)]
    henkilo = oppijanumerorekisteri.get_henkilo(oppija_oid) if own else None
    if henkilo is None:
        return None
    nimi = f"{henkilo.etunimet} {henkilo.sukunimi}".strip()
    return Opiskelija(oppija_oid, nimi, list(_vaihtoehdot(own)))


def _vaihtoehdot(oikeudet: Iterable[Opiskeluoikeus]) -> Iterable[Vaihtoehto]:
    for oikeus in oikeudet:
        stored = read.find_by_opiskeluoikeus(oikeus.oid, with_document=False)
        yield Vaihtoehto(oikeus, find_este(oikeus, stored), stored)


def find_este(oikeus: Opiskeluoikeus, stored: StoredHoks | None) -> Este | None:
    """What stands in the way of a new plan, if anything does."""
    if stored:
        return Este.PASSIVOITU if stored.deleted_at else Este.ON_JO
    if oikeus.tyyppi not in (AMMATILLINEN, TUVA):
        return Este.TYYPPI
    if oikeus.sisaltyy_oid:
        return Este.SISALTYY
    return Este.PAATTYNYT if checks.is_finished(oikeus) else None
