"""Words that invented plans are made of: workplaces, people, tasks, by qualification and language."""

import unicodedata
import zlib
from random import Random
from typing import NamedTuple

from ehoks.common.tunnisteet import is_y_tunnus

# qualification | trade fi | trade sv | tasks fi | tasks sv
_ALAT = """
331101 | Kauppatalo | Handelshus | asiakkaiden palveleminen; tuotteiden esillepano; kassatyöskentely; laskujen tarkastaminen | kundbetjäning; exponering av varor; kassaarbete; granskning av fakturor
371101 | Hoivakoti | Vårdhem | päivittäisissä toimissa avustaminen; lääkehoidon valmistelu; virkistystuokion ohjaaminen; hoitotyön kirjaaminen | hjälp i de dagliga sysslorna; förberedelse av läkemedelsbehandling; ledning av rekreation; dokumentering av vården
341101 | Ohjelmistopaja | Programverkstad | ohjelman toteuttaminen; testien kirjoittaminen; palvelimen ylläpito; käyttäjätuki | utveckling av program; skrivande av tester; underhåll av server; användarstöd
351301 | Autohuolto | Bilservice | määräaikaishuollot; renkaiden vaihto; jarrujen tarkastus; vian etsintä | periodisk service; byte av däck; kontroll av bromsar; felsökning
352201 | Rakennus | Bygg | muottien tekeminen; runkotyöt; eristäminen; työmaan siisteys | tillverkning av formar; stomarbeten; isolering; ordning på byggplatsen
351407 | Sähköasennus | Elinstallation | kaapeloinnit; valaisinasennukset; käyttöönottomittaukset; työn dokumentointi | kabeldragning; installation av belysning; mätningar vid ibruktagning; dokumentation av arbetet
352101 | Leipomo | Bageri | taikinan valmistus; uunien käyttö; tuotteiden pakkaaminen; hygieniasta huolehtiminen | beredning av deg; skötsel av ugnar; förpackning av produkter; omsorg om hygienen
381141 | Ravintola | Restaurang | lounasruokien valmistus; annosten esillepano; omavalvonta; asiakaspalvelu | tillredning av lunchrätter; uppläggning av portioner; egenkontroll; kundbetjäning
381304 | Kampaamo | Frisörsalong | hiusten leikkaaminen; värjäykset; asiakkaan vastaanottaminen; tuotteiden suosittelu | klippning av hår; färgningar; mottagande av kunder; rekommendation av produkter
361902 | Puutarhapalvelu | Trädgårdsservice | istutusten hoito; nurmikon leikkuu; polkujen kunnostus; lajien tunnistaminen | skötsel av planteringar; gräsklippning; iståndsättning av stigar; artkännedom
334114 | Palvelukeskus | Servicecentral | työvuorojen suunnittelu; perehdyttäminen; palaverin vetäminen; tavoitteiden seuranta | planering av arbetsskift; introduktion; ledning av möten; uppföljning av mål
437109 | Yrityspalvelu | Företagsservice | strategian valmistelu; budjetointi; kehityskeskustelut; muutoksen johtaminen | beredning av strategi; budgetering; utvecklingssamtal; förändringsledning
"""
_YLEISET = "Yritys | Företag | työtehtävien suunnittelu; asiakaspalvelu; oman työn arviointi | planering av arbetet; kundbetjäning; bedömning av eget arbete"

_PAIKAT = {
    "FI": (
        *("Rantakylän", "Kivimäen", "Niittylän", "Satamakadun", "Koivuharjun", "Järvenpohjan"),
        *("Torinkulman", "Myllyrannan", "Pohjoispihan", "Aurinkomäen", "Metsälinnan"),
    ),
    "SV": ("Strandby", "Stenbacka", "Ängsby", "Hamnens", "Björkbacka", "Torghörnets", "Solbacka"),
}
_FIRST = (
    *("Anneli", "Birgitta", "Eero", "Hannele", "Ilkka", "Johanna", "Kari", "Leena", "Mikael"),
    *("Nina", "Outi", "Pentti", "Riikka", "Sami", "Tarja", "Ulla", "Ville", "Yrjö", "Åsa"),
)
_LAST = (
    *("Aaltonen", "Berg", "Erola", "Forsman", "Hakala", "Ikonen", "Juntunen", "Kettunen", "Lund"),
    *("Mattila", "Nurminen", "Ojanen", "Palo", "Rinne", "Sundberg", "Tuomi", "Vaara", "Wikström"),
)


class Yritys(NamedTuple):
    """A workplace nobody will find on a map."""

    nimi: str
    y_tunnus: str


class Sanasto:
    """The words of one qualification in one language, drawn by one student's own dice."""

    def __init__(self, dice: Random, tutkinto: str, kieli: str) -> None:
        self.dice = dice
        self.kieli = kieli if kieli in _PAIKAT else "FI"
        trade_fi, trade_sv, tasks_fi, tasks_sv = _ALAT_BY_TUTKINTO.get(tutkinto, _cells(_YLEISET))
        self._trade = trade_sv if self.kieli == "SV" else trade_fi
        tasks = tasks_sv if self.kieli == "SV" else tasks_fi
        self._tasks = [task.strip() for task in tasks.split(";")]

    def say(self, fi: str, sv: str) -> str:
        """The words in the plan's language."""
        return sv if self.kieli == "SV" else fi

    def yritys(self) -> Yritys:
        """A workplace of the trade."""
        place = self.dice.choice(_PAIKAT[self.kieli])
        nimi = f"{place} {self._trade} {self.say('Oy', 'Ab')}"
        return Yritys(nimi, y_tunnus(nimi))

    def henkilo(self) -> str:
        """A name, family name first, as plans write it."""
        return f"{self.dice.choice(_LAST)}, {self.dice.choice(_FIRST)}"

    def tehtavat(self) -> list[str]:
        """Two or three tasks of the trade."""
        return self.dice.sample(self._tasks, k=min(len(self._tasks), self.dice.choice((2, 2, 3))))


def y_tunnus(name: str) -> str:
    """A business id for an invented name: always the same one, its check digit right.

    Those that begin with 9 have not been given to anyone, so that no real firm is named.
    """
    number = 9_000_000 + zlib.crc32(name.encode()) % 990_000
    while True:
        for check in range(10):
            if is_y_tunnus(found := f"{number}-{check}"):
                return found
        number += 1  # one number in eleven has no check digit


def email(name: str) -> str:
    """An address that reaches nobody."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    return ".".join(reversed(plain.replace(",", "").split())) + "@example.fi"


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split("|")]


_ALAT_BY_TUTKINTO = {row[0]: row[1:] for row in map(_cells, _ALAT.strip().splitlines())}
