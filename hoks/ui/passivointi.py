"""The question that archiving asks: why, and in a few words where none of the usual causes fits."""

from typing import Any, NamedTuple

from django.http import QueryDict

from ehoks.common.texts import Texts
from hoks.models.hoks import PassivoinninSyy
from hoks.services.archive import Peruste

LONGEST = 200
SYYT = {
    PassivoinninSyy.MITATOITY: Texts(
        "Opiskeluoikeus on mitätöity Koskessa",
        "Studierätten har makulerats i Koski",
        "The study right has been voided in Koski",
    ),
    PassivoinninSyy.AIHEETON: Texts(
        "HOKS on tallennettu aiheettomasti",
        "PUK har sparats utan orsak",
        "The HOKS was stored without cause",
    ),
    PassivoinninSyy.MUU: Texts("Muu syy", "Annan orsak", "Another reason"),
}
NO_REASON = Texts(
    "Valitse, miksi HOKS passivoidaan.",
    "Välj varför PUK passiveras.",
    "Choose why the HOKS is archived.",
)
NO_WORDS = Texts(
    "Kerro muu syy muutamalla sanalla.",
    "Berätta den andra orsaken med några ord.",
    "Tell the other reason in a few words.",
)
TOO_LONG = Texts(
    f"Selitteessä voi olla enintään {LONGEST} merkkiä.",
    f"Förklaringen kan vara högst {LONGEST} tecken lång.",
    f"The explanation can have at most {LONGEST} characters.",
)


class Vastaus(NamedTuple):
    """What was answered; `virheet` are keyed by the field they belong to."""

    syy: str = ""
    selite: str = ""
    virheet: dict[str, Texts] = {}

    @property
    def peruste(self) -> Peruste:
        """The answer, where it has no faults."""
        return Peruste(PassivoinninSyy(self.syy), self.selite or None)

    def said(self, lang: str) -> dict[str, Any]:
        """The form as the page shows it."""
        return {
            "syyt": [
                {"arvo": syy.value, "nimi": nimi.say(lang), "valittu": syy.value == self.syy}
                for syy, nimi in SYYT.items()
            ],
            "selite": self.selite,
            "virheet": {kentta: text.say(lang) for kentta, text in self.virheet.items()},
            "pisin": LONGEST,
        }


def read_answer(form: QueryDict) -> Vastaus:
    """The answer that a form holds, with what is wrong in it."""
    syy, selite = form.get("syy", ""), form.get("selite", "").replace("\x00", "").strip()
    virheet = {}
    if syy not in SYYT:
        virheet["syy"] = NO_REASON
    if syy == PassivoinninSyy.MUU and not selite:
        virheet["selite"] = NO_WORDS
    if len(selite) > LONGEST:
        virheet["selite"] = TOO_LONG
    return Vastaus(syy, selite, virheet)


def told_reason(syy: str | None, selite: str | None, lang: str) -> str:
    """The reason in words; empty when none was given."""
    if syy is None:
        return ""
    words = SYYT[PassivoinninSyy(syy)].say(lang)
    return f"{words}: {selite}" if selite else words
