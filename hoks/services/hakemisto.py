"""Refreshing the index on request: one study right, a plan's that is missing, a learner's name."""

from ehoks.integrations import koski, oppijanumerorekisteri
from ehoks.oppijaindex import services as index
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from hoks import errors
from hoks.services import read


def refresh_opiskeluoikeus(oid: str) -> bool:
    """Ask Koski of a study right that the index or a plan knows; gives whether Koski has it.

    Raises:
        NoHoksOfOpiskeluoikeus: neither knows it.
        OppijaNotFound, or 503.
    """
    oppija = _oppija_of(oid)
    oikeus = koski.get_opiskeluoikeus(oid)
    if oikeus is None:
        index.mark_missing([oid])
        return False
    if not Oppija.objects.filter(pk=oppija).exists():
        refresh_nimi(oppija)
    index.refresh_opiskeluoikeudet(oppija, [oikeus])
    return True


def _oppija_of(oid: str) -> str:
    stored = read.find_by_opiskeluoikeus(oid, with_document=False)
    if stored:
        return stored.oppija_oid
    known = Opiskeluoikeus.objects.filter(pk=oid).values_list("oppija_id", flat=True).first()
    if known is None:
        raise errors.NoHoksOfOpiskeluoikeus
    return str(known)


def require_known(oppija_oid: str) -> None:
    """Raises OppijaNotFound for a learner whom the index does not have."""
    if not Oppija.objects.filter(pk=oppija_oid).exists():
        raise errors.OppijaNotFound(oid=oppija_oid)


def refresh_nimi(oppija_oid: str) -> None:
    """Remember a learner's name anew.

    Raises:
        OppijaNotFound, or 503.
    """
    henkilo = oppijanumerorekisteri.get_henkilo(oppija_oid)
    if henkilo is None:
        raise errors.OppijaNotFound(oid=oppija_oid)
    index.refresh_oppija(oppija_oid, henkilo)
