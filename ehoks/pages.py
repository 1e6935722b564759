"""Pages that anyone may open: the front page and the help on errors."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_safe

from ehoks.common.errors import Fixer
from ehoks.common.texts import Texts
from ehoks.field_texts import FIELDS, TILASTO
from ehoks.help_texts import FIXERS, HELP
from ehoks.integrations import http
from ehoks.page_texts import COMMON, FRONT, GROUPS, LANGUAGES, PATH
from ehoks.ui import tila
from ehoks.ui.kieli import find_kieli, remember
from hoks.presenters import kentat, virheet, words
from hoks.schema.objects import HOKS
from koodisto import lookup
from koodisto.koodistot import KOODISTOT

# No scripts, no frames, nothing from anywhere else.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "base-uri 'none'; form-action {forms}; frame-ancestors 'none'"
)
_PARAMETERS = ("lang", "kuka", "metodi", "haku", "auki")
_LONGEST_SEARCH = 200


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What this service is and where to go."""
    lang = find_kieli(request)
    steps = [{"heading": head.say(lang), "text": text.say(lang)} for head, text in PATH]
    context = {
        "path": steps,
        "users": _demo_users(lang),
        "login": f"/simulator/cas/login?lang={lang}",
    }
    return _page(request, "etusivu.html", FRONT, context)


@require_safe
def help_on_errors(request: HttpRequest) -> HttpResponse:
    """Every error code: what it means, who can put it right and how."""
    lang = find_kieli(request)
    who = request.GET.get("kuka")
    fixer = Fixer(who) if who in set(Fixer) else None
    filters = [
        {"name": name.say(lang), "href": _href(request, kuka=kind), "is_chosen": kind is fixer}
        for kind, name in FIXERS.items()
    ]
    context = {
        "groups": virheet.groups(lang, fixer),
        "filters": filters,
        "is_filtered": fixer is not None,
        "unfiltered": _href(request, kuka=None),
    }
    return _page(request, "ohje/virheet.html", HELP, context)


@require_safe
def help_on_error(request: HttpRequest, koodi: str) -> HttpResponse:
    """One error code, at an address to send to somebody."""
    groups = virheet.group_of(koodi, find_kieli(request))
    if not groups:
        raise Http404
    return _page(request, "ohje/virhe.html", HELP, {"groups": groups, "koodi": koodi})


@require_safe
@gzip_page
def fields(request: HttpRequest) -> HttpResponse:
    """Every field of a plan as one tree: of all methods or one, whole or what a search finds."""
    lang = find_kieli(request)
    metodi = kentat.METODIT.get(request.GET.get("metodi", ""))
    haku = request.GET.get("haku", "")[:_LONGEST_SEARCH].strip()
    is_open = not haku and request.GET.get("auki") == "1"
    whole = kentat.puu(lang, metodi, _short_code_sets(lang))
    oksat = kentat.haettu(whole, haku) if haku else whole
    context = {
        "oksat": oksat,
        "puu": kentat.piirretty(kentat.avattu(whole) if is_open else oksat),
        "whole": kentat.esimerkki(metodi),
        "root_label": HOKS.label.say(lang),
        "meanings": [
            (value, names[value].say(lang), meaning.say(lang))
            for names, meanings in words.LEGEND
            for value, meaning in meanings.items()
        ],
        "metodit": _methods(request, metodi, lang),
        "haku": haku,
        "longest": _LONGEST_SEARCH,
        "kept": [(key, request.GET[key]) for key in ("lang", "metodi") if key in request.GET],
        "path": request.path,
        "count": _count(oksat, haku, lang),
        "unsearched": _href(request, haku=None),
        "toggled": _href(request, auki=None if is_open else "1"),
        "toggle": FIELDS["close" if is_open else "open"].say(lang),
    }
    return _page(request, "kentat/sivu.html", FIELDS, context, forms="'self'")


@require_safe
def to_fields(request: HttpRequest) -> HttpResponse:
    """Other addresses of the same page lead there."""
    prefix = request.path.split("/")[1]
    query = request.META.get("QUERY_STRING", "")
    return redirect(f"/{prefix}/json-viewer/index.html" + (f"?{query}" if query else ""))


def _short_code_sets(lang: str) -> kentat.Koodit:
    """The codes of each set that is short enough to list; none while the database is away."""
    try:
        return tuple(lookup.luettelot(KOODISTOT, lang).items())
    except DatabaseError:
        return ()


def _methods(request: HttpRequest, chosen: Any, lang: str) -> list[dict[str, Any]]:
    names = {None: FIELDS["all_methods"].say(lang)} | {name: name for name in kentat.METODIT}
    names["TILASTO"] = TILASTO.say(lang)
    return [
        {
            "name": name,
            "href": _href(request, metodi=key),
            "is_chosen": kentat.METODIT.get(key or "") is chosen,
        }
        for key, name in names.items()
    ]


def _count(oksat: tuple[kentat.Oksa, ...], haku: str, lang: str) -> str:
    if not haku:
        return FIELDS["count"].say(lang).format(n=sum(map(len, oksat)))
    return FIELDS["hits" if oksat else "none"].say(lang).format(n=kentat.osumia(oksat))


def _page(
    request: HttpRequest,
    template: str,
    texts: Mapping[str, Texts],
    context: dict[str, Any],
    forms: str = "'none'",
) -> HttpResponse:
    lang = find_kieli(request)
    page = {
        "lang": lang,
        "languages": [
            {"code": code, "name": name, "href": _href(request, lang=code)}
            for code, name in LANGUAGES.items()
        ],
        "t": {key: text.say(lang) for key, text in {**COMMON, **texts}.items()},
        "query": f"?lang={lang}" if "lang" in request.GET else "",
        "tiedote": tila.shown(lang),
        "version": settings.VERSION,
        "support_email": settings.SUPPORT_EMAIL,
    }
    response = render(request, template, page | context)
    response.headers["Content-Security-Policy"] = _POLICY.format(forms=forms)
    remember(request, response)
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _href(request: HttpRequest, **changes: str | None) -> str:
    """This page's address with some of its parameters changed, or taken away by None."""
    kept = {key: request.GET[key] for key in _PARAMETERS if key in request.GET}
    wanted = {key: value for key, value in {**kept, **changes}.items() if value}
    return f"{request.path}?{urlencode(wanted)}" if wanted else request.path


def _demo_users(lang: str) -> list[dict[str, Any]]:
    """The users of the simulator by kind; none where people log in to the real Opintopolku."""
    if settings.OPINTOPOLKU_URL or not settings.DEMO:
        return []
    everyone = http.simulator().facts.kayttajat.values()
    return [
        {"heading": name.say(lang), "users": _users(everyone, tyyppi, lang)}
        for tyyppi, name in GROUPS.items()
    ]


def _users(everyone: Any, tyyppi: str, lang: str) -> list[dict[str, str]]:
    return [
        {"username": k.username, "nimi": k.nimi, "kuvaus": k.kuvaus[lang]}
        for k in everyone
        if k.tyyppi == tyyppi
    ]
