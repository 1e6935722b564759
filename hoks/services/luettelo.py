"""The list of an organisation's plans, by which a system finds what it has lost."""

import datetime as dt
from typing import NamedTuple

from django.db import connection

from ehoks.auth.privileges import Kayttaja, Oikeus
from hoks import access

MAX_ROWS = 5000
_SELECT = """
SELECT h.id, h.opiskeluoikeus_oid, h.oppija_oid, h.updated_at, h.deleted_at, o.oppilaitos_oid
  FROM hoksit h JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
 WHERE o.oppilaitos_oid = ANY(%s::text[]) AND h.id > %s
 ORDER BY h.id LIMIT %s
"""


class Rivi(NamedTuple):
    """A plan in the list."""

    id: int
    opiskeluoikeus_oid: str
    oppija_oid: str
    updated_at: dt.datetime
    deleted_at: dt.datetime | None
    oppilaitos_oid: str


def list_hoksit(kayttaja: Kayttaja, after_id: int, limit: int) -> list[Rivi]:
    """Plans of the schools that the caller may read, archived ones included, by id.

    At least one of them, at most `MAX_ROWS`.
    """
    schools = access.visible_oppilaitokset(kayttaja, Oikeus.READ)
    with connection.cursor() as cursor:
        cursor.execute(_SELECT, [schools, after_id, min(max(limit, 1), MAX_ROWS)])
        return [Rivi(*row) for row in cursor.fetchall()]
