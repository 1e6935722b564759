"""Guessing is made useless twice: tokens are of 256 bits, and links that lead nowhere are counted."""

import datetime as dt
import math
from typing import Any

from django.db import connection

from ehoks.common.dates import now
from sharing.errors import TooManyTries

WINDOW = dt.timedelta(minutes=15)
MOST_OF_PERSON, MOST_OF_ADDRESS = 10, 50  # a whole workplace may share an address

_LOOK = "SELECT kuka, maara, alku FROM jakojen_yritykset WHERE kuka = ANY(%s) AND alku > %s"
_COUNT = """
INSERT INTO jakojen_yritykset AS y (kuka, maara, alku)
SELECT kuka, 1, %(now)s FROM unnest(%(keys)s::text[]) AS kuka ORDER BY kuka
ON CONFLICT (kuka) DO UPDATE
   SET maara = CASE WHEN y.alku > %(begins)s THEN y.maara + 1 ELSE 1 END,
       alku = CASE WHEN y.alku > %(begins)s THEN y.alku ELSE excluded.alku END
"""


def require_few(henkilo_oid: str, ip: str | None) -> None:
    """Raises TooManyTries when this person, or this address, has tried too many."""
    moment = now()
    with connection.cursor() as cursor:
        cursor.execute(_LOOK, [list(_keys(henkilo_oid, ip)), moment - WINDOW])
        rows = cursor.fetchall()
    most = _keys(henkilo_oid, ip)
    for kuka, maara, alku in rows:
        if maara >= most[kuka]:
            seconds = max(1, math.ceil((alku + WINDOW - moment).total_seconds()))
            raise TooManyTries(
                headers={"Retry-After": str(seconds)}, minuuttia=math.ceil(seconds / 60)
            )


def note(henkilo_oid: str, ip: str | None) -> None:
    """Count one link that led nowhere."""
    moment = now()
    values: dict[str, Any] = {
        "now": moment,
        "keys": list(_keys(henkilo_oid, ip)),
        "begins": moment - WINDOW,
    }
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, values)


def _keys(henkilo_oid: str, ip: str | None) -> dict[str, int]:
    return {f"henkilo {henkilo_oid}": MOST_OF_PERSON, f"osoite {ip}": MOST_OF_ADDRESS}
