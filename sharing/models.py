"""Shares of parts of plans, the consents they rest on, their openings, and schools' own settings.

All that belongs to a plan goes when the plan goes: none outlives it.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from hoks.models import Hoks
from hoks.models.base import oid_field


class OsanTyyppi(models.TextChoices):
    """Where in the plan the shared part stands, in the words of the wire."""

    AMMATILLINEN = "HankittavaAmmatillinenTutkinnonOsa"
    OSA_ALUE = "HankittavaYTOOsaAlue"
    PAIKALLINEN = "HankittavaPaikallinenTutkinnonOsa"


class ModuulinTyyppi(models.TextChoices):
    """What is shared: a whole unit, one way of acquiring it, or one demonstration."""

    OSA = "tutkinnonosa"
    TAPA = "osaamisenhankkiminen"
    NAYTTO = "osaamisenosoittaminen"


class Peruste(models.TextChoices):
    """Why it may be shared: the recipient guides or assesses this part, or the student consents."""

    OHJAAJA = "tyopaikkaohjaaja"
    ARVIOIJA = "arvioija"
    SUOSTUMUS = "suostumus"


class Rooli(models.TextChoices):
    """Who the recipient is in this matter."""

    OHJAAJA = "ohjaaja"
    ARVIOIJA = "arvioija"
    MUU = "muu"


class Luoja(models.TextChoices):
    """Who shares: the student, or the provider by a person, by a system, or by its own setting."""

    OPPIJA = "oppija"
    VIRKAILIJA = "virkailija"
    PALVELU = "tiedonsiirto"
    AUTOMAATTI = "automaatti"


class Syy(models.TextChoices):
    """Why a share ended before its time."""

    PERUTTU = "peruttu"
    SUOSTUMUS = "suostumus-peruttu"
    OSA_POISTETTU = "osa-poistettu"


class Lahetys(models.TextChoices):
    """How the mail with the link has fared."""

    EI = "ei-lahetetty"  # there is no address to send it to
    JONOSSA = "jonossa"
    ODOTTAA = "odottaa"
    LAHETETTY = "lahetetty"
    EPAONNISTUI = "epaonnistui"


class Jako(models.Model):
    """One part of a plan, shown to one recipient for a time.

    The token of the link is never stored, only a digest of it; the seed alone does not give it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    hoks = models.ForeignKey(Hoks, on_delete=models.CASCADE, related_name="jaot")
    osa_tyyppi = models.CharField(max_length=40, choices=OsanTyyppi.choices)
    osa_module_id = models.UUIDField()
    moduuli_tyyppi = models.CharField(max_length=24, choices=ModuulinTyyppi.choices)
    module_id = models.UUIDField()
    voimassa_alku = models.DateField()
    voimassa_loppu = models.DateField()
    peruste = models.CharField(max_length=24, choices=Peruste.choices)
    rooli = models.CharField(max_length=16, choices=Rooli.choices)
    vastaanottaja_nimi = models.CharField(max_length=200)
    vastaanottaja_sahkoposti = models.CharField(max_length=254)  # empty: the link is handed over
    vastaanottaja_organisaatio = models.CharField(max_length=200)
    kieli = models.CharField(max_length=2)
    viesti = models.CharField(max_length=1000)
    luoja = models.CharField(max_length=16, choices=Luoja.choices)
    luoja_oid = oid_field(null=True)
    luoja_nimi = models.CharField(max_length=256)
    luotu = models.DateTimeField()
    siemen = models.BinaryField(max_length=32)
    token_tiiviste = models.CharField(max_length=64, unique=True)
    sidottu_oid = oid_field(null=True)  # the person who opened it first, and alone may open it
    sidottu_aika = models.DateTimeField(null=True)
    paatetty = models.DateTimeField(null=True)
    paattymisen_syy = models.CharField(  # noqa: DJ001 -- absent as long as it goes on
        max_length=24, choices=Syy.choices, null=True
    )
    lahetyksia = models.SmallIntegerField(default=0)
    lahetys = models.CharField(max_length=16, choices=Lahetys.choices)
    lahetys_aika = models.DateTimeField(null=True)  # when the mail was put in line
    lahetys_tunniste = models.CharField(max_length=64, null=True)  # noqa: DJ001
    siivottu = models.DateTimeField(null=True)  # when the recipient's contact data were removed

    class Meta:
        db_table = "jaot"
        constraints = [
            models.CheckConstraint(
                name="jaot_voimassa", condition=Q(voimassa_loppu__gte=F("voimassa_alku"))
            ),
            models.UniqueConstraint(
                fields=["module_id"], name="jaot_automaatti", condition=Q(luoja="automaatti")
            ),
            models.CheckConstraint(
                name="jaot_sidottu",
                condition=Q(sidottu_oid=None, sidottu_aika=None)
                | Q(sidottu_oid__isnull=False, sidottu_aika__isnull=False),
            ),
            models.CheckConstraint(
                name="jaot_paatetty",
                condition=Q(paatetty=None, paattymisen_syy=None)
                | Q(paatetty__isnull=False, paattymisen_syy__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["hoks", "-luotu"], name="jaot_hoks"),
            models.Index(fields=["sidottu_oid"], name="jaot_minulle"),
            models.Index(
                fields=["lahetys_tunniste"], name="jaot_odottaa", condition=Q(lahetys="odottaa")
            ),
            models.Index(
                fields=["voimassa_loppu"], name="jaot_siivous", condition=Q(siivottu=None)
            ),
            models.Index(fields=["module_id"], name="jaot_moduuli"),
        ]

    def __str__(self) -> str:
        return f"share {self.pk}"


class Suostumus(models.Model):
    """The student's consent to one share, kept apart from it: what was said, when, until when."""

    jako = models.OneToOneField(Jako, on_delete=models.CASCADE, primary_key=True)
    oppija_oid = oid_field()
    teksti = models.TextField()  # the very words that were agreed to
    annettu = models.DateTimeField()
    peruttu = models.DateTimeField(null=True)

    class Meta:
        db_table = "jakojen_suostumukset"

    def __str__(self) -> str:
        return f"consent to share {self.pk}"


class Avaus(models.Model):
    """One opening: who, when, and which version of the plan was seen."""

    id = models.BigAutoField(primary_key=True)
    jako = models.ForeignKey(Jako, on_delete=models.CASCADE, related_name="avaukset")
    aika = models.DateTimeField()
    henkilo_oid = oid_field()
    henkilo_nimi = models.CharField(max_length=256)
    versio = models.BigIntegerField()

    class Meta:
        db_table = "jakojen_avaukset"
        indexes = [models.Index(fields=["jako", "-id"], name="jakojen_avaukset_uusin")]

    def __str__(self) -> str:
        return f"opening {self.pk}"


class Yritykset(models.Model):
    """Links that led nowhere, counted for a while by person and by address of the network."""

    kuka = models.CharField(primary_key=True, max_length=300)
    maara = models.IntegerField()
    alku = models.DateTimeField()

    class Meta:
        db_table = "jakojen_yritykset"

    def __str__(self) -> str:
        return f"{self.maara} tries"


class Jakoasetus(models.Model):
    """Whether a school shares workplace periods with their instructors by itself, and how early."""

    oppilaitos_oid = models.CharField(primary_key=True, max_length=256)
    paalla = models.BooleanField()
    paivia = models.SmallIntegerField()
    muutettu = models.DateTimeField()
    muuttaja = models.CharField(max_length=256)

    class Meta:
        db_table = "jakoasetukset"
        constraints = [
            models.CheckConstraint(
                name="jakoasetukset_paivia", condition=Q(paivia__gte=0, paivia__lte=60)
            )
        ]

    def __str__(self) -> str:
        return self.oppilaitos_oid
