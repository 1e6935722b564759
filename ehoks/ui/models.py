"""Logins, so that CAS can end them; choices of people; the notice of the keepers to everybody."""

from django.db import models


class Kirjautuminen(models.Model):
    """One login: a digest of the ticket it came by, and the session it opened."""

    tiketti_tiiviste = models.CharField(primary_key=True, max_length=64)
    istunto = models.CharField(max_length=40)
    aika = models.DateTimeField()

    class Meta:
        db_table = "kirjautumiset"
        indexes = [models.Index(fields=["aika"], name="kirjautumiset_aika")]

    def __str__(self) -> str:
        return f"login {self.aika:%Y-%m-%d %H:%M}"


class PalvelunTila(models.Model):
    """One row: the notice on every page, and when copies of other registers were to be forgotten."""

    class Vakavuus(models.TextChoices):
        """How grave the notice is."""

        INFO = "info"
        VAROITUS = "varoitus"
        HAIRIO = "hairio"

    AINOA = 1

    id = models.BigIntegerField(primary_key=True, default=AINOA)
    fi = models.TextField(blank=True)
    sv = models.TextField(blank=True)
    en = models.TextField(blank=True)
    vakavuus = models.CharField(max_length=16, choices=Vakavuus.choices, default=Vakavuus.INFO)
    alku = models.DateTimeField(null=True)
    loppu = models.DateTimeField(null=True)
    tyhjennetty = models.DateTimeField(null=True)

    class Meta:
        db_table = "palvelun_tila"
        constraints = [
            models.CheckConstraint(name="palvelun_tila_yksi_rivi", condition=models.Q(id=1))
        ]

    def __str__(self) -> str:
        return self.fi or "-"


class HenkilonAsetukset(models.Model):
    """What an identified person has chosen; it follows them from one device to another."""

    henkilo_oid = models.CharField(primary_key=True, max_length=256)
    kieli = models.CharField(max_length=2, default="")  # empty: as the browser likes
    opastus_luettu = models.BooleanField(default=False)

    class Meta:
        db_table = "henkilon_asetukset"

    def __str__(self) -> str:
        return "choices of a person"
