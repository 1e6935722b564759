"""What a plan says on paper: headings, terms and texts in their order, as plain data."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ehoks.ui.templatetags.muotoilu import aika, jakso, luettele, luku, paiva
from hoks.presenters.aikajana import ABOVE, LABELS, Aikajana, Laji, Palkki, Rivi
from hoks.presenters.nakyma import AiempiOsa, Nakyma, Osa, Tapa
from hoks.presenters.nakyma import Laji as Osalaji
from hoks.presenters.pisteet import tell_pisteet
from hoks.presenters.solmu import Solmu
from hoks.presenters.tila import Tila

Data = dict[str, Any]
_TARVE = {True: "yes", False: "no", None: "tarve_unknown"}
_NAME = 70  # characters of a name that fit in the picture or at the foot of a page


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
        self.kuva, self.t, self.nimet = aikajana, sanat, nakyma.nimet

    def data(self) -> Data:
        t, kansi = self.t, self.kansi
        return {
            "kieli": self.lang,
            "nimi": kansi.nimi or t["no_name"],
            "jalka": _cut(" ".join((kansi.nimi or t["no_name"]).split())),
            "asiakirja": t["document"],
            "paiva": paiva(kansi.haettu),
            "kansi": self._cover(),
            "eteneminen": self._progress(),
            "aikajana": self._timeline(),
            "osiot": [self._aiemmat(), *map(self._ryhma, _ORDER), self._tuki(), self._opinnot()],
            "lahde": t["retrieved"].format(aika=aika(kansi.haettu)),
        }

    def part_alone(self, kohdat: Iterable[tuple[str, str]]) -> Data:
        t, kansi = self.t, self.kansi
        name = kansi.nimi or t["no_name"]
        return {
            "kieli": self.lang,
            "nimi": name,
            "jalka": _cut(" ".join(name.split())),
            "asiakirja": t["document"],
            "paiva": paiva(kansi.haettu),
            "kansi": self._kohdat(*kohdat),
            "osiot": [{"otsikko": t["part"], "osat": [self._osa(o) for o in self.nakyma.osat]}],
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
            "tunnit": f"{t['hours']}: {luku(self.nakyma.tunnit)} {t['h']}",
            "saanto": t["progress_rule"],
        }

    # --- The timeline ----------------------------------------------------------------------------

    def _timeline(self) -> Data:
        t, kuva = self.t, self.kuva
        if kuva is None:
            return {"otsikko": t["aikajana"], "tyhja": t["no_dates"]}
        name = t["timeline_of"].format(alku=paiva(kuva.alku), loppu=paiva(kuva.loppu))
        without = f"{t['without_dates']}: {', '.join(kuva.ilman_aikaa)}"
        return {
            "otsikko": t["aikajana"],
            "nimi": name,
            "alt": f"{name}. {t['timeline_desc']}",
            "leveys": kuva.leveys,
            "sarake": LABELS,
            "asteikon_korkeus": ABOVE,
            "asteikko": [{"x": m.x, "teksti": m.teksti, "vuosi": m.vuosi} for m in kuva.asteikko],
            "tanaan": kuva.tanaan,
            "tanaan_nimi": t["today"],
            "rajat": [
                {"x": raja.x, "nimi": f"{t[f'raja_{raja.laji}']} {paiva(raja.paiva)}"}
                for raja in kuva.rajat
            ],
            "rivit": [_picture_row(rivi) for rivi in kuva.rivit],
            "selite": [{"laji": laji, "nimi": t[f"laji_{laji}"]} for laji in Laji],
            "ilman": without if kuva.ilman_aikaa else "",
            "sarakkeet": [t["osa"], t["kind"], t["when"], t["where"]],
            "taulukko": [self._table_row(r, palkki) for r in kuva.rivit for palkki in r.palkit],
        }

    def _table_row(self, rivi: Rivi, palkki: Palkki) -> list[str]:
        bar = palkki.jakso
        where = bar.nimi if bar.nimi != rivi.nimi else ""
        return [rivi.nimi, self.t[f"laji_{bar.laji}"], jakso(bar.alku, bar.loppu), where]

    # --- Parts -----------------------------------------------------------------------------------

    def _aiemmat(self) -> Data:
        parts = [self._aiempi(osa) for osa in self.nakyma.aiemmat]
        return {"otsikko": self.t["osaaminen"], "tyhja": self.t["no_aiemmat"], "osat": parts}

    def _aiempi(self, osa: AiempiOsa) -> Data:
        t, tiedot = self.t, osa.tiedot
        arvioija = tiedot.get("tarkentavat_tiedot_osaamisen_arvioija") or {}
        sent = arvioija.get("lahetetty_arvioitavaksi")
        assessors = arvioija.get("aiemmin_hankitun_osaamisen_arvioijat") or ()
        process = t[f"prosessi_{osa.prosessi}"] if osa.prosessi else ""
        return {
            "otsikko": osa.nimi,
            "laajuus": self._laajuus(osa.laajuus, t["osp"]),
            "tila": Tila.VALMIS,
            "tilan_nimi": luettele(process, paiva(sent) if sent else ""),
            "rivit": self._rivit(osa.ylaosa, tiedot),
            "kohdat": self._kohdat(
                (t["todentanut"], self._nimi(tiedot.get("koulutuksen_jarjestaja_oid"))),
                (t["arvioijat"], [self._opettaja(henkilo) for henkilo in assessors]),
                *self._sisalto(tiedot),
            ),
            "palat": [self._naytto(naytto) for naytto in osa.naytot],
        }

    def _ryhma(self, tila: Tila) -> Data:
        parts = self.nakyma.ryhmat[tila]
        name = f"{self.t['tavat']}: {self.t[tila].lower()} ({len(parts)})"
        found = [self._osa(osa) for osa in parts]
        return {"otsikko": name, "tyhja": self.t["empty_group"], "osat": found}

    def _osa(self, osa: Osa) -> Data:
        t, tiedot = self.t, osa.tiedot
        unit = t["weeks" if osa.laji is Osalaji.KOULUTUKSEN_OSA else "osp"]
        hours = tiedot.get("opetus_ja_ohjaus_maara")
        dates = [jakso(osa.alku, osa.loppu)] if osa.alku else []
        return {
            "otsikko": osa.nimi,
            "laajuus": self._laajuus(osa.laajuus, unit),
            "tila": osa.tila,
            "tilan_nimi": t[f"one_{osa.tila}"],
            "rivit": dates + self._rivit(osa.ylaosa, tiedot),
            "kohdat": self._kohdat(
                (t["provider"], self._nimi(tiedot.get("koulutuksen_jarjestaja_oid"))),
                (t["hours_of_osa"], f"{luku(hours)} {t['h']}" if hours is not None else ""),
                *self._sisalto(tiedot),
            ),
            "palat": [self._tapa(tapa) for tapa in osa.tavat]
            + [self._naytto(naytto) for naytto in osa.naytot],
        }

    def _rivit(self, ylaosa: str, tiedot: Solmu) -> list[str]:
        above = [f"{self.t['of_unit']}: {ylaosa}"] if ylaosa else []
        return above + ([self.t["olennainen"]] if tiedot.get("olennainen_seikka") else [])

    def _sisalto(self, tiedot: Solmu) -> list[tuple[str, Any]]:
        t = self.t
        return [
            (t["diaarinro"], tiedot.get("tutkinnon_osan_perusteen_diaarinro")),
            (t["amosaa"], tiedot.get("amosaa_tunniste")),
            (t["sisallot"], tiedot.get("tavoitteet_ja_sisallot")),
            (t["poikkeama"], tiedot.get("vaatimuksista_tai_tavoitteista_poikkeaminen")),
        ]

    def _tapa(self, tapa: Tapa) -> Data:
        t, tiedot = self.t, tapa.tiedot
        koulutus = tiedot.get("tyopaikalla_jarjestettava_koulutus") or {}
        ohjaaja = koulutus.get("vastuullinen_tyopaikka_ohjaaja") or {}
        share = tiedot.get("osa_aikaisuustieto")
        when = jakso(tiedot["alku"], tiedot["loppu"])
        return {
            "otsikko": f"{tapa.nimi} {luettele(when, tapa.paikka)}",
            "kohdat": self._kohdat(
                (t["tyopaikka"], _of(koulutus, "tyopaikan_nimi", "tyopaikan_y_tunnus")),
                (t["ohjaaja"], _of(ohjaaja, "nimi", "sahkoposti", "puhelinnumero")),
                (t["tehtavat"], koulutus.get("keskeiset_tyotehtavat")),
                (t["osa_aikaisuus"], f"{share} %" if share is not None else ""),
                (t["perusta"], self._nimi(tiedot.get("oppisopimuksen_perusta_koodi_uri"))),
                (t["tauot"], [_when(x) for x in tiedot.get("keskeytymisajanjaksot") or ()]),
                (t["edustaja"], self._edustaja(tiedot.get("jarjestajan_edustaja"))),
                (t["hankkija"], self._edustaja(tiedot.get("hankkijan_edustaja"))),
                (t["tarkenne"], tiedot.get("ajanjakson_tarkenne")),
                (t["ymparistot"], [
                    f"{self._nimi(x['oppimisymparisto_koodi_uri'])} {_when(x)}"
                    for x in tiedot.get("muut_oppimisymparistot") or ()
                ]),
                (t["tunniste"], self.kansi.tunnisteet and tiedot.get("yksiloiva_tunniste")),
            ),
        }  # fmt: skip

    def _naytto(self, naytto: Solmu) -> Data:
        t = self.t
        paikka = naytto.get("nayttoymparisto") or {}
        jarjestaja = naytto.get("jarjestaja") or {}
        teachers = naytto.get("koulutuksen_jarjestaja_osaamisen_arvioijat") or ()
        others = naytto.get("tyoelama_osaamisen_arvioijat") or ()
        areas = [self._nimi(alue["koodi_uri"]) for alue in naytto.get("osa_alueet") or ()]
        return {
            "otsikko": f"{t['naytto']} {luettele(_when(naytto), _of(paikka, 'nimi', 'y_tunnus'))}",
            "kohdat": self._kohdat(
                (t["where"], paikka.get("kuvaus")),
                (t["jarjestaja"], self._nimi(jarjestaja.get("oppilaitos_oid"))),
                (t["arvioijat"], [self._opettaja(x) for x in teachers] + [_tekija(x) for x in others]),
                (t["alueet"], areas),
                (t["sisalto"], naytto.get("sisallon_kuvaus")),
                (t["kriteerit"], naytto.get("yksilolliset_kriteerit")),
                (t["poikkeama"], naytto.get("vaatimuksista_tai_tavoitteista_poikkeaminen")),
            ),
        }  # fmt: skip

    # --- Support ---------------------------------------------------------------------------------

    def _tuki(self) -> Data:
        found = self.nakyma.tiedot.get("oppimisen_tuki") or ()
        return {
            "otsikko": self.t["tuki"],
            "tyhja": self.t["no_tuki"],
            "luettelo": [
                {
                    "nimi": self._nimi(tuki["oppimisen_tuen_tyyppi_koodi_uri"]),
                    "tiedot": [
                        _when(tuki) if tuki.get("alku") else "",
                        self._nimi(tuki.get("tutkinnon_osan_tyyppi_koodi_uri")),
                    ],
                }
                for tuki in found
            ],
        }

    def _opinnot(self) -> Data:
        found = self.nakyma.tiedot.get("opiskeluvalmiuksia_tukevat_opinnot") or ()
        items = [{"nimi": o["nimi"], "tiedot": [_when(o), o.get("kuvaus") or ""]} for o in found]
        return {"otsikko": self.t["opinnot"], "tyhja": self.t["no_opinnot"], "luettelo": items}

    # --- Small pieces ----------------------------------------------------------------------------

    def _kohdat(self, *kohdat: tuple[str, Any]) -> list[Data]:
        """Terms that have something to say, each with its texts."""
        found = ((name, _texts(value)) for name, value in kohdat)
        return [{"nimi": name, "arvot": texts} for name, texts in found if texts]

    def _nimi(self, key: str | None) -> str:
        return self.nimet.get(key, key) if key else ""

    def _opettaja(self, henkilo: Solmu) -> str:
        return luettele(henkilo["nimi"], self._nimi(henkilo["organisaatio"].get("oppilaitos_oid")))

    def _edustaja(self, henkilo: Solmu | None) -> str:
        if not henkilo:
            return ""
        return luettele(
            henkilo["nimi"], henkilo.get("rooli"), self._nimi(henkilo.get("oppilaitos_oid"))
        )

    def _laajuus(self, extent: Decimal | None, unit: str) -> str:
        return f"{luku(extent)} {unit}" if extent is not None else ""


_ORDER = (Tila.AIKATAULUTETTU, Tila.SUUNNITELTU, Tila.VALMIS)


def _picture_row(rivi: Rivi) -> Data:
    bars = [
        {
            "laji": palkki.jakso.laji,
            "x": palkki.x,
            "y": palkki.y,
            "leveys": palkki.leveys,
            "teksti": palkki.teksti if _has_room(palkki) else "",
            "tauot": palkki.tauot,
        }
        for palkki in rivi.palkit
    ]
    return {"nimi": _cut(rivi.nimi), "korkeus": rivi.korkeus, "palkit": bars}


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _has_room(palkki: Palkki) -> bool:
    """On a plain bar without interruptions, a text can be read."""
    return palkki.jakso.laji is Laji.TYOPAIKKA and not palkki.tauot


def _texts(value: Any) -> list[str]:
    found = value if isinstance(value, Iterable) and not isinstance(value, str) else [value]
    return [str(text) for text in found if text]


def _of(tiedot: Mapping[str, Any], *keys: str) -> str:
    return luettele(*(tiedot.get(key) for key in keys))


def _when(tiedot: Mapping[str, Any]) -> str:
    return jakso(tiedot["alku"], tiedot.get("loppu"))


def _tekija(henkilo: Solmu) -> str:
    return luettele(henkilo["nimi"], _of(henkilo["organisaatio"], "nimi", "y_tunnus"))
