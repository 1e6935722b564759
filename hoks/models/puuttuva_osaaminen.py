"""Competence still to be acquired: units of a qualification, parts of preparatory education."""

from django.db import models
from django.db.models import Q

from hoks.models.base import Osa, TutkinnonOsa, oid_field, tutkinnon_osa_constraints


class HankittavaOsa(TutkinnonOsa):
    """A vocational, local or common unit to acquire, or a subject area of a common one."""

    opetus_ja_ohjaus_maara = models.FloatField(null=True)  # hours

    class Meta:
        db_table = "hankittavat_osat"
        constraints = [
            *tutkinnon_osa_constraints("hankittavat_osat"),
            models.CheckConstraint(
                name="hankittavat_osat_maara",
                condition=Q(opetus_ja_ohjaus_maara=None) | Q(opetus_ja_ohjaus_maara__gte=0),
            ),
        ]
        indexes = [models.Index(fields=["hoks", "tyyppi"], name="hankittavat_osat_tyyppi")]

    def __str__(self) -> str:
        return f"{self.tyyppi} {self.pk}"


class HankittavaKoulutuksenOsa(Osa):
    """A part of preparatory education (TUVA)."""

    koodi_uri = oid_field()
    koodi_versio = models.IntegerField()
    alku = models.DateField()
    loppu = models.DateField()
    laajuus = models.FloatField()  # weeks

    class Meta:
        db_table = "hankittavat_koulutuksen_osat"
        constraints = [
            models.CheckConstraint(
                name="hankittavat_koulutuksen_osat_laajuus", condition=Q(laajuus__gte=0)
            )
        ]

    def __str__(self) -> str:
        return f"{self.koodi_uri} {self.pk}"
