"""A login desk: who may log in, the tickets given out, and the page on which to choose a user."""

from collections.abc import Callable, Mapping
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

from ehoks.simulator import pages
from ehoks.simulator.facts import Kayttaja
from ehoks.simulator.state import State
from ehoks.simulator.tickets import Tickets, digest
from ehoks.simulator.web import HTML, XML, Request, Response

SERVICE_TICKET_SECONDS = 60
_ENVELOPE = '<cas:serviceResponse xmlns:cas="http://www.yale.edu/tp/cas">{}</cas:serviceResponse>'

Attributes = Callable[[Kayttaja], list[tuple[str, str]]]


class Desk:
    """What the CAS of staff and that of students have in common."""

    def __init__(
        self, name: str, kayttajat: Mapping[str, Kayttaja], attributes: Attributes, state: State
    ) -> None:
        self.kayttajat = kayttajat
        self.tickets = Tickets(state, name, SERVICE_TICKET_SECONDS)
        self._name = name
        self._answers = {
            username: _success(username, attributes(kayttaja))
            for username, kayttaja in kayttajat.items()
        }

    def redeem(self, ticket: str, service: str) -> Kayttaja | str:
        """Whose ticket for this service it is; the ticket is used up. Else CAS's failure code."""
        content = self.tickets.read(ticket) if ticket.startswith("ST-") else None
        if content is None or not self.tickets.spend(content):
            return "INVALID_TICKET"
        if content.service != digest(service):
            return "INVALID_SERVICE"
        return self.kayttajat.get(content.username) or "INVALID_TICKET"

    def validate(self, request: Request) -> Response:
        """`serviceValidate`: always 200, success or failure is in the XML."""
        query = request.query
        service, ticket = query.get("service", ""), query.get("ticket", "")
        if not (service and ticket):
            return _failure(
                "INVALID_REQUEST", "'service' and 'ticket' parameters are both required"
            )
        kayttaja = self.redeem(ticket, service)
        if isinstance(kayttaja, str):
            return _failure(kayttaja, _WHY[kayttaja])
        return Response(200, self._answers[kayttaja.username], XML)

    def login(self, request: Request) -> Response:
        """The page of users, or the choice made on it: back to the service with a ticket."""
        query = request.query
        lang = pages.language(query)
        service = query.get("service", "")
        if service and not _is_web_address(service):
            return _page(400, pages.bad_service(lang))
        if request.method == "POST":
            return self._log_in(request, service, lang)
        return _page(200, pages.login(self._name, self.kayttajat.values(), service, lang))

    def _log_in(self, request: Request, service: str, lang: str) -> Response:
        form = request.form
        username = form.get("username", "")
        service = service or form.get("service", "")
        # the page gives no password: it is no secret; programs that send one must send it right
        if username not in self.kayttajat or form.get("password", username) != username:
            page = pages.login(self._name, self.kayttajat.values(), service, lang, wrong=True)
            return _page(401, page)
        if not _is_web_address(service):
            return _page(200, pages.logged_in(username, lang))
        ticket = self.tickets.issue("ST", username, service)
        separator = "&" if "?" in service else "?"
        return Response(302, headers=(("Location", f"{service}{separator}ticket={ticket}"),))

    def logout(self, request: Request) -> Response:
        """There is no session to end: back to the service, or a page that says goodbye."""
        query = request.query
        service = query.get("service", "")
        if _is_web_address(service):
            return Response(302, headers=(("Location", service),))
        return _page(200, pages.logged_out(pages.language(query)))


_WHY = {
    "INVALID_TICKET": "The ticket is unknown, expired or already used",
    "INVALID_SERVICE": "The ticket was given for another service",
}


def _page(status: int, page: str) -> Response:
    return Response(status, page.encode(), HTML, pages.HEADERS)


def _is_web_address(service: str) -> bool:
    """Whether it is fit for a Location header."""
    clean = service.isascii() and service.isprintable() and " " not in service
    return clean and urlsplit(service).scheme in ("http", "https")


def _success(username: str, attributes: list[tuple[str, str]]) -> bytes:
    inner = "".join(f"<cas:{key}>{escape(value)}</cas:{key}>" for key, value in attributes)
    return _ENVELOPE.format(
        f"<cas:authenticationSuccess><cas:user>{escape(username)}</cas:user>"
        f"<cas:attributes>{inner}</cas:attributes></cas:authenticationSuccess>"
    ).encode()


def _failure(code: str, why: str) -> Response:
    inner = f'<cas:authenticationFailure code="{code}">{escape(why)}</cas:authenticationFailure>'
    return Response(200, _ENVELOPE.format(inner).encode(), XML)
