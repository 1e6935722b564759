"""The facts of a plan's parts: what page, print page and PDF tell of each, once and in their order."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.urls import reverse

from ehoks.common.vieras import compose, join
from ehoks.ui.templatetags.muotoilu import jakso, luettele, luku, paiva
from hoks.presenters.kortti import (
    Fakta,
    Kortti,
    Linkki,
    Luettelo,
    Pala,
    Rivi,
    Tunniste,
    to_faktat,
)
from hoks.presenters.nakyma import AiempiOsa, Laji, Nakyma, Osa, Tapa, koodi_of
from hoks.presenters.solmu import Solmu
from hoks.presenters.tila import Tila
from hoks.presenters.vaatimukset import EPERUSTEET


@dataclass(frozen=True)
class Kertoja:
    """Tells the parts of a plan in the words `t` of the reader's language.

    The only differences between readers and between page and paper are these two:

    `tunnisteet`: what schools and systems call things by is told. It is no business of the student's.
    `paperilla`: the number of the unit's criteria is told. A sheet is kept after the criteria have
    changed; a page has the link to what they require.

    What a workplace may not see has been cut out of the plan before (`sharing/sisalto.py`).
    """

    nakyma: Nakyma
    t: Mapping[str, str]
    lang: str
    tunnisteet: bool = False
    paperilla: bool = False

    # --- Parts -----------------------------------------------------------------------------------

    def osa(self, osa: Osa) -> Kortti:
        """A part to acquire."""
        t, tiedot = self.t, osa.tiedot
        return Kortti(
            otsikko=osa.nimi,
            laajuus=self._laajuus(osa),
            tila=osa.tila,
            tilan_nimi=t[f"one_{osa.tila}"],
            ylaosa=self._ylaosa(osa),
            aika=jakso(osa.alku, osa.loppu) if osa.alku else "",
            huomaa=self._huomaa(osa),
            faktat=self._faktat(
                ("provider", self._nimi(tiedot.get("koulutuksen_jarjestaja_oid"))),
                ("hours_of_osa", self._maara(tiedot.get("opetus_ja_ohjaus_maara"), "h")),
                *self._sisalto(tiedot),
            ),
            palat=(*map(self.tapa, osa.tavat), *map(self.naytto, osa.naytot)),
            linkit=tuple(self._linkit(osa)),
            sisus=f"{t['tavat']} ({len(osa.tavat)}), {t['naytot'].lower()} ({len(osa.naytot)})",
            ankkuri=osa.ankkuri,
            module_id="" if _is_koulutuksen_osa(osa) else tiedot.get("module_id") or "",
        )

    def aiempi(self, osa: AiempiOsa) -> Kortti:
        """A part of prior competence. It cannot be shared, nor can its demonstrations."""
        tiedot = osa.tiedot
        arvioija = tiedot.get("tarkentavat_tiedot_osaamisen_arvioija") or {}
        sent = arvioija.get("lahetetty_arvioitavaksi")
        return Kortti(
            otsikko=osa.nimi,
            laajuus=self._laajuus(osa),
            tila=Tila.VALMIS,
            tilan_nimi=self.t.get(f"prosessi_{osa.prosessi}", ""),
            tilan_pvm=paiva(sent) if osa.prosessi and sent else "",
            ylaosa=self._ylaosa(osa),
            huomaa=self._huomaa(osa),
            faktat=self._faktat(
                ("todentanut", self._nimi(tiedot.get("koulutuksen_jarjestaja_oid"))),
                ("arvioijat", map(
                    self._opettaja, arvioija.get("aiemmin_hankitun_osaamisen_arvioijat") or ()
                )),
                *self._sisalto(tiedot),
            ),
            palat=tuple(self.naytto(naytto)._replace(module_id="") for naytto in osa.naytot),
            linkit=tuple(self._linkit(osa)),
        )  # fmt: skip

    def tapa(self, tapa: Tapa) -> Pala:
        """A way of acquiring competence."""
        tiedot = tapa.tiedot
        koulutus = tiedot.get("tyopaikalla_jarjestettava_koulutus") or {}
        ohjaaja = koulutus.get("vastuullinen_tyopaikka_ohjaaja") or {}
        tunniste = tiedot.get("yksiloiva_tunniste") if self.tunnisteet else None
        faktat = self._faktat(
            ("tyopaikka", _of(koulutus, "tyopaikan_nimi", "tyopaikan_y_tunnus")),
            ("ohjaaja", _of(ohjaaja, "nimi", "sahkoposti", "puhelinnumero")),
            ("tehtavat", koulutus.get("keskeiset_tyotehtavat")),
            ("osa_aikaisuus", self._maara(tiedot.get("osa_aikaisuustieto"), "%")),
            ("perusta", self._nimi(tiedot.get("oppisopimuksen_perusta_koodi_uri"))),
            ("tauot", map(_when, tiedot.get("keskeytymisajanjaksot") or ())),
            ("edustaja", self._edustaja(tiedot.get("jarjestajan_edustaja"))),
            ("hankkija", self._edustaja(tiedot.get("hankkijan_edustaja"))),
            ("tarkenne", tiedot.get("ajanjakson_tarkenne")),
            ("ymparistot", map(self._ymparisto, tiedot.get("muut_oppimisymparistot") or ())),
            ("tunniste", tunniste and Tunniste(tunniste)),
        )
        laji = "tapa-tyo" if tapa.is_tyopaikalla else "tapa"
        heading = join(" ", (tapa.nimi, luettele(_when(tiedot), tapa.paikka)))
        return Pala(laji, heading, faktat, tiedot.get("module_id") or "")

    def naytto(self, naytto: Solmu) -> Pala:
        """A demonstration."""
        paikka = naytto.get("nayttoymparisto") or {}
        jarjestaja = naytto.get("jarjestaja") or {}
        teachers = naytto.get("koulutuksen_jarjestaja_osaamisen_arvioijat") or ()
        others = naytto.get("tyoelama_osaamisen_arvioijat") or ()
        faktat = self._faktat(
            ("where", paikka.get("kuvaus")),
            ("jarjestaja", self._nimi(jarjestaja.get("oppilaitos_oid"))),
            ("arvioijat", (*map(self._opettaja, teachers), *map(_tekija, others))),
            ("alueet", (self._nimi(alue["koodi_uri"]) for alue in naytto.get("osa_alueet") or ())),
            ("sisalto", naytto.get("sisallon_kuvaus")),
            ("kriteerit", naytto.get("yksilolliset_kriteerit")),
            ("poikkeama", naytto.get("vaatimuksista_tai_tavoitteista_poikkeaminen")),
        )
        heading = f"{self.t['naytto']} {luettele(_when(naytto), _of(paikka, 'nimi', 'y_tunnus'))}"
        return Pala("naytto", heading, faktat, naytto.get("module_id") or "")

    # --- Support ---------------------------------------------------------------------------------

    def luettelot(self) -> tuple[Luettelo, Luettelo]:
        """Support for learning, and studies that support study skills."""
        t, root = self.t, self.nakyma.tiedot
        tuki = map(self._tuki, root.get("oppimisen_tuki") or ())
        opinnot = (
            Rivi(opinto["nimi"], tuple(filter(None, (_when(opinto), opinto.get("kuvaus")))))
            for opinto in root.get("opiskeluvalmiuksia_tukevat_opinnot") or ()
        )
        return (
            Luettelo(t["tuki"], t["no_tuki"], tuple(tuki)),
            Luettelo(t["opinnot"], t["no_opinnot"], tuple(opinnot)),
        )

    def _tuki(self, tuki: Solmu) -> Rivi:
        """Support that has no dates of its own is given as long as the studies go on."""
        dates = tuki if tuki.get("alku") else self.nakyma.rajat
        when = _when(dates) if dates.get("alku") else ""
        told = luettele(self._nimi(tuki.get("tutkinnon_osan_tyyppi_koodi_uri")), when)
        return Rivi(self._nimi(tuki["oppimisen_tuen_tyyppi_koodi_uri"]), (told,) if told else ())

    # --- Small pieces ----------------------------------------------------------------------------

    def _faktat(self, *kohdat: tuple[str, Any]) -> tuple[Fakta, ...]:
        return to_faktat((self.t[key], value) for key, value in kohdat)

    def _sisalto(self, tiedot: Solmu) -> Iterator[tuple[str, Any]]:
        if self.paperilla:
            yield "diaarinro", tiedot.get("tutkinnon_osan_perusteen_diaarinro")
        yield "amosaa", tiedot.get("amosaa_tunniste")
        yield "sisallot", tiedot.get("tavoitteet_ja_sisallot")
        yield "poikkeama", tiedot.get("vaatimuksista_tai_tavoitteista_poikkeaminen")

    def _ylaosa(self, osa: Osa | AiempiOsa) -> str:
        return osa.ylaosa and compose("{}: {}", self.t["of_unit"], osa.ylaosa)

    def _huomaa(self, osa: Osa | AiempiOsa) -> str:
        return self.t["olennainen"] if osa.tiedot.get("olennainen_seikka") else ""

    def _linkit(self, osa: Osa | AiempiOsa) -> Iterator[Linkki]:
        koodi = koodi_of(osa.tiedot)
        if koodi and koodi in self.nakyma.vaadittavat:
            yield Linkki(self.t["requirements"], reverse("vaatimukset", args=[koodi]))
        if _is_koulutuksen_osa(osa):
            yield Linkki(self.t["in_eperusteet"], f"{EPERUSTEET}/#/{self.lang}")

    def _laajuus(self, osa: Osa | AiempiOsa) -> str:
        """A part of no extent is not told to have none."""
        return self._maara(osa.laajuus or None, "weeks" if _is_koulutuksen_osa(osa) else "osp")

    def _maara(self, maara: Decimal | int | None, unit: str) -> str:
        return "" if maara in (None, "") else f"{luku(maara)} {self.t.get(unit, unit)}"

    def _nimi(self, key: str | None) -> str:
        return self.nakyma.nimet.get(key, key) if key else ""

    def _opettaja(self, henkilo: Solmu) -> str:
        return luettele(henkilo["nimi"], self._nimi(henkilo["organisaatio"].get("oppilaitos_oid")))

    def _edustaja(self, henkilo: Solmu | None) -> str:
        if not henkilo:
            return ""
        school = self._nimi(henkilo.get("oppilaitos_oid"))
        return luettele(henkilo["nimi"], henkilo.get("rooli"), school)

    def _ymparisto(self, tiedot: Solmu) -> str:
        return join(" ", (self._nimi(tiedot["oppimisymparisto_koodi_uri"]), _when(tiedot)))


def _is_koulutuksen_osa(osa: Osa | AiempiOsa) -> bool:
    return isinstance(osa, Osa) and osa.laji is Laji.KOULUTUKSEN_OSA


def _of(tiedot: Mapping[str, Any], *keys: str) -> str:
    return luettele(*(tiedot.get(key) for key in keys))


def _when(tiedot: Mapping[str, Any]) -> str:
    return jakso(tiedot["alku"], tiedot.get("loppu"))


def _tekija(henkilo: Solmu) -> str:
    return luettele(henkilo["nimi"], _of(henkilo["organisaatio"], "nimi", "y_tunnus"))
