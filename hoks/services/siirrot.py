"""The transfer log of plans: in whose log a write stands, what is told there, who may read it."""

from collections.abc import Collection, Sequence
from typing import Any

from ehoks.audit.log import Kohde, Tekija
from ehoks.auth import lockout
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.dates import today
from ehoks.common.errors import EhoksError
from ehoks.common.numbers import MAX_ID
from ehoks.tiedonsiirto import log as transfers
from ehoks.tiedonsiirto import rows
from hoks import access
from hoks.errors import NoAccess, TransferNotFound
from hoks.rules.varoitukset import find_warnings, typed_and_transferred
from hoks.schema.compile import Path
from hoks.services import read

KUITTAUS = "dismiss"
SYSTEMS = ("tiedonsiirto", "tuonti")  # doors by which information systems write, not people

Document = dict[str, Any]


def record_accepted(
    operaatio: str,
    tekija: Tekija,
    kohde: Kohde,
    oppilaitos_oid: str | None,
    document: Document,
    warnings: Sequence[Document] = (),
) -> None:
    """Note a write that came through, with what is odd in the plan; call it in its transaction."""
    odd = find_remarks(document, warnings)
    if document.get("manuaalisyotto") and tekija.kanava in SYSTEMS:
        odd.append(typed_and_transferred())
    tulos = transfers.Tulos(oppilaitos_oid, kohde, varoitukset=odd)
    transfers.record(operaatio, tekija, kohde, tulos)


def find_remarks(
    document: object, warnings: Sequence[Document], faults: Collection[Path] = ()
) -> list[Document]:
    """All that is odd in a plan: what the checks found already, and what it shows itself.

    `faults` are the places of values that are refused.
    """
    return [*warnings, *find_warnings(document, today(), faults)]


def record_refused(
    operaatio: str, tekija: Tekija, kayttaja: Kayttaja, kohde: Kohde, error: EhoksError
) -> None:
    """Note a refused write, after its transaction is rolled back.

    It stands in the log of the school where the caller may read. Who may not gets it in a log of
    its own and learns nothing there of the plan that it did not send itself.
    """
    whole, school = kohde, error.organisaatio_oid
    if stored := _find(kohde):
        whole, school = stored.kohde, stored.oppilaitos_oid
    if _may_read(kayttaja, school):
        log, told = school, whole
    else:
        log, told = _first_organisaatio(kayttaja), kohde
    tulos = transfers.Tulos(log, told, error.code, _remarks(error))
    transfers.record(operaatio, tekija, whole, tulos)


def _find(kohde: Kohde) -> read.StoredHoks | None:
    """The plan that the caller named by its id or by its study right."""
    if kohde.hoks_id is not None:
        return read.find_stored(kohde.hoks_id, with_document=False)
    if kohde.opiskeluoikeus_oid is not None:
        return read.find_by_opiskeluoikeus(kohde.opiskeluoikeus_oid, with_document=False)
    return None


def _may_read(kayttaja: Kayttaja, oppilaitos_oid: str | None) -> bool:
    try:
        return access.may(kayttaja, Oikeus.READ, oppilaitos_oid)
    except EhoksError:  # whether it may cannot be asked just now; the refusal is noted all the same
        return False


def _first_organisaatio(kayttaja: Kayttaja) -> str | None:
    readable = (r.organisaatio_oid for r in kayttaja.roolit if Oikeus.READ in r.oikeudet)
    return next(readable, None)


def _remarks(error: EhoksError) -> Sequence[transfers.Remark]:
    """The violations; of another refusal what was said of it as a whole."""
    violations: Sequence[transfers.Remark] | None = error.extra.get("violations")
    return violations or [{"pointer": "", "code": error.code, **error.detail._asdict()}]


NOTHING = rows.Sivu([], None)


def list_jarjestelmat(kayttaja: Kayttaja) -> list[rows.Jarjestelma]:
    """The systems that have sent something lately to organisations where the caller may read."""
    known = rows.list_organisaatiot()
    return rows.list_jarjestelmat(access.visible_organisaatiot(kayttaja, Oikeus.READ, known))


def list_lukitukset(kayttaja: Kayttaja) -> list[lockout.Luku]:
    """Failed tickets that count just now, of callers of organisations where the reader may read."""
    counts = lockout.list_counts()
    own = access.visible_organisaatiot(
        kayttaja, Oikeus.READ, {count.organisaatio_oid for count in counts}
    )
    return [count for count in counts if count.organisaatio_oid in own]


def list_siirrot(kayttaja: Kayttaja, haku: rows.Haku) -> rows.Sivu:
    """A page of the rows of the organisations where the caller may read, newest first.

    Raises:
        NoAccess: the caller may read nowhere.
        EhoksError: the Organisaatio service does not answer (503).
    """
    if not kayttaja.has_somewhere(Oikeus.READ):
        raise NoAccess
    known = rows.list_organisaatiot()
    return rows.find(access.visible_organisaatiot(kayttaja, Oikeus.READ, known), haku)


def dismiss_refusal(*, row_id: int, kayttaja: Kayttaja, tekija: Tekija) -> None:
    """Settle a refusal that nobody is going to send again; one that is settled stays as it is.

    Rows are only ever added: this is one more of the same matter, and it counts as accepted.

    Raises:
        TransferNotFound: the caller may not read such a row.
        NoAccess: the caller may read it, but may not write in its organisation.
        EhoksError: the Organisaatio service does not answer (503).
    """
    known = access.visible_organisaatiot(kayttaja, Oikeus.READ, rows.list_organisaatiot())
    row = rows.find_one(known, row_id) if row_id <= MAX_ID else None
    if row is None:
        raise TransferNotFound
    access.require(kayttaja, Oikeus.UPDATE, row.organisaatio_oid)
    kohde = Kohde(row.hoks_id, None, row.opiskeluoikeus_oid)
    if row.avoin:  # type: ignore[attr-defined] # annotated by the search
        tulos = transfers.Tulos(row.organisaatio_oid, kohde, kanava=row.kanava)
        transfers.record(KUITTAUS, tekija, kohde, tulos)
