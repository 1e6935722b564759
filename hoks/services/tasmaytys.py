"""Reconciliation: a system's list of its plans against ours, and only the differences."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import orjson
from django.db import connection

from ehoks.auth.privileges import Kayttaja, Oikeus
from hoks import access
from hoks.services.sql import NEWEST_VERSIO

MAX_LINES = 1000
LEFT_OUT = frozenset({"id", "module-id", "eid", "manuaalisyotto"})
# A document leaves the database only when the caller's digest is not the ETag.
_SELECT = f"""
SELECT h.opiskeluoikeus_oid, h.id, h.oppija_oid, h.deleted_at IS NOT NULL, o.koski404,
       CASE WHEN oma.tiiviste <> v.etag THEN v.sisalto END
  FROM unnest(%s::text[], %s::text[]) AS oma (oid, tiiviste)
  JOIN hoksit h ON h.opiskeluoikeus_oid = oma.oid
  JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 {NEWEST_VERSIO}
 WHERE o.oppilaitos_oid = ANY(%s::text[])
"""  # noqa: S608 -- our own words
_OTHERS = """
SELECT h.opiskeluoikeus_oid, h.id
  FROM hoksit h JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE o.oppilaitos_oid = ANY(%(schools)s::text[]) AND h.deleted_at IS NULL
   AND h.opiskeluoikeus_oid <> ALL(%(known)s::text[])
   AND h.opiskeluoikeus_oid COLLATE "C" > %(after)s
   AND (%(until)s::text IS NULL OR h.opiskeluoikeus_oid COLLATE "C" <= %(until)s)
 ORDER BY h.opiskeluoikeus_oid COLLATE "C" LIMIT %(most)s
"""


@dataclass(frozen=True)
class Oma:
    """A plan as the caller knows it; `tiiviste` is the digest of its document, or its last ETag."""

    opiskeluoikeus_oid: str
    tiiviste: str | None = None
    oppija_oid: str | None = None


@dataclass(frozen=True)
class Osuus:
    """The study rights of which a list has every plan: after the one, up to the other, as text."""

    after: str = ""
    until: str | None = None


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


def find_differences(
    kayttaja: Kayttaja, omat: Iterable[Oma], kattaa: Osuus | None
) -> tuple[list[Ero], bool]:
    """Where the caller's list and ours differ, and whether more of ours were left untold.

    What agrees is not told. `kattaa` says of which study rights the list has every plan: then ours
    that are not in it are told too, `MAX_LINES` at most. Plans of schools that the caller may not
    read are as if they were not here.
    """
    known = {oma.opiskeluoikeus_oid: oma for oma in omat}
    schools = access.visible_oppilaitokset(kayttaja, Oikeus.READ)
    with connection.cursor() as cursor:
        cursor.execute(_SELECT, [list(known), [o.tiiviste for o in known.values()], schools])
        here = {row[0]: row[1:] for row in cursor.fetchall()}
        found = [ero for oid, oma in known.items() if (ero := _compare(oma, here.get(oid)))]
        others = _others(cursor, schools, list(known), kattaa) if kattaa else []
    return found + others[:MAX_LINES], len(others) > MAX_LINES


def _others(cursor: Any, schools: list[str], known: list[str], kattaa: Osuus) -> list[Ero]:
    """Plans of ours that are not in the list; one more than is told."""
    values = {"schools": schools, "known": known, "after": kattaa.after, "until": kattaa.until}
    cursor.execute(_OTHERS, values | {"most": MAX_LINES + 1})
    return [Ero(oid, "puuttuu-sielta", own_id) for oid, own_id in cursor.fetchall()]


def _compare(oma: Oma, row: tuple[Any, ...] | None) -> Ero | None:
    if row is None:
        return Ero(oma.opiskeluoikeus_oid, "puuttuu-taalta")
    own_id, oppija_oid, is_archived, is_voided, sisalto = row
    if is_archived:
        kind = "passivoitu"
    elif is_voided:
        kind = "mitatoity"
    elif oma.oppija_oid not in (None, oppija_oid):
        kind = "yhdistetty"
    elif sisalto and oma.tiiviste != canonical_digest(orjson.loads(sisalto)):
        kind = "eroaa"
    else:
        return None
    return Ero(oma.opiskeluoikeus_oid, kind, own_id, oppija_oid)
