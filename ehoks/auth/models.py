"""The table of locks: failed tickets of a caller at an address, as long as they count."""

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Lukitus(models.Model):
    """The latest invalid tickets from one address under one caller-id, and the lock they led to."""

    id = models.BigAutoField(primary_key=True)
    ip = models.CharField(max_length=64)
    caller_id = models.CharField(max_length=256)
    ajat = ArrayField(models.DateTimeField())
    lukittu_asti = models.DateTimeField(null=True)
    voimassa_asti = models.DateTimeField()  # after this the row says nothing any more

    class Meta:
        db_table = "lukitukset"
        constraints = [
            models.UniqueConstraint(fields=["ip", "caller_id"], name="lukitukset_kutsuja_unique")
        ]
        indexes = [models.Index(fields=["voimassa_asti"], name="lukitukset_voimassa")]

    def __str__(self) -> str:
        return f"{self.ip} {self.lukittu_asti or ''}"
