"""CAS: who holds a ticket, and tickets for our own calls."""

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from django.conf import settings

from ehoks.integrations import http
from ehoks.integrations.cache import TtlCache
from ehoks.integrations.errors import CasUnavailable

CAS = http.Service("/cas", 5, CasUnavailable)
_NS = "{http://www.yale.edu/tp/cas}"
_granting_tickets: TtlCache[str] = TtlCache(ttl=2 * 60 * 60, size=1)


@dataclass(frozen=True, slots=True)
class CasKayttaja:
    """Whom CAS vouches for; `tyyppi` is PALVELU for service users, VIRKAILIJA for staff."""

    username: str
    oid: str | None
    tyyppi: str
    roles: tuple[str, ...]


def validate_ticket(ticket: str, service: str) -> CasKayttaja | None:
    """Whose ticket for `service` it is; None when CAS says that it is nobody's.

    Asks once, for the question itself uses the ticket up. Raises CasUnavailable.
    """
    query = {"service": service, "ticket": ticket}
    answer = http.get_once(CAS, "/p3/serviceValidate", query)
    if answer.status != 200:
        raise http.unexpected(CAS, answer)
    with http.reading(CAS):
        return _kayttaja(answer.content)


def _kayttaja(xml: bytes) -> CasKayttaja | None:
    try:
        answer = ET.fromstring(xml)  # noqa: S314 - from CAS, over the channel that we trust
    except ET.ParseError as error:
        raise ValueError("not XML") from error
    success = answer.find(f"{_NS}authenticationSuccess")
    if success is None:
        if answer.find(f"{_NS}authenticationFailure") is None:
            raise ValueError("neither success nor failure")
        return None
    username = success.findtext(f"{_NS}user")
    if not username:
        raise ValueError("success of nobody")
    attributes = success.find(f"{_NS}attributes")
    values = [] if attributes is None else [(a.tag, (a.text or "").strip()) for a in attributes]
    by_tag = dict(values)
    return CasKayttaja(
        username=username.strip(),
        oid=by_tag.get(f"{_NS}oidHenkilo") or None,
        tyyppi=by_tag.get(f"{_NS}kayttajaTyyppi", ""),
        roles=tuple(text for tag, text in values if tag == f"{_NS}roles"),
    )


# --- Our own calls ---------------------------------------------------------------------------------


def get_service_ticket(service: str) -> str:
    """A ticket with which we may call `service`. Raises CasUnavailable.

    The granting ticket behind it is kept for two hours; one that CAS has forgotten (404) is
    replaced at once.
    """
    form = {"service": service}
    answer = http.post(CAS, _granting_ticket(), form=form)
    if answer.status == 404:
        forget_granting_ticket()
        answer = http.post(CAS, _granting_ticket(), form=form)
    if answer.status != 200:
        raise http.unexpected(CAS, answer)
    return answer.content.decode().strip()


def forget_granting_ticket() -> None:
    """A service did not honour our ticket: begin with a new login next time."""
    _granting_tickets.forget(settings.SERVICE_USERNAME)


def _granting_ticket() -> str:
    return _granting_tickets.get(settings.SERVICE_USERNAME, _log_in)


def _log_in() -> str:
    form = {"username": settings.SERVICE_USERNAME, "password": settings.SERVICE_PASSWORD}
    answer = http.post(CAS, f"{CAS.url}/v1/tickets", form=form)
    location: str | None = answer.headers.get("location")
    # only CAS itself may tell where to send the next request
    if answer.status != 201 or not location or not location.startswith(f"{CAS.url}/"):
        raise http.unexpected(CAS, answer)
    return location
