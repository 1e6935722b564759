"""How fast the statistics feed is, and whether its memory stays flat; a part of `make bench`."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from django.db import connection

from hoks.models import HoksVipunen

PLANS = 1000
ENOUGH = 2000  # plans a second
FLAT_MB = 8  # more memory for a page of a thousand than for one of a hundred
ROUNDS = 5
_STATM = Path("/proc/self/statm")

_COPY = """
INSERT INTO {table} ({names})
SELECT {values} FROM {table} CROSS JOIN generate_series(1, %s) AS n
 WHERE {table}.{own} = (SELECT max({own}) FROM {table} WHERE {key} = %s)
"""
_NEW = {
    "hoksit": {
        "id": "id + n * 1000000",
        "eid": "gen_random_uuid()::text",
        "opiskeluoikeus_oid": "opiskeluoikeus_oid || '-' || n::text",
    },
    "hoks_versiot": {
        "id": "nextval(pg_get_serial_sequence('hoks_versiot', 'id'))",
        "hoks_id": "hoks_id + n * 1000000",
    },
    "hoks_vipunen": {"hoks_id": "hoks_id + n * 1000000"},
}
Call = Callable[[str], Iterator[bytes]]


def _copy(table: str, own: str, key: str, hoks_id: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table} LIMIT 0")  # noqa: S608 -- our own names
        names = [column.name for column in cursor.description]
        values = ", ".join(_NEW[table].get(name, name) for name in names)
        statement = _COPY.format(
            table=table, names=", ".join(names), values=values, own=own, key=key
        )
        cursor.execute(statement, [PLANS, hoks_id])
        cursor.execute(f"ANALYZE {table}")


def _resident() -> float:
    """Megabytes that the process holds now; 0 where the system does not tell."""
    pages = int(_STATM.read_text().split()[1]) if _STATM.exists() else 0
    return pages * 4096 / 1e6


def _read(pieces: Iterator[bytes]) -> tuple[float, float]:
    """Seconds, and the most megabytes held on the way."""
    start, most = time.perf_counter(), 0.0
    for n, _ in enumerate(pieces):
        if n % 20 == 0:
            most = max(most, _resident())
    return time.perf_counter() - start, most


def _speed(call: Call, path: str) -> tuple[float, float]:
    """Plans a second in the best of some pages of a thousand; the most megabytes held."""
    rounds = [_read(call(path)) for _ in range(ROUNDS)]
    return PLANS / min(seconds for seconds, _ in rounds), max(most for _, most in rounds)


def measure(hoks_id: int, call: Call, write: Callable[[str], Any]) -> list[str]:
    """Fill the register with copies of one plan, and read pages of them; what was not reached.

    Measured as after a night of writes, and as after an upgrade, when the copies that were made
    by yesterday's law do not count. `call` sends a GET for the path below the API and gives the
    pieces of the answer's body.
    """
    _copy("hoksit", "id", "id", hoks_id)
    _copy("hoks_versiot", "id", "hoks_id", hoks_id)
    _copy("hoks_vipunen", "hoks_id", "hoks_id", hoks_id)
    start = f"/paged?from-id={10**6}&amount="
    _read(call(f"{start}100"))
    _, small = _read(call(f"{start}100"))
    speed, most = _speed(call, f"{start}{PLANS}")
    HoksVipunen.objects.update(laki="")
    slow, _ = _speed(call, f"{start}{PLANS}")
    more = most - small
    write(
        f"\nThe statistics feed: {speed:.0f} plans a second in the best of {ROUNDS} pages of "
        f"{PLANS} (limit ≥ {ENOUGH}); {more:.1f} MB more memory than for a page of 100 "
        f"(limit ≤ {FLAT_MB}). Redacted and checked while it is read: {slow:.0f} a second."
    )
    return [
        *([f"feed: {speed:.0f} plans a second"] if speed < ENOUGH else []),
        *([f"feed: {more:.1f} MB more for a page of {PLANS}"] if more > FLAT_MB else []),
    ]
