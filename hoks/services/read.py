"""The stored state of a plan: enough to decide about it, and its document when it is wanted."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any, NamedTuple

import orjson

from ehoks.audit.log import Kohde
from ehoks.common.numbers import MAX_ID
from ehoks.common.replica import reading
from hoks.errors import HoksNotFound, NoHoksOfOpiskeluoikeus
from hoks.models import OsaamisenHankkimistapa
from hoks.services.sql import NEWEST_VERSIO


class StoredHoks(NamedTuple):
    """A plan as it stands. `sisalto` is the document in UTF-8; None when it was not asked for."""

    id: int
    eid: str
    oppija_oid: str
    opiskeluoikeus_oid: str
    updated_at: dt.datetime
    deleted_at: dt.datetime | None
    passivoinnin_syy: str | None
    passivoinnin_selite: str | None
    is_indexed: bool
    oppilaitos_oid: str | None
    etag: str
    sisalto_tiiviste: str
    runko_tiiviste: str | None
    konteksti_tiiviste: str | None
    sisalto: bytes | None

    @property
    def document(self) -> dict[str, Any]:
        """The document as data, where it was asked for."""
        found: dict[str, Any] = orjson.loads(self.sisalto or b"null")
        return found

    @property
    def kohde(self) -> Kohde:
        """What the logs say that a look or a change was about."""
        return Kohde(self.id, self.oppija_oid, self.opiskeluoikeus_oid)

    def kohde_of(self, osio: str) -> Kohde:
        """As `kohde`, of a look at one part of the plan."""
        return replace(self.kohde, osio=osio)


_SELECT = f"""
SELECT h.id, h.eid, h.oppija_oid, h.opiskeluoikeus_oid, h.updated_at, h.deleted_at,
       h.passivoinnin_syy, h.passivoinnin_selite, o.oid IS NOT NULL, o.oppilaitos_oid, v.etag, v.sisalto_tiiviste, v.runko_tiiviste,
       v.konteksti_tiiviste,
       CASE WHEN %s AND v.etag <> ALL(%s::text[]) THEN v.sisalto END
  FROM hoksit h
  LEFT JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid {NEWEST_VERSIO}
 WHERE """  # noqa: S608 -- our own words
_BY_ID = _SELECT + "h.id = %s"
_BY_OPISKELUOIKEUS = _SELECT + "h.opiskeluoikeus_oid = %s"
_BY_EID = _SELECT + "h.eid = %s"
_BY_EIDS = _SELECT + "h.eid = ANY(%s::text[])"
_LOCK = "SELECT id FROM hoksit WHERE id = %s FOR UPDATE"


def _stored(cursor: Any, number: int, row: tuple[Any, ...]) -> StoredHoks:
    """The document as it came, last of the columns: to encode it anew takes longer than to read it."""
    return StoredHoks._make((*row[:-1], cursor.pgresult.get_value(number, len(row) - 1)))


def _fetch(
    statement: str, key: int | str, known_etags: Iterable[str], *, with_document: bool = True
) -> StoredHoks | None:
    with reading().cursor() as cursor:
        cursor.execute(statement, [with_document, list(known_etags), key])
        row = cursor.fetchone()
        return _stored(cursor, 0, row) if row else None


def find_stored(
    hoks_id: int, known_etags: Iterable[str] = (), *, with_document: bool = True
) -> StoredHoks | None:
    """The plan of that id, an archived one included; without a document the caller knows."""
    if hoks_id > MAX_ID:
        return None
    return _fetch(_BY_ID, hoks_id, known_etags, with_document=with_document)


def get_stored(
    hoks_id: int, known_etags: Iterable[str] = (), *, with_document: bool = True
) -> StoredHoks:
    """As `find_stored`.

    Raises:
        HoksNotFound: there is none.
    """
    found = find_stored(hoks_id, known_etags, with_document=with_document)
    if found is None:
        raise HoksNotFound
    return found


def find_by_opiskeluoikeus(
    oid: str, known_etags: Iterable[str] = (), *, with_document: bool = True
) -> StoredHoks | None:
    """The plan of a study right, an archived one included."""
    return _fetch(_BY_OPISKELUOIKEUS, oid, known_etags, with_document=with_document)


def get_by_opiskeluoikeus(oid: str, known_etags: Iterable[str] = ()) -> StoredHoks:
    """The plan of a study right, an archived one included.

    Raises:
        NoHoksOfOpiskeluoikeus: there is none.
    """
    found = find_by_opiskeluoikeus(oid, known_etags)
    if found is None:
        raise NoHoksOfOpiskeluoikeus
    return found


def find_by_eid(eid: str) -> StoredHoks | None:
    """The plan of that external identifier, an archived one included."""
    return _fetch(_BY_EID, eid, ())


def list_by_eid(eids: Iterable[str]) -> list[StoredHoks]:
    """The plans of those external identifiers, with their documents, in no order."""
    with reading().cursor() as cursor:
        cursor.execute(_BY_EIDS, [True, [], list(eids)])
        return [_stored(cursor, n, row) for n, row in enumerate(cursor.fetchall())]


def get_locked(hoks_id: int) -> StoredHoks:
    """The plan, held until the transaction ends.

    The lock and the reading are two statements on purpose: one statement that waits for the lock
    may answer with the version from before the wait.

    Raises:
        HoksNotFound: it is gone.
    """
    with reading().cursor() as cursor:
        cursor.execute(_LOCK, [hoks_id])
    return get_stored(hoks_id)


def find_hankkimistapa(own_id: int) -> tuple[StoredHoks, dict[str, Any]] | None:
    """A way of acquiring by its id, in whichever living plan it stands, with that plan."""
    rows = OsaamisenHankkimistapa.objects.filter(pk=own_id, hoks__deleted_at=None)
    hoks_id = rows.values_list("hoks_id", flat=True).first() if own_id <= MAX_ID else None
    stored = None if hoks_id is None else find_stored(hoks_id)
    if stored is None:
        return None
    found = _find_part(stored.document, own_id)
    return (stored, found) if found else None


def _find_part(value: Any, own_id: int) -> dict[str, Any] | None:
    """The object that has the id; ids of parts are unique in the register."""
    if isinstance(value, list):
        return next((found for v in value if (found := _find_part(v, own_id))), None)
    if not isinstance(value, dict):
        return None
    if value.get("id") == own_id and "osaamisen-hankkimistapa-koodi-uri" in value:
        return value
    return _find_part([v for v in value.values() if isinstance(v, list)], own_id)
