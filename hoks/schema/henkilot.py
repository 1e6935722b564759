"""Persons and organisations of a HOKS and the code they may refer to: the same in every use."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ObjectType
from hoks.schema.scalars import PUHELINNUMERO, TEKSTI, TEKSTI256
from hoks.schema.shared import (
    LEGACY_ID,
    NIMI,
    OPPILAITOS_OID,
    OPTIONAL_OPPILAITOS_OID,
    YRITYS_Y_TUNNUS,
    koodi,
)


def _organisaatio(organisation: ObjectType) -> Field:
    return Field(
        "organisaatio",
        organisation,
        "RRRRR",
        Texts("Organisaatio", "Organisation", "Organisation"),
    )


VASTUULLINEN_TYOPAIKKAOHJAAJA = ObjectType(
    name="VastuullinenTyopaikkaOhjaaja",
    label=Texts(
        "Vastuullinen työpaikkaohjaaja",
        "Ansvarig arbetsplatshandledare",
        "Responsible workplace instructor",
    ),
    fields=(
        LEGACY_ID,
        NIMI,
        Field("sahkoposti", TEKSTI, "OOOOO", Texts("Sähköposti", "E-post", "Email")),
        Field(
            "puhelinnumero",
            PUHELINNUMERO,
            "OOOOO",
            Texts("Puhelinnumero", "Telefonnummer", "Phone number"),
        ),
    ),
)

OPPILAITOSHENKILO = ObjectType(
    name="Oppilaitoshenkilo",
    label=Texts("Oppilaitoksen edustaja", "Läroanstaltens representant", "School representative"),
    fields=(
        LEGACY_ID,
        NIMI,
        Field("rooli", TEKSTI, "OOOOO", Texts("Rooli", "Roll", "Role")),
        OPPILAITOS_OID,
    ),
)

KOULUTUKSEN_JARJESTAJA_ORGANISAATIO = ObjectType(
    name="KoulutuksenJarjestajaOrganisaatio",
    label=Texts(
        "Koulutuksen järjestäjän organisaatio",
        "Utbildningsanordnarens organisation",
        "Organisation of the education provider",
    ),
    fields=(OPTIONAL_OPPILAITOS_OID,),
)

KOULUTUKSEN_JARJESTAJA_ARVIOIJA = ObjectType(
    name="KoulutuksenJarjestajaArvioija",
    label=Texts(
        "Koulutuksen järjestäjän arvioija",
        "Utbildningsanordnarens bedömare",
        "Assessor from the education provider",
    ),
    fields=(LEGACY_ID, NIMI, _organisaatio(KOULUTUKSEN_JARJESTAJA_ORGANISAATIO)),
)

TYOELAMA_ORGANISAATIO = ObjectType(
    name="TyoelamaOrganisaatio",
    label=Texts(
        "Työelämän organisaatio", "Organisation i arbetslivet", "Working life organisation"
    ),
    fields=(NIMI, YRITYS_Y_TUNNUS),
)

TYOELAMA_OSAAMISEN_ARVIOIJA = ObjectType(
    name="TyoelamaOsaamisenArvioija",
    label=Texts("Työelämän arvioija", "Bedömare från arbetslivet", "Assessor from working life"),
    fields=(LEGACY_ID, NIMI, _organisaatio(TYOELAMA_ORGANISAATIO)),
)

NAYTON_JARJESTAJA = ObjectType(
    name="NaytonJarjestaja",
    label=Texts("Näytön järjestäjä", "Yrkesprovets anordnare", "Organiser of the demonstration"),
    fields=(LEGACY_ID, OPTIONAL_OPPILAITOS_OID),
    empty_is_absent=True,
)

NAYTTOYMPARISTO = ObjectType(
    name="Nayttoymparisto",
    label=Texts("Näyttöympäristö", "Miljö för yrkesprovet", "Demonstration environment"),
    fields=(
        NIMI,
        YRITYS_Y_TUNNUS,
        Field("kuvaus", TEKSTI, "OOOOO", Texts("Kuvaus", "Beskrivning", "Description")),
    ),
)

KOODISTO_KOODI = ObjectType(
    name="KoodistoKoodi",
    label=Texts("Koodi", "Kod", "Code"),
    fields=koodi("koodi", TEKSTI256, "RRRRR", Texts("Koodi", "Kod", "Code")),
)
