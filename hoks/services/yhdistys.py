"""Moves plans to the learner number that theirs was merged into, and keeps learners' names fresh."""

from django.db import transaction

from ehoks.audit import log as audit
from ehoks.common.dates import now
from ehoks.integrations import oppijanumerorekisteri
from ehoks.integrations.oppijanumerorekisteri import Henkilo
from ehoks.oppijaindex import services as index
from ehoks.oppijaindex.models import Oppija
from hoks.models import Hoks
from hoks.services import read, sql, store, versions
from hoks.services.rows import hoks_row


def refresh_oppija(oid: str) -> bool:
    """Ask of a learner in the index anew; gives whether the number was merged into another.

    Raises OppijanumerorekisteriUnavailable.
    """
    henkilo = oppijanumerorekisteri.get_henkilo(oid)
    master = oppijanumerorekisteri.get_master_oid(oid) if henkilo and henkilo.duplicate else None
    if master and master != oid:
        found = oppijanumerorekisteri.get_henkilo(master)
        if found:
            merge(oid, found)
            return True
    if henkilo:
        index.refresh_oppija(oid, henkilo)
    else:  # asked, but unknown: it is asked again when its turn comes
        Oppija.objects.filter(pk=oid).update(updated_at=now())
    return False


def merge(old: str, henkilo: Henkilo) -> None:
    """All plans of a learner, archived ones too, go to the person's main number.

    Each plan is a transaction of its own; what is left goes when it is called again.
    """
    for hoks_id in Hoks.objects.filter(oppija_oid=old).values_list("id", flat=True):
        with transaction.atomic():
            _move(hoks_id, old, henkilo)
    with transaction.atomic():
        index.refresh_oppija(henkilo.oid, henkilo)
        index.move_opiskeluoikeudet(old, henkilo.oid)


def _move(hoks_id: int, old: str, henkilo: Henkilo) -> None:
    """A new version: whoever reads the plan, the statistics too, learns of the new number."""
    stored = read.get_locked(hoks_id)
    if stored.oppija_oid != old:
        return
    document = stored.document | {"oppija-oid": henkilo.oid}
    sql.update_hoks({**hoks_row(document), "updated_at": now()})
    store.add_version(document, versions.content_digest(document), store.EHOKS, None)
    index.refresh_oppija(henkilo.oid, henkilo)
    audit.record("merge", store.EHOKS.tekija, stored.kohde)
