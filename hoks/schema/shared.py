"""Fields that several objects have in common, each declared once."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field
from hoks.schema.scalars import (
    INT,
    ORGANISAATIO_OID,
    OSA_ALUE_URI,
    PVM,
    TEKSTI,
    TODENTAMIS_URI,
    TOTUUS,
    TUNNIT,
    TUTKINNON_OSA_URI,
    UUID,
    Y_TUNNUS,
    Scalar,
)


def koodi(key: str, uri: Scalar, access: str, label: Texts) -> tuple[Field, Field]:
    """`<key>-uri` and `<key>-versio`: a code of a code list and the version of the code."""
    version = Texts(
        f"{label.fi} (koodin versio)", f"{label.sv} (kodens version)", f"{label.en} (code version)"
    )
    return Field(f"{key}-uri", uri, access, label), Field(f"{key}-versio", INT, access, version)


# An id that names a part of the stored plan; the statistics feed goes by module-id alone.
_ID_LABEL = Texts("Tunnistenumero", "Identifikationsnummer", "Identification number")
ROW_ID = Field("id", INT, "XOORX", _ID_LABEL)
STATIC_ROW_ID = Field("id", INT, "OOORX", _ID_LABEL)
# Clients may still send an id of a person or a workplace; it names nothing and is dropped.
LEGACY_ID = Field("id", INT, "OOOXX", _ID_LABEL)
MODULE_ID = Field(
    "module-id",
    UUID,
    "XXXRO",
    Texts("Osan tunniste", "Delens identifierare", "Identifier of the part"),
)

ALKU = Field("alku", PVM, "RRRRR", Texts("Alkupäivä", "Startdatum", "Start date"))
LOPPU = Field("loppu", PVM, "RRRRR", Texts("Loppupäivä", "Slutdatum", "End date"))
OPTIONAL_ALKU = Field("alku", PVM, "OOOOO", ALKU.label)
OPTIONAL_LOPPU = Field("loppu", PVM, "OOOOO", LOPPU.label)

NIMI = Field("nimi", TEKSTI, "RRRRR", Texts("Nimi", "Namn", "Name"))
OPPILAITOS_OID = Field(
    "oppilaitos-oid",
    ORGANISAATIO_OID,
    "RRRRR",
    Texts("Oppilaitos (OID)", "Läroanstalt (OID)", "Institution (OID)"),
)
OPTIONAL_OPPILAITOS_OID = Field("oppilaitos-oid", ORGANISAATIO_OID, "OOOOO", OPPILAITOS_OID.label)
YRITYS_Y_TUNNUS = Field(
    "y-tunnus", Y_TUNNUS, "OOOOO", Texts("Y-tunnus", "FO-nummer", "Business ID")
)

TUTKINNON_OSA_KOODI = koodi(
    "tutkinnon-osa-koodi",
    TUTKINNON_OSA_URI,
    "RRORR",
    Texts("Tutkinnon osa", "Examensdel", "Qualification unit"),
)
OSA_ALUE_KOODI = koodi(
    "osa-alue-koodi", OSA_ALUE_URI, "RRRRR", Texts("Osa-alue", "Delområde", "Sub-area")
)
DIAARINRO = Field(
    "tutkinnon-osan-perusteen-diaarinro",
    TEKSTI,
    "OOOOO",
    Texts(
        "Tutkinnon perusteiden diaarinumero",
        "Examensgrundernas diarienummer",
        "Record number of the qualification requirements",
    ),
)
POIKKEAMINEN = Field(
    "vaatimuksista-tai-tavoitteista-poikkeaminen",
    TEKSTI,
    "OOOOO",
    Texts(
        "Poikkeaminen vaatimuksista tai tavoitteista",
        "Avvikelse från kraven eller målen",
        "Deviation from the requirements or objectives",
    ),
)
KOULUTUKSEN_JARJESTAJA_OID = Field(
    "koulutuksen-jarjestaja-oid",
    ORGANISAATIO_OID,
    "OOOOO",
    Texts("Koulutuksen järjestäjä (OID)", "Utbildningsanordnare (OID)", "Education provider (OID)"),
)
OLENNAINEN_SEIKKA = Field(
    "olennainen-seikka",
    TOTUUS,
    "OOOOO",
    Texts(
        "Muu olennainen seikka on olemassa",
        "Det finns någon annan väsentlig omständighet",
        "There is another essential circumstance",
    ),
)
OPETUS_JA_OHJAUS_MAARA = Field(
    "opetus-ja-ohjaus-maara",
    TUNNIT,
    "OOOOO",
    Texts(
        "Opetuksen ja ohjauksen määrä (tuntia)",
        "Mängden undervisning och handledning (timmar)",
        "Amount of teaching and guidance (hours)",
    ),
)

# What a local unit tells of itself, as no code list knows it.
PAIKALLINEN_TUTKINNON_OSA = (
    Field(
        "amosaa-tunniste",
        TEKSTI,
        "OOOOO",
        Texts(
            "Tunniste ePerusteet-palvelussa (AMOSAA)",
            "Kod i tjänsten eGrunder (AMOSAA)",
            "Identifier in the ePerusteet service (AMOSAA)",
        ),
    ),
    Field(
        "nimi",
        TEKSTI,
        "OOOOO",
        Texts("Tutkinnon osan nimi", "Examensdelens namn", "Name of the qualification unit"),
    ),
    Field(
        "laajuus",
        INT,
        "OOOOO",
        Texts(
            "Laajuus (osaamispistettä)", "Omfattning (kompetenspoäng)", "Scope (competence points)"
        ),
    ),
    Field(
        "tavoitteet-ja-sisallot",
        TEKSTI,
        "OOOOO",
        Texts("Tavoitteet ja sisällöt", "Mål och innehåll", "Objectives and contents"),
    ),
)


def todentamisen_prosessi(access: str) -> tuple[Field, Field]:
    """How the prior competence was verified: some objects require it, others do not."""
    label = Texts(
        "Osaamisen todentamisen prosessi",
        "Process för verifiering av kunnandet",
        "Process for verifying the competence",
    )
    return koodi("valittu-todentamisen-prosessi-koodi", TODENTAMIS_URI, access, label)
