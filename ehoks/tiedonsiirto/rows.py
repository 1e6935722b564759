"""Questions to the transfer log: which organisations it knows, and their rows, newest first."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from ehoks.common.dates import now
from ehoks.common.hypyt import sql_different
from ehoks.tiedonsiirto.models import Tiedonsiirto

_ORGANISAATIOT = sql_different("tiedonsiirrot", "organisaatio_oid")


class Tila(StrEnum):
    """Which rows are asked for."""

    AVOIN = "avoin"  # refused, and nothing newer of the same matter
    HYVAKSYTTY = "hyvaksytty"
    HYLATTY = "hylatty"


class Jarjestelma(NamedTuple):
    """How the transfers of one system have gone of late.

    How many came through and how many did not, when each last happened, and the code of the newest
    row, None when it was accepted.
    """

    nimi: str | None
    caller_id: str | None
    hyvaksyttyja: int
    hylattyja: int
    viimeksi_hyvaksytty: dt.datetime | None
    viimeksi_hylatty: dt.datetime | None
    viimeisin_koodi: str | None

    @property
    def kunto(self) -> str:
        """`kunnossa` when the newest came through, `hylkayksia` when it did not."""
        return "hylkayksia" if self.viimeisin_koodi else "kunnossa"


LATELY = dt.timedelta(days=30)
_JARJESTELMAT = """
SELECT jarjestelma, caller_id,
       count(*) FILTER (WHERE hyvaksytty), count(*) FILTER (WHERE NOT hyvaksytty),
       max(aika) FILTER (WHERE hyvaksytty), max(aika) FILTER (WHERE NOT hyvaksytty),
       (array_agg(koodi ORDER BY id DESC))[1]
  FROM tiedonsiirrot
 WHERE organisaatio_oid = ANY(%s::text[]) AND aika >= %s AND operaatio <> 'dismiss'
 GROUP BY jarjestelma, caller_id
 ORDER BY max(id) DESC
 LIMIT 50
"""


@dataclass(frozen=True)
class Haku:
    """What is asked of the log; `ennen_id` goes on where the page before ended."""

    tila: Tila | None = None
    alku: dt.datetime | None = None
    loppu: dt.datetime | None = None
    opiskeluoikeus_oid: str | None = None
    ennen_id: int | None = None
    raja: int = 100


def list_organisaatiot() -> list[str]:
    """The organisations that have rows."""
    with connection.cursor() as cursor:
        cursor.execute(_ORGANISAATIOT)
        return [row[0] for row in cursor.fetchall()]


def list_jarjestelmat(organisaatiot: Collection[str]) -> list[Jarjestelma]:
    """The systems that have sent something lately, the newest sender first."""
    with connection.cursor() as cursor:
        cursor.execute(_JARJESTELMAT, [sorted(organisaatiot), now() - LATELY])
        return [Jarjestelma(*row) for row in cursor.fetchall()]


class Sivu(NamedTuple):
    """A page of rows, each with `avoin`; `seuraava` is the next page's `ennen_id`, if there is one."""

    rows: Sequence[Tiedonsiirto]
    seuraava: int | None


def find(organisaatiot: Collection[str], haku: Haku) -> Sivu:
    """Rows of these organisations, the newest first."""
    oids = sorted(organisaatiot)
    rows = Tiedonsiirto.objects.filter(_asked(haku), organisaatio_oid__in=oids)
    rows = rows.annotate(avoin=_is_open(oids))
    if haku.tila is Tila.AVOIN:
        rows = rows.filter(avoin=True)
    found = list(rows.order_by("-id")[: haku.raja + 1])
    page = found[: haku.raja]
    return Sivu(page, page[-1].id if len(found) > haku.raja else None)


def find_one(organisaatiot: Collection[str], row_id: int) -> Tiedonsiirto | None:
    """The row of that id, with `avoin`, if it is one of these organisations'."""
    oids = sorted(organisaatiot)
    rows = Tiedonsiirto.objects.filter(pk=row_id, organisaatio_oid__in=oids)
    return rows.annotate(avoin=_is_open(oids)).first()


def _asked(haku: Haku) -> Q:
    conditions = {
        "aika__gte": haku.alku,
        "aika__lt": haku.loppu,
        "opiskeluoikeus_oid": haku.opiskeluoikeus_oid,
        "id__lt": haku.ennen_id,
        "hyvaksytty": None if haku.tila is None else haku.tila is Tila.HYVAKSYTTY,
    }
    return Q(**{field: value for field, value in conditions.items() if value is not None})


def _is_open(oids: list[str]) -> Q:
    """A refusal that is the newest of its matter: organisation, study right and channel.

    A study right has one plan, so whoever gets a write through closes what the reader sees of it:
    a refusal may stand under the provider because its school could not be asked then. Refusals
    that name no study right are one matter together.
    """
    newer = Tiedonsiirto.objects.filter(kanava=OuterRef("kanava"), id__gt=OuterRef("id"))
    own = Q(organisaatio_oid=OuterRef("organisaatio_oid"))
    done = Q(hyvaksytty=True, organisaatio_oid__in=oids)
    of_right = newer.filter(own | done, opiskeluoikeus_oid=OuterRef("opiskeluoikeus_oid"))
    unknown: QuerySet[Tiedonsiirto] = newer.filter(own, opiskeluoikeus_oid=None)
    return (
        Q(hyvaksytty=False)
        & ~Q(Exists(of_right))
        & ~(Q(opiskeluoikeus_oid=None) & Q(Exists(unknown)))
    )
