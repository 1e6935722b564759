"""The rows of a plan, read by plain SQL, against the document that is served."""

import orjson
from django.db import connection

from hoks.models import HoksVersio, HoksVipunen
from hoks.services.rows import hoks_row, to_document, to_rows
from hoks.services.sql import PARTS
from hoks.services.versions import content_digest, digest
from hoks.services.vipunen import to_vipunen


def read_rows(hoks_id):
    """All rows of a plan's parts, by table, as JSON values without nulls."""
    found = {}
    with connection.cursor() as cursor:
        for table in PARTS:
            cursor.execute(
                f"SELECT json_strip_nulls(row_to_json(t))::text FROM {table} t WHERE hoks_id = %s",
                [hoks_id],
            )
            if rows := [orjson.loads(text) for (text,) in cursor.fetchall()]:
                found[table] = rows
    return found


def read_root(hoks_id):
    """The plan's own row, in the forms of the wire."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (json_strip_nulls(row_to_json(t))::jsonb || jsonb_strip_nulls("
            "jsonb_build_object('hyvaksytty', to_char(hyvaksytty AT TIME ZONE 'UTC', %s), "
            "'paivitetty', to_char(paivitetty AT TIME ZONE 'UTC', %s))))::text "
            "FROM hoksit t WHERE id = %s",
            ['YYYY-MM-DD"T"HH24:MI:SS"Z"'] * 2 + [hoks_id],
        )
        row = orjson.loads(cursor.fetchone()[0])
    for column in ("created_at", "updated_at", "deleted_at"):
        row.pop(column, None)
    return row


def rows_are_the_document(hoks_id):
    """Assert it in both directions, and that the version's digests and its copy are its own."""
    version = HoksVersio.objects.filter(hoks_id=hoks_id).latest("id")
    document = orjson.loads(version.sisalto)
    root, rows = read_root(hoks_id), read_rows(hoks_id)
    assert root == hoks_row(document)
    assert by_key(rows) == by_key(to_rows(document))
    assert orjson.dumps(to_document(root, rows)) == version.sisalto.encode()
    assert version.etag == digest(version.sisalto.encode())
    assert version.sisalto_tiiviste == content_digest(document)
    assert kept_for_vipunen(hoks_id, version.etag) == to_vipunen(document)
    return document


def kept_for_vipunen(hoks_id, etag):
    """The copy for the statistics feed of this very version; None when there is none."""
    kept = HoksVipunen.objects.filter(hoks_id=hoks_id, etag=etag).first()
    return kept and kept.sisalto.encode()


def by_key(rows):
    """In an order of their own; a column left out and an empty default are told apart."""
    return {
        table: sorted(found, key=lambda row: (row.get("id", 0), row["jarjestys"]))
        for table, found in rows.items()
        if found
    }
