"""Who calls the data-transfer API: a CAS service ticket in every request."""

from django.conf import settings
from django.http import HttpRequest
from rest_framework.authentication import BaseAuthentication
from rest_framework.request import Request

from ehoks.audit.log import Tekija
from ehoks.auth import lockout
from ehoks.auth.errors import (
    CallerIdMissing,
    ServiceUserRequired,
    TicketInvalid,
    TicketMissing,
)
from ehoks.auth.privileges import Kayttaja
from ehoks.auth.tickets import get_kayttaja

PREFIXES = ("/ehoks-virkailija-backend", "/ehoks-backend")


def service_address(path: str) -> str:
    """The `service` that a ticket for this path must be made for; never from the Host header."""
    prefix = next(p for p in (*PREFIXES, path) if path.startswith(p))
    return f"{settings.BASE_URL}{prefix}/cas-security-check"


class ServiceTicketAuthentication(BaseAuthentication):
    """Headers `ticket` and `caller-id`; the holder must be of the kind that the view lets in."""

    def authenticate(self, request: Request) -> tuple[Kayttaja, Tekija]:
        """The caller, and the mark it leaves in the audit log.

        Raises:
            CallerIdMissing, TicketMissing, AccountLocked, TicketInvalid, ServiceUserRequired,
            or 503.
        """
        caller_id = request.META.get("HTTP_CALLER_ID")
        if caller_id is None:
            raise CallerIdMissing
        ticket = request.META.get("HTTP_TICKET")
        if ticket is None:
            raise TicketMissing
        kayttaja = _holder(ticket, request, caller_id)
        if not request.parser_context["view"].lets_in(kayttaja):
            raise ServiceUserRequired
        return kayttaja, _mark(request, kayttaja, caller_id)

    def authenticate_header(self, request: Request) -> str:
        """What a 401 offers."""
        return "CAS"


def _holder(ticket: str, request: Request, caller_id: str) -> Kayttaja:
    """Whose ticket it is; invalid ones are counted."""
    ip = client_ip(request)
    counted = lockout.require_not_locked(ip, caller_id)
    try:
        kayttaja = get_kayttaja(ticket, service_address(request.path))
    except TicketInvalid:
        lockout.note_invalid(ip, caller_id)
        raise
    if counted:
        lockout.note_valid(ip, caller_id)
    return kayttaja


def client_ip(request: Request | HttpRequest) -> str | None:
    """The caller's address.

    Anybody can write `X-Forwarded-For`: it counts only behind a proxy of ours, and of it only the
    last address, which is the one that the proxy saw.
    """
    if settings.TRUSTED_PROXY:
        forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if forwarded:
            return str(forwarded)
    return request.META.get("REMOTE_ADDR")


def _mark(request: Request, kayttaja: Kayttaja, caller_id: str) -> Tekija:
    return Tekija(
        kanava="tiedonsiirto",
        kayttaja_oid=kayttaja.oid,
        kayttaja=kayttaja.username,
        caller_id=caller_id,
        ip=client_ip(request),
        user_agent=request.META.get("HTTP_USER_AGENT"),
    )
