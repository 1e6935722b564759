"""The root of a HOKS, and the support the student gets."""

from ehoks.common.texts import Texts
from hoks.schema.aiemmin_hankitut import (
    AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
    AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
    AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
)
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.hankittavat import (
    HANKITTAVA_AMMAT_TUTKINNON_OSA,
    HANKITTAVA_KOULUTUKSEN_OSA,
    HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
    HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
)
from hoks.schema.scalars import (
    AIKALEIMA,
    INT,
    OPISKELUOIKEUS_OID,
    OPPIJA_OID,
    OSARYHMA_URI,
    PVM,
    TEKSTI,
    TEKSTI256,
    TOTUUS,
    TUKITYYPPI_URI,
    URASUUNNITELMA_URI,
)
from hoks.schema.shared import (
    ALKU,
    LOPPU,
    NIMI,
    OPTIONAL_ALKU,
    OPTIONAL_LOPPU,
    STATIC_ROW_ID,
    koodi,
)

OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT = ObjectType(
    name="OpiskeluvalmiuksiaTukevatOpinnot",
    label=Texts(
        "Opiskeluvalmiuksia tukevat opinnot",
        "Studier som stöder studiefärdigheterna",
        "Studies that support study skills",
    ),
    fields=(
        STATIC_ROW_ID,
        NIMI,
        Field("kuvaus", TEKSTI, "RRRRR", Texts("Kuvaus", "Beskrivning", "Description")),
        ALKU,
        LOPPU,
    ),
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
        ),
        OPTIONAL_ALKU,
        OPTIONAL_LOPPU,
        Field(
            "tutkinnon-osan-tyyppi-koodi-uri",
            OSARYHMA_URI,
            "OOOOO",
            Texts("Tutkinnon osan tyyppi", "Typ av examensdel", "Type of qualification unit"),
        ),
    ),
)


def _parts(key: str, item: ObjectType, label: Texts) -> Field:
    """A list of the root; PATCH changes what the plan says of itself, never its lists."""
    return Field(key, ListOf(item), "OOXOO", label)


HOKS = ObjectType(
    name="HOKS",
    label=Texts(
        "Henkilökohtainen osaamisen kehittämissuunnitelma (HOKS)",
        "Personlig utvecklingsplan för kunnandet (PUK)",
        "Personal competence development plan (HOKS)",
    ),
    fields=(
        Field(
            "id",
            INT,
            "XOORR",
            Texts("HOKSin tunnistenumero", "Planens nummer", "Number of the plan"),
        ),
        Field("eid", TEKSTI, "XXXRR", Texts("HOKSin eID", "Planens eID", "eID of the plan")),
        Field(
            "oppija-oid",
            OPPIJA_OID,
            "ROOOO",
            Texts("Oppijanumero (OID)", "Studentnummer (OID)", "Learner number (OID)"),
        ),
        Field(
            "sahkoposti",
            TEKSTI,
            "OOOOO",
            Texts("Opiskelijan sähköposti", "Studerandens e-post", "Email of the student"),
        ),
        Field(
            "puhelinnumero",
            TEKSTI256,
            "OOOOO",
            Texts(
                "Opiskelijan puhelinnumero",
                "Studerandens telefonnummer",
                "Phone number of the student",
            ),
        ),
        Field(
            "opiskeluoikeus-oid",
            OPISKELUOIKEUS_OID,
            "ROOOO",
            Texts("Opiskeluoikeus (OID)", "Studierätt (OID)", "Study right (OID)"),
        ),
        Field(
            "tuva-opiskeluoikeus-oid",
            OPISKELUOIKEUS_OID,
            "OOOOO",
            Texts(
                "TUVA-opiskeluoikeus (OID)",
                "Studierätt i Hux-utbildning (OID)",
                "Study right in preparatory education (TUVA, OID)",
            ),
        ),
        *koodi(
            "urasuunnitelma-koodi",
            URASUUNNITELMA_URI,
            "OOOOO",
            Texts("Urasuunnitelma", "Karriärplan", "Career plan"),
        ),
        Field(
            "versio", INT, "OOOOO", Texts("HOKSin versio", "Planens version", "Version of the plan")
        ),
        Field(
            "ensikertainen-hyvaksyminen",
            PVM,
            "RRORR",
            Texts(
                "Ensimmäisen hyväksymisen päivä",
                "Datum för det första godkännandet",
                "Date of the first approval",
            ),
        ),
        Field("hyvaksytty", AIKALEIMA, "OOOOO", Texts("Hyväksytty", "Godkänd", "Approved")),
        Field("paivitetty", AIKALEIMA, "OOOOO", Texts("Päivitetty", "Uppdaterad", "Updated")),
        Field("poistettu", AIKALEIMA, "XXXXO", Texts("Poistettu", "Raderad", "Deleted")),
        Field(
            "osaamisen-saavuttamisen-pvm",
            PVM,
            "OOOOO",
            Texts(
                "Osaamisen saavuttamisen päivä",
                "Datum då kunnandet har uppnåtts",
                "Date when the competence was achieved",
            ),
        ),
        Field(
            "osaamisen-hankkimisen-tarve",
            TOTUUS,
            "RROOO",
            Texts(
                "Osaamisen hankkimisen tarve",
                "Behov av att förvärva kunnande",
                "Need to acquire competence",
            ),
        ),
        Field(
            "manuaalisyotto",
            TOTUUS,
            "XXXOO",
            Texts("Syötetty käsin", "Inmatad för hand", "Entered by hand"),
        ),
        _parts(
            "aiemmin-hankitut-ammat-tutkinnon-osat",
            AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut ammatilliset tutkinnon osat",
                "Tidigare förvärvade yrkesinriktade examensdelar",
                "Previously acquired vocational units",
            ),
        ),
        _parts(
            "aiemmin-hankitut-yhteiset-tutkinnon-osat",
            AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut yhteiset tutkinnon osat",
                "Tidigare förvärvade gemensamma examensdelar",
                "Previously acquired common units",
            ),
        ),
        _parts(
            "aiemmin-hankitut-paikalliset-tutkinnon-osat",
            AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
            Texts(
                "Aiemmin hankitut paikalliset tutkinnon osat",
                "Tidigare förvärvade lokala examensdelar",
                "Previously acquired local units",
            ),
        ),
        _parts(
            "opiskeluvalmiuksia-tukevat-opinnot",
            OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT,
            OPISKELUVALMIUKSIA_TUKEVAT_OPINNOT.label,
        ),
        _parts("oppimisen-tuki", OPPIMISEN_TUKI, OPPIMISEN_TUKI.label),
        _parts(
            "hankittavat-ammat-tutkinnon-osat",
            HANKITTAVA_AMMAT_TUTKINNON_OSA,
            Texts(
                "Hankittavat ammatilliset tutkinnon osat",
                "Yrkesinriktade examensdelar som ska förvärvas",
                "Vocational units to be acquired",
            ),
        ),
        _parts(
            "hankittavat-yhteiset-tutkinnon-osat",
            HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
            Texts(
                "Hankittavat yhteiset tutkinnon osat",
                "Gemensamma examensdelar som ska förvärvas",
                "Common units to be acquired",
            ),
        ),
        _parts(
            "hankittavat-paikalliset-tutkinnon-osat",
            HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
            Texts(
                "Hankittavat paikalliset tutkinnon osat",
                "Lokala examensdelar som ska förvärvas",
                "Local units to be acquired",
            ),
        ),
        _parts(
            "hankittavat-koulutuksen-osat",
            HANKITTAVA_KOULUTUKSEN_OSA,
            Texts(
                "Hankittavat TUVA-koulutuksen osat",
                "Delar av Hux-utbildningen som ska förvärvas",
                "Parts of preparatory education (TUVA) to be acquired",
            ),
        ),
    ),
)
