"""Learners and study rights as last told by Oppijanumerorekisteri and Koski."""

from django.contrib.postgres.indexes import GinIndex
from django.db import models


class Oppija(models.Model):
    """A learner: number and name, nothing else."""

    oid = models.CharField(primary_key=True, max_length=256)
    nimi = models.TextField()  # all given names, then the family name
    sukunimi = models.TextField(db_default="")
    updated_at = models.DateTimeField()

    class Meta:
        db_table = "oppijat"
        indexes = [models.Index(fields=["nimi"], name="oppijat_nimi")]

    def __str__(self) -> str:
        return self.oid


class Opiskeluoikeus(models.Model):
    """A study right: whose, in which school, when, towards what."""

    oid = models.CharField(primary_key=True, max_length=256)
    oppija = models.ForeignKey(Oppija, on_delete=models.PROTECT)
    tyyppi = models.CharField(max_length=64)
    tila = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- none yet is not empty
    oppilaitos_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    koulutustoimija_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    tutkinto_nimi = models.JSONField(default=dict)  # {fi, sv?, en?}
    osaamisala_nimi = models.JSONField(default=dict)
    tutkintonimike_nimi = models.JSONField(default=dict, db_default={})
    osittainen = models.BooleanField(default=False, db_default=False)  # not the whole of it
    diaarinumero = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- of the requirements
    alkamispaiva = models.DateField(null=True)
    arvioitu_paattymispaiva = models.DateField(null=True)
    paattymispaiva = models.DateField(null=True)
    # Purchased education: the study right that this one is a part of, and its school.
    hankintakoulutus_jarjestaja_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    hankintakoulutus_opiskeluoikeus_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    koski404 = models.BooleanField(default=False)
    updated_at = models.DateTimeField()

    class Meta:
        db_table = "opiskeluoikeudet"
        indexes = [
            models.Index(fields=["oppilaitos_oid"], name="opiskeluoikeudet_oppilaitos"),
            models.Index(
                fields=["koulutustoimija_oid", "oppilaitos_oid"], name="opiskeluoikeudet_toimija"
            ),
            models.Index(
                fields=["hankintakoulutus_opiskeluoikeus_oid"], name="opiskeluoikeudet_hankinta"
            ),
            models.Index(
                fields=["oppilaitos_oid"],
                include=["hankintakoulutus_opiskeluoikeus_oid"],
                name="opiskeluoikeudet_ostetut",
                condition=models.Q(hankintakoulutus_opiskeluoikeus_oid__isnull=False),
            ),
            models.Index(
                fields=["oppilaitos_oid"],
                name="opiskeluoikeudet_mitatoidyt",
                condition=models.Q(koski404=True),
            ),
            GinIndex(
                fields=["tutkinto_nimi"],
                name="opiskeluoikeudet_tutkinto",
                opclasses=["jsonb_path_ops"],
            ),
        ]

    def __str__(self) -> str:
        return self.oid
