"""Fields that several objects have in common, each declared once."""

from dataclasses import replace

from ehoks.common.texts import Texts
from hoks.schema.fields import NOTHING, Field, Peruste
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


def koodi(
    key: str,
    uri: Scalar,
    access: str,
    label: Texts,
    explanation: Texts | None = None,
    example: str | None = None,
    peruste: Peruste | None = None,
    lyhyt: Texts | None = None,
    oma: Texts | None = None,
) -> tuple[Field, Field]:
    """`<key>-uri` and `<key>-versio`: a code of a code list and the version of the code."""
    version = Texts(
        f"{label.fi} (koodin versio)", f"{label.sv} (kodens version)", f"{label.en} (code version)"
    )
    return (
        Field(
            f"{key}-uri",
            uri,
            access,
            label,
            explanation=explanation,
            example=example,
            peruste=peruste,
            lyhyt=lyhyt,
            oma=oma,
        ),
        Field(f"{key}-versio", INT, access, version),
    )


# An id that names a part of the stored plan; the statistics feed goes by module-id alone.
_ID_LABEL = Texts("Tunnistenumero", "Identifikationsnummer", "Identification number")
_ROW_ID = Texts(
    "Osan numero, jonka palvelu antaa. Kun lähetät sen takaisin, osa säilyy samana osana.",
    "Delens nummer, som tjänsten ger. När du sänder det tillbaka förblir delen densamma.",
    "The number of the part, given by the service. Send it back, and the part stays the same one.",
)
ROW_ID = Field("id", INT, "XOORX", _ID_LABEL, explanation=_ROW_ID, example=7)
STATIC_ROW_ID = Field("id", INT, "OOORX", _ID_LABEL, explanation=_ROW_ID, example=8)
# Clients may still send an id of a person or a workplace; it names nothing and is dropped.
LEGACY_ID = Field(
    "id",
    INT,
    "OOOXX",
    _ID_LABEL,
    explanation=Texts(
        "Jäänne vanhoista järjestelmistä: saa lähettää, mutta mitään ei tallenneta.",
        "En kvarleva från gamla system: får sändas, men ingenting sparas.",
        "A relic of old systems: it may be sent, but nothing is stored.",
    ),
)
MODULE_ID = Field(
    "module-id",
    UUID,
    "XXXRO",
    Texts("Osan tunniste", "Delens identifierare", "Identifier of the part"),
    explanation=Texts(
        "Palvelun antama pysyvä UUID. Se säilyy niin kauan kuin osa säilyy.",
        "En bestående UUID som tjänsten ger. Den är densamma så länge delen finns kvar.",
        "A lasting UUID given by the service. It stays as long as the part does.",
    ),
)

ALKU = Field(
    "alku",
    PVM,
    "RRRRR",
    Texts("Alkupäivä", "Startdatum", "Start date"),
    explanation=Texts("Ensimmäinen päivä.", "Första dagen.", "The first day."),
    example="2025-01-07",
    ohje=NOTHING,
)
LOPPU = Field(
    "loppu",
    PVM,
    "RRRRR",
    Texts("Loppupäivä", "Slutdatum", "End date"),
    explanation=Texts(
        "Viimeinen päivä; se kuuluu vielä mukaan.",
        "Sista dagen; den räknas med.",
        "The last day; it is included.",
    ),
    example="2025-05-30",
    ohje=NOTHING,
)
OPTIONAL_ALKU = replace(ALKU, access="OOOOO")
OPTIONAL_LOPPU = replace(LOPPU, access="OOOOO")

NIMI = Field("nimi", TEKSTI, "RRRRR", Texts("Nimi", "Namn", "Name"), example="Pullapaja Oy")
OPPILAITOS_OID = Field(
    "oppilaitos-oid",
    ORGANISAATIO_OID,
    "RRRRR",
    Texts("Oppilaitos (OID)", "Läroanstalt (OID)", "Institution (OID)"),
    explanation=Texts(
        "Oppilaitoksen tai muun organisaation tunniste Organisaatiopalvelussa.",
        "Läroanstaltens eller någon annan organisations kod i Organisationstjänsten.",
        "The identifier of the school, or of another organisation, in Organisaatiopalvelu.",
    ),
    ohje=Texts(
        "Oppilaitos tai muu organisaatio.",
        "Läroanstalten eller en annan organisation.",
        "The school, or another organisation.",
    ),
)
OPTIONAL_OPPILAITOS_OID = replace(OPPILAITOS_OID, access="OOOOO")
YRITYS_Y_TUNNUS = Field(
    "y-tunnus", Y_TUNNUS, "OOOOO", Texts("Y-tunnus", "FO-nummer", "Business ID")
)

TUTKINNON_OSA_KOODI = koodi(
    "tutkinnon-osa-koodi",
    TUTKINNON_OSA_URI,
    "RRORR",
    Texts("Tutkinnon osa", "Examensdel", "Qualification unit"),
    explanation=Texts(
        "Mikä tutkinnon osa on kyseessä: sen koodi ePerusteissa.",
        "Vilken examensdel det gäller: dess kod i eGrunder.",
        "Which unit it is: its code in ePerusteet.",
    ),
    peruste=Peruste.LAKI,
)
OSA_ALUE = Texts("Osa-alue", "Delområde", "Sub-area")
OSA_ALUE_KOODI = koodi(
    "osa-alue-koodi",
    OSA_ALUE_URI,
    "RRRRR",
    OSA_ALUE,
    explanation=Texts(
        "Mikä yhteisen tutkinnon osan osa-alue on kyseessä.",
        "Vilket delområde av den gemensamma examensdelen det gäller.",
        "Which sub-area of the common unit it is.",
    ),
    peruste=Peruste.LAKI,
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
    explanation=Texts(
        "Niiden tutkinnon perusteiden diaarinumero, joista osa on valittu.",
        "Diarienumret för de examensgrunder som delen har valts ur.",
        "The record number of the requirements that the unit was chosen from.",
    ),
    example="OPH-1492-2024",
    lyhyt=Texts("Perusteen diaarinumero", "Grundernas diarienummer", "Number of the requirements"),
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
    explanation=Texts(
        "Mistä vaatimuksista tai tavoitteista on sovittu poikettavan ja miten.",
        "Vilka krav eller mål man har kommit överens om att avvika från, och hur.",
        "Which requirements or objectives it was agreed to deviate from, and how.",
    ),
    example="Raskaat nostot jätetään pois.",
    peruste=Peruste.LAKI,
    lyhyt=Texts(
        "Vaatimuksista tai tavoitteista poikkeaminen",
        "Avvikelse från krav eller mål",
        "Deviation from requirements or objectives",
    ),
)
KOULUTUKSEN_JARJESTAJA_OID = Field(
    "koulutuksen-jarjestaja-oid",
    ORGANISAATIO_OID,
    "OOOOO",
    Texts("Koulutuksen järjestäjä (OID)", "Utbildningsanordnare (OID)", "Education provider (OID)"),
    explanation=Texts(
        "Kuka järjestää tämän osan, jos se on joku muu kuin opiskeluoikeuden koulutuksen "
        "järjestäjä.",
        "Vem som ordnar delen, om det är någon annan än studierättens utbildningsanordnare.",
        "Who provides this part, if not the education provider of the study right.",
    ),
    lyhyt=Texts(
        "Toteuttava koulutuksen järjestäjä",
        "Genomförande utbildningsanordnare",
        "Delivering provider",
    ),
)
TODENTANUT_JARJESTAJA_OID = replace(
    KOULUTUKSEN_JARJESTAJA_OID,
    lyhyt=Texts("Osaamisen todentanut", "Kunnandet har verifierats av", "Competence verified by"),
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
    explanation=Texts(
        "true, jos osaan liittyy vielä jokin olennainen seikka. Itse seikkaa ei kirjata "
        "rekisteriin.",
        "true, om det finns någon väsentlig omständighet till. Själva omständigheten antecknas "
        "inte i registret.",
        "true, if there is one more essential circumstance. What it is does not go into the "
        "register.",
    ),
    peruste=Peruste.LAKI,
    ohje=Texts(
        "Onko osaan sovittu vielä jotain olennaista. Itse seikkaa ei kirjata tänne.",
        "Om något väsentligt ännu har avtalats om delen. Själva saken antecknas inte här.",
        "Whether anything else essential was agreed of the unit. What it is is not told here.",
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
    explanation=Texts(
        "Suunniteltu opetus ja ohjaus tunteina. Desimaalit käyvät.",
        "Planerad undervisning och handledning i timmar. Decimaler går bra.",
        "Planned teaching and guidance in hours. Decimals will do.",
    ),
    example=212.5,
    peruste=Peruste.LAKI,
    lyhyt=Texts("Opetus ja ohjaus", "Undervisning och handledning", "Teaching and guidance"),
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
        explanation=Texts(
            "Paikallisen osan tunniste, jos osa on julkaistu ePerusteissa.",
            "Den lokala delens kod, om delen har publicerats i eGrunder.",
            "The identifier of the local unit, if it is published in ePerusteet.",
        ),
        example="4711",
        lyhyt=Texts("ePerusteet AMOSAA -tunniste", "ePerusteet AMOSAA-kod", "ePerusteet AMOSAA id"),
    ),
    Field(
        "nimi",
        TEKSTI,
        "OOOOO",
        Texts("Tutkinnon osan nimi", "Examensdelens namn", "Name of the qualification unit"),
        explanation=Texts(
            "Näkyy opiskelijalle ja palautekyselyssä, sillä paikallisella osalla ei ole koodia.",
            "Visas för studeranden och i responsenkäten, eftersom en lokal del inte har någon kod.",
            "Shown to the student and in the feedback survey, as a local unit has no code.",
        ),
        example="Hapanjuuren hoito",
        peruste=Peruste.LAKI,
    ),
    Field(
        "laajuus",
        INT,
        "OOOOO",
        Texts(
            "Laajuus (osaamispistettä)", "Omfattning (kompetenspoäng)", "Scope (competence points)"
        ),
        explanation=Texts(
            "Vain kokonaiset osaamispisteet.",
            "Endast hela kompetenspoäng.",
            "Whole competence points only.",
        ),
        example=5,
        peruste=Peruste.SUOSITUS,
    ),
)
TAVOITTEET_JA_SISALLOT = Field(
    "tavoitteet-ja-sisallot",
    TEKSTI,
    "OOOOO",
    Texts("Tavoitteet ja sisällöt", "Mål och innehåll", "Objectives and contents"),
    explanation=Texts(
        "Mitä opiskelija paikallisessa osassa oppii.",
        "Vad studeranden lär sig i den lokala delen.",
        "What the student learns in the local unit.",
    ),
    example="Ylläpitää hapanjuurta ja leipoo siitä.",
    peruste=Peruste.SUOSITUS,
)


def todentamisen_prosessi(access: str) -> tuple[Field, Field]:
    """How the prior competence was verified: some objects require it, others do not."""
    label = Texts(
        "Osaamisen todentamisen prosessi",
        "Process för verifiering av kunnandet",
        "Process for verifying the competence",
    )
    explanation = Texts(
        "Todettiinko aiempi osaaminen suoraan, arvioijien kautta vai näytössä.",
        "Om det tidigare kunnandet verifierades direkt, via bedömare eller i yrkesprov.",
        "Whether the prior competence was verified directly, by assessors or in a demonstration.",
    )
    return koodi("valittu-todentamisen-prosessi-koodi", TODENTAMIS_URI, access, label, explanation)
