"""The list that a system sends for reconciliation."""

from ehoks.common.texts import Texts
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.schema.scalars import OPISKELUOIKEUS_OID, OPPIJA_OID, TEKSTI256, TOTUUS

RIVI = ObjectType(
    name="TasmaytysRivi",
    label=Texts("Oma HOKS", "Egen plan", "Own plan"),
    fields=(
        Field(
            "opiskeluoikeus-oid",
            OPISKELUOIKEUS_OID,
            "RRRRX",
            Texts("Opiskeluoikeus (OID)", "Studierätt (OID)", "Study right (OID)"),
        ),
        Field(
            "tiiviste",
            TEKSTI256,
            "OOOOX",
            Texts("Tiiviste tai ETag", "Kondensat eller ETag", "Digest or ETag"),
        ),
        Field(
            "oppija-oid",
            OPPIJA_OID,
            "OOOOX",
            Texts("Oppijanumero (OID)", "Studentnummer (OID)", "Learner number (OID)"),
        ),
    ),
)
TASMAYTYS = ObjectType(
    name="Tasmaytys",
    label=Texts("Täsmäytys", "Avstämning", "Reconciliation"),
    fields=(
        Field(
            "hoksit",
            ListOf(RIVI),
            "RRRRX",
            Texts("Omat HOKSit", "Egna planer", "Own plans"),
        ),
        Field(
            "kattava",
            TOTUUS,
            "OOOOX",
            Texts("Luettelossa on kaikki", "Listan innehåller alla", "The list has them all"),
        ),
        Field(
            "jalkeen",
            OPISKELUOIKEUS_OID,
            "OOOOX",
            Texts(
                "Kaikki tämän opiskeluoikeuden jälkeen",
                "Alla efter denna studierätt",
                "All after this study right",
            ),
        ),
        Field(
            "asti",
            OPISKELUOIKEUS_OID,
            "OOOOX",
            Texts(
                "Kaikki tähän opiskeluoikeuteen asti",
                "Alla till och med denna studierätt",
                "All up to this study right",
            ),
        ),
    ),
)
