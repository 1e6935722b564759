"""Demonstrations of competence, of units to acquire and of recognised ones alike."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from hoks.models.base import Moduuli, oid_field
from hoks.models.olemassa_oleva_osaaminen import AiemminHankittuOsa
from hoks.models.puuttuva_osaaminen import HankittavaOsa


class OsaamisenOsoittaminen(Moduuli):
    """A demonstration: when, where, what is shown and who assesses it."""

    hankittava_osa = models.ForeignKey(HankittavaOsa, on_delete=models.CASCADE, null=True)
    aiemmin_hankittu_osa = models.ForeignKey(
        AiemminHankittuOsa, on_delete=models.CASCADE, null=True
    )
    alku = models.DateField()
    loppu = models.DateField()
    jarjestaja_oppilaitos_oid = oid_field(null=True)
    nayttoymparisto = models.JSONField()  # wire keys, here and below
    osa_alueet = models.JSONField(default=list)
    sisallon_kuvaus = ArrayField(models.TextField())
    yksilolliset_kriteerit = ArrayField(models.TextField())
    koulutuksen_jarjestaja_arvioijat = models.JSONField(default=list)
    tyoelama_arvioijat = models.JSONField(default=list)
    poikkeaminen = models.TextField(null=True)  # noqa: DJ001 -- absent is not empty

    class Meta:
        db_table = "osaamisen_osoittamiset"
        constraints = [
            models.CheckConstraint(
                name="osaamisen_osoittamiset_osa",
                condition=Q(hankittava_osa=None) ^ Q(aiemmin_hankittu_osa=None),
            )
        ]

    def __str__(self) -> str:
        return f"demonstration {self.pk}"
