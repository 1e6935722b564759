"""Persons and organisations of a HOKS and the code they may refer to: the same in every use."""

from dataclasses import replace

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ObjectType, Peruste, by_law
from hoks.schema.scalars import PUHELINNUMERO, TEKSTI, TEKSTI256
from hoks.schema.shared import (
    LEGACY_ID,
    NIMI,
    OPPILAITOS_OID,
    OPTIONAL_OPPILAITOS_OID,
    OSA_ALUE,
    YRITYS_Y_TUNNUS,
    koodi,
)

# Pages tell all assessors together, whoever they represent.
ARVIOIJAT = Texts("Osaamisen arvioijat", "Bedömare av kunnandet", "Assessors of competence")
_ARVIOIJA = Texts("Arvioija", "Bedömare", "Assessor")
SAHKOPOSTI = Texts("Sähköposti", "E-post", "Email")
PUHELINNUMERO_LABEL = Texts("Puhelinnumero", "Telefonnummer", "Phone number")


def _organisaatio(organisation: ObjectType) -> Field:
    return Field(
        "organisaatio",
        organisation,
        "RRRRR",
        Texts("Organisaatio", "Organisation", "Organisation"),
        explanation=Texts(
            "Mitä organisaatiota arvioija edustaa.",
            "Vilken organisation bedömaren företräder.",
            "Which organisation the assessor represents.",
        ),
    )


def _henkilo(example: str) -> Field:
    return replace(NIMI, example=example, peruste=Peruste.LAKI)


VASTUULLINEN_TYOPAIKKAOHJAAJA = ObjectType(
    name="VastuullinenTyopaikkaOhjaaja",
    label=Texts(
        "Vastuullinen työpaikkaohjaaja",
        "Ansvarig arbetsplatshandledare",
        "Responsible workplace instructor",
    ),
    fields=(
        LEGACY_ID,
        _henkilo("Onni Ohjaaja"),
        Field(
            "sahkoposti",
            TEKSTI,
            "OOOOO",
            SAHKOPOSTI,
            explanation=Texts(
                "Osoite, johon työpaikan palautekysely lähetetään.",
                "Adressen dit arbetsplatsens responsenkät skickas.",
                "Where the workplace’s feedback survey is sent.",
            ),
            example="onni.ohjaaja@example.fi",
            peruste=Peruste.LAKI,
        ),
        Field(
            "puhelinnumero",
            PUHELINNUMERO,
            "OOOOO",
            PUHELINNUMERO_LABEL,
            explanation=Texts(
                "Numero, johon työpaikan palautekysely lähetetään, jos sähköpostia ei ole.",
                "Numret dit arbetsplatsens responsenkät skickas, om e-post saknas.",
                "Where the workplace’s feedback survey is sent, if there is no email.",
            ),
            peruste=Peruste.LAKI,
        ),
    ),
)

OPPILAITOSHENKILO = ObjectType(
    name="Oppilaitoshenkilo",
    label=Texts("Oppilaitoksen edustaja", "Läroanstaltens representant", "School representative"),
    fields=(
        LEGACY_ID,
        _henkilo("Väinö Kalevainen"),
        Field(
            "rooli",
            TEKSTI,
            "OOOOO",
            Texts("Rooli", "Roll", "Role"),
            explanation=Texts(
                "Tehtävä, vapaasti kirjoitettuna.",
                "Uppgift, i fri form.",
                "What the person does, in free words.",
            ),
            example="vastuuopettaja",
        ),
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
    fields=(
        LEGACY_ID,
        _henkilo("Väinö Kalevainen"),
        _organisaatio(KOULUTUKSEN_JARJESTAJA_ORGANISAATIO),
    ),
    yksi=_ARVIOIJA,
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
    fields=(LEGACY_ID, _henkilo("Onni Ohjaaja"), _organisaatio(TYOELAMA_ORGANISAATIO)),
    yksi=_ARVIOIJA,
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
        by_law(NIMI),
        YRITYS_Y_TUNNUS,
        Field(
            "kuvaus",
            TEKSTI,
            "OOOOO",
            Texts("Kuvaus", "Beskrivning", "Description"),
            explanation=Texts(
                "Millainen paikka on.", "Hurdan platsen är.", "What kind of place it is."
            ),
            example="Käsityöleipomo ja kahvila",
            lyhyt=Texts("Paikka", "Plats", "Where"),
        ),
    ),
)

KOODISTO_KOODI = ObjectType(
    name="KoodistoKoodi",
    label=Texts("Koodi", "Kod", "Code"),
    fields=koodi(
        "koodi",
        TEKSTI256,
        "RRRRR",
        Texts("Koodi", "Kod", "Code"),
        explanation=Texts(
            "Osa-alueen koodi koodistosta ammatillisenoppiaineet.",
            "Delområdets kod i koduppsättningen ammatillisenoppiaineet.",
            "The code of the sub-area in the code set ammatillisenoppiaineet.",
        ),
        example="ammatillisenoppiaineet_vvai",
    ),
    yksi=OSA_ALUE,
)
