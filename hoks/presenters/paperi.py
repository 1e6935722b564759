"""What a plan says on paper: headings, terms and texts in their order, as plain data."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from ehoks.common.vieras import join
from ehoks.ui.templatetags.muotoilu import aika, luku, paiva
from hoks.presenters.aikajana import paperi as aikajana_paperi
from hoks.presenters.aikajana.kuva import Aikajana
from hoks.presenters.faktat import Kertoja
from hoks.presenters.kortti import Fakta, Kortti, to_faktat
from hoks.presenters.nakyma import Nakyma, Osa
from hoks.presenters.pisteet import tell_pisteet
from hoks.presenters.tila import Tila

Data = dict[str, Any]
_TARVE = {True: "yes", False: "no", None: "tarve_unknown"}


@dataclass(frozen=True)
class Tunnisteet:
    """What schools and systems call the plan by: no business of the student's."""

    hoks_id: int
    opiskeluoikeus_oid: str


@dataclass(frozen=True)
class Kansi:
    """What is known of a plan beside its document."""

    nimi: str
    tutkinto: str
    osaamisala: str
    oppilaitos: str
    oppija_oid: str
    haettu: dt.datetime
    tunnisteet: Tunnisteet | None
    tutkintonimike: str = ""
    laajuus: str = ""
    osoitetiedot: Sequence[tuple[str, str]] = ()
    puhelin: str = ""  # where the plan has none


def to_data(
    nakyma: Nakyma, aikajana: Aikajana | None, kansi: Kansi, sanat: Mapping[str, str], lang: str
) -> Data:
    """All that the document says, in words of the reader's language (`sanat`, by key)."""
    return _Paperi(nakyma, aikajana, kansi, sanat, lang).data()


def osa_to_data(
    nakyma: Nakyma,
    kansi: Kansi,
    kohdat: Iterable[tuple[str, str]],
    sanat: Mapping[str, str],
    lang: str,
) -> Data:
    """One part alone, under a cover that tells the given terms and nothing else."""
    return _Paperi(nakyma, None, kansi, sanat, lang).part_alone(kohdat)


class _Paperi:
    def __init__(
        self,
        nakyma: Nakyma,
        aikajana: Aikajana | None,
        kansi: Kansi,
        sanat: Mapping[str, str],
        lang: str,
    ) -> None:
        self.nakyma, self.kansi, self.lang = nakyma, kansi, lang
        self.kertoja = Kertoja(
            nakyma, sanat, lang, tunnisteet=bool(kansi.tunnisteet), paperilla=True
        )
        self.kuva, self.t, self.nimet = aikajana, sanat, nakyma.nimet
        self.pienet = aikajana_paperi.parts_to_data(nakyma, aikajana, sanat)

    def data(self) -> Data:
        t, kansi = self.t, self.kansi
        return {
            "kieli": self.lang,
            "nimi": kansi.nimi or t["no_name"],
            "jalka": aikajana_paperi.cut(" ".join((kansi.nimi or t["no_name"]).split())),
            "asiakirja": t["document"],
            "paiva": paiva(kansi.haettu),
            "kansi": self._cover(),
            "eteneminen": self._progress(),
            "aikajana": self._timeline(),
            "osiot": [self._aiemmat(), *map(self._ryhma, _ORDER), *self._luettelot()],
            "lahde": t["retrieved"].format(aika=aika(kansi.haettu)),
        }

    def part_alone(self, kohdat: Iterable[tuple[str, str]]) -> Data:
        t, kansi = self.t, self.kansi
        name = kansi.nimi or t["no_name"]
        return {
            "kieli": self.lang,
            "nimi": name,
            "jalka": aikajana_paperi.cut(" ".join(name.split())),
            "asiakirja": t["document"],
            "paiva": paiva(kansi.haettu),
            "kansi": self._kohdat(*kohdat),
            "osiot": [{"otsikko": t["part"], "osat": [self._jaettu(o) for o in self.nakyma.osat]}],
            "lahde": t["retrieved"].format(aika=aika(kansi.haettu)),
        }

    # --- The first page --------------------------------------------------------------------------

    def _cover(self) -> list[Data]:
        t, kansi, root = self.t, self.kansi, self.nakyma.tiedot
        tarve = root.get("osaamisen_hankkimisen_tarve")
        reached = root.get("osaamisen_saavuttamisen_pvm")
        return self._kohdat(
            (t["tutkinto"], kansi.tutkinto),
            (t["laajuus"], kansi.laajuus),
            (t["osaamisala"], kansi.osaamisala),
            (t["tutkintonimike"], kansi.tutkintonimike),
            (t["school"], kansi.oppilaitos),
            (t["hyvaksytty"], paiva(root.get("ensikertainen_hyvaksyminen"))),
            (t["paivitetty"], paiva(root.get("paivitetty"))),
            (t["saavutettu"], paiva(reached) if reached else t["not_yet"]),
            (t["ura"], self._nimi(root.get("urasuunnitelma_koodi_uri")) or t["none_stored"]),
            (t["tarve"], t[_TARVE[tarve]]),
            *kansi.osoitetiedot,
            (t["sahkoposti"], root.get("sahkoposti")),
            (t["puhelin"], root.get("puhelinnumero") or kansi.puhelin),
            (t["oppijanumero"], kansi.oppija_oid),
            *self._tunnisteet(),
            (t["source"], t["source_typed" if root.get("manuaalisyotto") else "source_sent"]),
        )

    def _tunnisteet(self) -> list[tuple[str, Any]]:
        t, found = self.t, self.kansi.tunnisteet
        if found is None:
            return []
        return [
            (t["opiskeluoikeus"], found.opiskeluoikeus_oid),
            (t["tuva"], self.nakyma.tiedot.get("tuva_opiskeluoikeus_oid")),
            (t["id"], str(found.hoks_id)),
        ]

    def _progress(self) -> Data:
        t, eteneminen = self.t, self.nakyma.eteneminen
        return {
            "otsikko": t["progress"],
            "tilat": [
                {
                    "tila": tila,
                    "nimi": t[tila],
                    "maara": str(eteneminen.maarat[tila]),
                    "osuus": eteneminen.prosentit[tila],
                }
                for tila in (Tila.VALMIS, Tila.AIKATAULUTETTU, Tila.SUUNNITELTU)
            ],
            "pisteet": list(tell_pisteet(self.nakyma, t)),
            "tunnit": self._hours(),
            "saanto": t["progress_rule"],
        }

    def _hours(self) -> str:
        """Hours of teaching and guidance; empty where nobody has told any."""
        t, tunnit = self.t, self.nakyma.tunnit
        return f"{t['hours']}: {luku(tunnit)} {t['h']}" if tunnit else ""

    # --- The timeline ----------------------------------------------------------------------------

    def _timeline(self) -> Data:
        return aikajana_paperi.to_data(self.kuva, self.t)

    # --- Parts -----------------------------------------------------------------------------------

    def _aiemmat(self) -> Data:
        parts = [_kortti(self.kertoja.aiempi(osa)) for osa in self.nakyma.aiemmat]
        return {"otsikko": self.t["osaaminen"], "tyhja": self.t["no_aiemmat"], "osat": parts}

    def _ryhma(self, tila: Tila) -> Data:
        parts = self.nakyma.ryhmat[tila]
        name = f"{self.t['tavat']}: {self.t[tila].lower()} ({len(parts)})"
        found = [
            _kortti(self.kertoja.osa(osa)) | {"kuva": self.pienet.get(osa.ankkuri)} for osa in parts
        ]
        return {"otsikko": name, "tyhja": self.t["empty_group"], "osat": found}

    def _luettelot(self) -> Iterator[Data]:
        for otsikko, tyhja, rivit in self.kertoja.luettelot():
            items = [{"nimi": nimi, "tiedot": tiedot} for nimi, tiedot in rivit]
            yield {"otsikko": otsikko, "tyhja": tyhja, "luettelo": items}

    def _jaettu(self, osa: Osa) -> Data:
        """Without state and dates: those of what is shared are not those of the part."""
        return _kortti(self.kertoja.osa(osa)._replace(tilan_nimi="", aika=""))

    # --- Small pieces ----------------------------------------------------------------------------

    def _kohdat(self, *kohdat: tuple[str, Any]) -> list[Data]:
        return _rows(to_faktat(kohdat))

    def _nimi(self, key: str | None) -> str:
        return self.nimet.get(key, key) if key else ""


def _kortti(kortti: Kortti) -> Data:
    return {
        "otsikko": kortti.otsikko,
        "laajuus": kortti.laajuus,
        "tila": kortti.tila,
        "tilan_nimi": join(" ", (kortti.tilan_nimi, kortti.tilan_pvm)),
        "rivit": [rivi for rivi in (kortti.ylaosa, kortti.aika, kortti.huomaa) if rivi],
        "kohdat": _rows(kortti.faktat),
        "palat": [{"otsikko": p.otsikko, "kohdat": _rows(p.faktat)} for p in kortti.palat],
        "linkit": [{"teksti": x.teksti, "osoite": _whole(x.osoite)} for x in kortti.linkit],
    }


def _rows(faktat: Iterable[Fakta]) -> list[Data]:
    return [
        {"nimi": f.nimi, "arvot": [f.arvo] if isinstance(f.arvo, str) else f.arvo} for f in faktat
    ]


def _whole(address: str) -> str:
    """On paper an address of our own is nothing without its beginning."""
    return f"{settings.BASE_URL}{address}" if address.startswith("/") else address


_ORDER = (Tila.AIKATAULUTETTU, Tila.SUUNNITELTU, Tila.VALMIS)
