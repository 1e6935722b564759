"""How much there is in the register, and what the index lacks."""

from typing import Any

from django.db import connection

# What is counted exactly is counted along an index; the rest the database estimates.
_COUNTS = """
SELECT count(*) AS suunnitelmia,
       count(*) FILTER (WHERE deleted_at IS NOT NULL) AS passivoituja,
       count(*) FILTER (WHERE manuaalisyotto) AS kasin,
       count(*) FILTER (WHERE created_at > now() - interval '30 days') AS uusia,
       count(*) FILTER (WHERE updated_at > now() - interval '30 days') AS muuttuneita,
       (SELECT count(*) FROM poistetut_hoksit) AS poistettuja
  FROM hoksit
"""
_INDEX = """
SELECT (SELECT count(*) FROM oppijat) AS oppijoita,
       (SELECT count(*) FROM opiskeluoikeudet) AS oikeuksia,
       (SELECT count(*) FROM opiskeluoikeudet WHERE koski404) AS ei_koskessa,
       (SELECT count(*) FROM opiskeluoikeudet WHERE tutkinto_nimi = '{}'::jsonb) AS nimettomia,
       (SELECT min(updated_at) FROM opiskeluoikeudet
         WHERE paattymispaiva IS NULL AND NOT koski404) AS vanhin,
       (SELECT count(*) FROM hoksit h
         WHERE NOT EXISTS (SELECT FROM opiskeluoikeudet o WHERE o.oid = h.opiskeluoikeus_oid))
         AS puuttuvia
"""
_MISSING = """
SELECT h.id FROM hoksit h
 WHERE NOT EXISTS (SELECT FROM opiskeluoikeudet o WHERE o.oid = h.opiskeluoikeus_oid)
   AND h.id > %s ORDER BY h.id LIMIT 500
"""
ESTIMATED = ("hoks_versiot", "audit_tapahtumat", "tiedonsiirrot", "osaamisen_hankkimistavat")
_ESTIMATES = """
SELECT relname, CASE WHEN reltuples < 0 THEN NULL ELSE reltuples::bigint END FROM pg_class
 WHERE relname = ANY(%s::text[])
"""


def count_plans() -> dict[str, Any]:
    """Plans by state, and how many are new or changed of late."""
    return _row(_COUNTS)


def count_index() -> dict[str, Any]:
    """What the index holds, and what is wrong with it."""
    return _row(_INDEX)


def estimate_sizes() -> dict[str, int | None]:
    """About how many rows the biggest tables have; None of one that was not looked at yet."""
    with connection.cursor() as cursor:
        cursor.execute(_ESTIMATES, [list(ESTIMATED)])
        return dict(cursor.fetchall())


def list_not_indexed(kohta: int) -> list[int]:
    """Plans above an id whose study right the index lacks, some at a time."""
    with connection.cursor() as cursor:
        cursor.execute(_MISSING, [kohta])
        return [row[0] for row in cursor.fetchall()]


def _row(statement: str) -> dict[str, Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        names = [column.name for column in cursor.description]
        return dict(zip(names, cursor.fetchone(), strict=True))
