"""What the parts of a plan have in common: identity, place in a list, kinds of units."""

from typing import Any

from django.db import models
from django.db.models import Func, Q

OSAT_SEQUENCE = "hoks_osat_id_seq"


def oid_field(**options: Any) -> "models.CharField[str | None, str | None]":
    """An OID or a code: at most 256 characters."""
    return models.CharField(max_length=256, **options)


class NextOsaId(Func):
    """The next id of a part. One sequence for all kinds: a part's id is unique in the register."""

    template = f"nextval('{OSAT_SEQUENCE}')"
    arity = 0


class Osa(models.Model):
    """A part of a plan: its own id, its plan, its place among its siblings (from 0)."""

    id = models.BigIntegerField(primary_key=True, db_default=NextOsaId())
    hoks = models.ForeignKey("hoks.Hoks", on_delete=models.CASCADE)
    jarjestys = models.SmallIntegerField()

    class Meta:
        abstract = True


class Moduuli(Osa):
    """A part that can be shared: `module_id` stays the same as long as the part lives."""

    module_id = models.UUIDField(unique=True)

    class Meta:
        abstract = True


class TutkinnonOsa(Moduuli):
    """A unit of a qualification, or a subject area of a common unit."""

    class Tyyppi(models.TextChoices):
        """Which list of the plan the unit stands in."""

        AMMATILLINEN = "ammatillinen"
        PAIKALLINEN = "paikallinen"
        YHTEINEN = "yhteinen"
        OSA_ALUE = "osa_alue"

    # Each of its tables has an index that begins with the plan: one of its own only costs.
    hoks = models.ForeignKey("hoks.Hoks", on_delete=models.CASCADE, db_index=False)
    tyyppi = models.CharField(max_length=16, choices=Tyyppi.choices)
    yhteinen = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, related_name="osa_alueet"
    )
    koodi_uri = oid_field(null=True)
    koodi_versio = models.IntegerField(null=True)
    perusteen_diaarinro = models.TextField(null=True)  # noqa: DJ001 -- absent is not empty
    nimi = models.TextField(null=True)  # noqa: DJ001
    laajuus = models.IntegerField(null=True)
    tavoitteet_ja_sisallot = models.TextField(null=True)  # noqa: DJ001
    amosaa_tunniste = models.TextField(null=True)  # noqa: DJ001
    koulutuksen_jarjestaja_oid = oid_field(null=True)
    poikkeaminen = models.TextField(null=True)  # noqa: DJ001
    olennainen_seikka = models.BooleanField(null=True)

    class Meta:
        abstract = True


def tutkinnon_osa_constraints(table: str) -> list[models.BaseConstraint]:
    """What each kind of unit must carry, whoever writes the row."""
    # A comparison with NULL is neither true nor false, and a CHECK passes what is not false.
    has_code = Q(koodi_uri__isnull=False, koodi_versio__isnull=False)
    coded = has_code & Q(koodi_uri__startswith="tutkinnonosat_")
    area = has_code & Q(koodi_uri__startswith="ammatillisenoppiaineet_")
    no_local = Q(nimi=None, laajuus=None, tavoitteet_ja_sisallot=None, amosaa_tunniste=None)
    return [
        models.CheckConstraint(
            name=f"{table}_koodi",
            condition=Q(tyyppi__in=["ammatillinen", "yhteinen"]) & coded
            | Q(tyyppi="osa_alue") & area
            | Q(tyyppi="paikallinen", koodi_uri=None),
        ),
        models.CheckConstraint(
            name=f"{table}_yhteinen",
            condition=Q(tyyppi="osa_alue", yhteinen__isnull=False)
            | ~Q(tyyppi="osa_alue") & Q(yhteinen__isnull=True),
        ),
        models.CheckConstraint(
            name=f"{table}_paikallisen_kentat",
            condition=Q(tyyppi="paikallinen") | no_local,
        ),
    ]
