"""Receipts of creates: what was answered to which key, so that a lost answer can be had again."""

from django.db import models


class Kuitti(models.Model):
    """One committed create under an `Idempotency-Key`; kept for a day."""

    id = models.BigAutoField(primary_key=True)
    kayttaja = models.CharField(max_length=256)  # name of the service account
    polku = models.CharField(max_length=256)
    avain = models.CharField(max_length=255)
    runko_tiiviste = models.CharField(max_length=32)
    hoks_id = models.BigIntegerField()
    uri = models.TextField()
    etag = models.CharField(max_length=32)
    luotu = models.DateTimeField()

    class Meta:
        db_table = "kuitit"
        constraints = [
            models.UniqueConstraint(fields=["kayttaja", "polku", "avain"], name="kuitit_avain")
        ]
        indexes = [models.Index(fields=["luotu"], name="kuitit_luotu")]

    def __str__(self) -> str:
        return f"receipt {self.pk}"
