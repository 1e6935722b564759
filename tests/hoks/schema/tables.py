"""The interface of a HOKS typed by hand: keys, who may send them, kinds of values."""

from typing import Any

from hoks.schema import objects, scalars
from hoks.schema.fields import ListOf

KOODI = "tutkinnon-osa-koodi-uri tutkinnon-osa-koodi-versio"
OSA_ALUE = "osa-alue-koodi-uri osa-alue-koodi-versio"
TODENTAMINEN = "valittu-todentamisen-prosessi-koodi-uri valittu-todentamisen-prosessi-koodi-versio"
POIKKEAMINEN = "vaatimuksista-tai-tavoitteista-poikkeaminen"
OHT = "alku loppu osaamisen-hankkimistapa-koodi-uri osaamisen-hankkimistapa-koodi-versio"

# Every key of every object, in order.
KEYS = {
    "HOKS": (
        "id eid oppija-oid sahkoposti puhelinnumero opiskeluoikeus-oid tuva-opiskeluoikeus-oid"
        " urasuunnitelma-koodi-uri urasuunnitelma-koodi-versio versio ensikertainen-hyvaksyminen"
        " hyvaksytty paivitetty poistettu osaamisen-saavuttamisen-pvm osaamisen-hankkimisen-tarve"
        " manuaalisyotto aiemmin-hankitut-ammat-tutkinnon-osat"
        " aiemmin-hankitut-yhteiset-tutkinnon-osat aiemmin-hankitut-paikalliset-tutkinnon-osat"
        " opiskeluvalmiuksia-tukevat-opinnot oppimisen-tuki hankittavat-ammat-tutkinnon-osat"
        " hankittavat-yhteiset-tutkinnon-osat hankittavat-paikalliset-tutkinnon-osat"
        " hankittavat-koulutuksen-osat"
    ),
    "HankittavaAmmatillinenTutkinnonOsa": (
        f"id module-id {KOODI} tutkinnon-osan-perusteen-diaarinro {POIKKEAMINEN}"
        " osaamisen-osoittaminen osaamisen-hankkimistavat koulutuksen-jarjestaja-oid"
        " olennainen-seikka opetus-ja-ohjaus-maara"
    ),
    "HankittavaPaikallinenTutkinnonOsa": (
        f"id module-id amosaa-tunniste nimi laajuus tavoitteet-ja-sisallot {POIKKEAMINEN}"
        " osaamisen-osoittaminen osaamisen-hankkimistavat koulutuksen-jarjestaja-oid"
        " olennainen-seikka opetus-ja-ohjaus-maara"
    ),
    "HankittavaYhteinenTutkinnonOsa": (
        f"id module-id osa-alueet {KOODI} koulutuksen-jarjestaja-oid"
    ),
    "HankittavanYhteisenTutkinnonOsanOsaAlue": (
        f"id module-id {OSA_ALUE} osaamisen-hankkimistavat {POIKKEAMINEN} osaamisen-osoittaminen"
        " koulutuksen-jarjestaja-oid olennainen-seikka opetus-ja-ohjaus-maara"
    ),
    "OsaamisenHankkimistapa": (
        "id module-id alku loppu yksiloiva-tunniste ajanjakson-tarkenne"
        " osaamisen-hankkimistapa-koodi-uri osaamisen-hankkimistapa-koodi-versio"
        " jarjestajan-edustaja hankkijan-edustaja tyopaikalla-jarjestettava-koulutus"
        " muut-oppimisymparistot osa-aikaisuustieto oppisopimuksen-perusta-koodi-uri"
        " oppisopimuksen-perusta-koodi-versio keskeytymisajanjaksot"
    ),
    "TyopaikallaJarjestettavaKoulutus": (
        "id vastuullinen-tyopaikka-ohjaaja tyopaikan-nimi tyopaikan-y-tunnus keskeiset-tyotehtavat"
    ),
    "OsaamisenOsoittaminen": (
        "id module-id jarjestaja osa-alueet nayttoymparisto sisallon-kuvaus alku loppu"
        " koulutuksen-jarjestaja-osaamisen-arvioijat tyoelama-osaamisen-arvioijat"
        f" {POIKKEAMINEN} yksilolliset-kriteerit"
    ),
    "VastuullinenTyopaikkaOhjaaja": "id nimi sahkoposti puhelinnumero",
    "Oppilaitoshenkilo": "id nimi rooli oppilaitos-oid",
    "KoulutuksenJarjestajaArvioija": "id nimi organisaatio",
    "KoulutuksenJarjestajaOrganisaatio": "oppilaitos-oid",
    "TyoelamaOsaamisenArvioija": "id nimi organisaatio",
    "TyoelamaOrganisaatio": "nimi y-tunnus",
    "NaytonJarjestaja": "id oppilaitos-oid",
    "Nayttoymparisto": "nimi y-tunnus kuvaus",
    "KoodistoKoodi": "koodi-uri koodi-versio",
    "MuuOppimisymparisto": "oppimisymparisto-koodi-uri oppimisymparisto-koodi-versio alku loppu",
    "Keskeytymisajanjakso": "alku loppu",
    "AiemminHankittuAmmatillinenTutkinnonOsa": (
        f"id module-id {KOODI} tutkinnon-osan-perusteen-diaarinro {POIKKEAMINEN}"
        f" koulutuksen-jarjestaja-oid olennainen-seikka {TODENTAMINEN}"
        " tarkentavat-tiedot-naytto tarkentavat-tiedot-osaamisen-arvioija"
    ),
    "AiemminHankittuPaikallinenTutkinnonOsa": (
        f"id module-id amosaa-tunniste nimi laajuus tavoitteet-ja-sisallot {POIKKEAMINEN}"
        f" koulutuksen-jarjestaja-oid olennainen-seikka {TODENTAMINEN}"
        " tarkentavat-tiedot-naytto tarkentavat-tiedot-osaamisen-arvioija"
    ),
    "AiemminHankittuYhteinenTutkinnonOsa": (
        f"id module-id osa-alueet {KOODI} koulutuksen-jarjestaja-oid {TODENTAMINEN}"
        " tarkentavat-tiedot-naytto tarkentavat-tiedot-osaamisen-arvioija"
    ),
    "AiemminHankitunYhteisenTutkinnonOsanOsaAlue": (
        f"id module-id {OSA_ALUE} {POIKKEAMINEN} koulutuksen-jarjestaja-oid olennainen-seikka"
        f" {TODENTAMINEN} tarkentavat-tiedot-naytto tarkentavat-tiedot-osaamisen-arvioija"
    ),
    "TodennettuArviointiLisatiedot": (
        "lahetetty-arvioitavaksi aiemmin-hankitun-osaamisen-arvioijat"
    ),
    "HankittavaKoulutuksenOsa": (
        "id koulutuksen-osa-koodi-uri koulutuksen-osa-koodi-versio alku loppu laajuus"
    ),
    "OpiskeluvalmiuksiaTukevatOpinnot": "id nimi kuvaus alku loppu",
    "OppimisenTuki": ("oppimisen-tuen-tyyppi-koodi-uri alku loppu tutkinnon-osan-tyyppi-koodi-uri"),
}

# Required on POST, on PUT and on PATCH, refused on POST; the objects that differ between them.
ROW = "id module-id"
VARYING = {
    "HOKS": (
        "oppija-oid opiskeluoikeus-oid ensikertainen-hyvaksyminen osaamisen-hankkimisen-tarve",
        "ensikertainen-hyvaksyminen osaamisen-hankkimisen-tarve",
        "",
        "id eid poistettu manuaalisyotto",
    ),
    "HankittavaAmmatillinenTutkinnonOsa": (KOODI, KOODI, "", ROW),
    "HankittavaPaikallinenTutkinnonOsa": ("", "", "", ROW),
    "HankittavaYhteinenTutkinnonOsa": (f"osa-alueet {KOODI}", f"osa-alueet {KOODI}", "", ROW),
    "HankittavanYhteisenTutkinnonOsanOsaAlue": (OSA_ALUE, OSA_ALUE, OSA_ALUE, ROW),
    "OsaamisenHankkimistapa": (OHT, OHT, OHT, ROW),
    "OsaamisenOsoittaminen": (
        "nayttoymparisto sisallon-kuvaus alku loppu",
        "nayttoymparisto sisallon-kuvaus alku loppu",
        "nayttoymparisto sisallon-kuvaus alku loppu",
        ROW,
    ),
    "AiemminHankittuAmmatillinenTutkinnonOsa": (KOODI, KOODI, "", ROW),
    "AiemminHankittuPaikallinenTutkinnonOsa": (TODENTAMINEN, TODENTAMINEN, "", ROW),
    "AiemminHankittuYhteinenTutkinnonOsa": (f"osa-alueet {KOODI}", f"osa-alueet {KOODI}", "", ROW),
    "AiemminHankitunYhteisenTutkinnonOsanOsaAlue": (
        f"{OSA_ALUE} {TODENTAMINEN}",
        f"{OSA_ALUE} {TODENTAMINEN}",
        OSA_ALUE,
        ROW,
    ),
}

# Required in every operation; these objects refuse none of their keys.
STATIC = {
    "TyopaikallaJarjestettavaKoulutus": (
        "vastuullinen-tyopaikka-ohjaaja tyopaikan-nimi keskeiset-tyotehtavat"
    ),
    "VastuullinenTyopaikkaOhjaaja": "nimi",
    "Oppilaitoshenkilo": "nimi oppilaitos-oid",
    "KoulutuksenJarjestajaArvioija": "nimi organisaatio",
    "KoulutuksenJarjestajaOrganisaatio": "",
    "TyoelamaOsaamisenArvioija": "nimi organisaatio",
    "TyoelamaOrganisaatio": "nimi",
    "NaytonJarjestaja": "",
    "Nayttoymparisto": "nimi",
    "KoodistoKoodi": "koodi-uri koodi-versio",
    "MuuOppimisymparisto": "oppimisymparisto-koodi-uri oppimisymparisto-koodi-versio alku loppu",
    "Keskeytymisajanjakso": "alku",
    "TodennettuArviointiLisatiedot": "",
    "HankittavaKoulutuksenOsa": (
        "koulutuksen-osa-koodi-uri koulutuksen-osa-koodi-versio alku loppu laajuus"
    ),
    "OpiskeluvalmiuksiaTukevatOpinnot": "nimi kuvaus alku loppu",
    "OppimisenTuki": "oppimisen-tuen-tyyppi-koodi-uri",
}

IDENTIFIED = {
    "HankittavaAmmatillinenTutkinnonOsa",
    "HankittavaPaikallinenTutkinnonOsa",
    "HankittavaYhteinenTutkinnonOsa",
    "HankittavanYhteisenTutkinnonOsanOsaAlue",
    "OsaamisenHankkimistapa",
    "OsaamisenOsoittaminen",
    "AiemminHankittuAmmatillinenTutkinnonOsa",
    "AiemminHankittuPaikallinenTutkinnonOsa",
    "AiemminHankittuYhteinenTutkinnonOsa",
    "AiemminHankitunYhteisenTutkinnonOsanOsaAlue",
}

# Their ids are accepted and forgotten.
LEGACY = {
    "TyopaikallaJarjestettavaKoulutus",
    "VastuullinenTyopaikkaOhjaaja",
    "Oppilaitoshenkilo",
    "KoulutuksenJarjestajaArvioija",
    "TyoelamaOsaamisenArvioija",
    "NaytonJarjestaja",
}

# The kinds of values, by object or for every object that has the key ("*").
KINDS: dict[str, dict[str, Any]] = {
    "*": {
        "id": scalars.INT,
        "module-id": scalars.UUID,
        "alku": scalars.PVM,
        "loppu": scalars.PVM,
        "koulutuksen-jarjestaja-oid": scalars.ORGANISAATIO_OID,
        "oppilaitos-oid": scalars.ORGANISAATIO_OID,
        "y-tunnus": scalars.Y_TUNNUS,
        "olennainen-seikka": scalars.TOTUUS,
        "opetus-ja-ohjaus-maara": scalars.TUNNIT,
        "tutkinnon-osa-koodi-uri": scalars.TUTKINNON_OSA_URI,
        "tutkinnon-osa-koodi-versio": scalars.INT,
        "osa-alue-koodi-uri": scalars.OSA_ALUE_URI,
        "osa-alue-koodi-versio": scalars.INT,
        "valittu-todentamisen-prosessi-koodi-uri": scalars.TODENTAMIS_URI,
        POIKKEAMINEN: scalars.TEKSTI,
        "tutkinnon-osan-perusteen-diaarinro": scalars.TEKSTI,
    },
    "HOKS": {
        "eid": scalars.TEKSTI,
        "oppija-oid": scalars.OPPIJA_OID,
        "sahkoposti": scalars.TEKSTI,
        "puhelinnumero": scalars.TEKSTI256,
        "opiskeluoikeus-oid": scalars.OPISKELUOIKEUS_OID,
        "tuva-opiskeluoikeus-oid": scalars.OPISKELUOIKEUS_OID,
        "urasuunnitelma-koodi-uri": scalars.URASUUNNITELMA_URI,
        "urasuunnitelma-koodi-versio": scalars.INT,
        "versio": scalars.INT,
        "ensikertainen-hyvaksyminen": scalars.PVM,
        "hyvaksytty": scalars.AIKALEIMA,
        "paivitetty": scalars.AIKALEIMA,
        "poistettu": scalars.AIKALEIMA,
        "osaamisen-saavuttamisen-pvm": scalars.PVM,
        "osaamisen-hankkimisen-tarve": scalars.TOTUUS,
        "manuaalisyotto": scalars.TOTUUS,
        "oppimisen-tuki": ListOf(objects.OPPIMISEN_TUKI),
        "opiskeluvalmiuksia-tukevat-opinnot": ListOf(objects.OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT),
        "hankittavat-ammat-tutkinnon-osat": ListOf(objects.HANKITTAVA_AMMAT_TUTKINNON_OSA),
        "hankittavat-yhteiset-tutkinnon-osat": ListOf(objects.HANKITTAVA_YHTEINEN_TUTKINNON_OSA),
        "hankittavat-paikalliset-tutkinnon-osat": ListOf(
            objects.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA
        ),
        "hankittavat-koulutuksen-osat": ListOf(objects.HANKITTAVA_KOULUTUKSEN_OSA),
        "aiemmin-hankitut-ammat-tutkinnon-osat": ListOf(
            objects.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA
        ),
        "aiemmin-hankitut-yhteiset-tutkinnon-osat": ListOf(
            objects.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA
        ),
        "aiemmin-hankitut-paikalliset-tutkinnon-osat": ListOf(
            objects.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA
        ),
    },
    "HankittavaPaikallinenTutkinnonOsa": {"nimi": scalars.TEKSTI, "laajuus": scalars.INT},
    "AiemminHankittuPaikallinenTutkinnonOsa": {"nimi": scalars.TEKSTI, "laajuus": scalars.INT},
    "HankittavaKoulutuksenOsa": {
        "koulutuksen-osa-koodi-uri": scalars.KOULUTUKSEN_OSA_URI,
        "laajuus": scalars.LAAJUUS,
    },
    "OsaamisenHankkimistapa": {
        "yksiloiva-tunniste": scalars.TUNNISTE,
        "osaamisen-hankkimistapa-koodi-uri": scalars.HANKKIMISTAPA_URI,
        "osa-aikaisuustieto": scalars.INT,
        "oppisopimuksen-perusta-koodi-uri": scalars.OPPISOPIMUS_PERUSTA_URI,
        "jarjestajan-edustaja": objects.OPPILAITOSHENKILO,
        "hankkijan-edustaja": objects.OPPILAITOSHENKILO,
        "tyopaikalla-jarjestettava-koulutus": objects.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS,
    },
    "VastuullinenTyopaikkaOhjaaja": {
        "sahkoposti": scalars.TEKSTI,
        "puhelinnumero": scalars.PUHELINNUMERO,
    },
    "TyopaikallaJarjestettavaKoulutus": {
        "tyopaikan-y-tunnus": scalars.Y_TUNNUS,
        "keskeiset-tyotehtavat": ListOf(scalars.TEKSTI),
    },
    "OsaamisenOsoittaminen": {
        "jarjestaja": objects.NAYTON_JARJESTAJA,
        "nayttoymparisto": objects.NAYTTOYMPARISTO,
        "osa-alueet": ListOf(objects.KOODISTO_KOODI),
        "sisallon-kuvaus": ListOf(scalars.TEKSTI),
        "yksilolliset-kriteerit": ListOf(scalars.TEKSTI),
        "tyoelama-osaamisen-arvioijat": ListOf(objects.TYOELAMA_OSAAMISEN_ARVIOIJA),
    },
    "KoodistoKoodi": {"koodi-uri": scalars.TEKSTI256, "koodi-versio": scalars.INT},
    "MuuOppimisymparisto": {"oppimisymparisto-koodi-uri": scalars.OPPIMISYMPARISTO_URI},
    "OppimisenTuki": {
        "oppimisen-tuen-tyyppi-koodi-uri": scalars.TUKITYYPPI_URI,
        "tutkinnon-osan-tyyppi-koodi-uri": scalars.OSARYHMA_URI,
    },
    "KoulutuksenJarjestajaArvioija": {"organisaatio": objects.KOULUTUKSEN_JARJESTAJA_ORGANISAATIO},
    "TyoelamaOsaamisenArvioija": {"organisaatio": objects.TYOELAMA_ORGANISAATIO},
    "TodennettuArviointiLisatiedot": {"lahetetty-arvioitavaksi": scalars.PVM},
}
