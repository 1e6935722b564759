"""What a unit or a subject requires and how it is judged, from our copy of ePerusteet, as people read it."""

from itertools import groupby
from typing import Any

from ehoks.common.texts import Texts
from ehoks.integrations.eperusteet import Aihe
from hoks.presenters.nimet import in_kieli
from koodisto import lookup

EPERUSTEET = "https://eperusteet.opintopolku.fi"  # where people read it, whatever we ask ourselves
_TASO = Texts("Arvosana {taso}", "Vitsord {taso}", "Grade {taso}")


def list_aiheet(koodi: str, lang: str) -> list[dict[str, Any]]:
    """Topics: `otsikko`, and `tasot`, each with the grade as `nimi` and the texts as `rivit`.

    Empty for a code of which nothing is known.
    """
    if not lookup.with_vaatimukset([koodi]):  # from memory: most codes that have none end here
        return []
    return [_aihe(aihe, lang) for aihe in lookup.vaatimukset(koodi)]


def _aihe(aihe: Aihe, lang: str) -> dict[str, Any]:
    grades = groupby(aihe["rivit"], key=lambda row: row[0])
    return {
        "otsikko": in_kieli(aihe["otsikko"], lang),
        "tasot": [
            {
                "nimi": _TASO.format(taso=taso).say(lang) if taso else "",
                "rivit": [in_kieli(text, lang) for _, text in rows],
            }
            for taso, rows in grades
        ],
    }
