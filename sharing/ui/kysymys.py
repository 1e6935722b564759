"""What the form of a share asks, and what was answered: each fault beside its field."""

from typing import Any, NamedTuple

from django.http import QueryDict

from ehoks.common.dates import today
from ehoks.common.texts import Texts
from ehoks.ui.kieli import KIELET
from ehoks.ui.paivat import to_date
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.services.read import StoredHoks
from sharing.models import Rooli
from sharing.services.jakaminen import Jakaja, Pyynto, find_faults
from sharing.sisalto import Kohde
from sharing.ui.texts import JAOT, ROOLIT, SUOSTUMUS
from sharing.vastaanottajat import Nimetty, list_nimetyt
from sharing.voimassaolo import Aika, suggest

MUU = "muu"
_LONGEST = 300  # of what is repeated to who wrote it
_FIELDS = ("kenelle", "nimi", "organisaatio", "sahkoposti", "kieli", "alku", "loppu", "viesti")


class Lomake(NamedTuple):
    """A form: what was written, what is wrong with it, and what is asked when nothing is."""

    arvot: dict[str, str]
    virheet: dict[str, Texts]
    pyynto: Pyynto | None

    def said(self, kohde: Kohde, jakaja: Jakaja, lang: str) -> dict[str, Any]:
        """The form as the page shows it."""
        return {
            "arvot": self.arvot,
            "virheet": {key: text.say(lang) for key, text in self.virheet.items()},
            "nimetyt": [
                {
                    "arvo": str(n),
                    "nimi": nimetty.nimi,
                    "rooli": ROOLIT[nimetty.rooli].say(lang),
                    "organisaatio": nimetty.organisaatio,
                    "sahkoposti": nimetty.sahkoposti,
                    "valittu": self.arvot["kenelle"] == str(n),
                }
                for n, nimetty in enumerate(list_nimetyt(kohde))
            ],
            "muu": jakaja.is_oppija,
            "muu_valittu": self.arvot["kenelle"] == MUU,
            "kielet": [
                {"koodi": koodi, "nimi": nimi, "valittu": koodi == self.arvot["kieli"]}
                for koodi, nimi in KIELET.items()
            ],
            "suostumus": SUOSTUMUS.say(lang),
        }


def ask(kohde: Kohde, jakaja: Jakaja, lang: str) -> Lomake:
    """An untouched form, with the part's own days and its first named person."""
    aika = suggest(kohde, today())
    whom = "0" if list_nimetyt(kohde) else MUU if jakaja.is_oppija else ""
    arvot = dict.fromkeys((*_FIELDS, "suostumus"), "") | {
        "kenelle": whom, "kieli": lang, "alku": paiva(aika.alku), "loppu": paiva(aika.loppu),
    }  # fmt: skip
    return Lomake(arvot, {}, None)


def read(form: QueryDict, stored: StoredHoks, kohde: Kohde, jakaja: Jakaja, lang: str) -> Lomake:
    """The answer that a form holds, with everything that is wrong in it."""
    arvot = {key: form.get(key, "").replace("\x00", "").strip() for key in _FIELDS}
    arvot["suostumus"] = form.get("suostumus", "")
    shown = {key: value[:_LONGEST] for key, value in arvot.items()} | {"viesti": arvot["viesti"]}
    virheet: dict[str, Texts] = {}
    alku, loppu = (_day(arvot, key, virheet) for key in ("alku", "loppu"))
    nimetty = _named(kohde, arvot["kenelle"])
    is_other = arvot["kenelle"] == MUU and jakaja.is_oppija
    if nimetty is None and not is_other:
        virheet["kenelle"] = JAOT["choose_recipient"]
    sahkoposti = arvot["sahkoposti"] or (nimetty.sahkoposti if nimetty else "")
    if not sahkoposti:
        virheet["sahkoposti"] = JAOT["no_address"]
    pyynto = Pyynto(
        module_id=kohde.module_id,
        aika=Aika(alku, loppu),
        rooli=nimetty.rooli if nimetty else Rooli.MUU,
        nimi=nimetty.nimi if nimetty else arvot["nimi"],
        sahkoposti=sahkoposti,
        organisaatio=nimetty.organisaatio if nimetty else arvot["organisaatio"],
        kieli=arvot["kieli"] if arvot["kieli"] in KIELET else lang,
        viesti=arvot["viesti"],
        suostumus=SUOSTUMUS.say(lang) if arvot["suostumus"] == "1" and is_other else "",
    )
    for fault in find_faults(stored, pyynto, jakaja):
        where = "kenelle" if fault.kentta in ("vastaanottaja", "") else fault.kentta
        virheet.setdefault(where, fault.detail)
    return Lomake(shown, virheet, None if virheet else pyynto)


def _day(arvot: dict[str, str], key: str, virheet: dict[str, Texts]) -> Any:
    try:
        return to_date(arvot[key])
    except ValueError:
        virheet[key] = JAOT["bad_day"]
        return today()


def _named(kohde: Kohde, kenelle: str) -> Nimetty | None:
    named = list_nimetyt(kohde)
    is_number = kenelle.isascii() and kenelle.isdigit() and len(kenelle) < 4
    return named[int(kenelle)] if is_number and int(kenelle) < len(named) else None
