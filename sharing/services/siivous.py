"""What becomes of shares with time: those whose part is gone end, old contact data go."""

import datetime as dt

import orjson
from django.db import transaction

from ehoks.common.dates import now, today
from hoks.models import HoksVersio
from sharing.models import Jako, Syy, Yritykset
from sharing.services import yritykset
from sharing.services.jakaminen import end
from sharing.voimassaolo import is_there

CONTACT_DATA_KEPT = dt.timedelta(days=92)  # three months after the share ended
_BATCH = 500


def end_without_part() -> int:
    """End the shares whose part the plan no longer has; how many.

    A plan to which the part comes back has it under another id: the share stays ended.
    """
    ended = 0
    living = Jako.objects.filter(paatetty=None, hoks__deleted_at=None, voimassa_loppu__gte=today())
    for hoks_id in living.values_list("hoks_id", flat=True).distinct():
        with transaction.atomic():
            jaot = list(living.filter(hoks_id=hoks_id).select_for_update(of=("self",)))
            sisalto = (
                HoksVersio.objects.filter(hoks_id=hoks_id)
                .order_by("-id")
                .values_list("sisalto", flat=True)
                .first()
            )
            document = orjson.loads(sisalto or "{}")
            for jako in jaot:
                if not is_there(jako, document):
                    end(jako, Syy.OSA_POISTETTU)
                    ended += 1
    return ended


def forget_contacts() -> int:
    """Remove the address and the message of shares that ended three months ago; how many.

    Name and openings stay with the plan, so that the student sees who has looked.
    """
    before = now() - CONTACT_DATA_KEPT
    old = Jako.objects.filter(siivottu=None)
    old = old.filter(voimassa_loppu__lt=before.date()) | old.filter(paatetty__lt=before)
    ids = list(old.values_list("pk", flat=True)[:_BATCH])
    return Jako.objects.filter(pk__in=ids).update(
        vastaanottaja_sahkoposti="", viesti="", siivottu=now()
    )


def forget_tries() -> int:
    """Remove counts of tries that count no longer; how many."""
    return Yritykset.objects.filter(alku__lt=now() - yritykset.WINDOW).delete()[0]
