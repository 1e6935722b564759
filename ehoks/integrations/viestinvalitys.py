"""Viestinvälityspalvelu: hands over a mail for delivery, and asks how the delivery went."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ehoks.integrations import cas, http
from ehoks.integrations.cache import TtlCache
from ehoks.integrations.errors import ServiceUnavailable, ViestinvalitysUnavailable

VIESTINVALITYS = http.Service("/lahetys", 10, ViestinvalitysUnavailable, "VIESTINVALITYS_URL")
KEPT_DAYS = 365
HIDDEN = "********"
LONGEST_ADDRESS = 254
_SENDER = {
    "nimi": "Opetushallitus – Utbildningsstyrelsen – EDUFI",
    "sahkopostiOsoite": "noreply@opintopolku.fi",
}
_LAHETYS = re.compile(r"[0-9A-Za-z-]{1,64}")
_SESSION = re.compile(r"(?:J?SESSION(?:ID)?)=[^;,\s]+")
_sessions: TtlCache[str] = TtlCache(ttl=30 * 60, size=1)


@dataclass(frozen=True, slots=True)
class Viesti:
    """A mail in plain text to one recipient.

    `avain` names the mail (up to 64 of `A-Za-z0-9._-`): handed over twice under the same name,
    it is sent once. `salaisuus` is a part of the body that the service must not show to its own
    keepers, such as the token of a link.
    """

    sahkoposti: str
    kieli: str
    otsikko: str
    sisalto: str
    avain: str
    salaisuus: str = ""


class Tila(StrEnum):
    """How a mail has fared."""

    ODOTTAA = "odottaa"
    LAHETETTY = "lahetetty"
    EPAONNISTUI = "epaonnistui"


_TILAT = {
    **dict.fromkeys(("SKANNAUS", "ODOTTAA", "LAHETYKSESSA", "DELIVERYDELAY"), Tila.ODOTTAA),
    **dict.fromkeys(("LAHETETTY", "SEND", "DELIVERY", "COMPLAINT"), Tila.LAHETETTY),
    **dict.fromkeys(("VIRHE", "BOUNCE", "REJECT"), Tila.EPAONNISTUI),
}


class ViestiRefused(Exception):
    """The service will never take this mail, whose address most likely is none."""


def is_address(text: str) -> bool:
    """Whether mail could be sent there."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return text.isascii() and len(text) <= LONGEST_ADDRESS


def send_viesti(viesti: Viesti) -> str:
    """Hand the mail over; the id of its sending, with which `get_tila` asks.

    Raises ViestiRefused for good, ViestinvalitysUnavailable for now.
    """
    answer = _logged_in(lambda headers: _post(viesti, headers))
    if answer.status == 400:
        raise ViestiRefused
    if answer.status != 200:
        raise http.unexpected(VIESTINVALITYS, answer)
    with http.reading(VIESTINVALITYS):
        return str(http.json_of(answer)["lahetysTunniste"])


def get_tila(lahetys_tunniste: str) -> Tila:
    """How the sending fared. Raises ViestinvalitysUnavailable, also when it is unknown there."""
    if not _LAHETYS.fullmatch(lahetys_tunniste):
        raise ViestinvalitysUnavailable("no such sending")
    path = f"/v1/lahetykset/{lahetys_tunniste}/vastaanottajat"
    answer = _logged_in(lambda headers: http.get(VIESTINVALITYS, path, headers=headers))
    if answer.status != 200:
        raise http.unexpected(VIESTINVALITYS, answer)
    with http.reading(VIESTINVALITYS):
        (recipient,) = http.json_of(answer)["vastaanottajat"]
        return _TILAT[recipient["tila"]]


def _post(viesti: Viesti, headers: dict[str, str]) -> http.Answer:
    document = {
        "otsikko": viesti.otsikko,
        "sisalto": viesti.sisalto,
        "sisallonTyyppi": "text",
        "kielet": [viesti.kieli],
        "lahettaja": _SENDER,
        "vastaanottajat": [{"sahkopostiOsoite": viesti.sahkoposti}],
        "lahettavaPalvelu": "eHOKS",
        "prioriteetti": "normaali",
        "sailytysaika": KEPT_DAYS,
        "idempotencyKey": viesti.avain,
    }
    if viesti.salaisuus:
        document["maskit"] = [{"salaisuus": viesti.salaisuus, "maski": HIDDEN}]
    url = f"{VIESTINVALITYS.url}/v1/viestit"
    return http.post(VIESTINVALITYS, url, json=document, headers=headers)


# --- Our session there -----------------------------------------------------------------------------


def _logged_in(ask: Callable[[dict[str, str]], http.Answer]) -> http.Answer:
    """Ask within our session; one that has been forgotten over there is made anew, once."""
    answer = ask(_session())
    if answer.status == 401:
        _sessions.forget(VIESTINVALITYS.url)
        answer = ask(_session())
    return answer


def _session() -> dict[str, str]:
    return {"Cookie": f"{http.csrf_cookie()}; {_sessions.get(VIESTINVALITYS.url, _log_in)}"}


def _log_in() -> str:
    answer = _enter()
    if answer.status == 401:  # CAS itself may have forgotten us, and with us its tickets
        cas.forget_granting_ticket()
        answer = _enter()
    found = _SESSION.search(answer.headers.get("set-cookie", ""))
    if answer.status >= 400 or not found:
        raise http.unexpected(VIESTINVALITYS, answer)
    return found[0]


def _enter() -> http.Answer:
    try:
        ticket = cas.get_service_ticket(f"{VIESTINVALITYS.url}/login")
    except ServiceUnavailable as error:
        # CAS is the doorkeeper: to our caller it is the mail that cannot be sent
        raise ViestinvalitysUnavailable(error.reason) from error
    return http.get_once(VIESTINVALITYS, "/login/j_spring_cas_security_check", {"ticket": ticket})
