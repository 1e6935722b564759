"""Who has asked for reminders of workplace periods about to end with information missing."""

import datetime as dt

from django.db import models


class Muistutustilaus(models.Model):
    """One person's reminders of one school; no data of any plan."""

    kayttaja_oid = models.CharField(max_length=256)
    oppilaitos_oid = models.CharField(max_length=256)
    sahkoposti = models.CharField(max_length=200)
    kieli = models.CharField(max_length=2)
    tilattu: "models.DateField[dt.date, dt.date]" = models.DateField()
    # Roles are told at login only: without a new order nobody is reminded for ever.
    paattyy: "models.DateField[dt.date, dt.date]" = models.DateField()
    # The last day that has been looked at: a day without a worker is made up for on the next.
    katsottu: "models.DateField[dt.date, dt.date]" = models.DateField()
    # The mail service has refused the address for good.
    is_hylatty = models.BooleanField(default=False)

    class Meta:
        db_table = "muistutustilaukset"
        constraints = [
            models.UniqueConstraint(
                fields=["kayttaja_oid", "oppilaitos_oid"], name="muistutustilaukset_yksi"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kayttaja_oid} {self.oppilaitos_oid}"
