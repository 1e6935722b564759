"""What of a plan its timeline shows, and in which order: parts by their kind, then support."""

import datetime as dt

from hoks.presenters.aikajana.kuva import Aikajana, Lahde, draw, draw_small
from hoks.presenters.aikajana.palkit import Jakso, Vali
from hoks.presenters.aikajana.palkit import Laji as Palkkilaji
from hoks.presenters.nakyma import Laji, Nakyma
from hoks.presenters.solmu import Solmu

TUKI = "tuki"  # the kind of rows that are no parts
_ORDER = {laji: n for n, laji in enumerate(
    (Laji.AMMATILLINEN, Laji.OSA_ALUE, Laji.PAIKALLINEN, Laji.KOULUTUKSEN_OSA)
)}  # fmt: skip


def draw_whole(nakyma: Nakyma, ikkuna: Vali | None = None) -> Aikajana | None:
    """The picture of all dates, or of those in a window; None when nothing has dates."""
    reached = nakyma.tiedot.get("osaamisen_saavuttamisen_pvm")
    marks = {**nakyma.rajat, "saavutettu": dt.date.fromisoformat(reached) if reached else None}
    return draw(list_lahteet(nakyma), nakyma.today, marks, ikkuna=ikkuna)


def draw_parts(nakyma: Nakyma, kuva: Aikajana) -> dict[str, Aikajana]:
    """A small picture of each part that has dates, by its anchor; each as long as the whole."""
    whole, rajat = (kuva.alku, kuva.loppu), {raja.laji: raja.paiva for raja in kuva.rajat}
    stored = (osa for osa in nakyma.osat if osa.tunniste)
    drawn = ((o.ankkuri, draw_small(o.jaksot, nakyma.today, rajat, whole)) for o in stored)
    return {ankkuri: small for ankkuri, small in drawn if small}


def list_lahteet(nakyma: Nakyma) -> list[Lahde]:
    """What becomes rows."""
    parts = sorted(nakyma.osat, key=lambda osa: _ORDER[osa.laji])
    rows = [
        Lahde(o.nimi, o.jaksot, o.laji, o.ylaosa, o.ankkuri if o.tunniste else "", o.tila)
        for o in parts
    ]
    studies = nakyma.tiedot.get("opiskeluvalmiuksia_tukevat_opinnot") or ()
    return [*rows, *(Lahde(str(study["nimi"]), (_tuki(study),), TUKI) for study in studies)]


def list_jaksot(nakyma: Nakyma) -> list[Jakso]:
    """Every period on it."""
    return [jakso for lahde in list_lahteet(nakyma) for jakso in lahde.jaksot]


def _tuki(study: Solmu) -> Jakso:
    alku, loppu = (dt.date.fromisoformat(study[key]) for key in ("alku", "loppu"))
    return Jakso(Palkkilaji.TUKI, alku, loppu)
