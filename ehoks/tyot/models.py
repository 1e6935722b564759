"""How far runs of jobs have got; when they began and ended is in procrastinate's own tables."""

from typing import Any

from django.db import models


class Tyoajo(models.Model):
    """The progress of one run; a run that is tried again goes on with the same row."""

    job_id = models.BigIntegerField(primary_key=True)
    tyo = models.CharField(max_length=128)
    kohta = models.BigIntegerField(default=0)  # where to go on; each job knows what it counts
    tehty = models.PositiveIntegerField(default=0)
    kaikkiaan = models.PositiveIntegerField(null=True)
    huomiot: "models.JSONField[dict[str, int], dict[str, int]]" = models.JSONField(default=dict)
    virhe = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- why the last try ended
    paivitetty = models.DateTimeField()

    class Meta:
        db_table = "tyoajot"
        indexes = [models.Index(fields=["tyo", "-job_id"], name="tyoajot_tyo")]

    def __str__(self) -> str:
        return f"{self.tyo} {self.job_id}: {self.tehty}/{self.kaikkiaan or '?'}"

    def huomaa(self, huomiot: dict[str, Any]) -> None:
        """Add to what was counted."""
        for key, count in huomiot.items():
            self.huomiot[key] = self.huomiot.get(key, 0) + count
