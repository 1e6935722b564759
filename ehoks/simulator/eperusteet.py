"""ePerusteet: the national requirements of qualifications, as far as names and extents go."""

from collections.abc import Callable

from ehoks.simulator.facts import Facts, Tutkinto
from ehoks.simulator.web import Request, Response, json

_PAGE_SIZE = 25


class Eperusteet:
    """`api/external/perusteet`, `…/peruste/{id}` and `…/peruste/{id}/koulutuksenOsat`; no login."""

    name = "eperusteet"

    def __init__(self, facts: Facts) -> None:
        self._names = {
            f"{koodisto}_{koodi.arvo.lower()}": koodi.nimi
            for koodisto in ("tutkinnonosat", "koulutuksenosattuva")
            for koodi in facts.koodistot.get(koodisto, ())
        }
        self._perusteet = {
            str(tutkinto.peruste): tutkinto
            for tutkinto in facts.tutkinnot.values()
            if tutkinto.peruste
        }

    def answer(self, request: Request, path: tuple[str, ...]) -> Response | None:
        match request.method, *path:
            case "GET", "api", "external", "perusteet":
                return self._search(request.query)
            case "GET", "api", "external", "peruste", id_ if id_ in self._perusteet:
                return json(self._whole(self._perusteet[id_]))
            case "GET", "api", "external", "peruste", id_, "koulutuksenOsat" if (
                id_ in self._perusteet
            ):
                return json(self._koulutuksen_osat(self._perusteet[id_]))
        return None

    def _search(self, query: dict[str, str]) -> Response:
        wanted: list[Callable[[Tutkinto], bool]] = []
        if koodi := query.get("koodi"):
            wanted.append(lambda t: koodi in t.tutkinnon_osat)
        if diaari := query.get("diaarinumero"):
            wanted.append(lambda t: diaari == t.diaarinumero)
        if nimi := query.get("nimi", "").lower():
            wanted.append(lambda t: any(nimi in name.lower() for name in t.nimi.values()))
        found = [t for t in self._perusteet.values() if all(is_so(t) for is_so in wanted)]
        page = int(query["sivu"]) if query.get("sivu", "").isdecimal() else 0
        shown = found[page * _PAGE_SIZE : (page + 1) * _PAGE_SIZE]
        return json(
            {
                "data": [_summary(tutkinto) for tutkinto in shown],
                "sivuja": -(-len(found) // _PAGE_SIZE),
                "kokonaismäärä": len(found),
                "sivukoko": _PAGE_SIZE,
                "sivu": page,
            }
        )

    def _whole(self, tutkinto: Tutkinto) -> dict[str, object]:
        osat = [uri for uri in tutkinto.tutkinnon_osat if uri.startswith("tutkinnonosat_")]
        return {
            **_summary(tutkinto),
            "tutkinnonOsat": [
                {
                    "id": int(uri.rpartition("_")[2]),
                    "koodiUri": uri,
                    "koodiArvo": uri.rpartition("_")[2],
                    "nimi": self._names[uri],
                }
                for uri in osat
            ],
        }

    def _koulutuksen_osat(self, tutkinto: Tutkinto) -> list[dict[str, object]]:
        osat = [uri for uri in tutkinto.tutkinnon_osat if uri.startswith("koulutuksenosattuva_")]
        return [
            {
                "id": number,
                "viiteId": 1000 + number,
                "nimi": self._names[uri],
                "nimiKoodi": {"uri": uri, "nimi": self._names[uri]},
                "osaamisalat": [],
            }
            for number, uri in enumerate(osat, start=1)
        ]


def _summary(tutkinto: Tutkinto) -> dict[str, object]:
    return {
        "id": tutkinto.peruste,
        "diaarinumero": tutkinto.diaarinumero,
        "nimi": tutkinto.nimi,
        "osaamisalat": [
            {"arvo": koodi, "uri": f"osaamisala_{koodi}", "nimi": nimi}
            for koodi, nimi in tutkinto.osaamisalat.items()
        ],
        "tutkintonimikkeet": [],
        "suoritustavat": [
            {
                "suoritustapakoodi": "reformi",
                "rakenne": {"muodostumisSaanto": {"laajuus": {"minimi": tutkinto.laajuus}}},
            }
        ],
    }
