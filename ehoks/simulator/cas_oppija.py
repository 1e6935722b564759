"""CAS-oppija: the login of citizens, with or without the right to act for somebody."""

from ehoks.simulator.desk import Desk
from ehoks.simulator.facts import Facts, Kayttaja
from ehoks.simulator.state import State
from ehoks.simulator.web import Request, Response


class CasOppija:
    """`login`, `logout` and `serviceValidate`."""

    name = "cas"  # one switch puts both kinds of login out of order

    def __init__(self, facts: Facts, state: State) -> None:
        kayttajat = {n: k for n, k in facts.kayttajat.items() if k.tyyppi == "OPPIJA"}
        self._desk = Desk("cas-oppija", kayttajat, _attributes, state)

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case "GET", "serviceValidate":
                return self._desk.validate(request)
            case "GET" | "POST", "login":
                return self._desk.login(request)
            case "GET", "logout":
                return self._desk.logout(request)
        return None


def _attributes(kayttaja: Kayttaja) -> list[tuple[str, str]]:
    if kayttaja.valtuudet is None:
        return [("displayName", kayttaja.nimi), ("personOid", kayttaja.oid)]
    return [
        ("personOid", kayttaja.valtuudet),
        ("impersonatorDisplayName", kayttaja.nimi),
        ("impersonatorPersonOid", kayttaja.oid),
    ]
