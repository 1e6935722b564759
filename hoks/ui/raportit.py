"""The reports of a school: which there are, and each of them as a page or as a table to keep."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.common.csv_text import write_csv
from ehoks.common.sivutus import Sivu
from ehoks.ui.cas import mark
from ehoks.ui.errors import PageNotFound
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page, with_query
from hoks import access
from hoks.presenters import muistutus
from hoks.presenters.ajantasaisuus import draw
from hoks.services.raportit import Osio
from hoks.ui import muistutukset, organisaatiot
from hoks.ui.kysymys import MOST_DAYS, Kysymys, as_fields
from hoks.ui.organisaatiot import Oppilaitos
from hoks.ui.raportti_texts import RAPORTIT as T
from hoks.ui.raporttien_rivit import (
    LUOKAT,
    PAIVAT,
    RAPORTIT,
    Raportti,
    Sarake,
    Tekstit,
    luokan_nimi,
    sarakkeen_nimi,
)
from hoks.ui.sivut import list_pages, page_number
from hoks.ui.texts import LISTA

_BOM = "\ufeff"  # without it a spreadsheet reads ä as two letters


@require_safe
@staff_page
def home(request: HttpRequest) -> HttpResponse:
    """To the reports of the school that was chosen last."""
    schools = organisaatiot.list_oppilaitokset(kayttaja_of(request), find_kieli(request))
    school = organisaatiot.chosen(request, schools)
    if school is None:
        return show(request, "virkailija/tyhja.html", LISTA, {})
    return HttpResponseRedirect(reverse("raportit", args=[school.oid]))


@require_safe
@staff_page
def index(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """Which reports there are, and what for."""
    lang = find_kieli(request)
    frame = _frame(request, oppilaitos)
    reports = [
        {"nimi": T[f"{nimi}_title"].say(lang), "miksi": T[f"{nimi}_why"].say(lang),
         "href": reverse("raportti", args=[oppilaitos, nimi])}
        for nimi in RAPORTIT
    ]  # fmt: skip
    return show(request, "virkailija/raportit.html", T, frame | {"raportit": reports})


def _frame(request: HttpRequest, oppilaitos: str) -> dict[str, Any]:
    """The school, which is remembered, and the picker. Raises NoRightHere."""
    schools = organisaatiot.list_oppilaitokset(kayttaja_of(request), find_kieli(request))
    school = organisaatiot.require(schools, oppilaitos)
    organisaatiot.remember(request, school.oid)
    return {"schools": schools, "school": school, "paikka": "raportit"}


@require_safe
@staff_page
def report(request: HttpRequest, oppilaitos: str, nimi: str) -> HttpResponse:
    """A page of a report; all of it as CSV where that is asked for."""
    frame = _frame(request, oppilaitos)
    raportti = RAPORTIT.get(nimi)
    if raportti is None:
        raise PageNotFound
    asked, osio = raportti.lue(request.GET), _osio(request, raportti)
    as_csv = request.GET.get("muoto") == "csv"
    if not asked.is_clear:
        context = frame | _around(request, raportti, asked)
        return show(request, "virkailija/raportti.html", T, context, 400 if as_csv else 200)
    page = raportti.etsi(oppilaitos, asked, osio._replace(sivu=None) if as_csv else osio)
    _note(request, frame["school"], raportti)
    if as_csv:
        return _csv(raportti, page, find_kieli(request))
    context = frame | _around(request, raportti, asked) | _results(request, raportti, page, osio)
    context |= _more(raportti, page, frame["school"], kayttaja_of(request), find_kieli(request))
    return show(request, "virkailija/raportti.html", T, context)


def _note(request: HttpRequest, school: Oppilaitos, raportti: Raportti) -> None:
    asked = f"{school.oid}/{raportti.nimi}?{request.GET.urlencode()}"[:256]
    audit.record("report", mark(request, kayttaja_of(request)), audit.Kohde(haku=asked))


def _osio(request: HttpRequest, raportti: Raportti) -> Osio:
    order = request.GET.get("jarjesta", "")
    known = {sarake.nimi for sarake in raportti.sarakkeet if sarake.jarjestys}
    return Osio(
        page_number(request.GET.get("sivu", "")),
        order if order in known else raportti.jarjestys,
        request.GET.get("suunta") == "laskeva",
    )


# --- The page ---------------------------------------------------------------------------------------


def _around(request: HttpRequest, raportti: Raportti, asked: Kysymys) -> dict[str, Any]:
    lang = find_kieli(request)
    kept = ((key, request.GET.get(key)) for key in ("jarjesta", "suunta"))
    return {
        "raportti": raportti.nimi,
        "otsikko": T[f"{raportti.nimi}_title"].say(lang),
        "miksi": T[f"{raportti.nimi}_why"].say(lang),
        "kentat": as_fields(asked, lang),
        "eniten": MOST_DAYS,
        "ryhma": asked.otsikko.say(lang) if asked.otsikko else "",
        "pidetyt": [(key, value) for key, value in kept if value],
    }


def _results(
    request: HttpRequest, raportti: Raportti, page: Sivu[Any], osio: Osio
) -> dict[str, Any]:
    lang = find_kieli(request)
    told = raportti.kerro(page.rivit, lang)
    return {
        "sivu": page,
        "sivut": list(list_pages(request, page.sivu, page.sivuja)),
        "maara": (T["count_one"] if page.yhteensa == 1 else T["count"])
        .format(n=page.yhteensa)
        .say(lang),
        "caption": T["caption"]
        .format(otsikko=T[f"{raportti.nimi}_title"].say(lang), sivu=page.sivu, sivuja=page.sivuja)
        .say(lang),
        "sarakkeet": [
            _column(request, sarake, osio, lang) for sarake in raportti.sarakkeet if not sarake.alla
        ],
        "rivit": [
            {"solut": list(_cells(raportti, row, texts, lang)), "hoks": row}
            for row, texts in zip(page.rivit, told, strict=True)
        ],
        "tyhja": T[f"{raportti.nimi}_empty"].say(lang),
        "csv": with_query(request, muoto="csv", sivu=None),
    }


def _column(request: HttpRequest, sarake: Sarake, osio: Osio, lang: str) -> dict[str, Any]:
    name = sarakkeen_nimi(sarake, lang)
    if not sarake.jarjestys:
        return {"nimi": name}
    is_chosen = osio.jarjestys == sarake.nimi
    turned = is_chosen and not osio.laskeva
    href = with_query(
        request,
        jarjesta=sarake.nimi,
        suunta="laskeva" if turned else None,
        sivu=None,
        lang=None,
    )
    way = ("descending" if osio.laskeva else "ascending") if is_chosen else ""
    label = T["sort_by"].format(sarake=name.lower()).say(lang)
    return {"nimi": name, "href": href, "suunta": way, "label": label}


def _cells(raportti: Raportti, row: Any, texts: Tekstit, lang: str) -> Iterator[dict[str, Any]]:
    """The columns of a row with what stands below each of them."""
    for sarake in raportti.sarakkeet:
        if sarake.alla:
            continue
        yield {
            "nimi": sarakkeen_nimi(sarake, lang),
            "teksti": texts[sarake.nimi],
            "is_pvm": sarake.nimi in PAIVAT,
            "href": reverse(sarake.linkki, args=[row.eid]) if sarake.linkki else "",
            "alla": [
                {"nimi": sarakkeen_nimi(below, lang), "teksti": texts[below.nimi], "id": below.nimi}
                for below in _below(raportti.sarakkeet, sarake)
                if texts[below.nimi]
            ],
        }


def _below(sarakkeet: tuple[Sarake, ...], sarake: Sarake) -> Iterator[Sarake]:
    for other in sarakkeet[sarakkeet.index(sarake) + 1 :]:
        if not other.alla:
            return
        yield other


def _more(
    raportti: Raportti, page: Sivu[Any], school: Oppilaitos, kayttaja: Kayttaja, lang: str
) -> dict[str, Any]:
    """What one report alone has."""
    match raportti.nimi:
        case "mitatoidyt":
            return {"may_archive": access.may(kayttaja, Oikeus.HOKS_DELETE, school.oid)}
        case muistutus.RAPORTTI:
            return muistutukset.build(kayttaja, school.oid, lang)
        case "ajantasaisuus":
            names = [(n, luokan_nimi(n, lang)) for n in range(len(LUOKAT))]
            return {"kuva": draw(page.rivit), "luokat": names}
    return {}


# --- The table to keep ------------------------------------------------------------------------------


def _csv(raportti: Raportti, page: Sivu[Any], lang: str) -> HttpResponse:
    """As a spreadsheet in Finland or Sweden opens it: semicolons, as commas are in numbers."""
    head = [sarakkeen_nimi(sarake, lang) for sarake in raportti.sarakkeet]
    rows = (
        [texts[sarake.nimi] for sarake in raportti.sarakkeet]
        for texts in raportti.kerro(page.rivit, lang)
    )
    text = _BOM + write_csv([head, *rows], delimiter=";")
    name = f'attachment; filename="{raportti.nimi}.csv"'
    headers = {"Content-Disposition": name, "X-Content-Type-Options": "nosniff"}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
