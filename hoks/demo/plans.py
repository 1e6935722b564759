"""A whole invented plan: what a student of this study right could well have agreed on.

The same study right and the same day give the same plan: each has dice of its own, so that it
does not matter which plans were made before.
"""

import datetime as dt
from random import Random
from typing import Any

from ehoks.simulator.facts import Facts, Henkilo, Opiskeluoikeus, Tutkinto
from ehoks.simulator.facts.kayttajat import AINO
from hoks.demo.calendar import Jakso
from hoks.demo.osat import Kertoja
from hoks.demo.vocabulary import Sanasto, Yritys, email, y_tunnus

Document = dict[str, Any]
Paikallinen = tuple[str, str, int, str, str]

TUVA = "tuva"
ONNI = "Ohjaaja, Onni"
# Common units and their subject areas are known by how their names and codes begin.
OSA_ALUEET = {"Viestintä- ja": "VV", "Matemaattis-": "ML", "Yhteiskunta- ja": "YT"}
ROUND_DAYS = 180
TEN_DAYS = dt.timedelta(days=10)
# name fi, sv; points; objectives fi, sv
PAIKALLISET = (
    ("Kestävä työelämä", "Hållbart arbetsliv", 5,
     "Osaa toimia työssään ympäristöä säästäen.", "Kan arbeta så att miljön skonas."),
    ("Paikallinen palvelukulttuuri", "Lokal servicekultur", 10,
     "Tuntee alueen asiakkaat ja palvelee heitä.", "Känner kunderna på orten och betjänar dem."),
    ("Turvallisesti työssä", "Säkert på jobbet", 5,
     "Tunnistaa työn vaarat ja suojautuu niiltä.", "Känner igen riskerna och skyddar sig."),
    ("Digitaaliset työvälineet", "Digitala verktyg", 8,
     "Käyttää alansa ohjelmia sujuvasti.", "Använder branschens program smidigt."),
    ("Yrittäjyyden ensiaskeleet", "Första stegen som företagare", 6,
     "Laatii liikeidean ja laskee sen kannattavuuden.", "Gör upp en affärsidé och räknar på den."),
)  # fmt: skip
_TUKI = "ammatillinenkoulutusoppimisentuentyyppi"


def write_plan(facts: Facts, oikeus: Opiskeluoikeus, today: dt.date) -> Document:
    """The document to POST for a study right of the facts."""
    return _Plan(facts, oikeus, today).document()


class _Plan:
    """One plan in the making."""

    def __init__(self, facts: Facts, oikeus: Opiskeluoikeus, today: dt.date) -> None:
        self.facts, self.oikeus, self.today = facts, oikeus, today
        self.henkilo: Henkilo = facts.henkilot[oikeus.oppija]
        self.tutkinto: Tutkinto = facts.tutkinnot[oikeus.tutkinto]
        self.dice = Random(oikeus.oid)  # noqa: S311 -- chance for show, not for secrets
        self.sanat = Sanasto(self.dice, oikeus.tutkinto, oikeus.suorituskieli)
        self.names = {k.arvo: k.nimi["fi"] for k in facts.koodistot["tutkinnonosat"]}
        self.koodit = [uri.rpartition("_")[2] for uri in self.tutkinto.tutkinnon_osat]
        self.whole = _bounds(oikeus, today)
        # Those who study for a further qualification do so in apprenticeship, beside their work.
        is_adult = not any(self._osa_alue_prefix(koodi) for koodi in self.koodit)
        self.kertoja = Kertoja(facts, oikeus, today, self.dice, self.sanat, is_adult)

    def document(self) -> Document:
        """All of it."""
        root = self._root()
        if self.oikeus.tyyppi == TUVA:
            return root | {"hankittavat-koulutuksen-osat": self._koulutuksen_osat()}
        if self._is_early_bird():
            self.whole = Jakso(self.whole.alku, self.today - TEN_DAYS)
            root["osaamisen-saavuttamisen-pvm"] = self.whole.loppu.isoformat()
        whole = root | self._units() | self._support()
        return self._with_onni(whole) if self.oikeus.oppija == AINO else whole

    def _with_onni(self, document: Document) -> Document:
        """Aino is at work with Onni just now, so that visitors have something to share with him."""
        first, last = self.whole.alku, self.whole.loppu
        alku = min(max(self.today - TEN_DAYS, first), last)
        weeks = Jakso(alku, min(alku + 7 * TEN_DAYS, last))
        pullapaja = Yritys("Pullapaja Oy", y_tunnus("Pullapaja Oy"))
        osa = document["hankittavat-ammat-tutkinnon-osat"][-1]
        osa["osaamisen-hankkimistavat"].append(self.kertoja.work(weeks, pullapaja, ONNI))
        osa["osaamisen-osoittaminen"] = [self.kertoja.show(weeks, pullapaja)]
        return document

    def _root(self) -> Document:
        approved = min(self.whole.alku + dt.timedelta(days=self.dice.randint(7, 24)), self.today)
        approved = max(approved, self.whole.alku)
        uraan = self.dice.choice(("0001", "0002", "0003"))
        koodi = self.kertoja.koodi("urasuunnitelma-koodi", "urasuunnitelma", uraan)
        return {
            "oppija-oid": self.oikeus.oppija,
            "opiskeluoikeus-oid": self.oikeus.oid,
            "ensikertainen-hyvaksyminen": approved.isoformat(),
            "hyvaksytty": f"{approved}T09:{self.dice.randint(10, 59)}:00Z",
            "osaamisen-hankkimisen-tarve": True,
            "sahkoposti": email(f"{self.henkilo.sukunimi}, {self.henkilo.kutsumanimi}"),
            **(koodi if self.dice.random() < 0.85 else {}),
        }

    def _is_early_bird(self) -> bool:
        """A few are ready long before they had to be."""
        studied = (min(self.today, self.whole.loppu) - self.whole.alku).days
        return studied > 400 and self.today < self.whole.loppu and self.dice.random() < 0.12

    # --- units -----------------------------------------------------------------------------------

    def _units(self) -> Document:
        common = self._common()
        vocational = [k for k in self.koodit if not self._osa_alue_prefix(k)]
        known = self._known_already(vocational, 0.5)
        known_common = self._known_already(common, 0.4)
        count = self._local_count(len(vocational) + len(common))
        *local, spare = self.dice.sample(PAIKALLISET, k=count + 1)
        known_local = [spare] if self.dice.random() < 0.1 else []
        times = iter(self.whole.slices(len(vocational) + len(common) + count))
        found: dict[str, list[Document]] = {
            "hankittavat-ammat": [self._vocational(k, next(times)) for k in vocational],
            "hankittavat-yhteiset": [self._yhteinen(k, next(times)) for k in common],
            "hankittavat-paikalliset": [self._paikallinen(osa, next(times)) for osa in local],
            "aiemmin-hankitut-ammat": [self._unit_code(k) | self._verified() for k in known],
            "aiemmin-hankitut-yhteiset": [self._known_common(k) for k in known_common],
            "aiemmin-hankitut-paikalliset": [
                self._local(osa) | self._verified() for osa in known_local
            ],
        }
        return {f"{key}-tutkinnon-osat": osat for key, osat in found.items() if osat}

    def _known_already(self, koodit: list[str], share: float) -> list[str]:
        """Takes the last unit out of those still to be learned, where two remain."""
        return [koodit.pop()] if len(koodit) > 2 and self.dice.random() < share else []

    def _local_count(self, others: int) -> int:
        """Where the requirements name few units, the school has more of its own."""
        if others < 3:
            return self.dice.choice((2, 3))
        return int(self.dice.random() < 0.4)

    def _common(self) -> list[str]:
        """At most one common unit of each kind, the later ones of the requirements."""
        by_kind = {p: koodi for koodi in self.koodit if (p := self._osa_alue_prefix(koodi))}
        return list(by_kind.values())

    def _osa_alue_prefix(self, koodi: str) -> str | None:
        name = self.names.get(koodi, "")
        return next((p for start, p in OSA_ALUEET.items() if name.startswith(start)), None)

    def _vocational(self, koodi: str, time: Jakso) -> Document:
        yritys = self.sanat.yritys() if self.dice.random() < 0.85 else None
        osa = {
            **self._unit_code(koodi),
            **self._learned(time, at_work=yritys is not None),
        }
        if self.dice.random() < 0.1:
            osa["vaatimuksista-tai-tavoitteista-poikkeaminen"] = self.sanat.say(
                "Raskaat nostot jätetään pois.", "Tunga lyft lämnas bort."
            )
        return osa

    def _unit_code(self, koodi: str) -> Document:
        code = self.kertoja.koodi("tutkinnon-osa-koodi", "tutkinnonosat", koodi)
        diaarinro = self.tutkinto.diaarinumero
        return code | ({"tutkinnon-osan-perusteen-diaarinro": diaarinro} if diaarinro else {})

    def _learned(self, time: Jakso, *, at_work: bool) -> Document:
        """In rounds of half a year or so, the last of them closed by a demonstration."""
        rounds = time.slices(max(1, (time.loppu - time.alku).days // ROUND_DAYS))
        yritys = self.sanat.yritys() if at_work else None
        periods = [self.kertoja.learn(part, at_work=yritys) for part in rounds]
        return {
            "opetus-ja-ohjaus-maara": self.dice.randrange(20, 220, 5),
            "osaamisen-hankkimistavat": [period for part in periods for period in part],
            "osaamisen-osoittaminen": [self.kertoja.show(rounds[-1], yritys)],
        }

    def _yhteinen(self, koodi: str, time: Jakso) -> Document:
        areas = self._areas(koodi)
        return {
            **self.kertoja.koodi("tutkinnon-osa-koodi", "tutkinnonosat", koodi),
            "osa-alueet": [
                {
                    **self.kertoja.koodi("osa-alue-koodi", "ammatillisenoppiaineet", area),
                    "osaamisen-hankkimistavat": self.kertoja.learn(part, at_work=None),
                }
                for area, part in zip(areas, time.slices(len(areas)), strict=True)
            ],
        }

    def _areas(self, koodi: str) -> list[str]:
        prefix = self._osa_alue_prefix(koodi) or ""
        areas = [
            k.arvo
            for k in self.facts.koodistot["ammatillisenoppiaineet"]
            if k.arvo.startswith(prefix)
        ]
        return self.dice.sample(areas, k=min(len(areas), self.dice.choice((1, 2, 2, 3))))

    def _paikallinen(self, osa: Paikallinen, time: Jakso) -> Document:
        return self._local(osa) | self._learned(time, at_work=self.dice.random() < 0.3)

    def _local(self, osa: Paikallinen) -> Document:
        fi, sv, laajuus, goals_fi, goals_sv = osa
        return {
            "nimi": self.sanat.say(fi, sv),
            "laajuus": laajuus,
            "tavoitteet-ja-sisallot": self.sanat.say(goals_fi, goals_sv),
        }

    # --- what the student knew already ---------------------------------------------------------------

    def _known_common(self, koodi: str) -> Document:
        code = self.kertoja.koodi("tutkinnon-osa-koodi", "tutkinnonosat", koodi)
        areas = [
            self.kertoja.koodi("osa-alue-koodi", "ammatillisenoppiaineet", area) | self._verified()
            for area in self._areas(koodi)
        ]
        return {**code, "osa-alueet": areas}

    def _verified(self) -> Document:
        """Straight from papers, by assessors, or by a demonstration in the first weeks."""
        prosessi = self.dice.choice(("0001", "0002", "0003"))
        koodisto = "osaamisentodentamisenprosessi"
        found = self.kertoja.koodi("valittu-todentamisen-prosessi-koodi", koodisto, prosessi)
        if prosessi == "0002":
            found["tarkentavat-tiedot-osaamisen-arvioija"] = {
                "lahetetty-arvioitavaksi": (self.whole.alku + TEN_DAYS).isoformat(),
                "aiemmin-hankitun-osaamisen-arvioijat": [self.kertoja.assessor()],
            }
        if prosessi == "0003":
            first_weeks = self.whole.cut(0, 0.05)
            found["tarkentavat-tiedot-naytto"] = [self.kertoja.show(first_weeks, None)]
        return found

    # --- support and preparatory education ------------------------------------------------------------

    def _support(self) -> Document:
        found: Document = {}
        if self.dice.random() < 0.2:
            found["oppimisen-tuki"] = [self._tuki()]
        if self.dice.random() < 0.2:
            found["opiskeluvalmiuksia-tukevat-opinnot"] = [
                {
                    "nimi": self.sanat.say("Opiskelutekniikat", "Studieteknik"),
                    "kuvaus": self.sanat.say(
                        "Muistiinpanot ja ajanhallinta", "Anteckningar och tidsplanering"
                    ),
                    **self.whole.cut(0.01, 0.06).wire(),
                }
            ]
        return found

    def _tuki(self) -> Document:
        tyyppi = self.dice.choice(("01", "01", "02", "03"))
        tuki: Document = {"oppimisen-tuen-tyyppi-koodi-uri": f"{_TUKI}_{tyyppi}"}
        if tyyppi != "01":
            return tuki
        ryhma = self.dice.choice("12")
        dates = self.whole.cut(0.1, 0.25).wire()
        return {
            **tuki,
            **dates,
            "tutkinnon-osan-tyyppi-koodi-uri": f"ammatillisentutkinnonosanryhma_{ryhma}",
        }

    def _koulutuksen_osat(self) -> list[Document]:
        """A year of preparatory education, a few of its parts one after the other."""
        year = min(self.whole.loppu, self.whole.alku + dt.timedelta(days=300))
        chosen = sorted(self.dice.sample(self.koodit, k=min(len(self.koodit), 5)))
        weeks = (self.tutkinto.laajuus or 38) / len(chosen)
        times = Jakso(self.whole.alku, year).slices(len(chosen))
        return [
            {
                **self.kertoja.koodi("koulutuksen-osa-koodi", "koulutuksenosattuva", koodi),
                **time.wire(),
                "laajuus": round(weeks * 2) / 2,
            }
            for koodi, time in zip(chosen, times, strict=True)
        ]


def _bounds(oikeus: Opiskeluoikeus, today: dt.date) -> Jakso:
    """The dates of the study right; of one without, two years around today."""
    alku, loppu = oikeus.alkamispaiva, oikeus.arvioitu_paattymispaiva
    year = dt.timedelta(days=365)
    first = dt.date.fromisoformat(alku) if alku else today - year
    last = dt.date.fromisoformat(loppu) if loppu else first + 2 * year
    return Jakso(first, max(first, last))
