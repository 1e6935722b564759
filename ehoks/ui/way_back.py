"""The way to CAS, and back to where somebody wanted to go.

It lies in a signed cookie of the browser that asked. A ticket that comes without it was not asked
for here: it may be somebody else's.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from ehoks.ui.kieli import find_kieli
from ehoks.ui.ovet import OPPIJA, Ovi

_RENEW = "renew:"  # a path of ours begins with a slash
COOKIE, SECONDS, SALT = "ehoks_paluu", 600, "ehoks.ui.way_back"


def cas_address(ovi: Ovi) -> str:
    """The CAS of the door as a browser reaches it."""
    return f"{settings.OPINTOPOLKU_URL or settings.BASE_URL + '/simulator'}/{ovi.cas}"


def service_address(ovi: Ovi) -> str:
    """Where CAS sends the browser back to; never from the Host header."""
    return f"{settings.BASE_URL}{reverse(ovi.paluu)}"


def safe_next(ovi: Ovi, wanted: str) -> str:
    """A path of ours; the room behind the door where it is anything else."""
    is_ours = wanted.startswith("/") and url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if is_ours else reverse(ovi.koti)


def send_to_cas(
    request: HttpRequest, ovi: Ovi, wanted: str, *, renew: bool = False
) -> HttpResponse:
    """To the login page of CAS, and from there to `wanted`.

    `renew`: CAS is to ask for the password also of who has logged in there before.
    """
    query = {"service": service_address(ovi), **({"renew": "true"} if renew else {})}
    if ovi is OPPIJA:  # nobody acts here for another
        query = {"locale": find_kieli(request), "valtuudet": "false", **query}
    answer = HttpResponseRedirect(f"{cas_address(ovi)}/login?{urlencode(query)}")
    answer.set_signed_cookie(
        COOKIE,
        f"{_RENEW if renew else ''}{wanted}",
        salt=f"{SALT}.{ovi.nimi}",
        max_age=SECONDS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return answer


def read(request: HttpRequest, ovi: Ovi) -> tuple[str, bool] | None:
    """Where this browser wanted to go, and whether by a fresh login, if it asked at this door."""
    salt = f"{SALT}.{ovi.nimi}"
    found: str | None = request.get_signed_cookie(COOKIE, default=None, salt=salt, max_age=SECONDS)
    if found is None:
        return None
    return found.removeprefix(_RENEW), found.startswith(_RENEW)


def forget(answer: HttpResponseBase) -> None:
    """The way back was gone: once is enough."""
    answer.delete_cookie(COOKIE, samesite="Lax")
