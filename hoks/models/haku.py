"""What the list of plans is searched by: one row a plan, kept by the database itself."""

from django.db import models

from hoks.models.base import oid_field
from hoks.models.hoks import Hoks


class HakuRivi(models.Model):
    """All that the list filters, looks for and sorts by, in one place and in one index.

    Triggers on `hoksit`, `opiskeluoikeudet`, `oppijat` and `osaamisen_hankkimistavat` keep it,
    whoever writes there, so that it is never written by anybody else. What it must be, the view
    `hakurivit_malli` says.
    """

    hoks = models.OneToOneField(Hoks, on_delete=models.CASCADE, primary_key=True)
    oppilaitos_oid = oid_field(null=True)
    arkistoitu = models.BooleanField()
    paattynyt = models.BooleanField()  # the studies are over
    kasin = models.BooleanField()
    nimi = models.TextField()  # by what it is sorted: family name first, in Finnish order
    nimi_haku = models.TextField()  # in what words are looked for
    tutkinto_fi = models.TextField()
    tutkinto_sv = models.TextField()
    tutkinto_en = models.TextField()
    tutkinto_haku = models.TextField()
    osaamisala_fi = models.TextField(db_default="")
    osaamisala_sv = models.TextField(db_default="")
    osaamisala_en = models.TextField(db_default="")
    jaksot_alkaen = models.DateField(null=True)  # the first and the last day on which
    jaksot_asti = models.DateField(null=True)  # a period at a workplace ends

    class Meta:
        db_table = "hakurivit"
        indexes = [
            # All that a search in one school needs stands in it: the table itself is not read.
            models.Index(
                fields=["oppilaitos_oid", "arkistoitu", "paattynyt", "nimi", "hoks"],
                include=["nimi_haku", "tutkinto_haku", "kasin"],
                name="hakurivit_lista",
            ),
            # A report on periods passes over plans that have none in its time.
            models.Index(
                fields=["oppilaitos_oid", "jaksot_asti"],
                include=["jaksot_alkaen", "arkistoitu", "hoks"],
                name="hakurivit_jaksot",
            ),
        ]

    def __str__(self) -> str:
        return f"HOKS {self.pk} in the list"
