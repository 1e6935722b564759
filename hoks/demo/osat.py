"""How an invented student learns and shows one unit: at school, at work, in a demonstration."""

import datetime as dt
from dataclasses import dataclass
from random import Random
from typing import Any

from ehoks.simulator.facts import Facts, Opiskeluoikeus
from hoks.demo.calendar import Jakso
from hoks.demo.vocabulary import Sanasto, Yritys, email

Document = dict[str, Any]

ADULT_SHARES = (100, 100, 100, 100, 80, 60)
YOUNG_SHARES = (100, 100, 80, 60, 50)


@dataclass
class Kertoja:
    """Tells one student's units; all chance comes from `dice`, all codes from the facts."""

    facts: Facts
    oikeus: Opiskeluoikeus
    today: dt.date
    dice: Random
    sanat: Sanasto
    is_adult: bool
    counter: int = 0

    def maybe(self, share: float) -> bool:
        """True about that often."""
        return self.dice.random() < share

    def koodi(self, key: str, koodisto: str, arvo: str) -> Document:
        """A code with the version that Koodisto has."""
        found = (k.versio for k in self.facts.koodistot[koodisto] if k.arvo == arvo)
        return {f"{key}-uri": f"{koodisto}_{arvo.lower()}", f"{key}-versio": next(found, 1)}

    def learn(self, jakso: Jakso, *, at_work: Yritys | None) -> list[Document]:
        """Weeks at school, then at the workplace if there is one."""
        if at_work is None:
            return [self._school(jakso)]
        return [self._school(jakso.cut(0, 0.35)), self.work(jakso.cut(0.38, 0.92), at_work)]

    def _school(self, jakso: Jakso) -> Document:
        way = "oppilaitosmuotoinenkoulutus" if self.maybe(0.9) else "muu"
        period = {**jakso.wire(), **self._way(way)}
        if self.maybe(0.4):
            ymparisto = self.dice.choice(self.facts.koodistot["oppimisymparistot"]).arvo
            koodi = self.koodi("oppimisymparisto-koodi", "oppimisymparistot", ymparisto)
            period["muut-oppimisymparistot"] = [{**koodi, **jakso.cut(0.2, 0.7).wire()}]
        return period

    def work(self, jakso: Jakso, yritys: Yritys, ohjaaja: str = "") -> Document:
        """Weeks at a workplace, with a certain instructor or anybody."""
        self.counter += 1
        shares = ADULT_SHARES if self.is_adult else YOUNG_SHARES
        period = {
            "yksiloiva-tunniste": f"jakso-{self.counter}",
            **jakso.wire(),
            **self._way("oppisopimus" if self.is_adult else "koulutussopimus"),
            "osa-aikaisuustieto": self.dice.choice(shares),
            "tyopaikalla-jarjestettava-koulutus": self._training(yritys, ohjaaja),
        }
        if self.is_adult:
            period |= self.koodi("oppisopimuksen-perusta-koodi", "oppisopimuksenperusta", "01")
        if self.maybe(0.5):
            period["jarjestajan-edustaja"] = self._teacher()
        if interruptions := self._interruptions(jakso):
            period["keskeytymisajanjaksot"] = interruptions
        return period

    def _way(self, arvo: str) -> Document:
        return self.koodi("osaamisen-hankkimistapa-koodi", "osaamisenhankkimistapa", arvo)

    def _training(self, yritys: Yritys, known: str) -> Document:
        ohjaaja = known or self.sanat.henkilo()
        contact = {"sahkoposti": email(ohjaaja)} if known or self.maybe(0.8) else {}
        return {
            "tyopaikan-nimi": yritys.nimi,
            "tyopaikan-y-tunnus": yritys.y_tunnus,
            "vastuullinen-tyopaikka-ohjaaja": {"nimi": ohjaaja, **contact},
            "keskeiset-tyotehtavat": self.sanat.tehtavat(),
        }

    def _teacher(self) -> Document:
        rooli = self.sanat.say("vastuuopettaja", "ansvarig lärare")
        return {
            "nimi": self.sanat.henkilo(),
            "rooli": rooli,
            "oppilaitos-oid": self.oikeus.oppilaitos,
        }

    def _interruptions(self, jakso: Jakso) -> list[Document]:
        """A week away now and then; of those who are at work today, some are away right now."""
        found: list[Document] = []
        if self.maybe(0.25):
            found.append(jakso.cut(0.2, 0.3).wire())
        if jakso.cut(0.4, 1).holds(self.today) and self.maybe(0.3):
            found.append({"alku": jakso.cut(0.35, 1).alku.isoformat()})
        return found

    def show(self, jakso: Jakso, yritys: Yritys | None) -> Document:
        """The demonstration at the end of a unit, at the workplace or at school."""
        days = jakso.cut(0.94, 1)
        loppu = min(days.loppu, days.alku + dt.timedelta(days=self.dice.randint(0, 2)))
        school = {"nimi": self.sanat.say("Oppilaitoksen työtilat", "Läroanstaltens verkstad")}
        shown = {
            **Jakso(days.alku, loppu).wire(),
            "jarjestaja": {"oppilaitos-oid": self.oikeus.oppilaitos},
            "nayttoymparisto": self._workplace(yritys) if yritys else school,
            "sisallon-kuvaus": self.sanat.tehtavat(),
            "koulutuksen-jarjestaja-osaamisen-arvioijat": [self.assessor()],
        }
        if yritys:
            shown["tyoelama-osaamisen-arvioijat"] = [
                {"nimi": self.sanat.henkilo(), "organisaatio": self._organisation(yritys)}
            ]
        if self.maybe(0.15):
            shown["yksilolliset-kriteerit"] = [
                self.sanat.say("työskentelee omaan tahtiinsa", "arbetar i sin egen takt")
            ]
        return shown

    def assessor(self) -> Document:
        """A teacher who assesses."""
        organisaatio = {"oppilaitos-oid": self.oikeus.oppilaitos}
        return {"nimi": self.sanat.henkilo(), "organisaatio": organisaatio}

    def _organisation(self, yritys: Yritys) -> Document:
        return {"nimi": yritys.nimi, "y-tunnus": yritys.y_tunnus}

    def _workplace(self, yritys: Yritys) -> Document:
        return {**self._organisation(yritys), "kuvaus": ", ".join(self.sanat.tehtavat())}
