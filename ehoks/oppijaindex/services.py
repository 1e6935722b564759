"""Keeps the copies fresh with what Koski and Oppijanumerorekisteri have just told."""

from collections.abc import Iterable

import orjson
from django.db import connection

from ehoks.common.dates import now
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.oppijaindex.models import Opiskeluoikeus as OpiskeluoikeusRow

_OPPIJA = """
INSERT INTO oppijat (oid, nimi, updated_at) VALUES (%s, %s, %s)
ON CONFLICT (oid) DO UPDATE SET nimi = excluded.nimi, updated_at = excluded.updated_at
"""
_COLUMNS = [f.column for f in OpiskeluoikeusRow._meta.concrete_fields if f.column]
_OPISKELUOIKEUS = f"""
INSERT INTO opiskeluoikeudet ({", ".join(_COLUMNS)})
SELECT {", ".join(_COLUMNS)} FROM json_populate_recordset(NULL::opiskeluoikeudet, %s::json)
ON CONFLICT (oid) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in _COLUMNS if c != "oid")}
"""  # noqa: S608 -- our own column names


def refresh_oppija(oid: str, nimi: str) -> None:
    """Remember a learner's name."""
    with connection.cursor() as cursor:
        cursor.execute(_OPPIJA, [oid, nimi, now()])


def refresh_opiskeluoikeudet(oppija_oid: str, oikeudet: Iterable[Opiskeluoikeus]) -> None:
    """Remember what Koski says of a learner's study rights. The learner must be there already."""
    rows = [_row(oppija_oid, oikeus) for oikeus in oikeudet]
    with connection.cursor() as cursor:
        cursor.execute(_OPISKELUOIKEUS, [orjson.dumps(rows).decode()])


def list_hankintakoulutukset(opiskeluoikeus_oid: str) -> list[str]:
    """OIDs of the study rights that are purchased parts of this one."""
    rows = OpiskeluoikeusRow.objects.filter(hankintakoulutus_opiskeluoikeus_oid=opiskeluoikeus_oid)
    return list(rows.order_by("oid").values_list("oid", flat=True))


def list_oppilaitokset() -> list[str]:
    """Every school that has a study right in the index."""
    found = OpiskeluoikeusRow.objects.order_by().values_list("oppilaitos_oid", flat=True).distinct()
    return [oid for oid in found if oid]


def _row(oppija_oid: str, oikeus: Opiskeluoikeus) -> dict[str, object]:
    return {
        "oid": oikeus.oid,
        "oppija_id": oppija_oid,
        "tyyppi": oikeus.tyyppi,
        "tila": oikeus.tila,
        "oppilaitos_oid": oikeus.oppilaitos_oid,
        "koulutustoimija_oid": oikeus.koulutustoimija_oid,
        "tutkinto_nimi": oikeus.tutkinto_nimi,
        "osaamisala_nimi": oikeus.osaamisala_nimi,
        "alkamispaiva": oikeus.alkamispaiva,
        "arvioitu_paattymispaiva": oikeus.arvioitu_paattymispaiva,
        "paattymispaiva": oikeus.paattymispaiva,
        "hankintakoulutus_jarjestaja_oid": oikeus.sisaltyy_oppilaitos_oid,
        "hankintakoulutus_opiskeluoikeus_oid": oikeus.sisaltyy_oid,
        "koski404": False,
        "updated_at": now(),
    }
