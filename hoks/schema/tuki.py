"""The support that the student gets: studies that strengthen study skills, support for learning."""

from dataclasses import replace

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ObjectType
from hoks.schema.scalars import OSARYHMA_URI, TEKSTI, TUKITYYPPI_URI
from hoks.schema.shared import ALKU, LOPPU, NIMI, OPTIONAL_ALKU, OPTIONAL_LOPPU, STATIC_ROW_ID

OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT = ObjectType(
    name="OpiskeluvalmiuksiaTukevatOpinnot",
    label=Texts(
        "Opiskeluvalmiuksia tukevat opinnot",
        "Studier som stöder studiefärdigheterna",
        "Studies that support study skills",
    ),
    fields=(
        STATIC_ROW_ID,
        replace(NIMI, example="Oppimaan oppiminen"),
        Field(
            "kuvaus",
            TEKSTI,
            "RRRRR",
            Texts("Kuvaus", "Beskrivning", "Description"),
            explanation=Texts(
                "Mitä opinnoissa tehdään.",
                "Vad studierna innehåller.",
                "What the studies are about.",
            ),
            example="Opiskelutaitojen vahvistaminen pienryhmässä",
        ),
        ALKU,
        LOPPU,
    ),
    yksi=Texts("Opinto", "Studier", "Studies"),
)

OPPIMISEN_TUKI = ObjectType(
    name="OppimisenTuki",
    label=Texts("Oppimisen tuki", "Stöd för lärandet", "Learning support"),
    fields=(
        Field(
            "oppimisen-tuen-tyyppi-koodi-uri",
            TUKITYYPPI_URI,
            "RRRRR",
            Texts("Oppimisen tuen tyyppi", "Typ av stöd för lärandet", "Type of learning support"),
            explanation=Texts(
                "Millaista tukea annetaan. Vain tukiopetuksesta kirjataan myös päivät ja "
                "tutkinnon osan tyyppi.",
                "Hurdant stöd som ges. Bara för stödundervisning antecknas också datum och typ av "
                "examensdel.",
                "What kind of support is given. Only remedial teaching also tells its dates and "
                "the kind of unit.",
            ),
            example="ammatillinenkoulutusoppimisentuentyyppi_01",
        ),
        OPTIONAL_ALKU,
        OPTIONAL_LOPPU,
        Field(
            "tutkinnon-osan-tyyppi-koodi-uri",
            OSARYHMA_URI,
            "OOOOO",
            Texts("Tutkinnon osan tyyppi", "Typ av examensdel", "Type of qualification unit"),
            explanation=Texts(
                "Annettiinko tukiopetusta ammatillisessa vai yhteisessä tutkinnon osassa.",
                "Om stödundervisningen gavs i en yrkesinriktad eller en gemensam examensdel.",
                "Whether the remedial teaching was given in a vocational or in a common unit.",
            ),
        ),
    ),
    yksi=Texts("Tuki", "Stöd", "Support"),
)
