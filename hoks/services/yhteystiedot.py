"""Takes away contact data that nobody needs any more, from the plan and from all its versions.

Workplace instructors are reached for the sake of a period of learning, students for the sake of
their studies. Three months after the end of those the e-mail address and the phone number go; a
name stays. Stored versions are rewritten in place: their bytes and ETags change, but there is no
new version, and the plan is as old as it was.
"""

import datetime as dt
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from django.db import transaction

from ehoks.audit import log as audit
from ehoks.common.dates import now
from hoks.models import HoksVersio, Selvityspyynto, Yhteystietotarkistus
from hoks.services import read, sql, versions
from hoks.services.read import StoredHoks
from hoks.services.rows import KOULUTUS, OHJAAJA, differing_rows, hoks_row
from hoks.services.store import EHOKS
from hoks.services.vipunen import keep_vipunen

MONTHS = 3
CONTACTS = ("sahkoposti", "puhelinnumero")
AT_A_TIME = 20  # versions in memory

Document = dict[str, Any]


def remove_contacts(hoks_id: int, limit: dt.date, *, of_student: bool) -> bool:
    """Rewrite a plan and its versions; gives whether anything had to go.

    `limit`: what ended before that day is over. `of_student`: the studies are.
    """
    with transaction.atomic():
        stored = read.get_locked(hoks_id)
        rule = _Rule(stored, limit, of_student=of_student)
        changed = sum(_rewrite(versio, stored, rule) for versio in _versiot(hoks_id))
        if of_student:
            Selvityspyynto.objects.filter(hoks_id=hoks_id).update(sahkoposti=None)
        Yhteystietotarkistus.objects.update_or_create(hoks_id=hoks_id, defaults={"aika": now()})
        if changed:
            audit.record("remove-contacts", EHOKS.tekija, stored.kohde)
    return bool(changed)


class _Rule:
    """What may stay is decided by the plan as it stands, for its older versions as well."""

    def __init__(self, stored: StoredHoks, limit: dt.date, *, of_student: bool) -> None:
        self.limit, self.newest = limit.isoformat(), stored.document
        self.is_old = stored.updated_at.date() < limit
        kept = () if of_student else (key for key in CONTACTS if key in self.newest)
        self.kept = frozenset(kept) if self.is_old or of_student else frozenset(CONTACTS)
        self.live: dict[int, str] = {
            part["id"]: part["loppu"]
            for part, ohjaaja in _ohjaajat(self.newest)
            if any(key in ohjaaja for key in CONTACTS)
        }

    def keeps(self, part: Document) -> bool:
        """Whether the instructor of a period is still to be reached.

        One that the plan no longer has, or tells no contact of, was given up when it changed.
        """
        loppu: str = self.live.get(part["id"], "" if self.is_old else part["loppu"])
        return loppu >= self.limit


def _versiot(hoks_id: int) -> Iterator[HoksVersio]:
    rows = HoksVersio.objects.filter(hoks_id=hoks_id).order_by("-id")
    return rows.iterator(chunk_size=AT_A_TIME)


def _rewrite(versio: HoksVersio, stored: StoredHoks, rule: _Rule) -> bool:
    old = versions.parse(versio.sisalto)
    new = _without(old, rule)
    if new == old:
        return False
    sisalto = versions.to_bytes(new)
    versio.sisalto, versio.etag = sisalto.decode(), versions.digest(sisalto)
    is_newest = old == rule.newest
    versio.sisalto_tiiviste = versions.content_digest(new)
    # The digest of the body stays: the same body sent again must not bring it all back.
    versio.save(update_fields=["sisalto", "etag", "sisalto_tiiviste"])
    if is_newest:
        sql.update_hoks({**hoks_row(new), "updated_at": stored.updated_at})
        sql.update_parts(stored.id, *differing_rows(old, new))
        keep_vipunen(stored.id, versio.etag, new)
    return True


def _without(document: Document, rule: _Rule) -> Document:
    new = deepcopy(document)
    for key in CONTACTS:
        if key not in rule.kept:
            new.pop(key, None)
    for part, ohjaaja in _ohjaajat(new):
        if not rule.keeps(part):
            for key in CONTACTS:
                ohjaaja.pop(key, None)
    return new


def _ohjaajat(value: Any) -> Iterator[tuple[Document, Document]]:
    """Every period of learning at a workplace, wherever it stands, with its instructor."""
    if isinstance(value, list):
        for item in value:
            yield from _ohjaajat(item)
    elif isinstance(value, dict):
        if ohjaaja := value.get(KOULUTUS, {}).get(OHJAAJA):
            yield value, ohjaaja
        for inner in value.values():
            if isinstance(inner, list):
                yield from _ohjaajat(inner)
