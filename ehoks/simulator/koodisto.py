"""Koodisto: the national code sets."""

from ehoks.simulator.facts import OPH_ROOT, Facts, Koodi
from ehoks.simulator.web import Request, Response, json, text


class Koodisto:
    """`rest/json/{koodisto}/koodi` and `rest/codeelement/…`; no login."""

    name = "koodisto"

    def __init__(self, facts: Facts) -> None:
        self._sets = {
            name: [_document(name, koodi) for koodi in koodit]
            for name, koodit in facts.koodistot.items()
        }
        self._elements = {
            str(document["koodiUri"]): document
            for documents in self._sets.values()
            for document in documents
        }

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case "GET", "rest", "json", name, "koodi":
                koodit = self._sets.get(name)
                return json(koodit) if koodit is not None else text("error.codes.not.found", 404)
            case "GET", "rest", "codeelement", "latest", uri:
                return self._element(uri)
            case "GET", "rest", "codeelement", uri:
                return json([self._elements[uri]] if uri in self._elements else [])
            case "GET", "rest", "codeelement", uri, versio:
                element = self._elements.get(uri)
                known = element is not None and str(element["versio"]) == versio
                return self._element(uri if known else "")
        return None

    def _element(self, uri: str) -> Response:
        element = self._elements.get(uri)
        # the real Koodisto says 500 for a code that it does not know
        return json(element) if element else text("error.codeelement.not.found", 500)


def _document(koodisto: str, koodi: Koodi) -> dict[str, object]:
    uri = f"{koodisto}_{koodi.arvo.lower()}"
    return {
        "koodiUri": uri,
        "koodiArvo": koodi.arvo,
        "versio": koodi.versio,
        "version": 0,
        "tila": koodi.tila,
        "resourceUri": f"https://virkailija.opintopolku.fi/koodisto-service/rest/codeelement/{uri}",
        "voimassaAlkuPvm": koodi.alku,
        "voimassaLoppuPvm": koodi.loppu,
        "paivitysPvm": koodi.alku,
        "koodisto": {
            "koodistoUri": koodisto,
            "organisaatioOid": OPH_ROOT,
            "koodistoVersios": [koodi.versio],
        },
        "metadata": [
            {"kieli": kieli.upper(), "nimi": nimi, "lyhytNimi": nimi, "kuvaus": nimi}
            for kieli, nimi in koodi.nimi.items()
        ],
    }
