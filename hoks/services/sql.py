"""The statements of a save: many rows with one parameter, made from the models' columns.

This is the one room with SQL of its own for the parts of a plan. A list of rows travels as one
JSON parameter, which is several times faster than a value list for the dozens of rows of a
typical plan; everything of one save goes in one pipeline.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import orjson
from django.db import connection, models

from hoks import models as tables
from hoks.models.base import OSAT_SEQUENCE
from hoks.services.rows import Row, Rows

PARTS: dict[str, type[models.Model]] = {
    model._meta.db_table: model
    for model in (
        tables.HankittavaOsa,
        tables.AiemminHankittuOsa,
        tables.OsaamisenHankkimistapa,
        tables.OsaamisenOsoittaminen,
        tables.HankittavaKoulutuksenOsa,
        tables.OpiskeluvalmiuksiaTukevatOpinnot,
        tables.OppimisenTuki,
    )
}
_WITH_ID = [table for table in PARTS if table != tables.OppimisenTuki._meta.db_table]


@contextmanager
def pipeline() -> Iterator[None]:
    """Send statements without waiting for each answer; errors may surface only at the end."""
    connection.ensure_connection()
    with connection.wrap_database_errors, connection.connection.pipeline():
        yield


def columns(model: type[models.Model]) -> list[str]:
    """The table's columns in the model's order."""
    return [f.column for f in model._meta.concrete_fields if f.column]


@cache
def _insert(table: str) -> str:
    names = ", ".join(columns(PARTS[table]))
    return (
        f"INSERT INTO {table} ({names}) "
        f"SELECT {names} FROM json_populate_recordset(NULL::{table}, %s::json)"
    )


@cache
def _upsert(table: str) -> str:
    key = ("hoks_id", "jarjestys") if table not in _WITH_ID else ("id",)
    changes = ", ".join(f"{c} = excluded.{c}" for c in columns(PARTS[table]) if c not in key)
    return f"{_insert(table)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changes}"


_DELETE = (
    "WITH "
    + ", ".join(
        f"d{n} AS (DELETE FROM {t} WHERE id = ANY(%s::bigint[]))" for n, t in enumerate(_WITH_ID)
    )
    + " DELETE FROM oppimisen_tuki WHERE hoks_id = %s AND jarjestys >= %s"
)


def _execute(statement: str, parameters: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def _json(value: object) -> str:
    return orjson.dumps(value).decode()


def insert_parts(rows: Rows) -> None:
    """Add the rows of a new plan: one statement a table."""
    for table in PARTS:
        if rows.get(table):
            _execute(_insert(table), [_json(rows[table])])


def update_parts(hoks_id: int, old: Rows, new: Rows) -> None:
    """Turn the rows `old` into `new`.

    One statement for each table with additions or changes, and one for all deletions. Foreign
    keys are checked on commit, so the order of statements is free.
    """
    for table in PARTS:
        before = {_key(row): row for row in old.get(table, ())}
        changed = [row for row in new.get(table, ()) if before.get(_key(row)) != row]
        if changed:
            _execute(_upsert(table), [_json(changed)])
    gone = {table: _gone_ids(old.get(table, []), new.get(table, [])) for table in _WITH_ID}
    tuet = tables.OppimisenTuki._meta.db_table
    kept = len(new.get(tuet, ()))
    if any(gone.values()) or kept < len(old.get(tuet, ())):
        _execute(_DELETE, [*gone.values(), hoks_id, kept])


def _key(row: Row) -> Any:
    return row.get("id", row["jarjestys"])


def _gone_ids(old: list[Row], new: list[Row]) -> list[int]:
    kept = {row["id"] for row in new}
    return [row["id"] for row in old if row["id"] not in kept]


def next_osa_ids(count: int) -> list[int]:
    """Fresh ids for parts."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT nextval('{OSAT_SEQUENCE}') FROM generate_series(1, %s)", [count])
        return [row[0] for row in cursor.fetchall()]


def next_hoks_and_osa_ids(count: int) -> tuple[int, list[int]]:
    """A fresh id for a plan and `count` for its parts."""
    statement = (
        f"SELECT CASE n WHEN 0 THEN nextval('hoksit_id_seq') ELSE nextval('{OSAT_SEQUENCE}') END "
        "FROM generate_series(0, %s) AS n"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [count])
        first, *rest = (row[0] for row in cursor.fetchall())
    return first, rest


# The plan `h` with its newest version `v`.
NEWEST_VERSIO = """
 CROSS JOIN LATERAL (
       SELECT * FROM hoks_versiot WHERE hoks_id = h.id ORDER BY id DESC LIMIT 1) v
"""
_HOKS_COLUMNS = columns(tables.Hoks)
_VERSIO_COLUMNS = [c for c in columns(tables.HoksVersio) if c != "id"]
_NEW_VERSIO = (
    f"INSERT INTO hoks_versiot ({', '.join(_VERSIO_COLUMNS)}) "
    f"VALUES ({', '.join(f'%({c})s' for c in _VERSIO_COLUMNS)})"
)
_KEEP_VIPUNEN = (
    "INSERT INTO hoks_vipunen (hoks_id, etag, laki, sisalto) VALUES (%s, %s, %s, %s) "
    "ON CONFLICT (hoks_id) DO UPDATE "
    "SET etag = excluded.etag, laki = excluded.laki, sisalto = excluded.sisalto"
)
_INSERT_HOKS = (
    f"INSERT INTO hoksit ({', '.join(_HOKS_COLUMNS)}) "
    f"SELECT {', '.join(_HOKS_COLUMNS)} FROM json_populate_record(NULL::hoksit, %s::json)"
)
_FIXED = {"id", "eid", "created_at", "deleted_at", "passivoinnin_syy", "passivoinnin_selite"}
_UPDATE_HOKS = (
    "UPDATE hoksit SET "
    + ", ".join(f"{c} = r.{c}" for c in _HOKS_COLUMNS if c not in _FIXED)
    + " FROM json_populate_record(NULL::hoksit, %s::json) AS r WHERE hoksit.id = r.id"
)


def insert_hoks(row: Row) -> None:
    """Add a plan's own row."""
    _execute(_INSERT_HOKS, [_json(row)])


def update_hoks(row: Row) -> None:
    """Change a plan's own row to this; what the row lacks becomes NULL."""
    _execute(_UPDATE_HOKS, [_json(row)])


def insert_versio(row: Row) -> None:
    """Add a version."""
    with connection.cursor() as cursor:
        cursor.execute(_NEW_VERSIO, row)


def keep_vipunen(hoks_id: int, etag: str, laki: str, sisalto: str) -> None:
    """Keep what the statistics feed tells of a version, in place of what it told before."""
    _execute(_KEEP_VIPUNEN, [hoks_id, etag, laki, sisalto])
