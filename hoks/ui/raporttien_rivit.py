"""Each report: its form, its columns, where its rows come from and how they are told."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.http import QueryDict

from ehoks.common.sivutus import Sivu
from ehoks.common.vieras import join
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.presenters.nimet import find_nimet, in_kieli
from hoks.services import raportit
from hoks.services.raportit import VIIVEET, Jakso, Kuukausi, Mitatoity, Osio, Rajaus
from hoks.ui import kysymys
from hoks.ui.kysymys import Kysymys
from hoks.ui.raportti_texts import RAPORTIT as T

Tekstit = dict[str, str]
PAIVAT = frozenset({"alku", "loppu", "hyvaksytty", "paivitetty"})  # columns of dates


class Sarake(NamedTuple):
    """A column; of a page it may stand below the one before it, or lead to a page of the plan."""

    nimi: str
    jarjestys: bool = False  # whether rows can be put in its order
    alla: bool = False
    linkki: str = ""


@dataclass(frozen=True)
class Raportti:
    """A report; `nimi` is its name in addresses and in texts, `jarjestys` its usual order."""

    nimi: str
    sarakkeet: tuple[Sarake, ...]
    lue: Callable[[QueryDict], Kysymys]
    etsi: Callable[[str, Kysymys, Osio], Sivu[Any]]
    kerro: Callable[[list[Any], str], list[Tekstit]]
    jarjestys: str


# --- Periods at a workplace -------------------------------------------------------------------------

_JAKSON_ALKU = (
    Sarake("nimi", jarjestys=True, linkki="hoks-opiskelusuunnitelma"),
    Sarake("hoks_id", alla=True),
    Sarake("oppija_oid", alla=True),
    Sarake("osa"),
    Sarake("osan_tyyppi", alla=True),
    Sarake("tyopaikka", jarjestys=True),
    Sarake("y_tunnus", alla=True),
    Sarake("hankkimistapa", alla=True),
    Sarake("ohjaaja"),
    Sarake("sahkoposti", alla=True),
    Sarake("puhelin", alla=True),
)
_JAKSON_PAIVAT = (Sarake("alku", jarjestys=True), Sarake("loppu", jarjestys=True))


def _list_jaksot(oppilaitos: str, asked: Kysymys, osio: Osio) -> Sivu[Jakso]:
    rajaus = Rajaus.ILMAN_OSA_AIKAISUUTTA if asked.vain else Rajaus.KAIKKI
    return raportit.list_jaksot(oppilaitos, asked.alku, asked.loppu, rajaus, osio)


def _list_puutteelliset(oppilaitos: str, asked: Kysymys, osio: Osio) -> Sivu[Jakso]:
    return raportit.list_jaksot(oppilaitos, asked.alku, asked.loppu, Rajaus.PUUTTEELLISET, osio)


def _tell_jaksot(jaksot: list[Jakso], lang: str) -> list[Tekstit]:
    codes = [[j.osan_koodi, j.yhteisen_koodi, j.hankkimistapa] for j in jaksot]
    nimet = find_nimet(codes, lang)
    return [_tell_jakso(jakso, nimet, lang) for jakso in jaksot]


def _tell_jakso(jakso: Jakso, nimet: Tekstit, lang: str) -> Tekstit:
    share = jakso.osa_aikaisuus
    codes = (jakso.yhteisen_koodi, jakso.osan_koodi)
    return {
        **_student(jakso, lang),
        "osa": jakso.osan_nimi or join(", ", (nimet[code] for code in codes if code)),
        "osan_tyyppi": T[jakso.osan_tyyppi].say(lang),
        "hankkimistapa": nimet[jakso.hankkimistapa],
        "tyopaikka": jakso.tyopaikka or T["missing"].say(lang),
        "y_tunnus": jakso.y_tunnus,
        "ohjaaja": jakso.ohjaaja or T["missing"].say(lang),
        "sahkoposti": jakso.sahkoposti,
        "puhelin": jakso.puhelin,
        "osa_aikaisuus": T["missing"].say(lang) if share is None else f"{share} %",
        "alku": paiva(jakso.alku),
        "loppu": paiva(jakso.loppu),
        "puuttuu": ", ".join(_missing(jakso, lang)),
    }


def _missing(jakso: Jakso, lang: str) -> Iterable[str]:
    for key in ("sahkoposti", "puhelin", "osa_aikaisuus"):
        if getattr(jakso, key) in ("", None):
            yield T[f"ilman_{key}"].say(lang)


def _student(row: Jakso | Mitatoity, lang: str) -> Tekstit:
    given = row.nimi.removesuffix(row.sukunimi).strip()
    return {
        "nimi": ", ".join(filter(None, (row.sukunimi, given))) or T["no_name"].say(lang),
        "hoks_id": str(row.hoks_id),
        "oppija_oid": row.oppija_oid,
    }


# --- Plans whose study right is void ----------------------------------------------------------------


def _list_mitatoidyt(oppilaitos: str, _: Kysymys, osio: Osio) -> Sivu[Mitatoity]:
    return raportit.list_mitatoidyt(oppilaitos, osio)


def _tell_mitatoidyt(rows: list[Mitatoity], lang: str) -> list[Tekstit]:
    return [
        {
            **_student(row, lang),
            "opiskeluoikeus": row.opiskeluoikeus_oid,
            "tutkinto": in_kieli(row.tutkinto_nimi, lang),
            "hyvaksytty": paiva(row.ensikertainen_hyvaksyminen),
            "paivitetty": paiva(row.updated_at),
        }
        for row in rows
    ]


# --- How late plans come ----------------------------------------------------------------------------

LUOKAT = tuple(f"luokka_{n}" for n in range(len(VIIVEET) + 1))


def luokan_nimi(n: int, lang: str) -> str:
    """`1–5 pv`: what a class of delays is called."""
    if n == 0:
        return T["luokka_0"].say(lang)
    kind = "luokka_yli" if n == len(VIIVEET) else "luokka_n"
    first = VIIVEET[n - 1] + (n < len(VIIVEET))
    return T[kind].format(alku=first, loppu=VIIVEET[min(n, len(VIIVEET) - 1)]).say(lang)


def sarakkeen_nimi(sarake: Sarake, lang: str) -> str:
    """What a column is called."""
    if sarake.nimi in LUOKAT:
        return luokan_nimi(LUOKAT.index(sarake.nimi), lang)
    return T[sarake.nimi].say(lang)


def _list_kuukaudet(oppilaitos: str, asked: Kysymys, osio: Osio) -> Sivu[Kuukausi]:
    return raportit.list_kuukaudet(oppilaitos, asked.alku, asked.loppu, osio)


def _tell_kuukaudet(rows: list[Kuukausi], lang: str) -> list[Tekstit]:
    return [
        {
            "kuukausi": f"{row.kuukausi.month}/{row.kuukausi.year}",
            "yhteensa": str(row.yhteensa),
            **{name: str(n) for name, n in zip(LUOKAT, row.luokat, strict=True)},
            "mediaani": str(row.mediaani),
        }
        for row in rows
    ]


# --- All of them ------------------------------------------------------------------------------------

_KAIKKI = (
    Raportti(
        "tyopaikkajaksot",
        (*_JAKSON_ALKU, Sarake("osa_aikaisuus"), *_JAKSON_PAIVAT),
        kysymys.read_year,
        _list_jaksot,
        _tell_jaksot,
        "loppu",
    ),
    Raportti(
        "paattyvat-jaksot",
        (*_JAKSON_ALKU, Sarake("puuttuu"), *_JAKSON_PAIVAT),
        kysymys.read_days,
        _list_puutteelliset,
        _tell_jaksot,
        "loppu",
    ),
    Raportti(
        "mitatoidyt",
        (
            Sarake("nimi", jarjestys=True, linkki="hoks-tavoite"),
            Sarake("hoks_id", alla=True),
            Sarake("oppija_oid", alla=True),
            Sarake("tutkinto"),
            Sarake("opiskeluoikeus", alla=True),
            Sarake("hyvaksytty", jarjestys=True),
            Sarake("paivitetty", jarjestys=True),
        ),
        kysymys.read_nothing,
        _list_mitatoidyt,
        _tell_mitatoidyt,
        "nimi",
    ),
    Raportti(
        "ajantasaisuus",
        (
            Sarake("kuukausi", jarjestys=True),
            Sarake("yhteensa"),
            *map(Sarake, LUOKAT),
            Sarake("mediaani"),
        ),
        kysymys.read_twelve_months,
        _list_kuukaudet,
        _tell_kuukaudet,
        "kuukausi",
    ),
)
RAPORTIT = {raportti.nimi: raportti for raportti in _KAIKKI}
