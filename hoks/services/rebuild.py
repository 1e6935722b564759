"""Holds the rows of plans equal to their newest versions, and repairs either from the other."""

from collections.abc import Iterator
from typing import Any

import orjson
from django.db import connection, transaction

from ehoks.common.dates import now
from hoks.models import Hoks
from hoks.services import read, sql, versions
from hoks.services.rows import Row, Rows, hoks_row, to_document, to_rows

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
    document: Document = orjson.loads(read.get_stored(hoks_id).sisalto or "")
    return document


def rows_agree(hoks_id: int) -> bool:
    """Whether the rows say, byte for byte, what is served."""
    stored = read.get_stored(hoks_id)
    return versions.to_bytes(to_document(*read_rows(hoks_id))) == (stored.sisalto or "").encode()


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
    sql.insert_versio(
        {
            "hoks_id": hoks_id,
            "tallennettu": now(),
            "tallentaja": "ehoks",
            "kanava": "korjaus",
            "sisalto": sisalto.decode(),
            "etag": versions.digest(sisalto),
            "sisalto_tiiviste": versions.content_digest(document),
            "runko_tiiviste": None,
            "konteksti_tiiviste": None,
        }
    )
