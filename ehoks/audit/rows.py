"""Questions to the audit log: who has looked at one plan, or at all of one learner's, or changed it."""

import datetime as dt
from collections.abc import Collection
from typing import NamedTuple

from django.db import connection
from django.db.models import QuerySet

from ehoks.audit.models import AuditTapahtuma
from ehoks.common.dates import HELSINKI


def list_latest(hoks_id: int, raja: int) -> list[AuditTapahtuma]:
    """The newest looks and changes, refusals aside."""
    return list(_done(hoks_id)[:raja])


def list_between(
    hoks_id: int,
    operaatiot: Collection[str],
    alku: dt.datetime | None,
    loppu: dt.datetime | None,
    raja: int,
) -> list[AuditTapahtuma]:
    """What of these operations came about after `alku` and before `loppu`, the newest first."""
    rows = _done(hoks_id).filter(operaatio__in=operaatiot)
    if alku:
        rows = rows.filter(aika__gt=alku)
    if loppu:
        rows = rows.filter(aika__lt=loppu)
    return list(rows[:raja])


def _done(hoks_id: int) -> QuerySet[AuditTapahtuma]:
    return AuditTapahtuma.objects.filter(hoks_id=hoks_id, tulos="succeeded").order_by(
        "-aika", "-id"
    )


# --- One learner, whose number may have changed -------------------------------------------------------


class Katselu(NamedTuple):
    """What came about on one day by one door, for one organisation, on one ground; told together.

    `id` is that of the newest entry. `osiot` are the parts that were looked at, as far as it is known.
    """

    id: int
    paiva: dt.date
    kanava: str
    operaatio: str
    organisaatio_oid: str | None
    peruste: str | None
    hoks_id: int | None
    osiot: list[str]
    kertoja: int
    katsojia: int
    viimeksi: dt.datetime


_KATSELUT = """
SELECT max(id), (aika AT TIME ZONE 'Europe/Helsinki')::date AS paiva, kanava, operaatio,
       organisaatio_oid, peruste, hoks_id, array_remove(array_agg(DISTINCT osio), NULL),
       count(*), count(DISTINCT coalesce(kayttaja_oid, kayttaja)), max(aika) AS viimeksi
  FROM audit_tapahtumat
 WHERE oppija_oid = ANY(%s::text[]) AND tulos = 'succeeded'
   AND (%s OR kayttaja_oid IS NULL OR kayttaja_oid <> ALL(%s::text[]))
 GROUP BY paiva, kanava, operaatio, organisaatio_oid, peruste, hoks_id
 ORDER BY viimeksi DESC, max(id) DESC LIMIT %s OFFSET %s
"""


def list_katselut(
    oppija_oids: Collection[str], *, omat: bool, alku: int, raja: int
) -> list[Katselu]:
    """At most `raja` of them after the `alku` newest; the learner's own looks only with `omat`."""
    oids = sorted(oppija_oids)
    with connection.cursor() as cursor:
        cursor.execute(_KATSELUT, [oids, omat, oids, raja, alku])
        return [Katselu(*row) for row in cursor.fetchall()]


def find_row(oppija_oids: Collection[str], row_id: int) -> AuditTapahtuma | None:
    """An entry about the learner."""
    return _about(oppija_oids).filter(pk=row_id).first()


def list_rows(
    oppija_oids: Collection[str],
    paiva: dt.date,
    kanava: str,
    operaatio: str,
    organisaatio_oid: str | None,
    raja: int,
) -> list[AuditTapahtuma]:
    """The entries of one kind about the learner on a day in Finland, the oldest first."""
    start = dt.datetime.combine(paiva, dt.time(), HELSINKI)
    end = dt.datetime.combine(paiva + dt.timedelta(days=1), dt.time(), HELSINKI)
    rows = _about(oppija_oids).filter(
        aika__gte=start, aika__lt=end, kanava=kanava, operaatio=operaatio
    )
    same = rows.filter(organisaatio_oid=organisaatio_oid)  # None finds those that name none
    return list(same.order_by("aika", "id")[:raja])


def _about(oppija_oids: Collection[str]) -> QuerySet[AuditTapahtuma]:
    return AuditTapahtuma.objects.filter(oppija_oid__in=list(oppija_oids), tulos="succeeded")
