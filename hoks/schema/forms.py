"""What each kind of value looks like: in words for people, and an example."""

from typing import Any, NamedTuple

from ehoks.common.texts import Texts
from hoks.schema import scalars, vipunen
from hoks.schema.fields import Field
from hoks.schema.scalars import Scalar


class Form(NamedTuple):
    """How a value is written, its limits, and one that would do."""

    words: Texts
    example: Any


def _koodi(example: str) -> Form:
    return Form(Texts("koodi", "kod", "code"), example)


_LUKU = Texts("luku, vähintään 0", "tal, minst 0", "number, at least 0")

FORMS: dict[Scalar, Form] = {
    scalars.TEKSTI: Form(Texts("teksti", "text", "text"), "teksti"),
    scalars.TEKSTI256: Form(
        Texts(
            "teksti, enintään 256 merkkiä", "text, högst 256 tecken", "text, at most 256 characters"
        ),
        "teksti",
    ),
    scalars.TUNNISTE: Form(
        Texts("teksti, 1–256 merkkiä", "text, 1–256 tecken", "text, 1–256 characters"), "jakso-1"
    ),
    scalars.PUHELINNUMERO: Form(
        Texts(
            "puhelinnumero: numeroita, välilyöntejä ja merkkejä + - ( ), enintään 256",
            "telefonnummer: siffror, mellanslag och tecknen + - ( ), högst 256",
            "phone number: digits, spaces and + - ( ), at most 256",
        ),
        "+358 40 1234567",
    ),
    scalars.INT: Form(
        Texts("kokonaisluku, 32 bittiä", "heltal, 32 bitar", "whole number, 32 bits"), 1
    ),
    scalars.TUNNIT: Form(_LUKU, 40),
    scalars.LAAJUUS: Form(_LUKU, 4),
    scalars.TOTUUS: Form(
        Texts("true tai false", "true eller false", "true or false"), example=True
    ),
    scalars.PVM: Form(
        Texts("päivämäärä VVVV-KK-PP", "datum ÅÅÅÅ-MM-DD", "date YYYY-MM-DD"), "2025-01-07"
    ),
    scalars.AIKALEIMA: Form(
        Texts(
            "aikaleima (ISO 8601); ilman aikavyöhykettä UTC, sekunnin tarkkuus",
            "tidsstämpel (ISO 8601); utan tidszon UTC, på sekunden när",
            "timestamp (ISO 8601); without a zone UTC, to the second",
        ),
        "2024-08-15T09:30:00Z",
    ),
    scalars.UUID: Form(Texts("UUID", "UUID", "UUID"), "0b1c2d3e-4f50-4a61-8b72-9c83ad94be05"),
    scalars.OPPIJA_OID: Form(
        Texts(
            "oppijanumero (OID), tarkistusnumero tarkistetaan",
            "studentnummer (OID), kontrollsiffran kontrolleras",
            "learner number (OID), its check digit is checked",
        ),
        "1.2.246.562.24.27182818287",
    ),
    scalars.OPISKELUOIKEUS_OID: Form(
        Texts(
            "opiskeluoikeuden OID, tarkistusnumero tarkistetaan",
            "studierättens OID, kontrollsiffran kontrolleras",
            "OID of a study right, its check digit is checked",
        ),
        "1.2.246.562.15.27182818289",
    ),
    scalars.ORGANISAATIO_OID: Form(
        Texts("organisaation OID", "organisationens OID", "OID of an organisation"),
        "1.2.246.562.10.27182818289",
    ),
    scalars.Y_TUNNUS: Form(
        Texts(
            "Y-tunnus, tarkistusnumero tarkistetaan",
            "FO-nummer, kontrollsiffran kontrolleras",
            "business ID, its check digit is checked",
        ),
        "1618033-3",
    ),
    scalars.TUTKINNON_OSA_URI: _koodi("tutkinnonosat_106901"),
    scalars.OSA_ALUE_URI: _koodi("ammatillisenoppiaineet_vvai"),
    scalars.HANKKIMISTAPA_URI: _koodi("osaamisenhankkimistapa_oppisopimus"),
    scalars.OPPISOPIMUS_PERUSTA_URI: _koodi("oppisopimuksenperusta_01"),
    scalars.OPPIMISYMPARISTO_URI: _koodi("oppimisymparistot_0002"),
    scalars.TODENTAMIS_URI: _koodi("osaamisentodentamisenprosessi_0003"),
    scalars.URASUUNNITELMA_URI: _koodi("urasuunnitelma_0002"),
    scalars.KOULUTUKSEN_OSA_URI: _koodi("koulutuksenosattuva_101"),
    scalars.TUKITYYPPI_URI: _koodi("ammatillinenkoulutusoppimisentuentyyppi_01"),
    scalars.OSARYHMA_URI: _koodi("ammatillisentutkinnonosanryhma_1"),
    vipunen.PEITETTY: Form(
        Texts("peitetty teksti", "dold text", "text left out"), vipunen.REDACTED
    ),
    vipunen.ON_NIMETTY: Form(
        Texts(
            "true: on nimetty, ei muuta", "true: har utsetts, inget annat", "true: named, no more"
        ),
        example=True,
    ),
}


def example(field: Field) -> Any:
    """A value for a field of scalar kind: its own, else its kind's."""
    assert isinstance(field.type, Scalar)
    return FORMS[field.type].example if field.example is None else field.example
