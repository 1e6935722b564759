"""What staff ask of all plans of a school at once; archived plans are never among the answers."""

import datetime as dt
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

import orjson

from ehoks.common.aakkoset import sql_key
from ehoks.common.replica import reading
from ehoks.common.sivutus import Kysely, Sivu, read_page
from hoks.models.tyopaikkajaksot import TYOPAIKKAJAKSO
from hoks.services.haku import NAME_ORDER

PAGE = 25
VIIVEET = (0, 5, 14, 30)  # days: a plan stored later than the last one is in a class of its own
R = TypeVar("R")
_Values = dict[str, Any]


class Osio(NamedTuple):
    """Which page of a report, and by which column; without a page number all of it."""

    sivu: int | None = 1
    jarjestys: str = ""
    laskeva: bool = False


# --- Periods at a workplace -------------------------------------------------------------------------


class Rajaus(StrEnum):
    """Which periods: all, those without a part-time share, or those where anything is missing."""

    KAIKKI = "kaikki"
    ILMAN_OSA_AIKAISUUTTA = "ilman-osa-aikaisuutta"
    PUUTTEELLISET = "puutteelliset"


class Jakso(NamedTuple):
    """A period at a workplace, whose it is, and the unit that it is for."""

    hoks_id: int
    eid: str
    oppija_oid: str
    nimi: str
    sukunimi: str
    osan_tyyppi: str
    osan_koodi: str | None
    osan_nimi: str | None  # of a local unit, which has no code
    yhteisen_koodi: str | None  # of the common unit, when it is for a subject area
    hankkimistapa: str
    alku: dt.date
    loppu: dt.date
    osa_aikaisuus: int | None
    tyopaikka: str
    y_tunnus: str
    ohjaaja: str
    sahkoposti: str
    puhelin: str


_AT_WORK = ", ".join(f"'{uri}'" for uri in TYOPAIKKAJAKSO)  # in full, or no index of them is used
_JAKSOT = f"""
SELECT h.id, h.eid, h.oppija_oid, coalesce(p.nimi, ''), coalesce(p.sukunimi, ''),
       a.tyyppi, a.koodi_uri, a.nimi, y.koodi_uri, t.hankkimistapa_koodi_uri, t.alku, t.loppu,
       t.osa_aikaisuustieto, coalesce(t.tyopaikan_nimi, ''), coalesce(t.tyopaikan_y_tunnus, ''),
       coalesce(t.ohjaaja_nimi, ''), coalesce(t.ohjaaja_sahkoposti, ''),
       coalesce(t.ohjaaja_puhelinnumero, '')
  FROM hakurivit r
  JOIN osaamisen_hankkimistavat t ON t.hoks_id = r.hoks_id
  JOIN hoksit h ON h.id = r.hoks_id
  JOIN hankittavat_osat a ON a.id = t.osa_id
  LEFT JOIN hankittavat_osat y ON y.id = a.yhteinen_id
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 WHERE r.oppilaitos_oid = %(oppilaitos)s AND NOT r.arkistoitu
   AND r.jaksot_asti >= %(alku)s AND r.jaksot_alkaen <= %(loppu)s
   AND t.hankkimistapa_koodi_uri IN ({_AT_WORK})
   AND t.loppu BETWEEN %(alku)s AND %(loppu)s
"""  # noqa: S608 -- our own words
_RAJAUKSET = {
    Rajaus.KAIKKI: "",
    Rajaus.ILMAN_OSA_AIKAISUUTTA: " AND t.osa_aikaisuustieto IS NULL",
    Rajaus.PUUTTEELLISET: (
        " AND (t.osa_aikaisuustieto IS NULL OR coalesce(t.ohjaaja_sahkoposti, '') = ''"
        " OR coalesce(t.ohjaaja_puhelinnumero, '') = '')"
    ),
}
_JAKSOJEN_JARJESTYS = {
    "loppu": "t.loppu {way}, t.id {way}",
    "alku": "t.alku {way}, t.id {way}",
    "nimi": f"{NAME_ORDER} {{way}}, t.loppu, t.id",
    "tyopaikka": f"{sql_key('t.tyopaikan_nimi')} {{way}}, t.loppu, t.id",
}


def list_jaksot(
    oppilaitos: str, alku: dt.date, loppu: dt.date, rajaus: Rajaus, osio: Osio
) -> Sivu[Jakso]:
    """Periods at a workplace that end between two days, both included."""
    values = {"oppilaitos": oppilaitos, "alku": alku, "loppu": loppu}
    return _find(_JAKSOT + _RAJAUKSET[rajaus], values, _JAKSOJEN_JARJESTYS, osio, Jakso._make)


def count_puutteelliset(oppilaitos: str, alku: dt.date, loppu: dt.date) -> int:
    """How many periods that end between two days, both included, lack something."""
    return list_jaksot(oppilaitos, alku, loppu, Rajaus.PUUTTEELLISET, Osio()).yhteensa


# --- Plans whose study right is void ----------------------------------------------------------------


class Mitatoity(NamedTuple):
    """A plan whose study right Koski no longer has."""

    hoks_id: int
    eid: str
    oppija_oid: str
    nimi: str
    sukunimi: str
    opiskeluoikeus_oid: str
    tutkinto_nimi: dict[str, str]
    ensikertainen_hyvaksyminen: dt.date
    updated_at: dt.datetime


_MITATOIDYT = """
SELECT h.id, h.eid, h.oppija_oid, coalesce(p.nimi, ''), coalesce(p.sukunimi, ''),
       h.opiskeluoikeus_oid, o.tutkinto_nimi, h.ensikertainen_hyvaksyminen, h.updated_at
  FROM opiskeluoikeudet o
  JOIN hoksit h ON h.opiskeluoikeus_oid = o.oid
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 WHERE o.oppilaitos_oid = %(oppilaitos)s AND o.koski404 AND h.deleted_at IS NULL
"""
_MITATOITYJEN_JARJESTYS = {
    "nimi": f"{NAME_ORDER} {{way}}, h.id {{way}}",
    "hyvaksytty": "h.ensikertainen_hyvaksyminen {way}, h.id {way}",
    "paivitetty": "h.updated_at {way}, h.id {way}",
}


def list_mitatoidyt(oppilaitos: str, osio: Osio) -> Sivu[Mitatoity]:
    """Plans whose study right has been voided."""
    return _find(_MITATOIDYT, {"oppilaitos": oppilaitos}, _MITATOITYJEN_JARJESTYS, osio, _mitatoity)


def _mitatoity(row: tuple[Any, ...]) -> Mitatoity:
    """Names come as JSON text."""
    found = Mitatoity(*row)
    return found._replace(tutkinto_nimi=orjson.loads(found.tutkinto_nimi))  # type: ignore[arg-type]


# --- How late plans come ----------------------------------------------------------------------------


class Kuukausi(NamedTuple):
    """The plans that were first stored in a month, by how many days after their approval."""

    kuukausi: dt.date  # its first day
    yhteensa: int
    luokat: tuple[
        int, ...
    ]  # as many days late at most as `VIIVEET` says, in turn; then later still
    mediaani: int


# Days are those of the Finnish calendar. What was stored before its approval is not late.
_VIIVEET = """
SELECT kuukausi, count(*), count(*) FILTER (WHERE viive <= %(v0)s),
       count(*) FILTER (WHERE viive > %(v0)s AND viive <= %(v1)s),
       count(*) FILTER (WHERE viive > %(v1)s AND viive <= %(v2)s),
       count(*) FILTER (WHERE viive > %(v2)s AND viive <= %(v3)s),
       count(*) FILTER (WHERE viive > %(v3)s),
       percentile_disc(0.5) WITHIN GROUP (ORDER BY viive)
  FROM (SELECT date_trunc('month', ensin.paiva)::date AS kuukausi,
               greatest(ensin.paiva - h.ensikertainen_hyvaksyminen, 0) AS viive
          FROM hakurivit r
          JOIN hoksit h ON h.id = r.hoks_id
         CROSS JOIN LATERAL (
               SELECT (v.tallennettu AT TIME ZONE 'Europe/Helsinki')::date AS paiva
                 FROM hoks_versiot v WHERE v.hoks_id = h.id ORDER BY v.id LIMIT 1) ensin
         WHERE r.oppilaitos_oid = %(oppilaitos)s AND NOT r.arkistoitu
           AND ensin.paiva BETWEEN %(alku)s AND %(loppu)s) viiveet
 GROUP BY kuukausi
"""
_KUUKAUSIEN_JARJESTYS = {"kuukausi": "kuukausi {way}"}


def list_kuukaudet(oppilaitos: str, alku: dt.date, loppu: dt.date, osio: Osio) -> Sivu[Kuukausi]:
    """How late plans came that were first stored between two days, both included, by month."""
    values: _Values = {"oppilaitos": oppilaitos, "alku": alku, "loppu": loppu}
    values |= {f"v{n}": most for n, most in enumerate(VIIVEET)}
    return _find(_VIIVEET, values, _KUUKAUSIEN_JARJESTYS, osio, _kuukausi)


def _kuukausi(row: tuple[Any, ...]) -> Kuukausi:
    first, total, *classes, median = row
    return Kuukausi(first, total, tuple(classes), median)


# --- What they have in common -----------------------------------------------------------------------


def _find(
    select: str,
    values: _Values,
    orders: Mapping[str, str],
    osio: Osio,
    make: Callable[[tuple[Any, ...]], R],
) -> Sivu[R]:
    """One page, the last one when there are not so many; the first of the orders is the usual one."""
    order = orders.get(osio.jarjestys) or next(iter(orders.values()))
    # An alphabet has braces of its own, so that the whole cannot be formatted.
    order = order.replace("{way}", "DESC" if osio.laskeva else "ASC")
    counted = f"SELECT count(*) OVER (), {select.strip().removeprefix('SELECT')} ORDER BY {order}"
    if osio.sivu is None:
        with reading().cursor() as cursor:
            cursor.execute(counted, values)
            found = [make(row[1:]) for row in cursor.fetchall()]
        return Sivu(found, len(found))
    rows = f"{counted} LIMIT %(raja)s OFFSET %(ohita)s"
    count = f"SELECT count(*) FROM ({select}) kaikki"  # noqa: S608 -- our own words
    return read_page(reading(), Kysely(rows, count, values, make), osio.sivu, PAGE)
