"""CAS of staff and of service users: REST tickets, the login page, validation."""

from ehoks.simulator.desk import Desk
from ehoks.simulator.facts import Facts, Kayttaja
from ehoks.simulator.state import State
from ehoks.simulator.tickets import Tickets
from ehoks.simulator.web import Request, Response, json, text

TICKET_GRANTING_SECONDS = 8 * 60 * 60


class Cas:
    """`v1/tickets`, `login`, `logout` and `p3/serviceValidate`."""

    name = "cas"

    def __init__(self, facts: Facts, state: State) -> None:
        self._state = state
        kayttajat = {n: k for n, k in facts.kayttajat.items() if k.tyyppi != "OPPIJA"}
        self._desk = Desk(self.name, kayttajat, _attributes, state)
        self._granting = Tickets(state, "cas-tgt", TICKET_GRANTING_SECONDS)

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case "GET", "p3", "serviceValidate":
                return self._desk.validate(request)
            case "POST", "v1", "tickets":
                return self._grant(request)
            case "POST", "v1", "tickets", granting:
                return self._give_ticket(request, granting)
            case "GET" | "POST", "login":
                return self._desk.login(request)
            case "GET", "logout":
                return self._desk.logout(request)
        return None

    def redeem(self, ticket: str, service: str) -> Kayttaja | str:
        """The user of a ticket for a service of Opintopolku's own, or a failure code."""
        return self._desk.redeem(ticket, service)

    def _grant(self, request: Request) -> Response:
        form = request.form
        username, password = form.get("username", ""), form.get("password", "")
        if not (username and password):
            return text("username and password are required", 400)
        seconds = self._state.locked_for(username)
        if seconds:
            return text("Locked", 423)._replace(headers=(("Retry-After", str(seconds)),))
        if username not in self._desk.kayttajat or password != username:
            self._state.count_wrong_password(username)
            return json({"authentication_exceptions": ["FailedLoginException"]}, 401)
        self._state.forget_wrong_passwords(username)
        granting = self._granting.issue("TGT", username)
        location = f"{request.base}/cas/v1/tickets/{granting}"
        return text(granting, 201)._replace(headers=(("Location", location),))

    def _give_ticket(self, request: Request, granting: str) -> Response:
        granted = self._granting.read(granting) if granting.startswith("TGT-") else None
        if granted is None:
            return text("TicketGrantingTicket could not be found", 404)
        service = request.form.get("service", "")
        if not service:
            return text("service is required", 400)
        return text(self._desk.tickets.issue("ST", granted.username, service))


def _attributes(kayttaja: Kayttaja) -> list[tuple[str, str]]:
    return [
        ("oidHenkilo", kayttaja.oid),
        ("kayttajaTyyppi", kayttaja.tyyppi),
        *(("roles", role) for role in kayttaja.roles),
    ]
