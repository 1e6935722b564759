"""Drafts: plans that staff are still writing on the pages."""

import uuid

from django.db import models

from hoks.models.base import oid_field


class HoksLuonnos(models.Model):
    """What one person is writing about one study right; never more than one draft of the two.

    `sisalto` is a document in the shape of the API, right or wrong. When the draft has become a
    plan, or was thrown away, the row stays for a while without it: a page that was left open in
    another tab finds out what happened.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    omistaja_oid = oid_field()
    oppilaitos_oid = oid_field()
    oppija_oid = oid_field()
    oppija_nimi = models.TextField()
    opiskeluoikeus_oid = oid_field()
    # The study right as Koski told it when the draft began: what pages show and rules read.
    opiskeluoikeus = models.JSONField()
    # The plan that is being changed and its ETag then; of a new one empty until it is stored.
    hoks = models.ForeignKey("hoks.Hoks", on_delete=models.CASCADE, null=True, db_constraint=False)
    etag = models.CharField(max_length=32, default="")
    sisalto = models.JSONField(null=True)
    versio = models.BigIntegerField(default=1)  # counts every save
    sivu = models.CharField(max_length=32, default="")  # the open page that saved it by itself
    paivitetty = models.DateTimeField()
    vanhenee = models.DateTimeField()

    class Meta:
        db_table = "hoks_luonnokset"
        constraints = [
            models.UniqueConstraint(
                fields=["omistaja_oid", "opiskeluoikeus_oid"], name="hoks_luonnokset_yksi"
            )
        ]
        indexes = [
            models.Index(fields=["oppija_oid"], name="hoks_luonnokset_oppija"),
            models.Index(fields=["vanhenee"], name="hoks_luonnokset_vanhenee"),
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether it is still being written."""
        return self.sisalto is not None
