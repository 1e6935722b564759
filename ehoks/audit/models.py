"""The audit table: no foreign keys, so that the log never interferes with what it tells of."""

from django.db import models


class AuditTapahtuma(models.Model):
    """One look at, change of, or refused touch on personal data. Rows are only ever added."""

    id = models.BigAutoField(primary_key=True)
    aika = models.DateTimeField()
    operaatio = models.CharField(max_length=32)  # read, create, update, overwrite, delete
    tulos = models.CharField(max_length=16)  # succeeded, failed
    koodi = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- why it failed
    kanava = models.CharField(max_length=32)
    kayttaja_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    kayttaja = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- name of the account
    caller_id = models.CharField(max_length=256, null=True)  # noqa: DJ001
    ip = models.CharField(max_length=64, null=True)  # noqa: DJ001
    user_agent = models.CharField(max_length=256, null=True)  # noqa: DJ001
    hoks_id = models.BigIntegerField(null=True)
    oppija_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    opiskeluoikeus_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001
    haku = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- what a list was asked for
    osio = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- which part of a plan
    organisaatio_oid = models.CharField(max_length=256, null=True)  # noqa: DJ001 -- for whom
    peruste = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- on which ground
    request_id = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_tapahtumat"
        indexes = [
            models.Index(fields=["oppija_oid", "-aika"], name="audit_oppija"),
            models.Index(fields=["hoks_id", "-aika"], name="audit_hoks"),
        ]

    def __str__(self) -> str:
        return f"{self.operaatio} {self.tulos} {self.aika:%Y-%m-%d %H:%M}"


class AuditLahetys(models.Model):
    """One batch of the log that was handed to the national log."""

    id = models.BigAutoField(primary_key=True)
    aika = models.DateTimeField()
    alku = models.BigIntegerField()  # of entries with ids above this one
    loppu = models.BigIntegerField(unique=True)  # and up to this one
    riveja = models.BigIntegerField()
    jarjestys = models.BigIntegerField()  # the number of its last line
    tiiviste = models.CharField(max_length=64)

    class Meta:
        db_table = "audit_lahetykset"

    def __str__(self) -> str:
        return f"{self.alku + 1}–{self.loppu}"
