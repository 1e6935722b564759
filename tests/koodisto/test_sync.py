"""Synchronising: whole, broken off, gone on with, and with a Koodisto that is not there."""

import datetime as dt

import pytest
from django.db import connection

from ehoks.common.dates import now, today
from koodisto import services
from koodisto.koodistot import KOODISTOT
from koodisto.models import Koodi, Koodisto
from koodisto.services import Tulos, Vaihe, sync_koodistot
from tests.koodisto.conftest import koodi

pytestmark = pytest.mark.django_db
URA = "urasuunnitelma"


class Killed(Exception):
    """The process ends here."""


def ura():
    return Koodisto.objects.get(pk=URA)


def age(hours, *names):
    """Make sets as old as that."""
    rows = Koodisto.objects.filter(pk__in=names) if names else Koodisto.objects.all()
    rows.update(finished_at=now() - dt.timedelta(hours=hours))


def names_of(steps):
    return [step.nimi for step in steps]


# --- Whole ---------------------------------------------------------------------------------------


def test_every_set_arrives_whole_with_names_and_validity():
    steps = sync_koodistot()

    assert names_of(steps) == [*KOODISTOT, "eperusteet"]
    assert {step.tulos for step in steps} == {Tulos.DONE}
    assert set(Koodisto.objects.filter(complete=True).values_list("uri", flat=True)) == set(
        KOODISTOT
    )
    for row in Koodisto.objects.all():
        assert row.koodit.count() == row.lkm > 0
        assert set(row.nimet) == {"fi", "sv", "en"}
        assert row.started_at
        assert row.finished_at
        assert row.started_at < row.finished_at
    withdrawn = Koodi.objects.get(pk="urasuunnitelma_004")
    assert withdrawn.nimi == {"fi": "Muu suunnitelma", "sv": "Annan plan", "en": "Other plan"}
    assert (withdrawn.voimassa_alku, withdrawn.voimassa_loppu) == (
        dt.date(2018, 1, 1),
        dt.date(2019, 7, 31),
    )
    assert Koodi.objects.get(pk="tutkinnonosat_106901").versio == 2


def test_progress_is_told_step_by_step():
    seen: list[Vaihe] = []
    steps = sync_koodistot([URA, "oppimisymparistot"], seen.append)

    assert seen == steps
    assert [(step.numero, step.kaikkiaan, step.nimi, step.koodeja) for step in seen] == [
        (1, 2, URA, 5),
        (2, 2, "oppimisymparistot", 6),
    ]


def test_second_time_nothing_is_written():
    sync_koodistot([URA])
    before = ura()

    (step,) = sync_koodistot([URA])
    assert step.muuttui == 0
    assert ura().changed_at == before.changed_at
    assert ura().finished_at > before.finished_at


def test_one_statement_writes_a_whole_batch(says, django_assert_max_num_queries):
    says(URA, *(koodi(f"{URA}_{n:04}", fi=f"Nimi {n}") for n in range(1000)))

    # of the codes: one to read and one to write; the rest is about the set
    with django_assert_max_num_queries(12) as seen:
        sync_koodistot([URA])
    assert sum('INTO "koodit"' in query["sql"] for query in seen.captured_queries) == 1
    assert Koodi.objects.count() == 1000


def test_changed_and_new_codes_are_written_and_the_others_left(says):
    says(URA, koodi(f"{URA}_0001", fi="Vanha"), koodi(f"{URA}_0002", fi="Sama"))
    sync_koodistot([URA])
    says(
        URA,
        koodi(f"{URA}_0001", fi="Uusi", versio=2),
        koodi(f"{URA}_0002", fi="Sama"),
        koodi(f"{URA}_0003", fi="Kolmas", loppu="2030-12-31"),
    )
    before = ura().changed_at

    (step,) = sync_koodistot([URA])
    assert (step.koodeja, step.muuttui) == (3, 2)
    first = Koodi.objects.get(pk=f"{URA}_0001")
    assert (first.nimi, first.versio) == ({"fi": "Uusi"}, 2)
    assert Koodi.objects.get(pk=f"{URA}_0003").voimassa_loppu == dt.date(2030, 12, 31)
    assert ura().changed_at > before


def test_newest_version_of_a_code_counts_in_any_order(says):
    says(
        URA,
        koodi(f"{URA}_0001", versio=2, fi="Toinen"),
        koodi(f"{URA}_0001", versio=3, fi="Kolmas"),
        koodi(f"{URA}_0001", versio=1, fi="Ensimmäinen"),
    )
    sync_koodistot([URA])

    assert Koodi.objects.get().nimi == {"fi": "Kolmas"}


# --- Gone from Koodisto ----------------------------------------------------------------------------


def test_code_gone_from_koodisto_is_kept_but_no_longer_in_force(says):
    says(URA, koodi(f"{URA}_0001", fi="Jää"), koodi(f"{URA}_0002", fi="Poistuu"))
    sync_koodistot([URA])
    says(URA, koodi(f"{URA}_0001", fi="Jää"))

    sync_koodistot([URA])
    gone = Koodi.objects.get(pk=f"{URA}_0002")
    assert gone.voimassa_loppu == today() - dt.timedelta(days=1)
    assert (ura().complete, ura().lkm) == (True, 1)
    assert sync_koodistot([URA])[0].muuttui == 0

    says(URA, koodi(f"{URA}_0001", fi="Jää"), koodi(f"{URA}_0002", fi="Poistuu"))
    sync_koodistot([URA])
    assert Koodi.objects.get(pk=f"{URA}_0002").voimassa_loppu is None


def test_code_that_had_ended_before_it_went_keeps_its_day(says):
    says(URA, koodi(f"{URA}_0001"), koodi(f"{URA}_004", loppu="2019-07-31"))
    sync_koodistot([URA])
    says(URA, koodi(f"{URA}_0001"))

    sync_koodistot([URA])
    assert Koodi.objects.get(pk=f"{URA}_004").voimassa_loppu == dt.date(2019, 7, 31)


# --- Broken off ------------------------------------------------------------------------------------


def broken_at(batch):
    """A database that is lost when the codes' n-th batch would be written."""
    written = [0]

    def wrapper(execute, sql, params, many, context):
        if 'INTO "koodit"' in sql:
            written[0] += 1
            if written[0] == batch:
                raise Killed
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


@pytest.mark.django_db(transaction=True)
def test_set_broken_off_in_the_middle_is_partial_until_a_later_run_gets_through(monkeypatch):
    monkeypatch.setattr(services, "BATCH", 2)
    with broken_at(batch=2), pytest.raises(Killed):
        sync_koodistot([URA])

    assert Koodi.objects.count() == 2
    assert (ura().complete, ura().finished_at) == (False, None)
    steps = {step.nimi: step for step in sync_koodistot()}
    assert steps[URA].muuttui == 3  # the two that had arrived need not arrive again
    assert (ura().complete, ura().koodit.count()) == (True, 5)


@pytest.mark.django_db(transaction=True)
def test_whole_set_that_is_broken_off_while_changing_is_partial_again(monkeypatch, says):
    sync_koodistot()
    says(URA, *(koodi(f"{URA}_{n:04}", fi="Uusi") for n in range(10)))
    monkeypatch.setattr(services, "BATCH", 2)

    with broken_at(batch=3), pytest.raises(Killed):
        sync_koodistot([URA])
    assert not ura().complete
    assert names_of(sync_koodistot()) == [URA, "eperusteet"]
    assert ura().complete


def test_killed_run_goes_on_from_where_it_was():
    def stop_at_third(step):
        if step.numero == 3:
            raise Killed

    with pytest.raises(Killed):
        sync_koodistot(progress=stop_at_third)

    assert names_of(sync_koodistot()) == [*list(KOODISTOT)[3:], "eperusteet"]
    assert names_of(sync_koodistot()) == ["eperusteet"]


def test_sets_of_yesterday_are_due_and_a_named_one_always():
    sync_koodistot()
    age(7, URA)

    assert names_of(sync_koodistot()) == [URA, "eperusteet"]
    assert names_of(sync_koodistot([URA])) == [URA]


# --- Unavailable -----------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["timeout", "500", "404", "broken"])
def test_unavailable_koodisto_changes_nothing_and_is_told(opintopolku, mode):
    sync_koodistot()
    age(48)
    before = ura()
    opintopolku.set_fault("koodisto", mode)

    steps = sync_koodistot()
    assert {step.tulos for step in steps[:-1]} == {Tulos.UNAVAILABLE}
    assert len(steps) == len(KOODISTOT) + 1
    after = ura()
    assert (after.complete, after.lkm) == (True, 5)
    assert (after.finished_at, after.changed_at) == (before.finished_at, before.changed_at)
    assert after.started_at > before.started_at


def test_never_read_and_unavailable_leaves_no_trace(opintopolku):
    opintopolku.set_fault("koodisto", "timeout")

    sync_koodistot()
    assert not Koodisto.objects.exists()


def test_empty_answer_does_not_empty_a_set(says):
    sync_koodistot([URA])
    says(URA)

    (step,) = sync_koodistot([URA])
    assert step.tulos is Tulos.MISSING
    assert (ura().complete, ura().lkm) == (True, 5)
    assert Koodi.objects.get(pk=f"{URA}_0001").voimassa_loppu is None


def test_set_that_koodisto_does_not_have_makes_no_row():
    (step,) = sync_koodistot(["eiole"])

    assert step.tulos is Tulos.MISSING
    assert not Koodisto.objects.exists()


def test_date_that_is_none_counts_as_unreadable(says):
    says(URA, koodi(f"{URA}_0001", alku="ei koskaan"))

    assert sync_koodistot([URA])[0].tulos is Tulos.UNAVAILABLE
    assert not Koodi.objects.exists()
