"""The whole register in one file, and back: nothing but the same rows counts as restored.

Beside the dump stands a note with a digest of every table, taken in the same snapshot. A restore
is believed only when the tables that it left have those digests.
"""

import contextlib
import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import orjson
from django.conf import settings
from django.db import connection, transaction

from ehoks.common.dates import now
from ehoks.embedded_pg import find_binaries

Digests = dict[str, list[Any]]  # table → how many rows, and the sum of their hashes

_TABLES = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
# A sum does not care for the order of rows, and needs no room however many there are.
_DIGEST = "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text FROM {} t"
_PASSWORD = "password"  # noqa: S105 -- the name of a parameter


class BackupError(Exception):
    """The register was not backed up, or not restored; the text says why."""


def note_of(dump: Path) -> Path:
    """Where the note of a dump lies."""
    return dump.with_name(f"{dump.name}.json")


def back_up(dump: Path) -> Digests:
    """Write the register into `dump` and its note; both appear whole or not at all.

    Raises:
        BackupError: the file is there already, or PostgreSQL's own tool failed.
    """
    if dump.exists():
        raise BackupError(f"{dump} is there already; a backup never replaces another.")
    with _unfinished(dump) as file, transaction.atomic():
        snapshot = _export_snapshot()
        found = digests()
        _run("pg_dump", ["--format=custom", f"--snapshot={snapshot}", f"--file={file}"])
        note = {"time": now(), "version": settings.VERSION, "tables": found}
        note_of(dump).write_bytes(orjson.dumps(note, option=orjson.OPT_INDENT_2))
    return found


@contextlib.contextmanager
def _unfinished(dump: Path) -> Iterator[Path]:
    """A file for its owner's eyes only; it gets the dump's name when all went well."""
    file = dump.with_name(f"{dump.name}.unfinished")
    try:
        file.touch(mode=0o600)
        yield file
        file.rename(dump)
    except OSError as error:
        raise BackupError(f"{dump} cannot be written: {error.strerror}.") from error
    finally:
        file.unlink(missing_ok=True)


def restore(dump: Path) -> Digests:
    """Fill an empty database from a dump and hold every table against the note.

    Raises:
        BackupError: the database is not empty, the note is missing, PostgreSQL's own tool failed,
            or a table is not what it was.
    """
    note = _read_note(dump)
    tables = _tables()
    if tables:
        raise BackupError(f"The database is not empty: it has {len(tables)} tables.")
    _run("pg_restore", ["--single-transaction", "--exit-on-error", "--no-owner", str(dump)])
    found = digests()
    wrong = sorted(t for t in {*found, *note} if found.get(t) != note.get(t))
    if wrong:
        raise BackupError(f"These tables are not what they were: {', '.join(wrong)}.")
    return found


def digests() -> Digests:
    """How many rows each table has, and what is in them, as one number that forgets the order."""
    return {table: _digest(table) for table in _tables()}


def _read_note(dump: Path) -> Digests:
    try:
        tables: Digests = orjson.loads(note_of(dump).read_bytes())["tables"]
    except (OSError, ValueError, KeyError) as error:
        raise BackupError(f"{note_of(dump)} is missing or no note of a backup.") from error
    return tables


def _tables() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [name for (name,) in cursor.fetchall()]


def _digest(table: str) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(_DIGEST.format(connection.ops.quote_name(table)))
        return list(cursor.fetchone())


def _export_snapshot() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
    return str(snapshot)


def _run(program: str, arguments: Iterable[str]) -> None:
    """One of PostgreSQL's own programs; the password goes by the environment, not for all to see."""
    parameters = connection.get_connection_params()
    command = [str(find_binaries() / program), f"--dbname={_address(parameters)}", *arguments]
    environment = os.environ | {"PGPASSWORD": parameters.get(_PASSWORD) or ""}
    done = subprocess.run(  # noqa: S603 -- our own words; the file's name comes from the operator
        command, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise BackupError(f"{program} failed: {done.stderr.strip()}")


def _address(parameters: dict[str, Any]) -> str:
    names = ("host", "port", "dbname", "user", "sslmode", "sslrootcert")
    return " ".join(f"{name}={_quoted(parameters[name])}" for name in names if parameters.get(name))


def _quoted(value: object) -> str:
    text = str(value).replace("\\", "\\\\").replace("'", "\\'")
    return f"'{text}'"
