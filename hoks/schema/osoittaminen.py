"""How competence is shown: a demonstration and those who assess it."""

from dataclasses import replace

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType, Peruste
from hoks.schema.henkilot import (
    ARVIOIJAT,
    KOODISTO_KOODI,
    KOULUTUKSEN_JARJESTAJA_ARVIOIJA,
    NAYTON_JARJESTAJA,
    NAYTTOYMPARISTO,
    TYOELAMA_OSAAMISEN_ARVIOIJA,
)
from hoks.schema.scalars import TEKSTI
from hoks.schema.shared import ALKU, LOPPU, MODULE_ID, POIKKEAMINEN, ROW_ID

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
        Field(
            "jarjestaja",
            NAYTON_JARJESTAJA,
            "OOOOO",
            NAYTON_JARJESTAJA.label,
            explanation=Texts(
                "Oppilaitos, joka järjestää näytön, jos se ei ole koulutuksen järjestäjä. Tyhjä "
                "olio on sama kuin ei mitään.",
                "Läroanstalten som ordnar yrkesprovet, om det inte är utbildningsanordnaren. Ett "
                "tomt objekt är detsamma som inget.",
                "The school that organises the demonstration, if it is not the education "
                "provider. An empty object says the same as none.",
            ),
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Oppilaitos, joka järjestää näytön, jos se ei ole koulutuksen järjestäjä.",
                "Läroanstalten som ordnar yrkesprovet, om det inte är utbildningsanordnaren.",
                "The school that organises the demonstration, if it is not the education provider.",
            ),
            lyhyt=Texts("Järjestäjä", "Anordnare", "Organiser"),
        ),
        Field(
            "osa-alueet",
            ListOf(KOODISTO_KOODI),
            "OOOOO",
            Texts(
                "Näyttöön sisältyvät osa-alueet",
                "Delområden som ingår i yrkesprovet",
                "Sub-areas included in the demonstration",
            ),
            explanation=Texts(
                "Yhteisten tutkinnon osien osa-alueet, jotka osoitetaan samassa näytössä.",
                "Delområden i gemensamma examensdelar som visas i samma yrkesprov.",
                "Sub-areas of common units that are shown in the same demonstration.",
            ),
            lyhyt=Texts("Osa-alueet", "Delområden", "Subject areas"),
        ),
        Field(
            "nayttoymparisto",
            NAYTTOYMPARISTO,
            "RRRRR",
            NAYTTOYMPARISTO.label,
            explanation=Texts(
                "Missä osaaminen osoitetaan.",
                "Var kunnandet visas.",
                "Where the competence is shown.",
            ),
            peruste=Peruste.LAKI,
        ),
        Field(
            "sisallon-kuvaus",
            ListOf(TEKSTI),
            "RRRRR",
            Texts(
                "Näytön sisällön kuvaus",
                "Beskrivning av yrkesprovets innehåll",
                "Description of the demonstration",
            ),
            explanation=Texts(
                "Mitä tehden osaaminen osoitetaan, yksi tehtävä kussakin kohdassa.",
                "Vad man gör för att visa kunnandet, en uppgift per post.",
                "What is done to show the competence, one task an item.",
            ),
            example=["leipoo ruisleipää", "huolehtii hygieniasta"],
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Mitä tehden osaaminen osoitetaan, yksi tehtävä kullakin rivillä.",
                "Vad man gör för att visa kunnandet, en uppgift på varje rad.",
                "What is done to show the competence, one task on each line.",
            ),
            lyhyt=Texts("Sisältö", "Innehåll", "Content"),
        ),
        replace(ALKU, example="2025-06-02", peruste=Peruste.LAKI),
        replace(LOPPU, example="2025-06-03", peruste=Peruste.LAKI),
        Field(
            "koulutuksen-jarjestaja-osaamisen-arvioijat",
            ListOf(KOULUTUKSEN_JARJESTAJA_ARVIOIJA),
            "OOOOO",
            Texts(
                "Koulutuksen järjestäjän arvioijat",
                "Utbildningsanordnarens bedömare",
                "Assessors from the education provider",
            ),
            explanation=Texts(
                "Opettajat, jotka arvioivat osaamisen.",
                "Lärarna som bedömer kunnandet.",
                "The teachers who assess the competence.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=ARVIOIJAT,
        ),
        Field(
            "tyoelama-osaamisen-arvioijat",
            ListOf(TYOELAMA_OSAAMISEN_ARVIOIJA),
            "OOOOO",
            Texts(
                "Työelämän arvioijat", "Bedömare från arbetslivet", "Assessors from working life"
            ),
            explanation=Texts(
                "Työelämän edustajat, jotka arvioivat osaamisen.",
                "Företrädarna för arbetslivet som bedömer kunnandet.",
                "The people from working life who assess the competence.",
            ),
            peruste=Peruste.LAKI,
            lyhyt=ARVIOIJAT,
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
            explanation=Texts(
                "Arvioinnin kriteerit, jotka on sovittu vain tälle opiskelijalle.",
                "Bedömningskriterier som har avtalats bara för den här studeranden.",
                "Criteria of assessment agreed for this student only.",
            ),
            example=["punnitsee raaka-aineet ohjeen mukaan"],
            peruste=Peruste.LAKI,
            ohje=Texts(
                "Vain tälle opiskelijalle sovitut kriteerit, yksi kullakin rivillä.",
                "Kriterier som avtalats bara för denna studerande, ett på varje rad.",
                "Criteria agreed for this student only, one on each line.",
            ),
        ),
    ),
    yksi=Texts("Näyttö", "Yrkesprov", "Demonstration"),
)
