"""CAS of staff and CAS of citizens: who holds a ticket, and tickets for our own calls."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings

from ehoks.integrations import http
from ehoks.integrations.cache import TtlCache
from ehoks.integrations.errors import CasUnavailable

T = TypeVar("T")
CAS = http.Service("/cas", 5, CasUnavailable)
CAS_OPPIJA = http.Service("/cas-oppija", 5, CasUnavailable)
_NS = "{http://www.yale.edu/tp/cas}"
_Attributes = list[tuple[str, str]]
_TICKET, _ADDRESS = re.compile(r"[!-~]{1,1024}"), re.compile(r"[!-~]{1,2048}")
_granting_tickets: TtlCache[str] = TtlCache(ttl=2 * 60 * 60, size=1)


@dataclass(frozen=True, slots=True)
class CasKayttaja:
    """Whom CAS vouches for; `tyyppi` is PALVELU for service users, VIRKAILIJA for staff."""

    username: str
    oid: str | None
    tyyppi: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CasHenkilo:
    """Whom Suomi.fi identified. `has_mandate`: somebody who acts for another person.

    The identity code and the address, which CAS-oppija tells too, are not read.
    """

    oid: str | None
    nimi: str
    has_mandate: bool


def validate_ticket(ticket: str, service: str, *, renew: bool = False) -> CasKayttaja | None:
    """Whose ticket for `service` it is; None when CAS says that it is nobody's.

    With `renew` a ticket that came by an older login at CAS, without a password, is nobody's.
    Asks once, for the question itself uses the ticket up. Raises CasUnavailable.
    """
    query = {"service": service, "ticket": ticket} | ({"renew": "true"} if renew else {})
    return _validate(CAS, "/p3/serviceValidate", query, _kayttaja)


def validate_oppija_ticket(ticket: str, service: str) -> CasHenkilo | None:
    """As `validate_ticket`, at the CAS of citizens."""
    query = {"service": service, "ticket": ticket}
    return _validate(CAS_OPPIJA, "/serviceValidate", query, _henkilo)


def _validate(
    cas: http.Service,
    path: str,
    query: dict[str, str],
    read: Callable[[str, _Attributes], T],
) -> T | None:
    answer = http.get_once(cas, path, query)
    if answer.status != 200:
        raise http.unexpected(cas, answer)
    with http.reading(cas):
        found = _success(answer.content)
        return None if found is None else read(*found)


def _success(xml: bytes) -> tuple[str, _Attributes] | None:
    """Whom CAS names, and the attributes; None when it says that the ticket is nobody's."""
    try:
        answer = ET.fromstring(xml)  # noqa: S314 - from CAS, over the channel that we trust
    except (ET.ParseError, LookupError) as error:  # also of an encoding that nobody knows
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
    told = [] if attributes is None else [*attributes]
    return username.strip(), [(a.tag.removeprefix(_NS), (a.text or "").strip()) for a in told]


def _kayttaja(username: str, attributes: _Attributes) -> CasKayttaja:
    by_name = dict(attributes)
    return CasKayttaja(
        username=username,
        oid=by_name.get("oidHenkilo") or None,
        tyyppi=by_name.get("kayttajaTyyppi", ""),
        roles=tuple(text for name, text in attributes if name == "roles"),
    )


def _henkilo(_username: str, attributes: _Attributes) -> CasHenkilo:
    by_name = dict(attributes)
    whole = " ".join(by_name.get(name, "") for name in ("givenName", "sn")).strip()
    return CasHenkilo(
        oid=by_name.get("personOid") or None,
        nimi=by_name.get("displayName") or whole,
        has_mandate=any(name.startswith("impersonator") for name in by_name),
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
    ticket = answer.content.decode("latin-1").strip()
    if not _TICKET.fullmatch(ticket):  # it goes on in a header
        raise http.unexpected(CAS, answer)
    return ticket


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
    is_address = location and location.startswith(f"{CAS.url}/") and _ADDRESS.fullmatch(location)
    if answer.status != 201 or not location or not is_address:
        raise http.unexpected(CAS, answer)
    return location
