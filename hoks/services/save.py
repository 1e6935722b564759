"""Create, replace and patch: the one way in for every change of a plan.

Each function checks in a fixed order (existence, rights, document, other registers, state of the
study right, uniqueness, sameness), then writes everything in one transaction: the plan and its
parts, the version that will be served, the index, the audit entry.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

import orjson
import psycopg
from django.db import IntegrityError, transaction

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.dates import now
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.oppijaindex import services as index
from hoks import access, errors
from hoks.models.hoks import new_eid
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services import checks, read, sql, versions
from hoks.services.identity import identify
from hoks.services.read import StoredHoks
from hoks.services.rows import hoks_row, ordered, to_rows

Document = dict[str, Any]

ONE_PLAN = "hoksit_opiskeluoikeus_oid_unique"
KEPT_ON_PUT = ("oppija-oid", "opiskeluoikeus-oid", "eid", "manuaalisyotto")


@dataclass(frozen=True, slots=True)
class Asiakas:
    """Who writes: the rights by which it is judged and the mark it leaves in the audit log."""

    kayttaja: Kayttaja
    tekija: audit.Tekija


class Sent(NamedTuple):
    """A body as it came and as it was parsed."""

    raw: bytes
    value: object


class Saved(NamedTuple):
    """What a write left: the plan's id, its ETag, the document if it was touched at all."""

    id: int
    etag: str
    sisalto: bytes | None


Precondition = Callable[[str], bool]  # given the current ETag: may the write go on?


def create_hoks(
    *,
    sent: Sent,
    by: Asiakas,
    manuaalisyotto: bool = False,
    remember: Callable[[Saved], None] | None = None,
) -> Saved:
    """Store a new plan. `remember` runs inside the transaction, for a caller that keeps receipts.

    Raises:
        InvalidHoks, NoAccess, OpiskeluoikeusNotFound, OppijaNotFound, OpiskeluoikeusOfAnother,
        OpiskeluoikeusIsLinked, OpiskeluoikeusIsFinished, HoksExists, ArchivedHoksExists, or 503
        when a register does not answer. Nothing is written then.
    """
    oikeus = checks.authorise_create(sent.value, by.kayttaja)
    document = checks.require_valid(HOKS, Operation.POST, sent.value, Konteksti(oikeus))
    oppija = checks.require_oppija(document["oppija-oid"], oikeus)
    if checks.is_finished(oikeus):
        raise errors.OpiskeluoikeusIsFinished(oid=oikeus.oid)
    document |= {"eid": new_eid(), "manuaalisyotto": manuaalisyotto}
    try:
        return _insert(document, oikeus, oppija, by, remember)
    except IntegrityError as error:
        if _broken_constraint(error) != ONE_PLAN:
            raise
        raise _duplicate(oikeus, by.kayttaja) from None


def _insert(
    document: Document,
    oikeus: Opiskeluoikeus,
    oppija: checks.Oppijatiedot,
    by: Asiakas,
    remember: Callable[[Saved], None] | None,
) -> Saved:
    content = versions.content_digest(document)
    fresh = identify(document, None)
    with transaction.atomic():
        document["id"], ids = sql.next_hoks_and_osa_ids(len(fresh))
        for part, own_id in zip(fresh, ids, strict=True):
            part["id"] = own_id
        document = ordered(HOKS, document)
        with sql.pipeline():
            sql.insert_hoks({**hoks_row(document), "created_at": now(), "updated_at": now()})
            sql.insert_parts(to_rows(document))
            saved = _add_version(document, content, by, None)
            index.refresh_oppija(document["oppija-oid"], oppija.nimi)
            purchased = [o for o in oppija.opiskeluoikeudet if o.sisaltyy_oid == oikeus.oid]
            index.refresh_opiskeluoikeudet(document["oppija-oid"], [oikeus, *purchased])
            audit.record("create", by.tekija, _target(document))
            if remember:
                remember(saved)
    return saved


def _broken_constraint(error: IntegrityError) -> str | None:
    cause = error.__cause__
    return cause.diag.constraint_name if isinstance(cause, psycopg.Error) else None


def _duplicate(oikeus: Opiskeluoikeus, kayttaja: Kayttaja) -> Exception:
    """Why the study right was taken, as far as the caller may know."""
    existing = read.find_by_opiskeluoikeus(oikeus.oid)
    if existing is None:  # gone again in the meantime
        return errors.HoksExists()
    extra = {}
    if access.may(kayttaja, Oikeus.READ, existing.oppilaitos_oid):
        extra = {"hoks-id": existing.id}
    kind = errors.ArchivedHoksExists if existing.deleted_at else errors.HoksExists
    return kind(extra=extra)


def replace_hoks(
    *, hoks_id: int, sent: Sent, by: Asiakas, precondition: Precondition | None = None
) -> Saved:
    """Replace a plan: what the document omits is gone, but parts that live on keep their ids.

    A document that says what is stored already changes nothing.

    Raises:
        HoksNotFound, NoAccess, OpiskeluoikeusNotFound, InvalidHoks, IdMismatch,
        OpiskeluoikeusIsImmutable, OppijaIsNotMaster, OpiskeluoikeusIsLinked,
        OpiskeluoikeusIsFinishedForUpdate, VersionMismatch, or 503. Nothing is written then.
    """
    stored, oikeus = _open_for_update(hoks_id, by)
    fingerprint = versions.sent_digest(sent.raw, oikeus)
    if fingerprint == stored.runko_tiiviste:
        _check_opiskeluoikeus(oikeus, oikeus.oid)
        _require(precondition, stored)
        return _unchanged("overwrite", stored, by)
    update = _Update(Operation.PUT, stored, oikeus, sent, by, precondition)
    return update.run(_merged_put, fingerprint)


def patch_hoks(
    *, hoks_id: int, sent: Sent, by: Asiakas, precondition: Precondition | None = None
) -> Saved:
    """Change the fields of a plan's root that the document names; its lists stay as they are.

    Raises:
        As `replace_hoks`.
    """
    stored, oikeus = _open_for_update(hoks_id, by)
    update = _Update(Operation.PATCH, stored, oikeus, sent, by, precondition)
    return update.run(_merged_patch, None)


def _merged_patch(sent_fields: Document, old: Document) -> Document:
    return {**old, **sent_fields}


def _merged_put(sent_fields: Document, old: Document) -> Document:
    return {"id": old["id"], **{k: old[k] for k in KEPT_ON_PUT if k in old}, **sent_fields}


def _open_for_update(hoks_id: int, by: Asiakas) -> tuple[StoredHoks, Opiskeluoikeus]:
    stored = read.get_stored(hoks_id, with_document=False)
    require_open(stored, by.kayttaja, Oikeus.UPDATE)
    return stored, checks.get_opiskeluoikeus(stored.opiskeluoikeus_oid)


def require_open(stored: StoredHoks, kayttaja: Kayttaja, oikeus: Oikeus) -> None:
    """The plan lives and the caller has the right; who may not read learns nothing of archiving.

    Raises:
        NotInIndex, NoAccess, HoksNotFound, HoksIsArchived.
    """
    if stored.deleted_at:
        if access.may(kayttaja, Oikeus.READ, stored.oppilaitos_oid):
            time = f"{stored.deleted_at:%Y-%m-%dT%H:%M:%SZ}"
            raise errors.HoksIsArchived(aika=time, extra={"tila": "passivoitu", "aika": time})
        raise errors.HoksNotFound
    if not stored.is_indexed:
        raise errors.NotInIndex(oid=stored.opiskeluoikeus_oid)
    access.require(kayttaja, oikeus, stored.oppilaitos_oid)


def _check_opiskeluoikeus(oikeus: Opiskeluoikeus, sent_oid: str | None) -> None:
    checks.require_unlinked(oikeus)
    if checks.is_finished(oikeus):
        raise errors.OpiskeluoikeusIsFinishedForUpdate(oid=sent_oid or "null")


def _require(precondition: Precondition | None, stored: StoredHoks) -> None:
    if precondition and not precondition(stored.etag):
        raise errors.VersionMismatch(headers={"ETag": f'"{stored.etag}"'})


def _unchanged(operaatio: str, stored: StoredHoks, by: Asiakas) -> Saved:
    target = audit.Kohde(stored.id, stored.oppija_oid, stored.opiskeluoikeus_oid)
    audit.record(operaatio, by.tekija, target)
    return Saved(stored.id, stored.etag, None)


@dataclass
class _Update:
    """One PUT or PATCH on its way: checked first, then written under the plan's lock."""

    operation: Operation
    stored: StoredHoks
    oikeus: Opiskeluoikeus
    sent: Sent
    by: Asiakas
    precondition: Precondition | None

    def run(
        self, merge: Callable[[Document, Document], Document], fingerprint: str | None
    ) -> Saved:
        sent_fields = self._check()
        with transaction.atomic():
            stored = read.get_locked(self.stored.id)
            _require(self.precondition, stored)
            assert stored.sisalto is not None
            old = orjson.loads(stored.sisalto)
            new = ordered(HOKS, merge(sent_fields, old))
            content = versions.content_digest(new)
            if content == stored.sisalto_tiiviste:
                return _unchanged(self._operaatio, stored, self.by)
            return self._write(old, new, content, fingerprint)

    @property
    def _operaatio(self) -> str:
        return "overwrite" if self.operation is Operation.PUT else "update"

    def _check(self) -> Document:
        konteksti = Konteksti(self.oikeus)
        document = checks.require_valid(HOKS, self.operation, self.sent.value, konteksti)
        if document.pop("id", self.stored.id) != self.stored.id:
            raise errors.IdMismatch
        checks.require_same_opiskeluoikeus(document, self.stored.opiskeluoikeus_oid)
        self.new_oppija = checks.require_same_oppija(document, self.stored.oppija_oid)
        _check_opiskeluoikeus(self.oikeus, document.get("opiskeluoikeus-oid"))
        return document

    def _write(self, old: Document, new: Document, content: str, fingerprint: str | None) -> Saved:
        parts_may_differ = self.operation is Operation.PUT
        if parts_may_differ:
            fresh = identify(new, old)
            if fresh:
                for part, own_id in zip(fresh, sql.next_osa_ids(len(fresh)), strict=True):
                    part["id"] = own_id
        with sql.pipeline():
            sql.update_hoks({**hoks_row(new), "updated_at": now()})
            if parts_may_differ:
                sql.update_parts(new["id"], to_rows(old), to_rows(new))
            saved = _add_version(new, content, self.by, fingerprint)
            if self.new_oppija:
                name = f"{self.new_oppija.etunimet} {self.new_oppija.sukunimi}".strip()
                index.refresh_oppija(new["oppija-oid"], name)
            index.refresh_opiskeluoikeudet(new["oppija-oid"], [self.oikeus])
            audit.record(self._operaatio, self.by.tekija, _target(new))
        return saved


def _add_version(document: Document, content: str, by: Asiakas, fingerprint: str | None) -> Saved:
    sisalto = versions.to_bytes(document)
    saved = Saved(document["id"], versions.digest(sisalto), sisalto)
    sql.insert_versio(
        {
            "hoks_id": saved.id,
            "tallennettu": now(),
            "tallentaja": by.kayttaja.username,
            "kanava": by.tekija.kanava,
            "sisalto": sisalto.decode(),
            "etag": saved.etag,
            "sisalto_tiiviste": content,
            "runko_tiiviste": fingerprint,
        }
    )
    return saved


def _target(document: Document) -> audit.Kohde:
    return audit.Kohde(document["id"], document["oppija-oid"], document["opiskeluoikeus-oid"])
