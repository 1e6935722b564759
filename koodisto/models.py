"""Code sets and their codes as last told by Koodisto, with what ePerusteet adds to them."""

from django.db import models


class Koodisto(models.Model):
    """A code set: how whole our copy of it is, and when it last changed."""

    uri = models.CharField(primary_key=True, max_length=256)
    nimet = models.JSONField(default=dict)  # {fi, sv, en}
    lkm = models.PositiveIntegerField(default=0)  # codes at the last whole synchronisation
    # A try that Koodisto did not answer moves only `started_at`.
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # False from the first change that a synchronisation writes until its last.
    complete = models.BooleanField(default=False)
    # When anything that a lookup answers from last changed; processes compare it.
    changed_at = models.DateTimeField()

    class Meta:
        db_table = "koodistot"

    def __str__(self) -> str:
        return self.uri


class Koodi(models.Model):
    """One code, in its newest version. Never deleted: stored plans refer to it."""

    uri = models.CharField(primary_key=True, max_length=256)
    koodisto = models.ForeignKey(Koodisto, on_delete=models.PROTECT, related_name="koodit")
    arvo = models.CharField(max_length=256)
    versio = models.IntegerField()
    nimi = models.JSONField(default=dict)  # {fi, sv?, en?} of Koodisto
    voimassa_alku = models.DateField(null=True)
    # Of a code that is gone from Koodisto: at the latest the day before we noticed.
    voimassa_loppu = models.DateField(null=True)
    # ePerusteet's names, for a unit that Koodisto names in too few languages.
    eperusteet_nimi = models.JSONField(default=dict)
    # Of a unit, or of what is compulsory in a subject: competence points, as ePerusteet tells.
    laajuus = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    # Of a common unit: the URIs of its subjects, as ePerusteet spells them; null: not told.
    osa_alueet = models.JSONField(null=True)
    # What it requires and how it is judged, as ePerusteet tells: see ehoks.integrations.eperusteet.
    vaatimukset = models.JSONField(default=list, db_default=[])
    eperusteet_at = models.DateTimeField(null=True)  # when ePerusteet was last asked

    class Meta:
        db_table = "koodit"

    def __str__(self) -> str:
        return self.uri


class Peruste(models.Model):
    """The requirements of a qualification, found through its units: their number, and its extent."""

    diaarinumero = models.CharField(primary_key=True, max_length=256)
    laajuus = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    eperusteet_id = models.BigIntegerField()

    class Meta:
        db_table = "perusteet"

    def __str__(self) -> str:
        return self.diaarinumero
