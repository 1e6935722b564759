"""Logging in and out of the pages: staff by CAS, students and workplaces by CAS-oppija."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from ehoks.audit import log as audit
from ehoks.auth.privileges import Kayttaja
from ehoks.auth.tickets import get_henkilo, get_kayttaja
from ehoks.rest.authentication import client_ip
from ehoks.ui import asetukset, session, way_back
from ehoks.ui.errors import NoEhoksRole, NoMandates, NoPersonNumber, NotForServiceUsers
from ehoks.ui.ovet import OPPIJA, VIRKAILIJA, Ovi
from ehoks.ui.session import Henkilo
from ehoks.ui.shell import page

MAX_LOGOUT = 20_000  # bytes of CAS's word that a session is over


@require_GET
def log_in(request: HttpRequest, ovi: Ovi) -> HttpResponse:
    """Off to the CAS of the door, remembering the way back."""
    wanted = way_back.safe_next(ovi, request.GET.get("next", ""))
    return way_back.send_to_cas(request, ovi, wanted, renew="uudelleen" in request.GET)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@page
def come_back(request: HttpRequest, ovi: Ovi) -> HttpResponse:
    """A browser with a ticket; or CAS itself, saying that a session is over."""
    if request.method == "POST":
        return _single_logout(request)
    asked = way_back.read(request, ovi)
    if asked is None:
        return way_back.send_to_cas(request, ovi, way_back.safe_next(ovi, ""))
    (wanted, fresh), ticket = asked, request.GET.get("ticket", "")
    try:
        who = _IDENTIFY[ovi](ticket, way_back.service_address(ovi), fresh)
    except _NOT_LET_IN:
        request.ulos = _logout_address(ovi)  # type: ignore[attr-defined]
        raise
    session.log_in(request, who, ticket, fresh=fresh)
    audit.record("login", mark(request, who), audit.Kohde())
    answer = HttpResponseRedirect(way_back.safe_next(ovi, wanted))
    if isinstance(who, Henkilo):
        asetukset.apply(who.oid, answer)
    way_back.forget(answer)
    return answer


# CAS knows these people, and would send them back the same again and again.
_NOT_LET_IN = (NoEhoksRole, NoMandates, NoPersonNumber, NotForServiceUsers)


def _logout_address(ovi: Ovi) -> str:
    """Where the session at CAS ends; from there the way leads to the front page."""
    back = urlencode({"service": f"{settings.BASE_URL}{reverse('front')}"})
    return f"{way_back.cas_address(ovi)}/logout?{back}"


def _staff(ticket: str, service: str, fresh: bool) -> Kayttaja:  # noqa: FBT001 -- as below
    kayttaja = get_kayttaja(ticket, service, renew=fresh)
    if kayttaja.is_service:
        raise NotForServiceUsers
    if not any(rooli.oikeudet for rooli in kayttaja.roolit):
        raise NoEhoksRole
    return kayttaja


def _person(ticket: str, service: str, _fresh: bool) -> Henkilo:  # noqa: FBT001
    """Who acts for another sees nothing here: not the other's plans, and not half a page."""
    found = get_henkilo(ticket, service)
    if found.has_mandate:
        raise NoMandates
    if found.oid is None:
        raise NoPersonNumber
    return Henkilo(found.oid, found.nimi)


_IDENTIFY: dict[Ovi, Callable[[str, str, bool], Kayttaja | Henkilo]] = {
    VIRKAILIJA: _staff,
    OPPIJA: _person,
}


def mark(request: HttpRequest, who: Kayttaja | Henkilo, kanava: str | None = None) -> audit.Tekija:
    """The mark that a person at a browser leaves in the logs; `kanava` where not the door's own."""
    is_staff = isinstance(who, Kayttaja)
    return audit.Tekija(
        kanava=kanava or (VIRKAILIJA if is_staff else OPPIJA).nimi,
        kayttaja_oid=who.oid,
        kayttaja=who.username if isinstance(who, Kayttaja) else None,
        ip=client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT"),
    )


def _single_logout(request: HttpRequest) -> HttpResponse:
    """Whoever knows the ticket may end its session; anything unreadable ends nothing."""
    for ticket in _tickets(request.POST.get("logoutRequest", "")):
        session.end_by_ticket(ticket)
    return HttpResponse(status=200)


def _tickets(text: str) -> list[str]:
    if len(text) > MAX_LOGOUT or "<!" in text:  # no document type, so no entities either
        return []
    try:
        elements = [*ET.fromstring(text).iter()]  # noqa: S314 -- see above
    except ET.ParseError:
        return []
    index = (e.text for e in elements if e.tag.rpartition("}")[2] == "SessionIndex")
    return [ticket.strip() for ticket in index if ticket]


@require_http_methods(["GET", "HEAD", "POST"])
@page
def keep_alive(request: HttpRequest) -> HttpResponse:
    """How long the session still goes on; a POST prolongs it. To ask is not to be there."""
    seconds = session.seconds_left(request.session)
    if request.method == "POST" and seconds:
        session.prolong(request.session)
        seconds = session.seconds_left(request.session)
    return JsonResponse({"sekunteja": seconds}, status=200 if seconds else 401)


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """End the session here, then at the CAS that opened it."""
    henkilo = session.find_henkilo(request.session)
    who = henkilo or session.find_kayttaja(request.session)
    if who:
        audit.record("logout", mark(request, who), audit.Kohde())
    session.log_out(request)
    return HttpResponseRedirect(_logout_address(OPPIJA if henkilo else VIRKAILIJA))
