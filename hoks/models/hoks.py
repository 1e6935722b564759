"""The plan itself, its versions, and the small lists that belong to it directly."""

import uuid

from django.db import models
from django.db.models import Q

from hoks.models.base import Osa, oid_field


def new_eid() -> str:
    """A fresh external identifier."""
    return str(uuid.uuid4())


class PassivoinninSyy(models.TextChoices):
    """Why a plan was archived: the two causes that the official guide knows, or another."""

    MITATOITY = "opiskeluoikeus-mitatoity"
    AIHEETON = "tallennettu-aiheetta"
    MUU = "muu"


class HoksQuerySet(models.QuerySet["Hoks"]):
    """Questions about plans."""

    def voimassa(self) -> "HoksQuerySet":
        """Not archived."""
        return self.filter(deleted_at__isnull=True)


class Hoks(models.Model):
    """A learner's plan for one study right.

    Learner and study right are named by OID, not by foreign key: the index of them is a copy
    that can be rebuilt. One study right has one plan for ever, an archived one included.
    """

    id = models.BigAutoField(primary_key=True)
    eid = models.CharField(max_length=36, unique=True, default=new_eid)
    oppija_oid = oid_field()
    opiskeluoikeus_oid = oid_field()
    tuva_opiskeluoikeus_oid = oid_field(null=True)
    sahkoposti = models.TextField(null=True)  # noqa: DJ001 -- absent is not empty
    puhelinnumero = models.TextField(null=True)  # noqa: DJ001
    urasuunnitelma_koodi_uri = oid_field(null=True)
    urasuunnitelma_koodi_versio = models.IntegerField(null=True)
    versio = models.IntegerField(null=True)  # the provider's own, stored as sent
    ensikertainen_hyvaksyminen = models.DateField()
    hyvaksytty = models.DateTimeField(null=True)
    paivitetty = models.DateTimeField(null=True)
    osaamisen_saavuttamisen_pvm = models.DateField(null=True)
    osaamisen_hankkimisen_tarve = models.BooleanField()
    manuaalisyotto = models.BooleanField(default=False)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    deleted_at = models.DateTimeField(null=True)
    # Told by a person who archived it on the pages; an information system gives no reason.
    passivoinnin_syy = models.CharField(  # noqa: DJ001
        max_length=32, null=True, choices=PassivoinninSyy.choices
    )
    passivoinnin_selite = models.CharField(max_length=200, null=True)  # noqa: DJ001

    objects = HoksQuerySet.as_manager()

    class Meta:
        db_table = "hoksit"
        constraints = [
            models.UniqueConstraint(
                fields=["opiskeluoikeus_oid"], name="hoksit_opiskeluoikeus_oid_unique"
            )
        ]
        indexes = [
            models.Index(fields=["oppija_oid"], name="hoksit_oppija_oid"),
            models.Index(fields=["updated_at"], name="hoksit_updated_at"),
            models.Index(
                fields=["ensikertainen_hyvaksyminen"],
                name="hoksit_ensikertainen",
                condition=Q(deleted_at=None),
            ),
            models.Index(
                fields=["osaamisen_saavuttamisen_pvm"],
                name="hoksit_saavuttaminen",
                condition=Q(deleted_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"HOKS {self.pk}"


class HoksVersio(models.Model):
    """One state of a plan, as it was served: the newest one is what GET answers."""

    id = models.BigAutoField(primary_key=True)
    # Without an index of its own: the one below begins with it.
    hoks = models.ForeignKey(Hoks, on_delete=models.CASCADE, related_name="versiot", db_index=False)
    tallennettu = models.DateTimeField()
    tallentaja = models.CharField(max_length=256)  # user name or OID of who wrote it
    kanava = models.CharField(max_length=32)  # through which door: the API, the pages, a job
    sisalto = models.TextField()  # the GET document, byte for byte
    etag = models.CharField(max_length=32)
    sisalto_tiiviste = models.CharField(max_length=32)  # of the content without ids
    # Of the PUT body it came from, and of what the rules read of the study right then.
    runko_tiiviste = models.CharField(max_length=32, null=True)  # noqa: DJ001
    konteksti_tiiviste = models.CharField(max_length=32, null=True)  # noqa: DJ001

    class Meta:
        db_table = "hoks_versiot"
        indexes = [models.Index(fields=["hoks", "-id"], name="hoks_versiot_uusin")]

    def __str__(self) -> str:
        return f"HOKS {self.hoks_id}, version {self.pk}"


class HoksVipunen(models.Model):
    """What the statistics feed tells of one version of a plan, made when that was written.

    It counts only beside the very bytes (`etag`) and the law (`laki`) it was made from; a plan
    without such a row is redacted and checked when the feed is read.
    """

    hoks = models.OneToOneField(Hoks, on_delete=models.CASCADE, primary_key=True)
    etag = models.CharField(max_length=32)
    laki = models.CharField(max_length=32)
    sisalto = models.TextField()

    class Meta:
        db_table = "hoks_vipunen"

    def __str__(self) -> str:
        return f"HOKS {self.pk} in the statistics feed"


class OppimisenTuki(models.Model):
    """Support for learning. It has no identity on the wire: its place in the list is its key."""

    pk = models.CompositePrimaryKey("hoks_id", "jarjestys")
    hoks = models.ForeignKey(Hoks, on_delete=models.CASCADE)
    jarjestys = models.SmallIntegerField()
    tyyppi_koodi_uri = models.TextField()
    alku = models.DateField(null=True)
    loppu = models.DateField(null=True)
    tutkinnon_osan_tyyppi_koodi_uri = models.TextField(null=True)  # noqa: DJ001

    class Meta:
        db_table = "oppimisen_tuki"
        constraints = [
            models.CheckConstraint(
                name="oppimisen_tuki_tukiopetuksen_tiedot",
                condition=Q(
                    tyyppi_koodi_uri="ammatillinenkoulutusoppimisentuentyyppi_01",
                    alku__isnull=False,
                    loppu__isnull=False,
                    tutkinnon_osan_tyyppi_koodi_uri__isnull=False,
                )
                | Q(
                    tyyppi_koodi_uri__in=[
                        "ammatillinenkoulutusoppimisentuentyyppi_02",
                        "ammatillinenkoulutusoppimisentuentyyppi_03",
                    ],
                    alku=None,
                    loppu=None,
                    tutkinnon_osan_tyyppi_koodi_uri=None,
                ),
            )
        ]
        indexes = [
            models.Index(fields=["tyyppi_koodi_uri", "alku"], name="oppimisen_tuki_tyyppi_alku")
        ]

    def __str__(self) -> str:
        return f"{self.tyyppi_koodi_uri} of HOKS {self.hoks_id}"


class OpiskeluvalmiuksiaTukevatOpinnot(Osa):
    """Studies that support study skills."""

    nimi = models.TextField()
    kuvaus = models.TextField()
    alku = models.DateField()
    loppu = models.DateField()

    class Meta:
        db_table = "opiskeluvalmiuksia_tukevat_opinnot"

    def __str__(self) -> str:
        return f"supporting studies {self.pk}"
