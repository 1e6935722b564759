"""Competence the student already had, recognised as parts of the qualification."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.hankkiminen import OSAAMISEN_OSOITTAMINEN
from hoks.schema.henkilot import KOULUTUKSEN_JARJESTAJA_ARVIOIJA
from hoks.schema.scalars import PVM
from hoks.schema.shared import (
    DIAARINRO,
    KOULUTUKSEN_JARJESTAJA_OID,
    MODULE_ID,
    OLENNAINEN_SEIKKA,
    OSA_ALUE_KOODI,
    PAIKALLINEN_TUTKINNON_OSA,
    POIKKEAMINEN,
    ROW_ID,
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
        KOULUTUKSEN_JARJESTAJA_OID,
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
        POIKKEAMINEN,
        KOULUTUKSEN_JARJESTAJA_OID,
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
        KOULUTUKSEN_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        *todentamisen_prosessi("RRORR"),
        *_TARKENTAVAT_TIEDOT,
    ),
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
        ),
        *TUTKINNON_OSA_KOODI,
        KOULUTUKSEN_JARJESTAJA_OID,
        *todentamisen_prosessi("OOOOO"),
        *_TARKENTAVAT_TIEDOT,
    ),
)
