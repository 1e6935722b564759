"""Pages that anyone may open: the front page and the help on errors."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from ehoks import error_help
from ehoks.common.errors import Fixer
from ehoks.common.texts import Texts
from ehoks.help_texts import FIXERS, HELP
from ehoks.integrations import http
from ehoks.page_texts import COMMON, FRONT, GROUPS, LANGUAGES, PATH

# No scripts, no frames, nothing from anywhere else.
_POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """What this service is and where to go."""
    lang = _language(request)
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
    lang = _language(request)
    who = request.GET.get("kuka")
    fixer = Fixer(who) if who in set(Fixer) else None
    filters = [
        {"name": name.say(lang), "href": _href(request, kuka=kind), "is_chosen": kind is fixer}
        for kind, name in FIXERS.items()
    ]
    groups = error_help.groups(lang, fixer)
    context = {
        "groups": groups,
        "filters": filters,
        "is_filtered": fixer is not None,
        "unfiltered": _href(request, kuka=None),
        "count": sum(len(group["entries"]) for group in groups),
    }
    return _page(request, "ohje/virheet.html", HELP, context)


def _page(
    request: HttpRequest, template: str, texts: Mapping[str, Texts], context: dict[str, Any]
) -> HttpResponse:
    lang = _language(request)
    page = {
        "lang": lang,
        "languages": [
            {"code": code, "name": name, "href": _href(request, lang=code)}
            for code, name in LANGUAGES.items()
        ],
        "t": {key: text.say(lang) for key, text in {**COMMON, **texts}.items()},
        "query": f"?lang={lang}" if "lang" in request.GET else "",
        "version": settings.VERSION,
        "support_email": settings.SUPPORT_EMAIL,
    }
    response = render(request, template, page | context)
    response.headers["Content-Security-Policy"] = _POLICY
    patch_vary_headers(response, ["Accept-Language"])
    return response


def _language(request: HttpRequest) -> str:
    """The one in `?lang=`, else what the browser prefers, else Finnish."""
    asked = request.GET.get("lang", "")
    return asked if asked in LANGUAGES else get_language_from_request(request)


def _href(request: HttpRequest, **changes: str | None) -> str:
    """This page's address with some of its parameters changed, or taken away by None."""
    kept = {key: request.GET[key] for key in ("lang", "kuka") if key in request.GET}
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
