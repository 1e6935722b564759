"""Competence the learner already had, and how it was verified."""

from django.db import models
from django.db.models import Q

from hoks.models.base import TutkinnonOsa, oid_field, tutkinnon_osa_constraints


class AiemminHankittuOsa(TutkinnonOsa):
    """A recognised unit, or a recognised subject area of a common one."""

    todentamisen_prosessi_koodi_uri = oid_field(null=True)
    todentamisen_prosessi_koodi_versio = models.IntegerField(null=True)
    osaamisen_arvioija = models.JSONField(default=dict)  # wire keys

    class Meta:
        db_table = "aiemmin_hankitut_osat"
        constraints = [
            *tutkinnon_osa_constraints("aiemmin_hankitut_osat"),
            models.CheckConstraint(
                name="aiemmin_hankitut_osat_prosessi",
                condition=Q(tyyppi__in=["ammatillinen", "yhteinen"])
                | Q(
                    todentamisen_prosessi_koodi_uri__isnull=False,
                    todentamisen_prosessi_koodi_versio__isnull=False,
                ),
            ),
        ]
        indexes = [models.Index(fields=["hoks", "tyyppi"], name="aiemmin_hankitut_osat_tyyppi")]

    def __str__(self) -> str:
        return f"{self.tyyppi} {self.pk}"
