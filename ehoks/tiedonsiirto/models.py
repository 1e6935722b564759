"""The table of the transfer log: no foreign keys, rows are only ever added."""

from django.db import models
from django.db.models import Q


class Tiedonsiirto(models.Model):
    """One write through the data-transfer API, accepted or refused, and what was said of it."""

    id = models.BigAutoField(primary_key=True)
    aika = models.DateTimeField()
    jarjestelma = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- service user
    caller_id = models.CharField(max_length=256, null=True)  # noqa: DJ001
    organisaatio_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- whose log
    opiskeluoikeus_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    hoks_id = models.BigIntegerField(null=True)
    operaatio = models.CharField(max_length=32)
    kanava = models.CharField(max_length=32)
    hyvaksytty = models.BooleanField()
    koodi = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- why it was refused
    virheet = models.JSONField()
    varoitukset = models.JSONField()
    request_id = models.CharField(max_length=64)

    class Meta:
        db_table = "tiedonsiirrot"
        indexes = [
            models.Index(fields=["organisaatio_oid", "-id"], name="tiedonsiirto_organisaatio"),
            models.Index(fields=["organisaatio_oid", "-aika"], name="tiedonsiirto_aika"),
            models.Index(
                fields=["opiskeluoikeus_oid", "kanava", "-id"], name="tiedonsiirto_oikeus"
            ),
            models.Index(
                fields=["organisaatio_oid", "kanava", "-id"],
                name="tiedonsiirto_tuntematon",
                condition=Q(opiskeluoikeus_oid=None),
            ),
            models.Index(
                fields=["organisaatio_oid", "-id"],
                name="tiedonsiirto_hylatty",
                condition=Q(hyvaksytty=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.operaatio} {self.koodi or 'ok'} {self.aika:%Y-%m-%d %H:%M}"
