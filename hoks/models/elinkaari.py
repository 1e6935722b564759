"""The end of a plan: what is kept of one that is gone, and when its contact data was looked at."""

from django.db import models

from hoks.models.base import oid_field
from hoks.models.hoks import Hoks


class PoistonSyy(models.TextChoices):
    """Why a plan was deleted for good."""

    SAILYTYSAIKA = "sailytysaika-paattyi"  # by the job, never by a person
    AIHEETON = "tallennettu-aiheetta"
    VAARA = "tallennettu-vaaralle"
    VAATIMUS = "rekisteroidyn-vaatimus"
    MUU = "muu"


class PoistettuHoks(models.Model):
    """The tombstone of a plan: that it was, who took it away, when and why.

    Nothing of what it said, nor whose it was. The study right is kept where a person deleted the
    plan, so that its school learns what became of it; when the law's time was up it is not.
    """

    hoks_id = models.BigIntegerField(primary_key=True)
    eid = models.CharField(max_length=36)
    opiskeluoikeus_oid = oid_field(null=True)
    oppilaitos_oid = oid_field(null=True)
    poistettu = models.DateTimeField()
    poistaja = models.CharField(max_length=256)
    poistaja_oid = oid_field(null=True)
    syy = models.CharField(max_length=32, choices=PoistonSyy.choices)
    selite = models.CharField(max_length=200, null=True)  # noqa: DJ001 -- absent is not empty

    class Meta:
        db_table = "poistetut_hoksit"
        indexes = [
            models.Index(fields=["opiskeluoikeus_oid"], name="poistetut_hoksit_oikeus"),
            models.Index(fields=["-poistettu"], name="poistetut_hoksit_aika"),
        ]

    def __str__(self) -> str:
        return f"HOKS {self.pk}, gone {self.poistettu:%Y-%m-%d}"


class Yhteystietotarkistus(models.Model):
    """When it was last seen to that the versions of a plan keep no contact data too long."""

    hoks = models.OneToOneField(Hoks, on_delete=models.CASCADE, primary_key=True)
    aika = models.DateTimeField()

    class Meta:
        db_table = "yhteystietotarkistukset"

    def __str__(self) -> str:
        return f"contact data of HOKS {self.pk}, {self.aika:%Y-%m-%d}"
