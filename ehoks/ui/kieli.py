"""Which language a page speaks: the one just chosen, the one chosen before, or the browser's."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import get_language_from_request

COOKIE = "ehoks_kieli"
YEAR_SECONDS = 365 * 24 * 3600
KIELET = dict(settings.LANGUAGES)


def find_kieli(request: HttpRequest) -> str:
    """`fi`, `sv` or `en`."""
    for asked in (request.GET.get("lang", ""), request.COOKIES.get(COOKIE, "")):
        if asked in KIELET:
            return asked
    return get_language_from_request(request)


def remember(request: HttpRequest, response: HttpResponseBase) -> None:
    """Keep a choice that was just made."""
    asked = request.GET.get("lang", "")
    if asked in KIELET and request.COOKIES.get(COOKIE) != asked:
        keep(response, asked)


def keep(response: HttpResponseBase, kieli: str) -> None:
    """The browser speaks this language from now on."""
    response.set_cookie(
        COOKIE,
        kieli,
        max_age=YEAR_SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
