"""Competence the student already had, recognised as parts of the qualification."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType, Peruste
from hoks.schema.henkilot import ARVIOIJAT, KOULUTUKSEN_JARJESTAJA_ARVIOIJA
from hoks.schema.osoittaminen import OSAAMISEN_OSOITTAMINEN
from hoks.schema.scalars import PVM
from hoks.schema.shared import (
    DIAARINRO,
    MODULE_ID,
    OLENNAINEN_SEIKKA,
    OSA_ALUE,
    OSA_ALUE_KOODI,
    PAIKALLINEN_TUTKINNON_OSA,
    POIKKEAMINEN,
    ROW_ID,
    TAVOITTEET_JA_SISALLOT,
    TODENTANUT_JARJESTAJA_OID,
    TUTKINNON_OSA_KOODI,
    todentamisen_prosessi,
)

TODENNETTU_ARVIOINTI_LISATIEDOT = ObjectType(
    name="TodennettuArviointiLisatiedot",
    label=Texts(
        "Osaamisen arvioinnin lisätiedot",
        "Tilläggsuppgifter om bedömningen",
        "Details of the assessment",
    ),
    fields=(
        Field(
            "lahetetty-arvioitavaksi",
            PVM,
            "OOOOO",
            Texts("Lähetetty arvioitavaksi", "Sänt för bedömning", "Sent for assessment"),
            explanation=Texts(
                "Milloin selvitys osaamisesta lähti arvioijille.",
                "När utredningen om kunnandet gick till bedömarna.",
                "When the account of the competence went to the assessors.",
            ),
            example="2024-08-20",
            peruste=Peruste.LAKI,
        ),
        Field(
            "aiemmin-hankitun-osaamisen-arvioijat",
            ListOf(KOULUTUKSEN_JARJESTAJA_ARVIOIJA),
            "OOOOO",
            Texts(
                "Aiemmin hankitun osaamisen arvioijat",
                "Bedömare av tidigare förvärvat kunnande",
                "Assessors of the prior competence",
            ),
            explanation=Texts(
                "Opettajat, jotka arvioivat aiemman osaamisen.",
                "Lärarna som bedömer det tidigare kunnandet.",
                "The teachers who assess the prior competence.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=ARVIOIJAT,
        ),
    ),
)

_TARKENTAVAT_TIEDOT = (
    Field(
        "tarkentavat-tiedot-naytto",
        ListOf(OSAAMISEN_OSOITTAMINEN),
        "OOOOO",
        Texts(
            "Todentaminen näytöllä: tarkentavat tiedot",
            "Verifiering genom yrkesprov: närmare uppgifter",
            "Verification by demonstration: details",
        ),
        explanation=Texts(
            "Näyttö, johon opiskelija ohjattiin osoittamaan aiempi osaamisensa.",
            "Yrkesprovet som studeranden hänvisades till för att visa sitt tidigare kunnande.",
            "The demonstration in which the student was asked to show the prior competence.",
        ),
        peruste=Peruste.LAKI,
    ),
    Field(
        "tarkentavat-tiedot-osaamisen-arvioija",
        TODENNETTU_ARVIOINTI_LISATIEDOT,
        "OOOOO",
        Texts(
            "Todentaminen arvioijien kautta: tarkentavat tiedot",
            "Verifiering genom bedömare: närmare uppgifter",
            "Verification by assessors: details",
        ),
        always_shown=True,
        explanation=Texts(
            "Arvioijat, jotka todensivat aiemman osaamisen. GET näyttää kohdan aina, vaikka se "
            "olisi tyhjä.",
            "Bedömarna som verifierade det tidigare kunnandet. GET visar punkten alltid, också "
            "tom.",
            "The assessors who verified the prior competence. GET always shows it, even when it "
            "is empty.",
        ),
        peruste=Peruste.LAKI,
        ohje=Texts(
            "Arvioijat, jotka todensivat aiemman osaamisen.",
            "Bedömarna som verifierade det tidigare kunnandet.",
            "The assessors who verified the prior competence.",
        ),
    ),
)

AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA = ObjectType(
    name="AiemminHankittuAmmatillinenTutkinnonOsa",
    label=Texts(
        "Aiemmin hankittu ammatillinen tutkinnon osa",
        "Tidigare förvärvad yrkesinriktad examensdel",
        "Previously acquired vocational unit",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *TUTKINNON_OSA_KOODI,
        DIAARINRO,
        POIKKEAMINEN,
        TODENTANUT_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        *todentamisen_prosessi("OOOOO"),
        *_TARKENTAVAT_TIEDOT,
    ),
)

AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA = ObjectType(
    name="AiemminHankittuPaikallinenTutkinnonOsa",
    label=Texts(
        "Aiemmin hankittu paikallinen tutkinnon osa",
        "Tidigare förvärvad lokal examensdel",
        "Previously acquired local unit",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *PAIKALLINEN_TUTKINNON_OSA,
        TAVOITTEET_JA_SISALLOT,
        POIKKEAMINEN,
        TODENTANUT_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        *todentamisen_prosessi("RRORR"),
        *_TARKENTAVAT_TIEDOT,
    ),
)

AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE = ObjectType(
    name="AiemminHankitunYhteisenTutkinnonOsanOsaAlue",
    label=Texts(
        "Aiemmin hankitun yhteisen tutkinnon osan osa-alue",
        "Delområde av en tidigare förvärvad gemensam examensdel",
        "Sub-area of a previously acquired common unit",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *OSA_ALUE_KOODI,
        POIKKEAMINEN,
        TODENTANUT_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        *todentamisen_prosessi("RRORR"),
        *_TARKENTAVAT_TIEDOT,
    ),
    yksi=OSA_ALUE,
)

AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA = ObjectType(
    name="AiemminHankittuYhteinenTutkinnonOsa",
    label=Texts(
        "Aiemmin hankittu yhteinen tutkinnon osa",
        "Tidigare förvärvad gemensam examensdel",
        "Previously acquired common unit",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        Field(
            "osa-alueet",
            ListOf(AIEMMIN_HANKITUN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE),
            "RRORR",
            Texts(
                "Aiemmin hankitut osa-alueet",
                "Tidigare förvärvade delområden",
                "Previously acquired sub-areas",
            ),
            explanation=Texts(
                "Osa-alueet, jotka tunnustetaan. Luettelo voi olla tyhjä.",
                "Delområdena som erkänns. Listan kan vara tom.",
                "The sub-areas that are recognised. The list may be empty.",
            ),
            peruste=Peruste.LAKI,
        ),
        *TUTKINNON_OSA_KOODI,
        TODENTANUT_JARJESTAJA_OID,
        *todentamisen_prosessi("OOOOO"),
        *_TARKENTAVAT_TIEDOT,
    ),
)
