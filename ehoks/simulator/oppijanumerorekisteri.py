"""Oppijanumerorekisteri: the persons behind the OIDs."""

from ehoks.simulator.cas import Cas
from ehoks.simulator.facts import Facts, Henkilo
from ehoks.simulator.web import Request, Response, json

_ROLE = "ROLE_APP_OPPIJANUMEROREKISTERI_"


class Oppijanumerorekisteri:
    """`GET henkilo/{oid}`, `…/slaves` and `…/master`, each with a service ticket of its own."""

    name = "onr"

    def __init__(self, facts: Facts, cas: Cas) -> None:
        self._henkilot = facts.henkilot
        self._cas = cas

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        refusal = self._refuse(request)
        if refusal:
            return refusal
        match request.method, *path:
            case "GET", "henkilo", oid:
                return self._found(self._henkilot.get(oid))
            case "GET", "henkilo", oid, "master":
                henkilo = self._henkilot.get(oid)
                return self._found(self._henkilot.get((henkilo and henkilo.master) or oid))
            case "GET", "henkilo", oid, "slaves":
                slaves = [h for h in self._henkilot.values() if h.master == oid]
                return json([_document(henkilo) for henkilo in slaves])
        return None

    def _refuse(self, request: Request) -> Response | None:
        ticket = request.environ.get("HTTP_TICKET") or request.query.get("ticket", "")
        service = f"{request.base}/oppijanumerorekisteri-service/j_spring_cas_security_check"
        kayttaja = self._cas.redeem(ticket, service)
        if isinstance(kayttaja, str):
            return json({"status": 401, "error": "Unauthorized"}, 401)
        if not any(role.startswith(_ROLE) for role in kayttaja.roles):
            return json({"status": 403, "error": "Forbidden"}, 403)
        return None

    def _found(self, henkilo: Henkilo | None) -> Response:
        if henkilo is None:
            return json({"status": 404, "error": "Not Found", "message": "henkilo.not.found"}, 404)
        return json(_document(henkilo))


def _document(henkilo: Henkilo) -> dict[str, object]:
    return {
        "oidHenkilo": henkilo.oid,
        "etunimet": henkilo.etunimet,
        "kutsumanimi": henkilo.kutsumanimi,
        "sukunimi": henkilo.sukunimi,
        "duplicate": henkilo.master is not None,
        "turvakielto": henkilo.turvakielto,
        "passivoitu": False,
        "yhteystiedotRyhma": [
            _ryhma(number, **ryhma) for number, ryhma in enumerate(henkilo.yhteystiedot, 1)
        ],
    }


def _ryhma(number: int, kuvaus: str, alkupera: str, arvot: dict[str, str]) -> dict[str, object]:
    return {
        "id": number,
        "ryhmaKuvaus": kuvaus,
        "ryhmaAlkuperaTieto": alkupera,
        "readOnly": alkupera == "alkupera1",
        "yhteystieto": [
            {"yhteystietoTyyppi": f"YHTEYSTIETO_{tyyppi}", "yhteystietoArvo": arvo}
            for tyyppi, arvo in arvot.items()
        ],
    }
