"""Questions of students about who has looked at their plans, the answers, and who is told of them."""

import datetime as dt

from django.db import models
from django.db.models import Q

from hoks.models.base import oid_field


class Selvityspyynto(models.Model):
    """A student does not know why somebody has looked; who answers for the data finds out.

    The facts of the look are copied: the log of looks stands alone. Of one kind of look on one day
    there is one question (`katselu`, a digest of them), however often the button is pressed.
    """

    id = models.BigAutoField(primary_key=True)
    oppija_oid = models.CharField(max_length=256)
    hoks = models.ForeignKey("hoks.Hoks", on_delete=models.CASCADE, db_constraint=False)
    # The school of the plan, or Opetushallitus after the studies.
    vastuullinen_oid = models.CharField(max_length=256)
    katselu = models.CharField(max_length=64)
    paiva = models.DateField()  # of the look, in Finland
    kanava = models.CharField(max_length=32)
    operaatio = models.CharField(max_length=32)
    katsoja_oid = oid_field(null=True)  # the organisation that looked, where it is known
    peruste = models.CharField(max_length=64, null=True)  # noqa: DJ001
    avattu = models.DateTimeField()
    viesti = models.TextField()
    # Where the student wants to be told of the answer, and in which language; gone once that is done.
    sahkoposti = models.CharField(max_length=254, null=True)  # noqa: DJ001
    kieli = models.CharField(max_length=2, null=True)  # noqa: DJ001
    vastattu = models.DateTimeField(null=True)
    vastaaja = models.CharField(max_length=256, null=True)  # noqa: DJ001
    vastaus = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        db_table = "selvityspyynnot"
        constraints = [
            models.UniqueConstraint(
                fields=["oppija_oid", "katselu"], name="selvityspyynnot_katselu_unique"
            ),
            models.CheckConstraint(
                name="selvityspyynnot_vastattu_kokonaan",
                condition=Q(vastattu=None, vastaaja=None, vastaus=None)
                | Q(vastattu__isnull=False, vastaaja__isnull=False, vastaus__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["vastuullinen_oid", "avattu"], name="selvityspyynnot_vastuu")
        ]

    def __str__(self) -> str:
        return f"question {self.pk}"


class Selvitystilaus(models.Model):
    """A person of staff is told by e-mail of new questions, by a role in an organisation."""

    kayttaja_oid = models.CharField(max_length=256)
    organisaatio_oid = models.CharField(max_length=256)
    sahkoposti = models.CharField(max_length=254)
    kieli = models.CharField(max_length=2)
    # Roles are told at login only: without a new order nobody is told for ever.
    paattyy: "models.DateField[dt.date, dt.date]" = models.DateField()
    # The mail service has refused the address for good.
    is_hylatty = models.BooleanField(default=False)

    class Meta:
        db_table = "selvitystilaukset"
        constraints = [
            models.UniqueConstraint(
                fields=["organisaatio_oid", "kayttaja_oid"], name="selvitystilaukset_yksi"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kayttaja_oid} {self.organisaatio_oid}"
