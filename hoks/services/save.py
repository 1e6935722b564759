"""Create, replace and patch: the way in for every change of a plan as a whole.

Each function checks in a fixed order (existence, rights, document, other registers, state of the
study right, uniqueness, sameness) and hands what is allowed to `store`, which writes it in one
transaction.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

import psycopg
from django.db import IntegrityError

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.errors import EhoksError
from ehoks.integrations.koski import Opiskeluoikeus
from hoks import access, errors
from hoks.models.hoks import new_eid
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services import checks, read, store, versions
from hoks.services.read import StoredHoks
from hoks.services.siirrot import find_remarks
from hoks.services.store import Asiakas, Precondition, Saved, Sent
from hoks.services.versions import Fingerprint

__all__ = [
    "Asiakas",
    "Saved",
    "Sent",
    "create_hoks",
    "open_for_update",
    "patch_hoks",
    "replace_hoks",
    "upsert_hoks",
    "validate_hoks",
]

Document = dict[str, Any]

ONE_PLAN = "hoksit_opiskeluoikeus_oid_unique"
KEPT_ON_PUT = ("oppija-oid", "opiskeluoikeus-oid", "eid", "manuaalisyotto")


class Checked(NamedTuple):
    """A new document that passed every check but the one that only the database can make."""

    document: Document
    oikeus: Opiskeluoikeus
    oppija: checks.Oppijatiedot


def check_create(sent: Sent, by: Asiakas) -> Checked:
    """Every check of a create, without a write.

    Raises:
        InvalidHoks, NoAccess, OpiskeluoikeusNotFound, OppijaNotFound, OpiskeluoikeusOfAnother,
        OpiskeluoikeusIsLinked, OpiskeluoikeusIsFinished, or 503 when a register does not answer.
    """
    document, oikeus = _judged(sent, by)
    return Checked(document, oikeus, _known_oppija(document, oikeus))


def _judged(sent: Sent, by: Asiakas) -> tuple[Document, Opiskeluoikeus]:
    oikeus = checks.authorise_create(sent.value, by.kayttaja, sent.warnings)
    with checks.in_school_of(oikeus):
        document = checks.require_valid(
            HOKS, Operation.POST, sent.value, Konteksti(oikeus), warnings=sent.warnings
        )
    return document, oikeus


def _known_oppija(document: Document, oikeus: Opiskeluoikeus) -> checks.Oppijatiedot:
    with checks.in_school_of(oikeus):
        oppija = checks.require_oppija(document["oppija-oid"], oikeus)
        if checks.is_finished(oikeus):
            raise errors.OpiskeluoikeusIsFinished(oid=oikeus.oid)
    return oppija


def validate_hoks(*, sent: Sent, by: Asiakas) -> list[Document]:
    """What a create would say of a document, without storing anything: its warnings.

    They are shaped as violations are: pointer, code, texts in three languages.

    Raises:
        What `create_hoks` raises, with the warnings beside as `varoitukset` once the document
        has been looked at.
    """
    try:
        document, oikeus = _judged(sent, by)
    except errors.InvalidHoks as error:
        faults = error.verdict.refused
        error.extra["varoitukset"] = find_remarks(sent.value, sent.warnings, faults)
        raise
    remarks = find_remarks(document, sent.warnings)
    try:
        _known_oppija(document, oikeus)
        require_no_plan(oikeus, by.kayttaja)
    except EhoksError as error:
        error.extra["varoitukset"] = remarks
        raise
    return remarks


def create_hoks(
    *,
    sent: Sent,
    by: Asiakas,
    manuaalisyotto: bool = False,
    remember: Callable[[Saved], None] | None = None,
) -> Saved:
    """Store a new plan. `remember` runs inside the transaction, for a caller that keeps receipts.

    Raises:
        What `check_create` raises, HoksExists, ArchivedHoksExists. Nothing is written then.
    """
    document, oikeus, oppija = check_create(sent, by)
    document |= {"eid": new_eid(), "manuaalisyotto": manuaalisyotto}
    try:
        fingerprint = Fingerprint(versions.body_digest(sent.raw), versions.context_digest(oikeus))
        return store.insert(document, oikeus, oppija, by, fingerprint, remember, sent.warnings)
    except IntegrityError as error:
        if _broken_constraint(error) != ONE_PLAN:
            raise
        with checks.in_school_of(oikeus):
            raise _duplicate(oikeus, by.kayttaja) from None


def require_no_plan(oikeus: Opiskeluoikeus, kayttaja: Kayttaja) -> None:
    """Raises HoksExists or ArchivedHoksExists when the study right has a plan."""
    if read.find_by_opiskeluoikeus(oikeus.oid, with_document=False):
        raise _duplicate(oikeus, kayttaja)


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


def upsert_hoks(
    *, opiskeluoikeus_oid: str, sent: Sent, by: Asiakas, precondition: Precondition | None = None
) -> Saved:
    """Store the plan of a study right, whether it is there already or not.

    Raises:
        What `create_hoks` and `replace_hoks` raise; OpiskeluoikeusIsImmutable when the document
        names another study right than the address; VersionMismatch also when there is no plan
        and the precondition wants one.
    """
    named = checks.well_formed_oid(sent.value)
    if named not in (None, opiskeluoikeus_oid):
        raise errors.OpiskeluoikeusIsImmutable(old=opiskeluoikeus_oid, new=named)
    existing = read.find_by_opiskeluoikeus(opiskeluoikeus_oid, with_document=False)
    if existing is None:
        if precondition:  # none of the versions it names is there
            check_create(sent, by)
            raise errors.VersionMismatch
        try:
            return create_hoks(sent=sent, by=by)
        except errors.HoksExists:  # somebody was first by a moment: then this is a replacement
            existing = read.get_by_opiskeluoikeus(opiskeluoikeus_oid)
    return _replace(existing, sent, by, precondition)


def replace_hoks(
    *,
    hoks_id: int,
    sent: Sent,
    by: Asiakas,
    precondition: Precondition | None = None,
    remember: Callable[[Saved, Document], None] | None = None,
) -> Saved:
    """Replace a plan: what the document omits is gone, but parts that live on keep their ids.

    A document that says what is stored already changes nothing. `remember` runs inside the
    transaction of a change; bytes that were the last to be stored make none.

    Raises:
        HoksNotFound, NoAccess, OpiskeluoikeusNotFound, InvalidHoks, IdMismatch,
        OpiskeluoikeusIsImmutable, OppijaIsNotMaster, OpiskeluoikeusIsLinked,
        OpiskeluoikeusIsFinishedForUpdate, VersionMismatch, or 503. Nothing is written then.
    """
    found = read.find_stored(hoks_id, with_document=False)
    return _replace(found, sent, by, precondition, remember)


def _replace(
    found: StoredHoks | None,
    sent: Sent,
    by: Asiakas,
    precondition: Precondition | None,
    remember: Callable[[Saved, Document], None] | None = None,
) -> Saved:
    body = versions.body_digest(sent.raw)
    same_body = found is not None and found.runko_tiiviste == body
    if not same_body:
        sent.value  # noqa: B018 -- a body that is no JSON is told before a plan that is not there
    stored, oikeus = _opened(found, by, Oikeus.UPDATE)
    context = versions.context_digest(oikeus)
    if same_body and stored.konteksti_tiiviste == context:
        checks.require_writable(oikeus, oikeus.oid)
        store.require_precondition(precondition, stored)
        return store.unchanged("overwrite", stored, by)
    document, new_oppija = _checked(Operation.PUT, stored, oikeus, sent)
    update = store.Update(
        stored,
        oikeus,
        by,
        "overwrite",
        lambda old, _: {
            "id": old["id"],
            **{k: old[k] for k in KEPT_ON_PUT if k in old},
            **document,
        },
        precondition,
        new_oppija,
        judged=True,
        fingerprint=Fingerprint(body, context),
        warnings=sent.warnings,
        remember=remember,
    )
    return update.run()[0]


def patch_hoks(
    *, hoks_id: int, sent: Sent, by: Asiakas, precondition: Precondition | None = None
) -> Saved:
    """Change the fields of a plan's root that the document names; its lists stay as they are.

    Raises:
        As `replace_hoks`.
    """
    stored, oikeus = open_for_update(hoks_id, sent, by, Oikeus.UPDATE)
    document, new_oppija = _checked(Operation.PATCH, stored, oikeus, sent)
    update = store.Update(
        stored,
        oikeus,
        by,
        "update",
        lambda old, _: old | document,
        precondition,
        new_oppija,
        parts=False,
        warnings=sent.warnings,
    )
    return update.run()[0]


def open_for_update(
    hoks_id: int, sent: Sent, by: Asiakas, right: Oikeus
) -> tuple[StoredHoks, Opiskeluoikeus]:
    """A living plan that the caller may change, and its study right as Koski has it now.

    Raises:
        HoksNotFound, NotInIndex, NoAccess, OpiskeluoikeusNotFound, or 503; what the parser raises
        of the body comes before them all.
    """
    sent.value  # noqa: B018
    return _opened(read.find_stored(hoks_id, with_document=False), by, right)


def _opened(
    stored: StoredHoks | None, by: Asiakas, right: Oikeus
) -> tuple[StoredHoks, Opiskeluoikeus]:
    if stored is None:
        raise errors.HoksNotFound
    checks.require_open(stored, by.kayttaja, right)
    return stored, checks.get_opiskeluoikeus(stored.opiskeluoikeus_oid)


def _checked(
    operation: Operation, stored: StoredHoks, oikeus: Opiskeluoikeus, sent: Sent
) -> tuple[Document, Any]:
    """The normalised document, and the new learner when the number was merged."""
    document = checks.require_valid(
        HOKS, operation, sent.value, Konteksti(oikeus), stored, sent.warnings
    )
    if document.pop("id", stored.id) != stored.id:
        raise errors.IdMismatch
    checks.require_same_opiskeluoikeus(document, stored.opiskeluoikeus_oid)
    new_oppija = checks.require_same_oppija(document, stored.oppija_oid)
    checks.require_writable(oikeus, document.get("opiskeluoikeus-oid"))
    return document, new_oppija
