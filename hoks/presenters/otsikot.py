"""Which field of the declaration each label on a plan's pages and papers is of."""

from ehoks.common.texts import Texts
from hoks.schema import objects as o
from hoks.schema.fields import Field

_TYOPAIKALLA = o.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS
_NAYTTO, _TAPA, _OSA = (
    o.OSAAMISEN_OSOITTAMINEN,
    o.OSAAMISEN_HANKKIMISTAPA,
    o.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
)

# By the name that templates have for it.
KENTAT: dict[str, Field] = {
    "id": o.HOKS["id"],
    "hyvaksytty": o.HOKS["ensikertainen-hyvaksyminen"],
    "paivitetty": o.HOKS["paivitetty"],
    "saavutettu": o.HOKS["osaamisen-saavuttamisen-pvm"],
    "tarve": o.HOKS["osaamisen-hankkimisen-tarve"],
    "ura": o.HOKS["urasuunnitelma-koodi-uri"],
    "oppijanumero": o.HOKS["oppija-oid"],
    "opiskeluoikeus": o.HOKS["opiskeluoikeus-oid"],
    "tuva": o.HOKS["tuva-opiskeluoikeus-oid"],
    "sahkoposti": o.HOKS["sahkoposti"],
    "puhelin": o.HOKS["puhelinnumero"],
    "source": o.HOKS["manuaalisyotto"],
    "tuki": o.HOKS["oppimisen-tuki"],
    "opinnot": o.HOKS["opiskeluvalmiuksia-tukevat-opinnot"],
    "tavat": _OSA["osaamisen-hankkimistavat"],
    "naytot": _OSA["osaamisen-osoittaminen"],
    "provider": _OSA["koulutuksen-jarjestaja-oid"],
    "hours_of_osa": _OSA["opetus-ja-ohjaus-maara"],
    "amosaa": _OSA["amosaa-tunniste"],
    "sisallot": _OSA["tavoitteet-ja-sisallot"],
    "poikkeama": _OSA["vaatimuksista-tai-tavoitteista-poikkeaminen"],
    "diaarinro": o.HANKITTAVA_AMMAT_TUTKINNON_OSA["tutkinnon-osan-perusteen-diaarinro"],
    "todentanut": o.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA["koulutuksen-jarjestaja-oid"],
    "tyopaikka": _TYOPAIKALLA["tyopaikan-nimi"],
    "ohjaaja": _TYOPAIKALLA["vastuullinen-tyopaikka-ohjaaja"],
    "tehtavat": _TYOPAIKALLA["keskeiset-tyotehtavat"],
    "edustaja": _TAPA["jarjestajan-edustaja"],
    "hankkija": _TAPA["hankkijan-edustaja"],
    "osa_aikaisuus": _TAPA["osa-aikaisuustieto"],
    "perusta": _TAPA["oppisopimuksen-perusta-koodi-uri"],
    "tauot": _TAPA["keskeytymisajanjaksot"],
    "ymparistot": _TAPA["muut-oppimisymparistot"],
    "tarkenne": _TAPA["ajanjakson-tarkenne"],
    "tunniste": _TAPA["yksiloiva-tunniste"],
    "where": o.NAYTTOYMPARISTO["kuvaus"],
    "arvioijat": _NAYTTO["koulutuksen-jarjestaja-osaamisen-arvioijat"],
    "jarjestaja": _NAYTTO["jarjestaja"],
    "sisalto": _NAYTTO["sisallon-kuvaus"],
    "kriteerit": _NAYTTO["yksilolliset-kriteerit"],
    "alueet": _NAYTTO["osa-alueet"],
}


def otsikot() -> dict[str, Texts]:
    """What each is called on pages and papers."""
    return {name: field.otsikko for name, field in KENTAT.items()}


def omat() -> dict[str, Texts]:
    """What the student's own pages call otherwise."""
    return {name: field.oma for name, field in KENTAT.items() if field.oma}
