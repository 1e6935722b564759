"""Writes a register of `hoks.demo.massa` into an empty database by COPY, in several processes."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor

import django
from django.db import connection, transaction

from hoks.demo import massa as _massa
from hoks.demo.copy_text import columns
from hoks.demo.massa import Massa
from hoks.models.base import OSAT_SEQUENCE

NAME = "ehoks_mittaus"  # of a database that may be filled, how its name begins
STEP = {"typical": 200, "small": 4000}  # plans a transaction
_TABLES = (
    *("oppijat", "opiskeluoikeudet", "hoksit", "hoks_versiot", "hoks_vipunen"),
    *("hankittavat_osat", "aiemmin_hankitut_osat", "osaamisen_hankkimistavat"),
    *("osaamisen_osoittamiset", "hankittavat_koulutuksen_osat", "oppimisen_tuki"),
    "opiskeluvalmiuksia_tukevat_opinnot",
)


class NotForThis(Exception):
    """The database is none that may be filled; the text says why."""


def require_empty_throwaway() -> None:
    """Raises NotForThis, unless the database is one for measuring and holds no plan yet."""
    if not str(connection.settings_dict["NAME"]).startswith(NAME):
        raise NotForThis(f"Only a database whose name begins with {NAME} is filled.")
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"SELECT EXISTS (SELECT FROM {table})")  # noqa: S608 -- our own names
            if cursor.fetchone()[0]:
                raise NotForThis(f"The database is not empty: {table} has rows.")


def fill(massa: Massa, processes: int) -> Iterator[int]:
    """Write all of it; yields how many plans there are so far."""
    step = STEP[massa.laji]
    chunks = [range(n, min(n + step, massa.maara)) for n in range(0, massa.maara, step)]
    spawn = multiprocessing.get_context("spawn")  # a fork would share our connection
    with ProcessPoolExecutor(processes, spawn, django.setup) as pool:
        done = 0
        for written in pool.map(_write, [massa] * len(chunks), chunks):
            done += written
            yield done
    _settle(massa)


def _write(massa: Massa, numbers: range) -> int:
    """One step, all or nothing. Foreign keys hold by construction: nobody looks at each of them."""
    lines = _massa.write_lines(massa, numbers)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("SET LOCAL synchronous_commit = off")
        for table in _TABLES:
            if lines.get(table):
                names = ", ".join(columns(table))
                with cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
                    copy.write("".join(lines[table]))
        # COPY went past the triggers that keep what lists are searched by.
        names = ", ".join(columns("hakurivit"))
        cursor.execute(
            f"INSERT INTO hakurivit ({names}) SELECT {names} FROM hakurivit_malli "  # noqa: S608 -- our own names
            "WHERE hoks_id BETWEEN %s AND %s",
            [numbers.start + 1, numbers.stop],
        )
    return len(numbers)


def _settle(massa: Massa) -> None:
    """New plans and parts go on after these; the planner knows what there is."""
    parts = _massa.find_malli(massa.laji).osia * massa.maara
    last = {OSAT_SEQUENCE: parts, "hoksit_id_seq": massa.maara, "hoks_versiot_id_seq": massa.maara}
    with connection.cursor() as cursor:
        for sequence, number in last.items():
            cursor.execute("SELECT setval(%s, %s)", [sequence, number])
        cursor.execute("VACUUM ANALYZE")
