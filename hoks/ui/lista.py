"""The list of a school's students: search, order and page all in the address."""

from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja, Oikeus
from ehoks.ui.cas import mark
from ehoks.ui.kieli import find_kieli
from ehoks.ui.shell import kayttaja_of, show, staff_page, with_query
from hoks import access
from hoks.presenters.nimet import in_kieli
from hoks.services import haku, luonnokset
from hoks.services.haku import Haku, Jarjestys, Rivi, Tila
from hoks.ui import organisaatiot
from hoks.ui.sivut import list_pages
from hoks.ui.syotto.texts import SYOTTO
from hoks.ui.texts import LISTA

E = TypeVar("E", Tila, Jarjestys)
SIZES = (haku.DEFAULT, 50, haku.LARGEST)
_LONGEST = 1000  # of what is kept of a list's address


@require_safe
@staff_page
def home(request: HttpRequest) -> HttpResponse:
    """To the list of the school that was chosen last."""
    schools = organisaatiot.list_oppilaitokset(kayttaja_of(request), find_kieli(request))
    school = organisaatiot.chosen(request, schools)
    if school is None:
        return _nothing_yet(request)
    return HttpResponseRedirect(_list_of(school.oid))


def _nothing_yet(request: HttpRequest) -> HttpResponse:
    """No school of the reader's has plans: whoever may write them can begin."""
    kayttaja = kayttaja_of(request)
    own = (r.organisaatio_oid for r in kayttaja.roolit if Oikeus.WRITE in r.oikeudet)
    organisaatio = next(own, None)
    context: dict[str, Any] = {"organisaatio": organisaatio}
    if organisaatio:
        context |= _writing(kayttaja, organisaatio, find_kieli(request))
    return show(request, "virkailija/tyhja.html", LISTA, context)


@require_POST
@staff_page
def choose(request: HttpRequest) -> HttpResponse:
    """To the list of another school, or to its reports for who is among reports."""
    schools = organisaatiot.list_oppilaitokset(kayttaja_of(request), find_kieli(request))
    school = organisaatiot.require(schools, request.POST.get("oppilaitos", ""))
    if request.POST.get("paikka") == "raportit":
        return HttpResponseRedirect(reverse("raportit", args=[school.oid]))
    return HttpResponseRedirect(_list_of(school.oid))


def _list_of(oid: str) -> str:
    return reverse("opiskelijat", args=[oid])


@require_safe
@staff_page
def students(request: HttpRequest, oppilaitos: str) -> HttpResponse:
    """A page of the list."""
    kayttaja, lang = kayttaja_of(request), find_kieli(request)
    schools = organisaatiot.list_oppilaitokset(kayttaja, lang)
    school = organisaatiot.require(schools, oppilaitos)
    organisaatiot.remember(request, school.oid)
    remember(request)
    wanted = read_haku(request.GET, school.oid, lang)
    page = haku.find(wanted)
    asked = audit.Kohde(haku=f"{school.oid}?{request.GET.urlencode()}"[:256])
    audit.record("list", mark(request, kayttaja), asked)
    context = {
        "paikka": "opiskelijat",
        "schools": schools,
        "school": school,
        "haku": wanted,
        "rivit": [_row(row, n, lang) for n, row in enumerate(page.rivit, start=page.ennen + 1)],
        "sivu": page,
        "sivut": list(list_pages(request, page.sivu, page.sivuja)),
        "tilat": [_choice(request, tila, wanted, lang) for tila in Tila],
        "sarakkeet": [_column(request, column, wanted, lang) for column in _COLUMNS],
        "count": _count(page.yhteensa, lang),
        "caption": LISTA["caption"].format(sivu=page.sivu, sivuja=page.sivuja).say(lang),
        **_writing(kayttaja, school.oid, lang),
        "koot": [_size(request, n, wanted) for n in SIZES] if page.yhteensa > SIZES[0] else [],
    }
    template = "virkailija/_tulokset.html" if _wants_piece(request) else "virkailija/lista.html"
    return show(request, template, LISTA, context)


def _wants_piece(request: HttpRequest) -> bool:
    return request.headers.get("HX-Target") == "tulokset"


_LIST = "lista"


def remember(request: HttpRequest) -> None:
    """Keep what the list was asked for, so that the pages of a plan lead back to it."""
    query = request.GET.copy()
    query.pop("lang", None)
    asked = query.urlencode()[:_LONGEST]
    if request.session.get(_LIST, "") != asked:
        request.session[_LIST] = asked


def way_back(request: HttpRequest, oppilaitos: str) -> str:
    """The list as it was looked at last."""
    asked = request.session.get(_LIST, "")
    return f"{_list_of(oppilaitos)}?{asked}" if asked else _list_of(oppilaitos)


def find_beside(
    request: HttpRequest, oppilaitos: str, eid: str, lang: str
) -> dict[str, tuple[str, int]]:
    """The plans before and after this one in that list, each with its place; none elsewhere."""
    place = read_number(request.GET.get("rivi", ""), 0)
    if not place:
        return {}
    wanted = read_haku(QueryDict(request.session.get(_LIST, "")), oppilaitos, lang)
    around = haku.find_around(wanted, place)
    own = min(place, 2) - 1
    if around[own : own + 1] != [eid]:  # the list has changed since
        return {}
    before = {"edellinen": (around[0], place - 1)} if own else {}
    after = {"seuraava": (around[own + 1], place + 1)} if around[own + 1 :] else {}
    return before | after


def read_haku(query: QueryDict, oppilaitos: str, lang: str) -> Haku:
    """What the address asks for; what it cannot be is as if it were not there."""
    return Haku(
        [oppilaitos],
        lang,
        teksti=query.get("haku", "").replace("\x00", "").strip(),
        tila=_one_of(Tila, query.get("tila"), Tila.VOIMASSA),
        kasin=query.get("kasin") == "1",
        jarjestys=_one_of(Jarjestys, query.get("jarjesta"), Jarjestys.NIMI),
        laskeva=query.get("suunta") == "laskeva",
        sivu=read_number(query.get("sivu", ""), 1),
        koko=read_number(query.get("koko", ""), haku.DEFAULT),
    )


def _writing(kayttaja: Kayttaja, oppilaitos: str, lang: str) -> dict[str, Any]:
    """The ways to write plans, for who may write in the school."""
    if not access.may(kayttaja, Oikeus.WRITE, oppilaitos):
        return {}
    drafts = SYOTTO["drafts_n"].format(n=luonnokset.count_own(kayttaja)).say(lang)
    return {"may_write": True, "uusi": SYOTTO["new"].say(lang), "luonnoksia": drafts}


def _one_of(kind: type[E], text: str | None, default: E) -> E:
    return kind(text) if text in set(kind) else default


def read_number(text: str, default: int) -> int:
    """A number of the address; `default` of what is none."""
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number else default


def _row(row: Rivi, paikka: int, lang: str) -> dict[str, Any]:
    given = row.nimi.removesuffix(row.sukunimi).strip()
    name = ", ".join(filter(None, (row.sukunimi, given)))
    tutkinto = in_kieli(row.tutkinto_nimi, lang)
    return {
        "hoks": row,
        "paikka": paikka,
        "nimi": name or LISTA["no_name"].say(lang),
        "tutkinto": tutkinto or row.tyyppi,
        "osaamisala": in_kieli(row.osaamisala_nimi, lang),
        "more": LISTA["more_plans"].format(n=row.suunnitelmia).say(lang)
        if row.suunnitelmia > 1
        else "",
    }


def _count(total: int, lang: str) -> str:
    texts = LISTA["count_one"] if total == 1 else LISTA["count"].format(n=total)
    return texts.say(lang)


# --- Links ------------------------------------------------------------------------------------------

_COLUMNS = (
    (Jarjestys.NIMI, "name"),
    (Jarjestys.TUTKINTO, "tutkinto"),
    (Jarjestys.OSAAMISALA, "osaamisala"),
    (Jarjestys.ID, "id"),
    (Jarjestys.HYVAKSYTTY, "hyvaksytty"),
    (Jarjestys.PAIVITETTY, "paivitetty"),
)


def _column(
    request: HttpRequest, column: tuple[Jarjestys, str], wanted: Haku, lang: str
) -> dict[str, Any]:
    order, key = column
    name = LISTA[key].say(lang)
    is_chosen = wanted.jarjestys is order
    turned = is_chosen and not wanted.laskeva
    href = with_query(
        request, jarjesta=order, suunta="laskeva" if turned else None, sivu=None, lang=None
    )
    way = ("descending" if wanted.laskeva else "ascending") if is_chosen else ""
    return {
        "nimi": name,
        "href": href,
        "suunta": way,
        "label": LISTA["sort_by"].format(sarake=name.lower()).say(lang),
    }


def _choice(request: HttpRequest, tila: Tila, wanted: Haku, lang: str) -> dict[str, Any]:
    href = with_query(request, tila=tila, sivu=None, lang=None)
    return {"nimi": LISTA[tila].say(lang), "href": href, "is_chosen": wanted.tila is tila}


def _size(request: HttpRequest, n: int, wanted: Haku) -> dict[str, Any]:
    href = with_query(request, koko=n if n != haku.DEFAULT else None, sivu=None, lang=None)
    return {"n": n, "href": href, "is_chosen": wanted.koko == n}
