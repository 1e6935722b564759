"""The parts of a qualification or of preparatory education that the student is to acquire."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType, Peruste, by_law
from hoks.schema.hankkiminen import OSAAMISEN_HANKKIMISTAPA
from hoks.schema.osoittaminen import OSAAMISEN_OSOITTAMINEN
from hoks.schema.scalars import KOULUTUKSEN_OSA_URI, LAAJUUS
from hoks.schema.shared import (
    ALKU,
    DIAARINRO,
    KOULUTUKSEN_JARJESTAJA_OID,
    LOPPU,
    MODULE_ID,
    OLENNAINEN_SEIKKA,
    OPETUS_JA_OHJAUS_MAARA,
    OSA_ALUE,
    OSA_ALUE_KOODI,
    PAIKALLINEN_TUTKINNON_OSA,
    POIKKEAMINEN,
    ROW_ID,
    STATIC_ROW_ID,
    TAVOITTEET_JA_SISALLOT,
    TUTKINNON_OSA_KOODI,
    koodi,
)

_HANKKIMISTAVAT = Field(
    "osaamisen-hankkimistavat",
    ListOf(OSAAMISEN_HANKKIMISTAPA),
    "OOOOO",
    Texts(
        "Osaamisen hankkimistavat",
        "Sätt att förvärva kunnandet",
        "Ways of acquiring the competence",
    ),
    explanation=Texts(
        "Jaksot, joissa osaaminen hankitaan: oppilaitoksessa, työpaikalla tai muualla.",
        "Perioderna då kunnandet förvärvas: vid läroanstalten, på en arbetsplats eller någon "
        "annanstans.",
        "The periods in which the competence is acquired: at school, at a workplace or elsewhere.",
    ),
    peruste=Peruste.LAKI,
    lyhyt=Texts("Osaamisen hankkiminen", "Förvärvande av kunnande", "Acquiring competence"),
)
_OSOITTAMINEN = Field(
    "osaamisen-osoittaminen",
    ListOf(OSAAMISEN_OSOITTAMINEN),
    "OOOOO",
    Texts("Osaamisen osoittaminen", "Påvisande av kunnandet", "Competence demonstrations"),
    explanation=Texts(
        "Näytöt ja muut tilanteet, joissa osaaminen osoitetaan.",
        "Yrkesprov och andra tillfällen då kunnandet visas.",
        "Demonstrations and other occasions on which the competence is shown.",
    ),
    peruste=Peruste.LAKI,
)

HANKITTAVA_AMMAT_TUTKINNON_OSA = ObjectType(
    name="HankittavaAmmatillinenTutkinnonOsa",
    label=Texts(
        "Hankittava ammatillinen tutkinnon osa",
        "Yrkesinriktad examensdel som ska förvärvas",
        "Vocational unit to be acquired",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *TUTKINNON_OSA_KOODI,
        DIAARINRO,
        POIKKEAMINEN,
        _OSOITTAMINEN,
        _HANKKIMISTAVAT,
        KOULUTUKSEN_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        OPETUS_JA_OHJAUS_MAARA,
    ),
)

HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA = ObjectType(
    name="HankittavaPaikallinenTutkinnonOsa",
    label=Texts(
        "Hankittava paikallinen tutkinnon osa",
        "Lokal examensdel som ska förvärvas",
        "Local unit to be acquired",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *PAIKALLINEN_TUTKINNON_OSA,
        by_law(TAVOITTEET_JA_SISALLOT),
        POIKKEAMINEN,
        _OSOITTAMINEN,
        _HANKKIMISTAVAT,
        KOULUTUKSEN_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        OPETUS_JA_OHJAUS_MAARA,
    ),
)

HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE = ObjectType(
    name="HankittavanYhteisenTutkinnonOsanOsaAlue",
    label=Texts(
        "Hankittavan yhteisen tutkinnon osan osa-alue",
        "Delområde av en gemensam examensdel som ska förvärvas",
        "Sub-area of a common unit to be acquired",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        *OSA_ALUE_KOODI,
        _HANKKIMISTAVAT,
        POIKKEAMINEN,
        _OSOITTAMINEN,
        KOULUTUKSEN_JARJESTAJA_OID,
        OLENNAINEN_SEIKKA,
        OPETUS_JA_OHJAUS_MAARA,
    ),
    yksi=OSA_ALUE,
)

HANKITTAVA_YHTEINEN_TUTKINNON_OSA = ObjectType(
    name="HankittavaYhteinenTutkinnonOsa",
    label=Texts(
        "Hankittava yhteinen tutkinnon osa",
        "Gemensam examensdel som ska förvärvas",
        "Common unit to be acquired",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        Field(
            "osa-alueet",
            ListOf(HANKITTAVAN_YHTEISEN_TUTKINNON_OSAN_OSA_ALUE),
            "RRORR",
            Texts("Hankittavat osa-alueet", "Delområden som ska förvärvas", "Sub-areas to acquire"),
            explanation=Texts(
                "Osa-alueet, jotka suoritetaan. Luettelo voi olla tyhjä.",
                "Delområdena som avläggs. Listan kan vara tom.",
                "The sub-areas to be completed. The list may be empty.",
            ),
            peruste=Peruste.LAKI,
        ),
        *TUTKINNON_OSA_KOODI,
        KOULUTUKSEN_JARJESTAJA_OID,
    ),
)

HANKITTAVA_KOULUTUKSEN_OSA = ObjectType(
    name="HankittavaKoulutuksenOsa",
    label=Texts(
        "Hankittava TUVA-koulutuksen osa",
        "Del av Hux-utbildning som ska förvärvas",
        "Part of preparatory education (TUVA) to be acquired",
    ),
    fields=(
        STATIC_ROW_ID,
        *koodi(
            "koulutuksen-osa-koodi",
            KOULUTUKSEN_OSA_URI,
            "RRRRR",
            Texts("Koulutuksen osa", "Utbildningsdel", "Part of the education"),
            explanation=Texts(
                "Mikä TUVA-koulutuksen osa on kyseessä.",
                "Vilken del av Hux-utbildningen det gäller.",
                "Which part of TUVA education it is.",
            ),
            peruste=Peruste.LAKI,
        ),
        by_law(ALKU),
        by_law(LOPPU),
        Field(
            "laajuus",
            LAAJUUS,
            "RRRRR",
            Texts("Laajuus (viikkoa)", "Omfattning (veckor)", "Scope (weeks)"),
            explanation=Texts(
                "Viikkoina; desimaalit käyvät.",
                "I veckor; decimaler går bra.",
                "In weeks; decimals will do.",
            ),
            example=4,
        ),
    ),
    yksi=Texts("Koulutuksen osa", "Utbildningsdel", "Part of education"),
)
