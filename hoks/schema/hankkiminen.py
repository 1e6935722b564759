"""How competence is acquired and shown: a period of learning and a demonstration."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.henkilot import (
    KOODISTO_KOODI,
    KOULUTUKSEN_JARJESTAJA_ARVIOIJA,
    NAYTON_JARJESTAJA,
    NAYTTOYMPARISTO,
    OPPILAITOSHENKILO,
    TYOELAMA_OSAAMISEN_ARVIOIJA,
    VASTUULLINEN_TYOPAIKKAOHJAAJA,
)
from hoks.schema.scalars import (
    HANKKIMISTAPA_URI,
    INT,
    OPPIMISYMPARISTO_URI,
    OPPISOPIMUS_PERUSTA_URI,
    TEKSTI,
    TUNNISTE,
    Y_TUNNUS,
)
from hoks.schema.shared import (
    ALKU,
    LEGACY_ID,
    LOPPU,
    MODULE_ID,
    OPTIONAL_LOPPU,
    POIKKEAMINEN,
    ROW_ID,
    koodi,
)

TYOPAIKALLA_JARJESTETTAVA_KOULUTUS = ObjectType(
    name="TyopaikallaJarjestettavaKoulutus",
    label=Texts(
        "Työpaikalla järjestettävä koulutus",
        "Utbildning som ordnas på en arbetsplats",
        "Training at a workplace",
    ),
    fields=(
        LEGACY_ID,
        Field(
            "vastuullinen-tyopaikka-ohjaaja",
            VASTUULLINEN_TYOPAIKKAOHJAAJA,
            "RRRRR",
            VASTUULLINEN_TYOPAIKKAOHJAAJA.label,
        ),
        Field(
            "tyopaikan-nimi",
            TEKSTI,
            "RRRRR",
            Texts("Työpaikan nimi", "Arbetsplatsens namn", "Name of the workplace"),
        ),
        Field(
            "tyopaikan-y-tunnus",
            Y_TUNNUS,
            "OOOOO",
            Texts("Työpaikan Y-tunnus", "Arbetsplatsens FO-nummer", "Business ID of the workplace"),
        ),
        Field(
            "keskeiset-tyotehtavat",
            ListOf(TEKSTI),
            "RRRRR",
            Texts("Keskeiset työtehtävät", "Centrala arbetsuppgifter", "Main work tasks"),
        ),
    ),
)

MUU_OPPIMISYMPARISTO = ObjectType(
    name="MuuOppimisymparisto",
    label=Texts("Muu oppimisympäristö", "Annan lärmiljö", "Other learning environment"),
    fields=(
        *koodi(
            "oppimisymparisto-koodi",
            OPPIMISYMPARISTO_URI,
            "RRRRR",
            Texts("Oppimisympäristö", "Lärmiljö", "Learning environment"),
        ),
        ALKU,
        LOPPU,
    ),
)

KESKEYTYMISAJANJAKSO = ObjectType(
    name="Keskeytymisajanjakso",
    label=Texts("Keskeytymisajanjakso", "Avbrottsperiod", "Interruption"),
    fields=(ALKU, OPTIONAL_LOPPU),
)

OSAAMISEN_HANKKIMISTAPA = ObjectType(
    name="OsaamisenHankkimistapa",
    label=Texts(
        "Osaamisen hankkimistapa",
        "Sätt att förvärva kunnandet",
        "Way of acquiring the competence",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        ALKU,
        LOPPU,
        Field(
            "yksiloiva-tunniste",
            TUNNISTE,
            "OOOOO",
            Texts(
                "Jakson yksilöivä tunniste",
                "Periodens unika identifierare",
                "Unique identifier of the period",
            ),
        ),
        Field(
            "ajanjakson-tarkenne",
            TEKSTI,
            "OOOOO",
            Texts("Ajanjakson tarkenne", "Precisering av perioden", "Details of the period"),
        ),
        *koodi(
            "osaamisen-hankkimistapa-koodi",
            HANKKIMISTAPA_URI,
            "RRRRR",
            Texts(
                "Osaamisen hankkimistapa",
                "Sätt att förvärva kunnandet",
                "Way of acquiring the competence",
            ),
        ),
        Field(
            "jarjestajan-edustaja",
            OPPILAITOSHENKILO,
            "OOOOO",
            Texts(
                "Koulutuksen järjestäjän edustaja",
                "Utbildningsanordnarens representant",
                "Representative of the education provider",
            ),
        ),
        Field(
            "hankkijan-edustaja",
            OPPILAITOSHENKILO,
            "OOOOO",
            Texts(
                "Koulutuksen hankkijan edustaja",
                "Representant för den som köper utbildningen",
                "Representative of the purchaser of the training",
            ),
        ),
        Field(
            "tyopaikalla-jarjestettava-koulutus",
            TYOPAIKALLA_JARJESTETTAVA_KOULUTUS,
            "OOOOO",
            TYOPAIKALLA_JARJESTETTAVA_KOULUTUS.label,
        ),
        Field(
            "muut-oppimisymparistot",
            ListOf(MUU_OPPIMISYMPARISTO),
            "OOOOO",
            Texts("Muut oppimisympäristöt", "Andra lärmiljöer", "Other learning environments"),
        ),
        Field(
            "osa-aikaisuustieto",
            INT,
            "OOOOO",
            Texts(
                "Osa-aikaisuus (prosenttia kokoaikaisesta)",
                "Deltid (procent av heltid)",
                "Part-time share (per cent of full time)",
            ),
        ),
        *koodi(
            "oppisopimuksen-perusta-koodi",
            OPPISOPIMUS_PERUSTA_URI,
            "OOOOO",
            Texts("Oppisopimuksen perusta", "Grund för läroavtalet", "Basis of the apprenticeship"),
        ),
        Field(
            "keskeytymisajanjaksot",
            ListOf(KESKEYTYMISAJANJAKSO),
            "OOOOO",
            Texts("Keskeytymisajanjaksot", "Avbrottsperioder", "Interruptions"),
        ),
    ),
)

OSAAMISEN_OSOITTAMINEN = ObjectType(
    name="OsaamisenOsoittaminen",
    label=Texts(
        "Näyttö tai muu osaamisen osoittaminen",
        "Yrkesprov eller annat påvisande av kunnandet",
        "Competence demonstration",
    ),
    fields=(
        ROW_ID,
        MODULE_ID,
        Field("jarjestaja", NAYTON_JARJESTAJA, "OOOOO", NAYTON_JARJESTAJA.label),
        Field(
            "osa-alueet",
            ListOf(KOODISTO_KOODI),
            "OOOOO",
            Texts(
                "Näyttöön sisältyvät osa-alueet",
                "Delområden som ingår i yrkesprovet",
                "Sub-areas included in the demonstration",
            ),
        ),
        Field("nayttoymparisto", NAYTTOYMPARISTO, "RRRRR", NAYTTOYMPARISTO.label),
        Field(
            "sisallon-kuvaus",
            ListOf(TEKSTI),
            "RRRRR",
            Texts(
                "Näytön sisällön kuvaus",
                "Beskrivning av yrkesprovets innehåll",
                "Description of the demonstration",
            ),
        ),
        ALKU,
        LOPPU,
        Field(
            "koulutuksen-jarjestaja-osaamisen-arvioijat",
            ListOf(KOULUTUKSEN_JARJESTAJA_ARVIOIJA),
            "OOOOO",
            Texts(
                "Koulutuksen järjestäjän arvioijat",
                "Utbildningsanordnarens bedömare",
                "Assessors from the education provider",
            ),
        ),
        Field(
            "tyoelama-osaamisen-arvioijat",
            ListOf(TYOELAMA_OSAAMISEN_ARVIOIJA),
            "OOOOO",
            Texts(
                "Työelämän arvioijat", "Bedömare från arbetslivet", "Assessors from working life"
            ),
        ),
        POIKKEAMINEN,
        Field(
            "yksilolliset-kriteerit",
            ListOf(TEKSTI),
            "OOOOO",
            Texts(
                "Yksilölliset arviointikriteerit",
                "Individuella bedömningskriterier",
                "Individual assessment criteria",
            ),
        ),
    ),
)
