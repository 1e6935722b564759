"""Reconciliation: a system's list of its plans against ours, and only the differences."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection

from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.oppijaindex.services import list_oppilaitokset
from hoks import access

MAX_LINES = 1000
LEFT_OUT = frozenset({"id", "module-id", "eid", "manuaalisyotto"})
_SELECT = """
SELECT h.opiskeluoikeus_oid, h.id, h.oppija_oid, h.deleted_at IS NOT NULL, o.koski404, v.etag,
       v.sisalto
  FROM hoksit h
  JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 CROSS JOIN LATERAL (
       SELECT etag, sisalto FROM hoks_versiot WHERE hoks_id = h.id ORDER BY id DESC LIMIT 1) v
 WHERE o.oppilaitos_oid = ANY(%s::text[]) AND h.opiskeluoikeus_oid = ANY(%s::text[])
"""
_OTHERS = """
SELECT h.opiskeluoikeus_oid, h.id
  FROM hoksit h JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE o.oppilaitos_oid = ANY(%s::text[]) AND h.deleted_at IS NULL
   AND h.opiskeluoikeus_oid <> ALL(%s::text[])
 ORDER BY h.id LIMIT %s
"""


@dataclass(frozen=True)
class Oma:
    """A plan as the caller knows it; `tiiviste` is the digest of its document, or its last ETag."""

    opiskeluoikeus_oid: str
    tiiviste: str | None = None
    oppija_oid: str | None = None


@dataclass(frozen=True)
class Ero:
    """One difference: of which study right, of what kind, and our id of the plan if we have it."""

    opiskeluoikeus_oid: str
    ero: str
    hoks_id: int | None = None
    oppija_oid: str | None = None


def canonical_digest(document: dict[str, Any]) -> str:
    """SHA-256, in hexadecimal, of what a document says.

    Keys sorted, no spaces, ids and empty lists left out, whole numbers without a fraction: a
    system can make the same of the document it sends (as RFC 8785 writes JSON).
    """
    return hashlib.sha256(orjson.dumps(_plain(document), option=orjson.OPT_SORT_KEYS)).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        found = {k: _plain(v) for k, v in value.items() if k not in LEFT_OUT}
        return {k: v for k, v in found.items() if v not in ([], {})}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value


def find_differences(kayttaja: Kayttaja, omat: Iterable[Oma], *, kattava: bool) -> list[Ero]:
    """Where the caller's list and ours differ; what agrees is not told.

    `kattava` says that the list has every plan of the caller: then ours that are not in it are
    told too. Plans of schools that the caller may not read are as if they were not here.
    """
    known = {oma.opiskeluoikeus_oid: oma for oma in omat}
    schools = sorted(access.visible_organisaatiot(kayttaja, Oikeus.READ, list_oppilaitokset()))
    with connection.cursor() as cursor:
        cursor.execute(_SELECT, [schools, list(known)])
        here = {row[0]: row[1:] for row in cursor.fetchall()}
        found = [ero for oid, oma in known.items() if (ero := _compare(oma, here.get(oid)))]
        if kattava:
            cursor.execute(_OTHERS, [schools, list(known), MAX_LINES])
            found += [Ero(oid, "puuttuu-sielta", own_id) for oid, own_id in cursor.fetchall()]
    return found


def _compare(oma: Oma, row: tuple[Any, ...] | None) -> Ero | None:
    if row is None:
        return Ero(oma.opiskeluoikeus_oid, "puuttuu-taalta")
    own_id, oppija_oid, is_archived, is_voided, etag, sisalto = row
    if is_archived:
        kind = "passivoitu"
    elif is_voided:
        kind = "mitatoity"
    elif oma.oppija_oid not in (None, oppija_oid):
        kind = "yhdistetty"
    elif oma.tiiviste and oma.tiiviste not in (etag, canonical_digest(orjson.loads(sisalto))):
        kind = "eroaa"
    else:
        return None
    return Ero(oma.opiskeluoikeus_oid, kind, own_id, oppija_oid)
