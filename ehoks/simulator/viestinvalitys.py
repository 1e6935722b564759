"""Viestinvälityspalvelu: takes mails, tells how they fared, and lets one read them in an outbox."""

import re
import uuid
from http.cookies import CookieError, SimpleCookie
from typing import Any

from ehoks.simulator import outbox, pages
from ehoks.simulator.cas import Cas
from ehoks.simulator.state import Mail, State
from ehoks.simulator.tickets import Tickets
from ehoks.simulator.web import HTML, Request, Response, json, text

SESSION_SECONDS = 60 * 60
BOUNCING = "palautuu"  # how the address begins that no mail ever reaches
_COOKIE = "JSESSIONID"
_ADDRESS = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_KEY = re.compile(r"[A-Za-z0-9._-]{1,64}")


class Viestinvalitys:
    """`login/…`, `v1/viestit` and `v1/lahetykset/{id}/vastaanottajat`, behind a session of CAS."""

    name = "viestinvalitys"

    def __init__(self, state: State, cas: Cas) -> None:
        self._state, self._cas = state, cas
        self._sessions = Tickets(state, "lahetys", SESSION_SECONDS)

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        if path == ("login", "j_spring_cas_security_check"):
            return self._log_in(request)
        if not self._is_logged_in(request):
            return json({"status": 401, "error": "Unauthorized"}, 401)
        match request.method, *path:
            case "POST", "v1", "viestit":
                return self._take(request.json)
            case "GET", "v1", "lahetykset", lahetys, "vastaanottajat":
                return _recipients(self._state.mail(lahetys))
        return None

    def _log_in(self, request: Request) -> Response:
        service = f"{request.base}/lahetys/login"
        kayttaja = self._cas.redeem(request.query.get("ticket", ""), service)
        if isinstance(kayttaja, str):
            return json({"status": 401, "error": "Unauthorized"}, 401)
        session = self._sessions.issue("S", kayttaja.username)
        return Response(
            302, headers=(("Set-Cookie", f"{_COOKIE}={session}; Path=/lahetys; HttpOnly"),)
        )

    def _is_logged_in(self, request: Request) -> bool:
        try:
            cookies = SimpleCookie(request.environ.get("HTTP_COOKIE", ""))
        except CookieError:
            return False
        session = cookies.get(_COOKIE)
        return session is not None and self._sessions.read(session.value) is not None

    def _take(self, document: Any) -> Response:
        if faults := _faults(document):
            return json({"validointiVirheet": faults}, 400)
        mail = self._state.add_mail(str(uuid.uuid4()), document.get("idempotencyKey"), document)
        return json({"viestiTunniste": mail.lahetys, "lahetysTunniste": mail.lahetys})


class Lahtevat:
    """The outbox: `GET viestit` lists the mails sent, `GET viestit/{id}` opens one."""

    name = "viestit"

    def __init__(self, state: State) -> None:
        self._state = state

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        lang = pages.language(request.query)
        match request.method, *path:
            case ("GET",):
                return _page(outbox.listing(self._state.mails(), lang))
            case "GET", lahetys if mail := self._state.mail(lahetys):
                return _page(outbox.one(mail, lang))
        return text("Not found", 404)


def _page(page: str) -> Response:
    return Response(200, page.encode(), HTML, pages.HEADERS)


def _recipients(mail: Mail | None) -> Response:
    if mail is None:
        return json({"virhe": "Lähetystunnisteella ei löytynyt lähetystä"}, 410)
    tila = "BOUNCE" if mail.osoite.startswith(BOUNCING) else "DELIVERY"
    return json(
        {
            "vastaanottajat": [
                {
                    "tunniste": mail.lahetys,
                    "sahkoposti": mail.osoite,
                    "viestiTunniste": mail.lahetys,
                    "tila": tila,
                }
            ]
        }
    )


def _faults(document: Any) -> list[str]:
    """What the real service, too, would refuse, as far as we send it."""
    if not isinstance(document, dict):
        return ["viesti: JSON-objekti puuttuu"]
    kielet = document.get("kielet") or []
    checks = {
        "otsikko: Kenttä on pakollinen": document.get("otsikko"),
        "sisalto: Kenttä on pakollinen": document.get("sisalto"),
        "sisallonTyyppi: text tai html": document.get("sisallonTyyppi") in ("text", "html"),
        "kielet: fi, sv tai en": bool(kielet) and set(kielet) <= {"fi", "sv", "en"},
        "lähettäjä: Kenttä on pakollinen": _address(document.get("lahettaja")),
        "vastaanottajat: Osoite ei ole kelvollinen": _one_address(document.get("vastaanottajat")),
        "lahettavaPalvelu: Kenttä on pakollinen": document.get("lahettavaPalvelu"),
        "prioriteetti: korkea tai normaali": document.get("prioriteetti") in _PRIORITIES,
        "sailytysaika: 1-3650": document.get("sailytysaika") in range(1, 3651),
        "idempotencyKey: a-z, A-Z, 0-9 ja -_.": _is_key(document.get("idempotencyKey")),
    }
    return [fault for fault, is_fine in checks.items() if not is_fine]


_PRIORITIES = ("korkea", "normaali")


def _is_key(key: object) -> bool:
    return key is None or (isinstance(key, str) and _KEY.fullmatch(key) is not None)


def _one_address(recipients: object) -> bool:
    """The outbox keeps mails to one recipient each; eHOKS sends no others."""
    return isinstance(recipients, list) and len(recipients) == 1 and _address(recipients[0])


def _address(person: object) -> bool:
    address = person.get("sahkopostiOsoite") if isinstance(person, dict) else None
    return isinstance(address, str) and _ADDRESS.fullmatch(address) is not None
