"""The one door for "may X do Y to Z": pages, API, links and jobs all ask here."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from enum import StrEnum

from ehoks.audit.log import Tekija
from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Oikeus
from ehoks.common.errors import EhoksError
from ehoks.integrations import oppijanumerorekisteri, organisaatio
from ehoks.oppijaindex.oppilaitokset import list_oppilaitokset
from hoks.errors import NoAccess


def may(kayttaja: Kayttaja, oikeus: Oikeus, oppilaitos_oid: str | None) -> bool:
    """Whether the caller has the right in the school of a plan, or in an organisation above it.

    OPH's main user may everything in every school. An organisation that the Organisaatio service
    does not know gives nobody anything.

    Raises:
        EhoksError: the Organisaatio service does not answer and nothing fresh is remembered (503).
    """
    if oppilaitos_oid is None:
        return False
    found = organisaatio.get_organisaatio(oppilaitos_oid)
    return found is not None and (kayttaja.is_super or kayttaja.has(oikeus, found.path))


def require(kayttaja: Kayttaja, oikeus: Oikeus, oppilaitos_oid: str | None) -> None:
    """As `may`, but a refusal is raised.

    Raises:
        NoAccess: the caller lacks the right.
    """
    if not may(kayttaja, oikeus, oppilaitos_oid):
        raise NoAccess


def may_write_somewhere(kayttaja: Kayttaja) -> bool:
    """Whether the caller writes plans at all: enough to be told what is wrong with a document."""
    return kayttaja.has_somewhere(Oikeus.WRITE)


def visible_organisaatiot(
    kayttaja: Kayttaja, oikeus: Oikeus, organisaatiot: Iterable[str]
) -> set[str]:
    """Those of the organisations in which the caller has the right: what a list may show."""
    return {oid for oid in organisaatiot if may(kayttaja, oikeus, oid)}


def visible_oppilaitokset(kayttaja: Kayttaja, oikeus: Oikeus) -> list[str]:
    """The schools that have study rights here and in which the caller has the right."""
    return sorted(visible_organisaatiot(kayttaja, oikeus, list_oppilaitokset()))


def may_export(kayttaja: Kayttaja) -> bool:
    """Whether the caller reads the plans of the whole country, as statistics do."""
    return kayttaja.has(Oikeus.READ, [OPH_ROOT])


class Peruste(StrEnum):
    """On which ground somebody looks at a plan. It stands in the audit log, and the student is told."""

    ITSE = "itse"  # it is the student
    OMA = "oma-oppilaitos"  # a right in the school of the plan, or in its provider
    OPISKELEE_MYOS = "opiskelee-myos"  # another provider, as long as the student studies there too
    OPH = "opetushallitus"
    JAETTU = "jaettu"  # it has been shared with the reader


def as_reader(
    tekija: Tekija, kayttaja: Kayttaja, oppilaitos_oid: str | None, omat: Iterable[str | None] = ()
) -> Tekija:
    """The mark of who looks at a plan of that school, with the organisation and the ground.

    `omat` are the schools of the learner's plans that the reader may read as own: where there is no
    right in the school of this plan, they are why it is seen.
    """
    near, peruste = _nearest_role(kayttaja, oppilaitos_oid), Peruste.OMA
    if near is None:
        roles = (r.organisaatio_oid for r in kayttaja.roolit if Oikeus.READ in r.oikeudet)
        nears = [*(_nearest_role(kayttaja, oid) for oid in omat), *roles]
        near, peruste = next(filter(None, nears), None), Peruste.OPISKELEE_MYOS
    if near == OPH_ROOT:  # also of a plan whose school nobody knows
        peruste = Peruste.OPH
    return replace(tekija, organisaatio_oid=near, peruste=peruste)


def _nearest_role(kayttaja: Kayttaja, oppilaitos_oid: str | None) -> str | None:
    """The organisation nearest to the school in which the caller may read."""
    found = organisaatio.get_organisaatio(oppilaitos_oid) if oppilaitos_oid else None
    mine = {rooli.organisaatio_oid for rooli in kayttaja.roolit if Oikeus.READ in rooli.oikeudet}
    return next((oid for oid in found.path if oid in mine), None) if found else None


def may_know_where(oppija_oid: str, *, is_own: bool) -> bool:
    """Whether a reader may be told where a learner can be found: contact data, schools, workplaces.

    `is_own`: the reader is the learner, or may read plans in the school of the plan. Nobody else
    (another provider, whoever a part is shared with) is told of a person under a non-disclosure
    order (turvakielto). Silence of the register of persons is no permission.
    """
    return is_own or is_protected(oppija_oid) is False


def may_know_home(oppija_oid: str, *, is_self: bool, is_own: bool) -> bool:
    """Whether a reader may be told what the register of persons tells of where a learner lives.

    The learner always. Staff of the school of the plan (`is_own`) of who is known not to be under
    a non-disclosure order, as plans are written without it. Nobody else, and nothing in a share.
    """
    return is_self or (is_own and is_protected(oppija_oid) is False)


def is_protected(oppija_oid: str) -> bool | None:
    """Whether the learner is under a non-disclosure order; None when it cannot be known just now."""
    try:
        oids = oppijanumerorekisteri.list_oids(oppija_oid)
        found = [oppijanumerorekisteri.get_henkilo(oid) for oid in oids]
    except EhoksError:
        return None
    if any(henkilo is not None and henkilo.turvakielto for henkilo in found):
        return True
    return None if None in found else False


def may_maintain(kayttaja: Kayttaja) -> bool:
    """Whether the caller keeps the service itself: the main users of OPH, who see every plan."""
    return kayttaja.is_super and not kayttaja.is_service


def require_super(kayttaja: Kayttaja) -> None:
    """Raises NoAccess for all but those who keep the service."""
    if not may_maintain(kayttaja):
        raise NoAccess


def may_share(kayttaja: Kayttaja, oppilaitos_oid: str | None) -> bool:
    """Whether a person of staff may show parts of a plan to those who guide or assess them.

    Reading the plan in its own school is enough: the recipients are those whom the plan names.
    """
    return may(kayttaja, Oikeus.READ, oppilaitos_oid)


def may_open_share(
    henkilo_oids: Collection[str], sidottu_oid: str | None, oppija_oid: str | None
) -> bool:
    """Whether an identified person (by every number) who holds the link may learn of the share.

    The first one who opens it is its only reader from then on. The student is no recipient: one
    who tried the link would keep it from whom it was meant for.
    """
    if sidottu_oid is None:
        return oppija_oid not in henkilo_oids
    return sidottu_oid in henkilo_oids


def may_set_sharing(kayttaja: Kayttaja, oppilaitos_oid: str | None) -> bool:
    """Whether a person of staff decides if the school shares workplace periods by itself."""
    return may(kayttaja, Oikeus.WRITE, oppilaitos_oid)
