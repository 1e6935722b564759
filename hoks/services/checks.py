"""What the other registers say of a plan before it is saved: asked live, every time."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.conf import settings
from pydantic_core import PydanticCustomError

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.dates import as_utc
from ehoks.common.errors import EhoksError
from ehoks.integrations import koski, oppijanumerorekisteri
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.integrations.oppijanumerorekisteri import Henkilo
from hoks import access, errors
from hoks.rules import koodit
from hoks.rules.judge import Verdict, judge
from hoks.rules.konteksti import FINISHED, Konteksti
from hoks.rules.korjaukset import Case, Cures, find_cures
from hoks.rules.violations import MAX_SHOWN, describe
from hoks.schema.fields import ObjectType, Operation
from hoks.schema.objects import HOKS
from hoks.schema.scalars import OPISKELUOIKEUS_OID
from hoks.services import read
from hoks.services.read import StoredHoks
from koodisto import lookup

Document = dict[str, Any]


@dataclass(frozen=True)
class NoOpiskeluoikeus:
    """Stands for the study right when the document names none that could be asked for."""

    tyyppi: str = ""
    alkamispaiva: None = None
    arvioitu_paattymispaiva: None = None
    tila: None = None
    suoritustyypit: tuple[str, ...] = ()


@dataclass(frozen=True)
class Oppijatiedot:
    """What the registers told of the learner of a new plan."""

    henkilo: Henkilo
    opiskeluoikeudet: list[Opiskeluoikeus]


def require_open(stored: StoredHoks, kayttaja: Kayttaja, oikeus: Oikeus) -> None:
    """The plan lives and the caller has the right.

    Raises:
        NotInIndex, NoAccess, HoksNotFound, HoksIsArchived.
    """
    require_alive(stored, kayttaja)
    if not stored.is_indexed:
        raise errors.NotInIndex(oid=stored.opiskeluoikeus_oid)
    access.require(kayttaja, oikeus, stored.oppilaitos_oid)


def require_alive(stored: StoredHoks, kayttaja: Kayttaja) -> None:
    """The plan is not archived; who may not read it learns nothing of archiving.

    Raises:
        HoksNotFound, HoksIsArchived.
    """
    if not stored.deleted_at:
        return
    if access.may(kayttaja, Oikeus.READ, stored.oppilaitos_oid):
        time = as_utc(stored.deleted_at)
        told = {"tila": "passivoitu", "aika": time, "syy": stored.passivoinnin_syy}
        raise errors.HoksIsArchived(aika=time, extra={k: v for k, v in told.items() if v})
    raise errors.HoksNotFound


def well_formed_oid(value: object) -> str | None:
    """The study right that a document names, if it can be one."""
    if not isinstance(value, Mapping):
        return None
    try:
        return str(OPISKELUOIKEUS_OID.check(value.get("opiskeluoikeus-oid")))
    except PydanticCustomError:
        return None


def get_opiskeluoikeus(oid: str) -> Opiskeluoikeus:
    """The study right as Koski has it now.

    Raises:
        OpiskeluoikeusNotFound: Koski does not know it, or it was voided.
        EhoksError: Koski does not answer (503).
    """
    found = koski.get_opiskeluoikeus(oid)
    if found is None:
        raise errors.OpiskeluoikeusNotFound(oid=oid)
    return found


@contextmanager
def in_school_of(oikeus: Opiskeluoikeus) -> Iterator[None]:
    """What is refused inside is a matter of the study right's school: its transfer log tells it."""
    try:
        yield
    except EhoksError as error:
        error.organisaatio_oid = oikeus.oppilaitos_oid
        raise


def require_valid(
    kind: ObjectType,
    operation: Operation,
    value: object,
    konteksti: Konteksti,
    stored: StoredHoks | None = None,
    warnings: list[Document] | None = None,
) -> Document:
    """The normalised document, its codes known too; `warnings` gets what is odd but not refused.

    A code that the stored plan has already is never refused.

    Raises:
        InvalidHoks: with the errors tree and all violations, and cures for those that have one.
    """
    court = _Court(kind, operation, konteksti, stored)
    verdict = court.judge(value)
    if warnings is not None and verdict.warnings:
        warnings.extend(describe(kind, verdict.warnings))
    if verdict.document is None:
        raise errors.InvalidHoks(kind, verdict, value, cures=court.find_cures(value, verdict))
    return verdict.document


def judge_document(
    operation: Operation, value: object, konteksti: Konteksti, stored: StoredHoks | None = None
) -> Verdict:
    """What a save would say of a plan so far; nothing is refused, and no other register asked."""
    return _Court(HOKS, operation, konteksti, stored).judge(value)


@dataclass
class _Court:
    """Holds values of one kind against the declaration, the law and the code sets."""

    kind: ObjectType
    operation: Operation
    konteksti: Konteksti
    stored: StoredHoks | None

    def judge(self, value: object) -> Verdict:
        """Two rounds only when a code is refused: the second tells it beside all other faults."""
        verdict = judge(self.kind, self.operation, value, self.konteksti)
        known_form = value if verdict.document is None else verdict.document
        found = koodit.collect(self.kind, known_form, verdict.refused)
        unknown = lookup.check(uri for _, uri in found)
        if not unknown:
            return verdict
        refused = [u for u in unknown if u.refuses and u.uri.lower() not in self.stored_codes]
        if refused:
            faults = koodit.refusals(found, refused)
            verdict = judge(self.kind, self.operation, value, self.konteksti, faults)
        verdict.warnings = koodit.warnings(found, [u for u in unknown if u not in refused])
        return verdict

    @cached_property
    def stored_codes(self) -> frozenset[str]:
        """The codes of the plan as it is stored; read only when a code is about to be refused."""
        if self.stored is None:
            return frozenset()
        document = read.get_stored(self.stored.id).document
        return frozenset(uri.lower() for _, uri in koodit.collect(HOKS, document))

    def find_cures(self, value: object, verdict: Verdict) -> Cures:
        """What would mend the violations that are told."""
        case = Case(self.kind, self.operation, value, self.judge, lambda u: not lookup.check([u]))
        return find_cures(case, verdict.violations[:MAX_SHOWN])


def authorise_create(
    value: object, kayttaja: Kayttaja, warnings: list[Document] | None = None
) -> Opiskeluoikeus:
    """The live study right of a new document, in a school where the caller may write.

    A document that names no possible study right belongs to no school: its faults are told to
    those who write plans somewhere, and to nobody else.

    Raises:
        OpiskeluoikeusNotFound, NoAccess, InvalidHoks.
    """
    oid = well_formed_oid(value)
    if oid is None:
        if not access.may_write_somewhere(kayttaja):
            raise errors.NoAccess
        context = Konteksti(NoOpiskeluoikeus())
        require_valid(HOKS, Operation.POST, value, context, warnings=warnings)
        raise errors.NoAccess  # not reached: such a document is never valid
    oikeus = get_opiskeluoikeus(oid)
    with in_school_of(oikeus):
        access.require(kayttaja, Oikeus.WRITE, oikeus.oppilaitos_oid)
    return oikeus


def require_oppija(oppija_oid: str, oikeus: Opiskeluoikeus) -> Oppijatiedot:
    """The learner, known to the register of persons and holder of the study right.

    Raises:
        OppijaNotFound, OpiskeluoikeusOfAnother, OpiskeluoikeusIsLinked.
    """
    henkilo = oppijanumerorekisteri.get_henkilo(oppija_oid)
    if henkilo is None:
        raise errors.OppijaNotFound(oid=oppija_oid)
    held = koski.list_opiskeluoikeudet(oppija_oid)
    if settings.ENFORCE_OPISKELUOIKEUS_MATCH and oikeus.oid not in {o.oid for o in held}:
        raise errors.OpiskeluoikeusOfAnother(oid=oikeus.oid, oppija_oid=oppija_oid)
    require_unlinked(oikeus)
    return Oppijatiedot(henkilo, held)


def require_unlinked(oikeus: Opiskeluoikeus) -> None:
    """Raises OpiskeluoikeusIsLinked for purchased education: the buyer's right has the plan."""
    if oikeus.sisaltyy_oid:
        raise errors.OpiskeluoikeusIsLinked(oid=oikeus.oid)


def is_finished(oikeus: Opiskeluoikeus) -> bool:
    """Whether plans of this study right are closed to changes."""
    return settings.PREVENT_FINISHED_UPDATES and oikeus.tila in FINISHED


def require_writable(oikeus: Opiskeluoikeus, sent_oid: str | None) -> None:
    """The study right of a stored plan is its own, and open to changes.

    Raises:
        OpiskeluoikeusIsLinked, OpiskeluoikeusIsFinishedForUpdate (whose wire text names the
        study right that the body named, or null).
    """
    require_unlinked(oikeus)
    if is_finished(oikeus):
        raise errors.OpiskeluoikeusIsFinishedForUpdate(oid=sent_oid or "null")


def require_same_opiskeluoikeus(document: Document, stored_oid: str) -> None:
    """Raises OpiskeluoikeusIsImmutable when the document names another study right."""
    new = document.get("opiskeluoikeus-oid", stored_oid)
    if new != stored_oid:
        raise errors.OpiskeluoikeusIsImmutable(old=stored_oid, new=new)


def require_same_oppija(document: Document, stored_oid: str) -> Henkilo | None:
    """The new learner, when the number was merged into another; None when it is the same.

    Raises:
        OppijaIsNotMaster: the new number is not what the old one was merged into.
    """
    new = document.get("oppija-oid", stored_oid)
    if new == stored_oid:
        return None
    if oppijanumerorekisteri.get_master_oid(stored_oid) != new:
        raise errors.OppijaIsNotMaster(old=stored_oid, new=new)
    henkilo = oppijanumerorekisteri.get_henkilo(new)
    if henkilo is None:
        raise errors.OppijaNotFound(oid=new)
    return henkilo
