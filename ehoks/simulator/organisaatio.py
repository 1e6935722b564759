"""Organisaatiopalvelu: the tree of providers, schools and their units."""

import orjson

from ehoks.simulator.facts import Facts, Organisaatio
from ehoks.simulator.web import Request, Response, json

_NOT_FOUND = {
    "errorMessage": "organisaatio.exception.organisaatio.not.found",
    "errorKey": "organisaatio.exception.organisaatio.not.found",
}


class Organisaatiopalvelu:
    """`GET api/{oid}`, `GET api/hae` and `POST api/findbyoids`; no login."""

    name = "organisaatio"

    def __init__(self, facts: Facts) -> None:
        self._documents = {oid: _document(o) for oid, o in facts.organisaatiot.items()}
        self._names = {oid: _names(o) for oid, o in facts.organisaatiot.items()}

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case "POST", "api", "findbyoids":
                return self._find(request)
            case "GET", "api", "hae":
                return self._search(request.query.get("searchStr", ""))
            case "GET", "api", oid:
                document = self._documents.get(oid)
                return Response(200, document) if document else json(_NOT_FOUND, 404)
        return None

    def _search(self, text: str) -> Response:
        """Those with the text in their name in any language."""
        wanted = text.lower().strip()
        found = [oid for oid, names in self._names.items() if wanted and wanted in names]
        documents = [orjson.Fragment(self._documents[oid]) for oid in found]
        return json({"numHits": len(found), "organisaatiot": documents})

    def _find(self, request: Request) -> Response:
        oids = request.json
        if not isinstance(oids, list):
            return json({"errorMessage": "validation.failed"}, 400)
        found = (self._documents.get(oid) for oid in oids if isinstance(oid, str))
        return json([orjson.Fragment(document) for document in found if document])


def _names(organisaatio: Organisaatio) -> str:
    return "\n".join(organisaatio.nimi.values()).lower()


def _document(organisaatio: Organisaatio) -> bytes:
    oid, *above = organisaatio.path
    return orjson.dumps(
        {
            "oid": oid,
            "nimi": organisaatio.nimi,
            "tyypit": organisaatio.tyypit,
            "status": "AKTIIVINEN",
            **({"parentOid": above[0]} if above else {}),
            "parentOidPath": "".join(f"|{step}" for step in reversed(above)) + "|" if above else "",
        }
    )
