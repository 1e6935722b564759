"""A share as people read it: the cut plan with names, under the student's name and school."""

from collections.abc import Iterable
from typing import Any

from ehoks.common.dates import now, today
from ehoks.common.texts import Texts
from ehoks.common.vieras import compose
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.ui.templatetags.muotoilu import jakso
from hoks.presenters import erot, muutokset, nakyma, paperi, pdf
from hoks.presenters.muutokset import Ryhma
from hoks.presenters.nimet import find_nimet, in_kieli
from hoks.presenters.sanat import SUUNNITELMA
from hoks.presenters.vaatimukset import EPERUSTEET, list_aiheet
from sharing.models import Jako, ModuulinTyyppi
from sharing.services.avaaminen import Nahty
from sharing.sisalto import Document, Kohde, cut
from sharing.ui.texts import TYOPAIKKA, TYYPIT

MOST_CHANGES = 50


def build(
    document: Document, oikeus: Opiskeluoikeus | None, lang: str, *, where: bool
) -> dict[str, Any]:
    """The context of `templates/jako/_tiedot.html`, of a plan that has been cut already.

    `where`: whether the reader may know the student's school.
    """
    oppilaitos = oikeus.oppilaitos_oid if oikeus and where else None
    nimet = find_nimet([document, oppilaitos], lang)
    view = nakyma.build(document, nimet, today())
    (osa,) = view.osat
    diaarinro = osa.tiedot.get("tutkinnon_osan_perusteen_diaarinro")
    return {
        "nakyma": view,
        "osa": osa,
        "nimet": nimet,
        "nimi": oikeus.oppija.nimi if oikeus else "",
        "tutkinto": in_kieli(oikeus.tutkinto_nimi, lang) if oikeus else "",
        "osaamisala": in_kieli(oikeus.osaamisala_nimi, lang) if oikeus else "",
        "oppilaitos": nimet.get(oppilaitos or "", ""),
        "aiheet": list_aiheet(nakyma.koodi_of(osa.tiedot), lang),
        "peruste": f"{EPERUSTEET}/#/{lang}/kooste/{diaarinro}" if diaarinro else "",
    }


def name_of(kohde: Kohde, lang: str, *, where: bool) -> str:
    """What is shared, in one line: the unit, and which way or demonstration of it."""
    return compose("{}: {}", unit_of(kohde, lang), detail_of(kohde, lang, where=where))


def unit_of(kohde: Kohde, lang: str) -> str:
    """The name of the unit."""
    document = cut(kohde, where=False)
    (osa,) = nakyma.build(document, find_nimet(document, lang), today()).osat
    return osa.nimi


def detail_of(kohde: Kohde, lang: str, *, where: bool) -> str:
    """Which of the unit's modules: its kind and days, and where it is."""
    kind = TYYPIT[kohde.moduuli_tyyppi].say(lang)
    if kohde.moduuli_tyyppi is ModuulinTyyppi.OSA:
        return kind
    moduuli = kohde.moduuli
    koulutus = moduuli.get("tyopaikalla-jarjestettava-koulutus") or {}
    ymparisto = moduuli.get("nayttoymparisto") or {}
    place = koulutus.get("tyopaikan-nimi") or ymparisto.get("nimi") or ""
    told = jakso(moduuli["alku"], moduuli["loppu"])
    return f"{kind} {told}, {place}" if place and where else f"{kind} {told}"


def list_changes(nahty: Nahty, nimet: dict[str, str], lang: str) -> list[Ryhma]:
    """What became otherwise since the last visit, of what is shared."""
    if nahty.ennen is None:
        return []
    found = erot.find_erot(nahty.ennen, nahty.document)
    names = find_nimet(nahty.ennen, lang) | nimet
    return muutokset.tell(found, names, lang, MOST_CHANGES)


def to_pdf(jako: Jako, sivu: dict[str, Any], milloin: str, lang: str) -> tuple[bytes, str]:
    """The share as a PDF document, and a name for the file.

    Raises:
        PdfNotMade: it is too long to be set, or typst gave up.
    """
    sanat = {key: text.say(lang) for key, text in {**SUUNNITELMA, **_PAPER}.items()}
    kansi = paperi.Kansi(sivu["nimi"], "", "", "", "", now(), None)
    data = paperi.osa_to_data(sivu["nakyma"], kansi, _cover(sivu, milloin, lang), sanat, lang)
    return pdf.to_pdf(data), f"jako-{jako.voimassa_alku.isoformat()}.pdf"


_PAPER: dict[str, Texts] = {
    "document": TYOPAIKKA["document"],
    "part": Texts("Jaetut tiedot", "Delade uppgifter", "What is shared"),
}


def _cover(sivu: dict[str, Any], milloin: str, lang: str) -> Iterable[tuple[str, str]]:
    yield SUUNNITELMA["tutkinto"].say(lang), sivu["tutkinto"]
    yield SUUNNITELMA["osaamisala"].say(lang), sivu["osaamisala"]
    yield SUUNNITELMA["school"].say(lang), sivu["oppilaitos"]
    yield TYOPAIKKA["until"].say(lang), milloin
