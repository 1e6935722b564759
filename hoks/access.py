"""The one door for "may X do Y to Z": pages, API, links and jobs all ask here."""

from collections.abc import Iterable

from ehoks.auth.privileges import OPH_ROOT, Kayttaja, Oikeus
from ehoks.integrations import organisaatio
from hoks.errors import NoAccess


def may(kayttaja: Kayttaja, oikeus: Oikeus, oppilaitos_oid: str | None) -> bool:
    """Whether the caller has the right in the school of a plan, or in an organisation above it.

    An organisation that the Organisaatio service does not know gives nobody anything.

    Raises:
        EhoksError: the Organisaatio service does not answer and nothing fresh is remembered (503).
    """
    if oppilaitos_oid is None:
        return False
    found = organisaatio.get_organisaatio(oppilaitos_oid)
    return found is not None and kayttaja.has(oikeus, found.path)


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


def may_export(kayttaja: Kayttaja) -> bool:
    """Whether the caller reads the plans of the whole country, as statistics do."""
    return kayttaja.has(Oikeus.READ, [OPH_ROOT])
