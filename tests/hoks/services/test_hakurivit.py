"""The rows that the list is searched by are what they must be, whoever writes the tables they tell of."""

from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

import pytest
from django.db import connection, transaction

from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from hoks.models import HakuRivi, Hoks, OsaamisenHankkimistapa
from hoks.rules.konteksti import FINISHED
from tests.hoks.plans import LEMPI, PEKKA, archive, full_plan, plan

WIDE = "\U0001d51e" * 300  # four bytes each
COLUMNS = ", ".join(f.column for f in HakuRivi._meta.concrete_fields if f.column)


def differences():
    """Rows that are not as they must be, or are missing, or are too many."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"(SELECT {COLUMNS} FROM hakurivit_malli EXCEPT SELECT {COLUMNS} FROM hakurivit)"
            f" UNION ALL (SELECT {COLUMNS} FROM hakurivit EXCEPT SELECT {COLUMNS} FROM hakurivit_malli)"
        )
        return cursor.fetchall()


def jaksot():
    return OsaamisenHankkimistapa.objects.tyopaikkajaksot()


@pytest.fixture
def lempi(sis):
    return sis.create(full_plan())


def test_a_new_plan_has_its_row(lempi):
    row = HakuRivi.objects.get(pk=lempi)
    assert row.nimi.startswith("leipuri ")
    assert "leipuri" in row.nimi_haku
    assert row.oppilaitos_oid == Opiskeluoikeus.objects.get(pk=LEMPI.oikeus).oppilaitos_oid
    assert (row.arkistoitu, row.paattynyt, row.kasin) == (False, False, False)
    days = [jakso.loppu for jakso in jaksot()]
    assert (row.jaksot_alkaen, row.jaksot_asti) == (min(days), max(days))
    assert differences() == []


CHANGES = {
    "name": lambda: Oppija.objects.update(nimi="Åsa Öberg", sukunimi="Öberg"),
    "school": lambda: Opiskeluoikeus.objects.update(oppilaitos_oid="1.2.3"),
    "qualification": lambda: Opiskeluoikeus.objects.update(tutkinto_nimi={"sv": "Ö"}),
    "area": lambda: Opiskeluoikeus.objects.update(osaamisala_nimi={"fi": "Ala"}),
    "end": lambda: Opiskeluoikeus.objects.update(paattymispaiva="2026-05-01"),
    "typed": lambda: Hoks.objects.update(manuaalisyotto=True),
    "learner": lambda: Hoks.objects.update(oppija_oid=PEKKA.oppija),
    "archive": lambda: archive(Hoks.objects.get().pk),
    "right": lambda: Hoks.objects.update(opiskeluoikeus_oid="gone"),
    "index": lambda: Opiskeluoikeus.objects.all().delete(),
    "last day": lambda: jaksot().update(loppu="2031-01-01"),
    "mode": lambda: jaksot().update(hankkimistapa_koodi_uri="osaamisenhankkimistapa_oppilaitos"),
    "periods": lambda: jaksot().delete(),
}


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_the_row_follows(lempi, change):
    before = HakuRivi.objects.values().get()
    CHANGES[change]()
    assert HakuRivi.objects.values().get() != before
    assert differences() == []


@pytest.mark.parametrize("tila", [*sorted(FINISHED), "lasna", None])
def test_studies_are_over_when_the_law_says_so(lempi, tila):
    Opiskeluoikeus.objects.update(tila=tila)
    assert HakuRivi.objects.get().paattynyt is (tila in FINISHED)


def test_a_plan_that_is_deleted_takes_its_row_along(lempi):
    Hoks.objects.all()._raw_delete("default")
    assert not HakuRivi.objects.exists()
    connection.needs_rollback = True  # its parts are left: the transaction could not be committed


def test_the_longest_of_names_fits_into_the_index(lempi):
    Oppija.objects.update(nimi=WIDE, sukunimi=WIDE)
    Opiskeluoikeus.objects.update(
        oppilaitos_oid="1" * 256, tutkinto_nimi=dict.fromkeys(("fi", "sv", "en"), WIDE)
    )
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_of_two_changes_at_once_neither_is_lost(sis):
    sis.create(plan(LEMPI))

    def rename():
        Oppija.objects.filter(pk=LEMPI.oppija).update(nimi="Åsa Öberg", sukunimi="Öberg")
        connection.close()

    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            Opiskeluoikeus.objects.filter(pk=LEMPI.oikeus).update(tila="eronnut")
            waiting = other.submit(rename)
            with pytest.raises(TimeoutError):
                waiting.result(timeout=0.3)
        waiting.result(timeout=10)
    assert differences() == []


def test_a_plan_without_periods_at_work_has_no_days_of_them(sis):
    sis.create(plan(LEMPI))
    row = HakuRivi.objects.get()
    assert (row.jaksot_alkaen, row.jaksot_asti) == (None, None)


@pytest.mark.django_db(transaction=True)
def test_rows_from_before_the_days_of_periods_are_filled(sis):
    sis.create(full_plan())
    HakuRivi.objects.update(jaksot_alkaen=None, jaksot_asti="2020-01-01")
    assert len(differences()) == 2
    filling = import_module("hoks.migrations.0016_jaksojen_paivat_taytto").FILL
    with connection.cursor() as cursor:
        cursor.execute(filling)
    assert differences() == []


@pytest.mark.django_db(transaction=True)
def test_rows_from_before_the_competence_areas_are_filled(sis):
    """By thousands of plans, and the last of them too."""
    sis.create(plan(LEMPI))
    Opiskeluoikeus.objects.update(osaamisala_nimi={"fi": "Äänitys", "sv": "Ljud"})
    with connection.cursor() as cursor:
        cursor.execute("SELECT setval(pg_get_serial_sequence('hoksit', 'id'), 3000)")
    sis.create(plan(PEKKA))
    HakuRivi.objects.update(osaamisala_fi="", osaamisala_sv="", osaamisala_en="")
    assert len(differences()) == 4
    filling = import_module("hoks.migrations.0014_osaamisalat_taytto").FILL
    with connection.cursor() as cursor:
        cursor.execute(filling)
    assert differences() == []
    row = HakuRivi.objects.get(hoks__oppija_oid=LEMPI.oppija)
    keys = (row.osaamisala_fi, row.osaamisala_sv, row.osaamisala_en)
    assert keys == ("||nitys", "ljud", "||nitys")
