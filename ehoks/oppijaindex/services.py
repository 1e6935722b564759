"""Keeps the copies fresh with what Koski and Oppijanumerorekisteri have just told."""

from collections.abc import Collection, Iterable, Sequence

import orjson
from django.db import connection
from django.db.models import Q

from ehoks.common.dates import now
from ehoks.integrations.koski import Opiskeluoikeus
from ehoks.integrations.oppijanumerorekisteri import Henkilo
from ehoks.oppijaindex import oppilaitokset
from ehoks.oppijaindex.models import Opiskeluoikeus as OpiskeluoikeusRow
from ehoks.oppijaindex.models import Oppija

_OPPIJA = """
INSERT INTO oppijat (oid, nimi, sukunimi, updated_at) VALUES (%s, %s, %s, %s)
ON CONFLICT (oid) DO UPDATE
SET nimi = excluded.nimi, sukunimi = excluded.sukunimi, updated_at = excluded.updated_at
"""
_COLUMNS = [f.column for f in OpiskeluoikeusRow._meta.concrete_fields if f.column]
_OPISKELUOIKEUS = f"""
INSERT INTO opiskeluoikeudet ({", ".join(_COLUMNS)})
SELECT {", ".join(_COLUMNS)} FROM json_populate_recordset(NULL::opiskeluoikeudet, %s::json)
ON CONFLICT (oid) DO UPDATE SET {", ".join(f"{c} = excluded.{c}" for c in _COLUMNS if c != "oid")}
"""  # noqa: S608 -- our own column names


def refresh_oppija(oid: str, henkilo: Henkilo) -> None:
    """Remember a learner's name: all given names, then the family name."""
    nimi = f"{henkilo.etunimet} {henkilo.sukunimi}".strip()
    with connection.cursor() as cursor:
        cursor.execute(_OPPIJA, [oid, nimi, henkilo.sukunimi, now()])


def refresh_opiskeluoikeudet(oppija_oid: str, oikeudet: Sequence[Opiskeluoikeus]) -> None:
    """Remember what Koski says of a learner's study rights. The learner must be there already."""
    rows = [_row(oppija_oid, oikeus) for oikeus in oikeudet]
    with connection.cursor() as cursor:
        cursor.execute(_OPISKELUOIKEUS, [orjson.dumps(rows).decode()])
    oppilaitokset.note(oikeus.oppilaitos_oid for oikeus in oikeudet)


def mark_missing(oids: Iterable[str]) -> None:
    """Koski does not know these study rights any more; what it last said of them stays."""
    OpiskeluoikeusRow.objects.filter(pk__in=list(oids)).update(koski404=True, updated_at=now())


def move_opiskeluoikeudet(old: str, new: str) -> None:
    """The study rights of a learner whose number was merged into another, which is here already."""
    OpiskeluoikeusRow.objects.filter(oppija_id=old).update(oppija_id=new)
    Oppija.objects.filter(pk=old).delete()


def forget_opiskeluoikeus(oid: str, oppija_oid: str, kept: Collection[str]) -> None:
    """Forget a study right whose plan is gone, and the learner who has no other here.

    `kept` are study rights that have plans of their own: they stay.

    Call it in a transaction. The learner is locked first: a plan of another study right that is
    being stored right now either waits for us or is seen by us.
    """
    list(Oppija.objects.select_for_update().filter(pk=oppija_oid))
    parts = Q(oid=oid) | Q(hankintakoulutus_opiskeluoikeus_oid=oid)
    OpiskeluoikeusRow.objects.filter(parts, oppija_id=oppija_oid).exclude(pk__in=kept).delete()
    if not kept:
        Oppija.objects.filter(pk=oppija_oid, opiskeluoikeus=None).delete()


def list_hankintakoulutukset(opiskeluoikeus_oid: str) -> list[str]:
    """OIDs of the study rights that are purchased parts of this one."""
    rows = OpiskeluoikeusRow.objects.filter(hankintakoulutus_opiskeluoikeus_oid=opiskeluoikeus_oid)
    return list(rows.order_by("oid").values_list("oid", flat=True))


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
        "tutkintonimike_nimi": oikeus.tutkintonimike_nimi,
        "osittainen": oikeus.is_osittainen,
        "diaarinumero": oikeus.perusteen_diaarinumero,
        "alkamispaiva": oikeus.alkamispaiva,
        "arvioitu_paattymispaiva": oikeus.arvioitu_paattymispaiva,
        "paattymispaiva": oikeus.paattymispaiva,
        "hankintakoulutus_jarjestaja_oid": oikeus.sisaltyy_oppilaitos_oid,
        "hankintakoulutus_opiskeluoikeus_oid": oikeus.sisaltyy_oid,
        "koski404": False,
        "updated_at": now(),
    }
