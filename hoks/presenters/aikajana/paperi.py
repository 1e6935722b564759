"""The timeline on paper: its pictures and its table, as plain data."""

from collections.abc import Mapping
from typing import Any

from ehoks.common.vieras import compose, join
from ehoks.ui.templatetags.muotoilu import jakso, paiva
from hoks.presenters.aikajana.kerronta import Kerronta, Taulurivi
from hoks.presenters.aikajana.kuva import ABOVE, HEADING, LABELS, Aikajana
from hoks.presenters.aikajana.palkit import Laji, Palkki
from hoks.presenters.aikajana.suunnitelma import draw_parts
from hoks.presenters.nakyma import Nakyma

Data = dict[str, Any]
Sanat = Mapping[str, str]
YEARS = 18.0  # the height of a scale of years alone
_NAME = 70  # characters of a name that fit


def to_data(kuva: Aikajana | None, sanat: Sanat) -> Data:
    """The whole timeline, in words of the reader's language (`sanat`, by key)."""
    if kuva is None:
        return {"otsikko": sanat["aikajana"], "tyhja": sanat["no_dates"]}
    told = Kerronta(kuva, sanat)
    without = compose("{}: {}", sanat["without_dates"], join(", ", kuva.ilman_aikaa))
    return {
        "otsikko": sanat["aikajana"],
        "nimi": told.nimi,
        "alt": f"{told.nimi}. {sanat['timeline_desc']}",
        "yhteenveto": told.yhteenveto,
        "varoitus": told.varoitus,
        **_picture(told),
        "rajat": [
            {"laji": r.laji, "x": r.x, "nimi": f"{sanat[f'raja_{r.laji}']} {paiva(r.paiva)}"}
            for r in kuva.rajat
        ],
        "selite": [{"laji": laji, "nimi": sanat[f"laji_{laji}"]} for laji in kuva.lajit],
        "ilman": without if kuva.ilman_aikaa else "",
        "sarakkeet": [sanat[key] for key in ("osa", "kind", "when", "where", "tila")],
        "taulukko": [_table_row(row) for row in told.taulukko],
    }


def parts_to_data(nakyma: Nakyma, kuva: Aikajana | None, sanat: Sanat) -> dict[str, Data]:
    """The picture of each part alone, by the anchor of the part."""
    found = draw_parts(nakyma, kuva) if kuva else {}
    when = {osa.ankkuri: jakso(osa.alku, osa.loppu) for osa in nakyma.osat if osa.alku}
    return {
        ankkuri: {
            **_picture(Kerronta(small, sanat)),
            "alt": f"{sanat['part_when']}: {when[ankkuri]}",
            "asteikon_korkeus": YEARS,
            "asteikko": [{"x": m.x, "teksti": "", "vuosi": m.vuosi} for m in small.asteikko],
            "rajat": [],
            "tanaan_nimi": "",
            "sarake": 0,
        }
        for ankkuri, small in found.items()
    }


def _picture(told: Kerronta) -> Data:
    kuva = told.kuva
    return {
        "leveys": kuva.leveys,
        "sarake": LABELS,
        "asteikon_korkeus": ABOVE,
        "otsikon_korkeus": HEADING,
        "asteikko": [{"x": m.x, "teksti": m.teksti, "vuosi": m.vuosi} for m in kuva.asteikko],
        "tanaan": kuva.tanaan,
        "tanaan_nimi": told.sanat["today"],
        "rivit": [
            {
                "nimi": cut(rivi.nimi),
                "ryhma": cut(group),
                "korkeus": rivi.korkeus,
                "palkit": [_bar(palkki) for palkki in rivi.palkit],
            }
            for rivi, group in told.rivit
        ],
    }


def _bar(palkki: Palkki) -> Data:
    return {
        "laji": palkki.jakso.laji,
        "x": palkki.x,
        "y": palkki.y,
        "leveys": palkki.leveys,
        "vinonelio": palkki.jakso.is_vinonelio,
        "merkki": palkki.merkki_x if palkki.has_merkki else None,
        "teksti": palkki.teksti,
        "teksti_x": palkki.teksti_x,
        "valkoinen": palkki.jakso.laji is Laji.TYOPAIKKA and not palkki.is_vieressa,
        "tauot": palkki.tauot,
        "viivat": palkki.viivat,
        "varoitus": palkki.varoitus_x,
    }


def _table_row(row: Taulurivi) -> list[str]:
    when = [row.milloin, *row.lisat, *(f"! {fault}" for fault in row.viat)]
    return [row.nimi, row.tyyppi, "\n".join(when), join("\n", row.paikat), row.tila]


def cut(name: str) -> str:
    """A name, no longer than there is room for in the picture or at the foot of a page."""
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"
