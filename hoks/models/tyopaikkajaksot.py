"""Ways of acquiring competence; those by an agreement with a workplace are workplace periods."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from hoks.models.base import Moduuli, oid_field
from hoks.models.puuttuva_osaaminen import HankittavaOsa

TYOPAIKKAJAKSO = ("osaamisenhankkimistapa_koulutussopimus", "osaamisenhankkimistapa_oppisopimus")
_AT_WORK = Q(hankkimistapa_koodi_uri__in=TYOPAIKKAJAKSO)


class HankkimistapaQuerySet(models.QuerySet["OsaamisenHankkimistapa"]):
    """Questions about periods."""

    def tyopaikkajaksot(self) -> "HankkimistapaQuerySet":
        """Those at a workplace, by either kind of agreement."""
        return self.filter(_AT_WORK)


class OsaamisenHankkimistapa(Moduuli):
    """One period in one mode; the training at a workplace is part of the same row."""

    hoks = models.ForeignKey("hoks.Hoks", on_delete=models.CASCADE, db_index=False)  # as in units
    osa = models.ForeignKey(HankittavaOsa, on_delete=models.CASCADE)
    yksiloiva_tunniste = oid_field(null=True)  # the client's key within the plan
    alku = models.DateField()
    loppu = models.DateField()
    ajanjakson_tarkenne = models.TextField(null=True)  # noqa: DJ001 -- absent is not empty
    hankkimistapa_koodi_uri = oid_field()
    hankkimistapa_koodi_versio = models.IntegerField()
    osa_aikaisuustieto = models.IntegerField(null=True)  # per cent of full time
    oppisopimuksen_perusta_koodi_uri = oid_field(null=True)
    oppisopimuksen_perusta_koodi_versio = models.IntegerField(null=True)
    jarjestajan_edustaja = models.JSONField(null=True)  # wire keys, here and below
    hankkijan_edustaja = models.JSONField(null=True)
    tyopaikan_nimi = models.TextField(null=True)  # noqa: DJ001
    tyopaikan_y_tunnus = models.CharField(max_length=9, null=True)  # noqa: DJ001
    ohjaaja_nimi = models.TextField(null=True)  # noqa: DJ001
    ohjaaja_sahkoposti = models.TextField(null=True)  # noqa: DJ001
    ohjaaja_puhelinnumero = models.TextField(null=True)  # noqa: DJ001
    keskeiset_tyotehtavat = ArrayField(models.TextField(), null=True)
    muut_oppimisymparistot = models.JSONField(default=list)
    keskeytymisajanjaksot = models.JSONField(default=list)

    objects = HankkimistapaQuerySet.as_manager()

    class Meta:
        db_table = "osaamisen_hankkimistavat"
        constraints = [
            models.CheckConstraint(
                name="osaamisen_hankkimistavat_paivat", condition=Q(loppu__gte=F("alku"))
            ),
            models.CheckConstraint(
                name="osaamisen_hankkimistavat_tyopaikka",
                condition=Q(
                    tyopaikan_nimi__isnull=False,
                    ohjaaja_nimi__isnull=False,
                    keskeiset_tyotehtavat__isnull=False,
                )
                | Q(
                    tyopaikan_nimi=None,
                    tyopaikan_y_tunnus=None,
                    ohjaaja_nimi=None,
                    ohjaaja_sahkoposti=None,
                    ohjaaja_puhelinnumero=None,
                    keskeiset_tyotehtavat=None,
                ),
            ),
        ]
        indexes = [
            models.Index(fields=["hoks", "yksiloiva_tunniste"], name="hankkimistavat_tunniste"),
            models.Index(
                fields=["loppu", "alku"], name="hankkimistavat_tyopaikkajaksot", condition=_AT_WORK
            ),
            models.Index(
                fields=["hoks", "loppu"], name="hankkimistavat_hoksin_jaksot", condition=_AT_WORK
            ),
            models.Index(
                fields=["loppu"],
                name="hankkimistavat_yhteystiedot",
                condition=Q(ohjaaja_sahkoposti__isnull=False)
                | Q(ohjaaja_puhelinnumero__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hankkimistapa_koodi_uri} {self.pk}"
