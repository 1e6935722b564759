"""Koski: study rights, behind HTTP Basic."""

import re

import orjson

from ehoks.simulator.facts import Facts, Opiskeluoikeus, Organisaatio
from ehoks.simulator.web import Request, Response, json

_ROLE = "ROLE_APP_KOSKI_"
_OPISKELUOIKEUS_OID = re.compile(r"1\.2\.246\.562\.15\.\d{11,24}", re.ASCII)


class Koski:
    """`GET api/opiskeluoikeus/{oid}`, `POST api/sure/oids` and `GET api/oppija/{oid}`."""

    name = "koski"

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        # a voided right is as if it had never been
        self._documents: dict[str, bytes] = {}
        self._by_oppija: dict[str, list[str]] = {}
        for oikeus in facts.opiskeluoikeudet.values():
            if not oikeus.mitatoity:
                self._documents[oikeus.oid] = _document(oikeus, facts)
                self._by_oppija.setdefault(oikeus.oppija, []).append(oikeus.oid)

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        refusal = self._refuse(request)
        if refusal:
            return refusal
        match request.method, *path:
            case "GET", "api", "opiskeluoikeus", oid:
                return self._opiskeluoikeus(oid)
            case "POST", "api", "sure", "oids":
                return self._oids(request)
            case "GET", "api", "oppija", oid:
                return self._oppija(oid)
        return None

    def _refuse(self, request: Request) -> Response | None:
        username, password = request.basic_credentials
        kayttaja = self._facts.kayttajat.get(username)
        if kayttaja is None or password != username:
            return _error(401, "unauthorized.loginFail", "Sisäänkirjautuminen epäonnistui")
        if not any(role.startswith(_ROLE) for role in kayttaja.roles):
            return _error(403, "forbidden.vainViranomainen", "Ei oikeuksia Koskeen")
        return None

    def _opiskeluoikeus(self, oid: str) -> Response:
        if not _OPISKELUOIKEUS_OID.fullmatch(oid):
            return _error(
                400, "badRequest.queryParam.virheellinenOpiskeluoikeusOid", "Virheellinen oid"
            )
        document = self._documents.get(oid)
        if document is None:
            return _error(
                404,
                "notFound.opiskeluoikeuttaEiLöydyTaiEiOikeuksia",
                "Opiskeluoikeutta ei löydy annetulla oid:llä tai käyttäjällä ei ole siihen oikeuksia",
            )
        return Response(200, document)

    def _oids(self, request: Request) -> Response:
        oids = request.json
        if not isinstance(oids, list) or len(oids) > 1000:
            return _error(400, "badRequest.validation", "Anna enintään 1000 oidin lista")
        return json([self._rights_of(oid) for oid in oids if self._oids_of(oid)])

    def _oppija(self, oid: str) -> Response:
        henkilo = self._facts.henkilot.get(oid)
        if henkilo is None or not self._oids_of(oid):
            return _error(404, "notFound.oppijaaEiLöydyTaiEiOikeuksia", "Oppijaa ei löydy")
        names = {
            "etunimet": henkilo.etunimet,
            "kutsumanimi": henkilo.kutsumanimi,
            "sukunimi": henkilo.sukunimi,
        }
        oppija = self._rights_of(oid)
        return json({**oppija, "henkilö": {"oid": oid, **names}})

    def _oids_of(self, oppija: object) -> list[str]:
        """The rights of a person under any OID that the person has."""
        if not isinstance(oppija, str):
            return []
        oids = self._facts.family.get(oppija, (oppija,))
        return [right for oid in oids for right in self._by_oppija.get(oid, ())]

    def _rights_of(self, oppija: str) -> dict[str, object]:
        documents = [orjson.Fragment(self._documents[oid]) for oid in self._oids_of(oppija)]
        return {"henkilö": {"oid": oppija}, "opiskeluoikeudet": documents}


def _error(status: int, key: str, message: str) -> Response:
    return json([{"key": key, "message": message}], status)


def _document(oikeus: Opiskeluoikeus, facts: Facts) -> bytes:
    oppilaitos = facts.organisaatiot[oikeus.oppilaitos]
    koulutustoimija = facts.koulutustoimija(oikeus.oppilaitos)
    document = {
        "oid": oikeus.oid,
        "oppilaitos": _organisaatio(oppilaitos),
        "koulutustoimija": _organisaatio(koulutustoimija) if koulutustoimija else None,
        "tyyppi": {"koodiarvo": oikeus.tyyppi, "koodistoUri": "opiskeluoikeudentyyppi"},
        "alkamispäivä": oikeus.alkamispaiva,
        "arvioituPäättymispäivä": oikeus.arvioitu_paattymispaiva,
        "päättymispäivä": oikeus.paattymispaiva,
        "tila": {"opiskeluoikeusjaksot": [_jakso(*jakso) for jakso in oikeus.jaksot]},
        "sisältyyOpiskeluoikeuteen": _sisaltyy(oikeus, facts),
        "suoritukset": [_suoritus(oikeus, facts)],
    }
    # Koski leaves out what is not known
    return orjson.dumps({key: value for key, value in document.items() if value is not None})


def _organisaatio(organisaatio: Organisaatio) -> dict[str, object]:
    return {"oid": organisaatio.oid, "nimi": organisaatio.nimi}


def _jakso(alku: str, tila: str) -> dict[str, object]:
    return {
        "alku": alku,
        "tila": {"koodiarvo": tila, "koodistoUri": "koskiopiskeluoikeudentila"},
        "opintojenRahoitus": {"koodiarvo": "1"},
    }


def _sisaltyy(oikeus: Opiskeluoikeus, facts: Facts) -> dict[str, object] | None:
    if oikeus.sisaltyy is None:
        return None
    outer = facts.opiskeluoikeudet[oikeus.sisaltyy]
    return {"oid": outer.oid, "oppilaitos": {"oid": outer.oppilaitos}}


def _suoritus(oikeus: Opiskeluoikeus, facts: Facts) -> dict[str, object]:
    tutkinto = facts.tutkinnot[oikeus.tutkinto]
    tunniste = {"koodiarvo": tutkinto.koodi, "nimi": tutkinto.nimi, "koodistoUri": "koulutus"}
    suoritus: dict[str, object] = {
        "tyyppi": {"koodiarvo": oikeus.suoritus, "koodistoUri": "suorituksentyyppi"},
        "koulutusmoduuli": {"tunniste": tunniste, "perusteenDiaarinumero": tutkinto.diaarinumero},
        "suorituskieli": {"koodiarvo": oikeus.suorituskieli, "koodistoUri": "kieli"},
        "toimipiste": {"oid": oikeus.toimipiste or oikeus.oppilaitos},
        "tutkintonimike": [],
        "osaamisala": [],
    }
    if oikeus.osaamisala:
        nimi = tutkinto.osaamisalat[oikeus.osaamisala]
        suoritus["osaamisala"] = [{"osaamisala": {"koodiarvo": oikeus.osaamisala, "nimi": nimi}}]
        if title := tutkinto.tutkintonimikkeet.get(oikeus.osaamisala):
            suoritus["tutkintonimike"] = [{"koodiarvo": oikeus.osaamisala, "nimi": title}]
    return suoritus
