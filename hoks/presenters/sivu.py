"""What the pages of a plan show, whoever reads: the shared part of every template's context."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from ehoks.common.dates import now, today
from ehoks.common.texts import Texts
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from ehoks.ui.templatetags.muotoilu import luku
from hoks.presenters import henkilotiedot, nakyma, paperi, pdf
from hoks.presenters.aikajana.kerronta import Kerronta
from hoks.presenters.aikajana.kuva import Aikajana
from hoks.presenters.aikajana.lukuvuosi import Lukuvuosi
from hoks.presenters.aikajana.palkit import MERKIT, Laji
from hoks.presenters.aikajana.suunnitelma import draw_parts, draw_whole
from hoks.presenters.nakyma import Document, Nakyma
from hoks.presenters.nimet import find_laajuudet, find_nimet, in_kieli
from hoks.presenters.pisteet import TUVA_VIIKOT, tell_pisteet
from hoks.presenters.sanat import SUUNNITELMA
from hoks.presenters.tila import Tila
from hoks.services.read import StoredHoks
from koodisto import lookup

Sivu = dict[str, Any]


def build(
    stored: StoredHoks, lang: str, *, tunnisteet: bool, lukuvuosi: Lukuvuosi | None = None
) -> Sivu:
    """The context of the templates in `templates/hoks/`.

    `tunnisteet`: whether the identifiers that schools and systems call the plan by are told.
    `lukuvuosi`: the year that the timeline is limited to.
    """
    document = stored.document
    nimet = find_nimet([document, stored.oppilaitos_oid], lang)
    oikeus = Opiskeluoikeus.objects.filter(pk=stored.opiskeluoikeus_oid).first()
    tavoite = find_tavoite(document, oikeus)
    view = nakyma.build(
        document, nimet, today(), find_laajuudet(document), tavoite,
        lookup.with_vaatimukset(nimet), _rajat(oikeus),
    )  # fmt: skip
    words = {key: text.say(lang) for key, text in SUUNNITELMA.items()}
    draw = _timeline(view, lukuvuosi)
    nimi, sukunimi = find_nimi(stored.oppija_oid)
    return {
        "stored": stored,
        "oikeus": oikeus,
        "nakyma": view,
        "nimet": nimet,
        "nimi": nimi,
        "sukunimi": sukunimi,
        "tutkinto": in_kieli(oikeus.tutkinto_nimi, lang) if oikeus else "",
        "osaamisala": in_kieli(oikeus.osaamisala_nimi, lang) if oikeus else "",
        "tutkintonimike": in_kieli(oikeus.tutkintonimike_nimi, lang) if oikeus else "",
        "oppilaitos": nimet.get(stored.oppilaitos_oid or "", ""),
        "tunnisteet": tunnisteet,
        "ryhmat": [
            {"tila": tila, "nimi": SUUNNITELMA[tila].say(lang), "osat": view.ryhmat[tila],
             "osuus": view.eteneminen.prosentit[tila]}
            for tila in (Tila.AIKATAULUTETTU, Tila.SUUNNITELTU, Tila.VALMIS)
        ],
        "aikajana": draw,
        "kerronta": lambda: _told(draw(), words),
        "palkki": list(palkki(view)),
        "pistepalkki": list(pistepalkki(view)),
        "pisteet": list(tell_pisteet(view, words)),
        "laajuus": _laajuus(view, lang),
        "yksikko": SUUNNITELMA["weeks" if view.is_tuva else "osp"].say(lang),
        **codes(lang),
    }  # fmt: skip


def find_henkilotiedot(oppija_oid: str, lang: str, *, is_self: bool, is_own: bool) -> Sivu:
    """What pages with personal data show beside `build`: the terms in words, and a phone number.

    Only they ask for it, as it may take a call of Oppijanumerorekisteri. Whom is shown what, see
    `hoks.presenters.henkilotiedot`.
    """
    found = henkilotiedot.find(oppija_oid, is_self=is_self, is_own=is_own)
    told = found.kohdat or ((("osoite", SUUNNITELMA[found.syy].say(lang)),) if found.syy else ())
    terms = [(SUUNNITELMA[key].say(lang), value) for key, value in told]
    return {"henkilotiedot": found, "osoitetiedot": terms}


def find_tavoite(document: Document, oikeus: Opiskeluoikeus | None) -> Decimal | None:
    """The extent aimed at: of the qualification, or of preparatory education; None if not known."""
    if document["hankittavat-koulutuksen-osat"]:
        return TUVA_VIIKOT
    is_whole = oikeus is not None and not oikeus.osittainen
    return lookup.tutkinnon_laajuus(oikeus.diaarinumero) if oikeus and is_whole else None


def _laajuus(view: Nakyma, lang: str) -> str:
    """The extent of what is aimed at, in its unit."""
    unit = SUUNNITELMA["weeks" if view.is_tuva else "osp"].say(lang)
    told = SUUNNITELMA["no_laajuus"].say(lang)
    return f"{luku(view.tavoite)} {unit}" if view.tavoite else told


def _timeline(view: Nakyma, lukuvuosi: Lukuvuosi | None) -> Callable[[], Aikajana | None]:
    """The timeline, drawn when first asked for: most tabs show none."""
    window = lukuvuosi.vali if lukuvuosi else None
    return cache(lambda: draw_whole(view, window))


def _told(kuva: Aikajana | None, words: Mapping[str, str]) -> Kerronta | None:
    return Kerronta(kuva, words) if kuva else None


def with_pienet(sivu: Sivu) -> Sivu:
    """The same with a small timeline of each part, for paper."""
    kuva = sivu["aikajana"]()
    return sivu | {"pienet": draw_parts(sivu["nakyma"], kuva) if kuva else {}}


def _rajat(oikeus: Opiskeluoikeus | None) -> dict[str, dt.date | None]:
    if oikeus is None:
        return {}
    return {
        "alku": oikeus.alkamispaiva,
        "loppu": oikeus.paattymispaiva or oikeus.arvioitu_paattymispaiva,
    }


def codes(lang: str) -> Sivu:
    """The words for the codes that the templates look up."""
    return {
        "palojen_nimet": {
            key: SUUNNITELMA[key].say(lang) for key in (*Tila, "tunnustettu", "puuttuu")
        },
        "rajojen_nimet": {
            laji: SUUNNITELMA[f"raja_{laji}"].say(lang) for laji in ("alku", "loppu", "saavutettu")
        },
        "lajien_nimet": {laji: SUUNNITELMA[f"laji_{laji}"].say(lang) for laji in (*Laji, *MERKIT)},
    }


def find_nimi(oppija_oid: str) -> tuple[str, str]:
    """The whole name of a learner, and the family name; empty of one the index does not know."""
    names = Oppija.objects.filter(pk=oppija_oid).values_list("nimi", "sukunimi")
    return names.first() or ("", "")


def to_pdf(sivu: Sivu, words: Mapping[str, Texts], lang: str) -> tuple[bytes, str]:
    """The same plan as a PDF document, and a name for the file; `sivu` with `find_henkilotiedot`.

    Raises:
        PdfNotMade: it is too long to be set, or typst gave up.
    """
    stored: StoredHoks = sivu["stored"]
    kansi = paperi.Kansi(
        sivu["nimi"], sivu["tutkinto"], sivu["osaamisala"], sivu["oppilaitos"],
        stored.oppija_oid, now(),
        paperi.Tunnisteet(stored.id, stored.opiskeluoikeus_oid) if sivu["tunnisteet"] else None,
        sivu["tutkintonimike"], sivu["laajuus"],
        sivu["osoitetiedot"], sivu["henkilotiedot"].puhelin,
    )  # fmt: skip
    said = {key: text.say(lang) for key, text in words.items()}
    data = paperi.to_data(sivu["nakyma"], sivu["aikajana"](), kansi, said, lang)
    return pdf.to_pdf(data), pdf.filename(sivu["sukunimi"], today())


def palkki(view: Nakyma) -> Iterator[Sivu]:
    """The progress bar: what is done first, each state as wide as its percentage."""
    x = 0
    for tila in (Tila.VALMIS, Tila.AIKATAULUTETTU, Tila.SUUNNITELTU):
        width = view.eteneminen.prosentit[tila]
        yield {"tila": tila, "x": x, "leveys": width}
        x += width


def pistepalkki(view: Nakyma) -> Iterator[Sivu]:
    """The same of the extent, with what is recognised and what is not planned; none of no target."""
    told, x = view.eteneminen, Decimal(0)
    if not told.tavoite:
        return
    shares = {"tunnustettu": told.tunnustettu, **_ordered(told.pisteet), "puuttuu": told.puuttuu}
    for tila, points in shares.items():
        width = 100 * points / told.asteikko
        yield {"tila": tila, "x": x, "leveys": width, "pisteet": points}
        x += width


def _ordered(pisteet: Mapping[Tila, Decimal]) -> dict[str, Decimal]:
    return {tila: pisteet[tila] for tila in (Tila.VALMIS, Tila.AIKATAULUTETTU, Tila.SUUNNITELTU)}
