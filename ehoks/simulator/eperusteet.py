"""ePerusteet: the national requirements of qualifications, as far as names and extents go."""

from collections.abc import Callable, Mapping
from typing import Any

from ehoks.simulator.facts import Facts, Tutkinto
from ehoks.simulator.web import Request, Response, json

_PAGE_SIZE = 25
_OPPIAINEET = "ammatillisenoppiaineet"
# The subjects of a common unit begin alike; which unit it is can be told by its name.
_SUBJECTS = {"Viestintä": "vv", "Matemaattis": "ml", "Yhteiskunta": "yt"}


class Eperusteet:
    """`api/external/perusteet`, `…/peruste/{id}` and `…/peruste/{id}/koulutuksenOsat`; no login."""

    name = "eperusteet"

    def __init__(self, facts: Facts) -> None:
        codes = {
            f"{koodisto}_{koodi.arvo.lower()}": koodi
            for koodisto in ("tutkinnonosat", "koulutuksenosattuva", _OPPIAINEET)
            for koodi in facts.koodistot.get(koodisto, ())
        }
        self._names = {uri: koodi.nimi for uri, koodi in codes.items()}
        self._extents = {uri: koodi.laajuus for uri, koodi in codes.items() if koodi.laajuus}
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

    def _search(self, query: Mapping[str, str]) -> Response:
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
        whole = _summary(tutkinto)
        (suoritustapa,) = whole["suoritustavat"]
        suoritustapa["tutkinnonOsat"] = [
            {"_tutkinnonOsa": uri.rpartition("_")[2], "laajuus": self._extents.get(uri)}
            for uri in osat
        ]
        return {
            **whole,
            "tutkinnonOsat": [
                {
                    "id": int(uri.rpartition("_")[2]),
                    "koodiUri": uri,
                    "koodiArvo": uri.rpartition("_")[2],
                    "nimi": self._names[uri],
                    "ammattitaitovaatimukset2019": _vaatimukset(self._names[uri]),
                    "geneerinenArviointiasteikko": _ARVIOINTI,
                    "osaAlueet": self._osa_alueet(self._names[uri]["fi"]),
                }
                for uri in osat
            ],
        }

    def _osa_alueet(self, nimi: str) -> list[dict[str, object]]:
        start = next((s for word, s in _SUBJECTS.items() if nimi.startswith(word)), None)
        return [
            {
                "nimi": self._names[uri],
                "koodi": {"uri": uri, "nimi": self._names[uri]},
                "pakollisetOsaamistavoitteet": {
                    "laajuus": points,
                    "tavoitteet": _vaatimukset(self._names[uri]),
                },
                "arviointi": _ARVIOINTI,
            }
            for uri, points in self._extents.items()
            if start and uri.startswith(f"{_OPPIAINEET}_{start}")
        ]

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


# The same of every unit: enough to see how requirements are told.
_KOHDE = {"fi": "Opiskelija osaa", "sv": "Den studerande kan", "en": "The student can"}
_OSAA = (
    {"fi": "suunnitella työnsä: {}", "sv": "planera sitt arbete: {}", "en": "plan the work: {}"},
    {"fi": "tehdä työn ohjeiden mukaan", "sv": "utföra arbetet enligt anvisningarna",
     "en": "do the work as instructed"},
    {"fi": "arvioida omaa osaamistaan", "sv": "bedöma sitt eget kunnande",
     "en": "assess own competence"},
)  # fmt: skip
_TASOT = (
    ("5", "Opiskelija toteuttaa työn, kun hän saa tukea.",
     "Den studerande utför arbetet med stöd.", "The student does the work with support."),
    ("7", "Opiskelija toteuttaa työn oma-aloitteisesti.",
     "Den studerande utför arbetet på eget initiativ.", "The student does the work unprompted."),
    ("9", "Opiskelija toteuttaa työn itsenäisesti ja kehittää sitä.",
     "Den studerande utför arbetet självständigt och utvecklar det.",
     "The student does the work independently and improves it."),
)  # fmt: skip
_ARVIOINTI = {
    "_arviointiAsteikko": "3",
    "kohde": {"fi": "Työn tekeminen", "sv": "Att utföra arbetet", "en": "Doing the work"},
    "osaamistasonKriteerit": [
        {"_osaamistaso": taso, "kriteerit": [{"fi": fi, "sv": sv, "en": en}]}
        for taso, fi, sv, en in _TASOT
    ],
}


def _vaatimukset(nimi: dict[str, str]) -> dict[str, object]:
    said = [{kieli: text.format(nimi[kieli]) for kieli, text in osaa.items()} for osaa in _OSAA]
    return {"kohde": _KOHDE, "vaatimukset": [{"koodi": None, "vaatimus": text} for text in said]}


def _summary(tutkinto: Tutkinto) -> dict[str, Any]:
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
