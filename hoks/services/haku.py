"""The list of a school's plans: found by what one remembers of a student, in alphabetical order.

What is looked through stands in a table of its own (`hoks.models.haku`), which one index holds
whole.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

import orjson

from ehoks.common.aakkoset import sql_key
from ehoks.common.replica import reading
from ehoks.common.sivutus import Kysely, Sivu, read_page

LARGEST, DEFAULT = 100, 25
MAX_WORDS, MAX_LETTERS = 8, 60  # of what is looked for: more would only cost time
_WORDS = re.compile(r"[^\s,;]+")
_DIGITS = re.compile(r"[0-9]{1,18}")
_IDENTIFIER = re.compile(r"[0-9.]+|[0-9a-f-]{36}")  # what a number of anything looks like
KIELET = ("fi", "sv", "en")


class Tila(StrEnum):
    """Which plans: of studies that go on or are over, of purchased education, or archived ones."""

    VOIMASSA = "voimassa"
    PAATTYNEET = "paattyneet"
    KAIKKI = "kaikki"
    HANKINTA = "hankinta"  # plans of others whose education these schools give
    ARKISTO = "arkisto"


class Jarjestys(StrEnum):
    """By what the list is ordered."""

    NIMI = "nimi"
    TUTKINTO = "tutkinto"
    OSAAMISALA = "osaamisala"
    ID = "id"
    HYVAKSYTTY = "hyvaksytty"
    PAIVITETTY = "paivitetty"


@dataclass(frozen=True)
class Haku:
    """What is looked for, in which schools, in whose language, and which page of it."""

    oppilaitokset: Sequence[str]
    lang: str = "fi"
    teksti: str = ""
    tila: Tila = Tila.VOIMASSA
    kasin: bool = False  # only plans that were typed in
    jarjestys: Jarjestys = Jarjestys.NIMI
    laskeva: bool = False
    sivu: int = 1
    koko: int = DEFAULT


class Rivi(NamedTuple):
    """A plan in the list."""

    id: int
    eid: str
    oppija_oid: str
    opiskeluoikeus_oid: str
    nimi: str
    sukunimi: str
    oppilaitos_oid: str
    tyyppi: str
    tutkinto_nimi: dict[str, str]
    osaamisala_nimi: dict[str, str]
    ensikertainen_hyvaksyminen: dt.date
    updated_at: dt.datetime
    manuaalisyotto: bool
    deleted_at: dt.datetime | None
    koski404: bool
    suunnitelmia: int


NAME_ORDER = sql_key("coalesce(p.sukunimi, '') || ' ' || coalesce(p.nimi, '')")
# What is not in the search rows is looked up plan by plan: joined, the whole register might be read.
_PLAN = "(SELECT {avain} FROM hoksit h WHERE h.id = r.hoks_id)"
_ORDERS = {
    Jarjestys.NIMI: "r.nimi",
    Jarjestys.TUTKINTO: "r.tutkinto_{lang}",
    Jarjestys.OSAAMISALA: "r.osaamisala_{lang}",
    Jarjestys.ID: "r.hoks_id",
    Jarjestys.HYVAKSYTTY: _PLAN.format(avain="h.ensikertainen_hyvaksyminen"),
    Jarjestys.PAIVITETTY: _PLAN.format(avain="h.updated_at"),
}
# First which plans, from the search rows alone; then, of those on the page, what is shown.
_COUNT = "SELECT count(*) FROM hakurivit r WHERE {where}"
_PAGE = """
WITH sivu AS MATERIALIZED (
    SELECT r.hoks_id, {order} AS avain, count(*) OVER () AS yhteensa FROM hakurivit r
     WHERE {where} ORDER BY avain {way}, hoks_id {way} LIMIT %(raja)s OFFSET %(ohita)s)
SELECT sivu.yhteensa, h.id, h.eid, h.oppija_oid, h.opiskeluoikeus_oid, coalesce(p.nimi, ''),
       coalesce(p.sukunimi, ''), o.oppilaitos_oid, o.tyyppi, o.tutkinto_nimi, o.osaamisala_nimi,
       h.ensikertainen_hyvaksyminen, h.updated_at, h.manuaalisyotto, h.deleted_at, o.koski404,
       (SELECT count(*) FROM hoksit m WHERE m.oppija_oid = h.oppija_oid AND m.deleted_at IS NULL)
  FROM sivu
  JOIN hoksit h ON h.id = sivu.hoks_id
  JOIN opiskeluoikeudet o ON o.oid = h.opiskeluoikeus_oid
  LEFT JOIN oppijat p ON p.oid = h.oppija_oid
 ORDER BY sivu.avain {way}, h.id {way}
"""
_AROUND = """
SELECT h.eid FROM (
    SELECT r.hoks_id, {order} AS avain FROM hakurivit r
     WHERE {where} ORDER BY avain {way}, hoks_id {way} LIMIT %(raja)s OFFSET %(ohita)s) sivu
  JOIN hoksit h ON h.id = sivu.hoks_id
 ORDER BY sivu.avain {way}, h.id {way}
"""
_OWN = "r.oppilaitos_oid = ANY(%(oppilaitokset)s::text[])"
_OWN_ONE = "r.oppilaitos_oid = (%(oppilaitokset)s::text[])[1]"  # what an index can sort by
# Plans of others that rest on a study right of which one of these schools gives a part.
_HANKINTA = """
r.hoks_id IN (
    SELECT m.id FROM opiskeluoikeudet x
      JOIN hoksit m ON m.opiskeluoikeus_oid = x.hankintakoulutus_opiskeluoikeus_oid
     WHERE x.hankintakoulutus_opiskeluoikeus_oid IS NOT NULL
       AND x.oppilaitos_oid = ANY(%(oppilaitokset)s::text[]))
"""
_STATES = {
    Tila.VOIMASSA: "NOT r.arkistoitu AND NOT r.paattynyt",
    Tila.PAATTYNEET: "NOT r.arkistoitu AND r.paattynyt",
    Tila.KAIKKI: "NOT r.arkistoitu",
    Tila.HANKINTA: "NOT r.arkistoitu",
    Tila.ARKISTO: "r.arkistoitu",
}
# A word is a part of the name, of the qualification or of the competence area in any language, or
# it is one of the numbers, whole.
_WORD = "(strpos(r.nimi_haku, {word}) > 0 OR strpos(r.tutkinto_haku, {word}) > 0{own})"
_NUMBER = """ OR r.hoks_id IN (
    SELECT id FROM hoksit WHERE oppija_oid = {word}
     UNION ALL SELECT id FROM hoksit WHERE opiskeluoikeus_oid = {word}
     UNION ALL SELECT id FROM hoksit WHERE eid = {word}{id})"""
_OWN_ID = " UNION ALL SELECT %({name})s::bigint"


def find(haku: Haku) -> Sivu[Rivi]:
    """A page of the list; the last one when there are not so many pages."""
    values: dict[str, Any] = {"oppilaitokset": list(haku.oppilaitokset)}
    where = _where(haku, values)
    kysely = Kysely(_ordered(_PAGE, haku, where), _COUNT.format(where=where), values, _rivi)
    return read_page(reading(), kysely, haku.sivu, min(max(haku.koko, 1), LARGEST))


def find_around(haku: Haku, paikka: int) -> list[str]:
    """The `eid`s of the plan at that place of the whole list, counted from one, and beside it."""
    first = max(paikka - 2, 0)
    values: dict[str, Any] = {
        "oppilaitokset": list(haku.oppilaitokset),
        "raja": paikka + 1 - first,
        "ohita": first,
    }
    with reading().cursor() as cursor:
        cursor.execute(_ordered(_AROUND, haku, _where(haku, values)), values)
        return [row[0] for row in cursor.fetchall()]


def _ordered(select: str, haku: Haku, where: str) -> str:
    order = _ORDERS[haku.jarjestys].format(lang=haku.lang if haku.lang in KIELET else "fi")
    way = "DESC" if haku.laskeva else "ASC"
    return select.format(order=order, where=where, way=way)


def _rivi(row: tuple[Any, ...]) -> Rivi:
    """Names come as JSON text."""
    found = Rivi(*row)
    return found._replace(
        tutkinto_nimi=orjson.loads(found.tutkinto_nimi),  # type: ignore[arg-type]
        osaamisala_nimi=orjson.loads(found.osaamisala_nimi),  # type: ignore[arg-type]
    )


def _where(haku: Haku, values: dict[str, Any]) -> str:
    own = _OWN_ONE if len(haku.oppilaitokset) == 1 else _OWN
    conditions = [_HANKINTA if haku.tila is Tila.HANKINTA else own, _STATES[haku.tila]]
    if haku.kasin:
        conditions.append("r.kasin")
    for n, word in enumerate(_WORDS.findall(haku.teksti)[:MAX_WORDS]):
        conditions.append(_word(n, word, values))
    return " AND ".join(conditions)


def _word(n: int, word: str, values: dict[str, Any]) -> str:
    name = f"%(sana{n})s"
    values[f"sana{n}"] = word.lower()[:MAX_LETTERS]
    own = own_id = ""
    if _DIGITS.fullmatch(word):
        values[f"luku{n}"] = int(word)
        own_id = _OWN_ID.format(name=f"luku{n}")
    if _IDENTIFIER.fullmatch(word.lower()):
        own = _NUMBER.format(word=name, id=own_id)
    return _WORD.format(word=name, own=own)
