"""Holds what is made of a plan equal to its newest version, and repairs either from the other."""

from collections.abc import Iterator
from typing import Any

import orjson
from django.db import connection, transaction

from ehoks.common.dates import now
from hoks.models import Hoks
from hoks.services import read, sql, versions
from hoks.services.rows import Row, Rows, hoks_row, to_document, to_rows
from hoks.services.vipunen import keep_vipunen

Document = dict[str, Any]


def read_rows(hoks_id: int) -> tuple[Row, Rows]:
    """A plan's own row and those of its parts, as JSON values without nulls."""
    (hoks,) = _select("hoksit", "id", hoks_id)
    return hoks, {table: _select(table, "hoks_id", hoks_id) for table in sql.PARTS}


def _select(table: str, key: str, hoks_id: int) -> list[Row]:
    statement = f"SELECT json_strip_nulls(row_to_json(t))::text FROM {table} t WHERE {key} = %s"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(statement, [hoks_id])
        return [orjson.loads(row[0]) for row in cursor.fetchall()]


def served_document(hoks_id: int) -> Document:
    """The newest version of a plan, as it is served."""
    return read.get_stored(hoks_id).document


def rows_agree(hoks_id: int) -> bool:
    """Whether the rows say, byte for byte, what is served."""
    stored = read.get_stored(hoks_id)
    return versions.to_bytes(to_document(*read_rows(hoks_id))) == stored.sisalto


def find_disagreeing() -> Iterator[int]:
    """The ids of plans whose rows and newest version differ. There should be none."""
    for hoks_id in Hoks.objects.order_by("id").values_list("id", flat=True).iterator():
        if not rows_agree(hoks_id):
            yield hoks_id


@transaction.atomic
def rebuild_rows(hoks_id: int) -> None:
    """Make the rows say what the newest version says."""
    read.get_locked(hoks_id)
    document = served_document(hoks_id)
    _, rows = read_rows(hoks_id)
    sql.update_hoks({**hoks_row(document), "updated_at": now()})
    sql.update_parts(hoks_id, rows, to_rows(document))


@transaction.atomic
def rebuild_version(hoks_id: int) -> None:
    """Add a version that says what the rows say."""
    read.get_locked(hoks_id)
    document = to_document(*read_rows(hoks_id))
    sisalto = versions.to_bytes(document)
    etag = versions.digest(sisalto)
    sql.insert_versio(
        {
            "hoks_id": hoks_id,
            "tallennettu": now(),
            "tallentaja": "ehoks",
            "kanava": "korjaus",
            "sisalto": sisalto.decode(),
            "etag": etag,
            "sisalto_tiiviste": versions.content_digest(document),
            "runko_tiiviste": None,
            "konteksti_tiiviste": None,
        }
    )
    keep_vipunen(hoks_id, etag, document)


_NOT_KEPT = f"""
SELECT h.id
  FROM hoksit h {sql.NEWEST_VERSIO}
  LEFT JOIN hoks_vipunen f ON f.hoks_id = h.id AND f.etag = v.etag AND f.laki = %s
 WHERE f.hoks_id IS NULL
 ORDER BY h.id
"""  # noqa: S608 -- our own words


def find_not_kept() -> list[int]:
    """The ids of plans whose copy for the statistics feed is missing, or of an older law.

    The feed tells of them all the same, more slowly. A plan that does not fit never has a copy.
    """
    with connection.cursor() as cursor:
        cursor.execute(_NOT_KEPT, [versions.law_digest()])
        return [row[0] for row in cursor.fetchall()]


@transaction.atomic
def renew_vipunen(hoks_id: int) -> None:
    """Make the copy for the statistics feed anew."""
    stored = read.get_locked(hoks_id)
    keep_vipunen(hoks_id, stored.etag, stored.document)
