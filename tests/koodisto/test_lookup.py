"""Lookups: what is known, what is refused, what is only warned of, and how often we ask."""

import os
import subprocess
import sys
import timeit
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.db import connection

from koodisto import lookup
from koodisto.lookup import Kind
from koodisto.models import Koodi, Koodisto
from koodisto.services import sync_koodistot
from tests.hoks.threads import together
from tests.koodisto.conftest import koodi

pytestmark = pytest.mark.django_db
URA = "urasuunnitelma"
ROOT = Path(__file__).resolve().parents[2]


def test_short_sets_are_listed_in_force_and_by_name(says):
    sync_koodistot()
    found = lookup.luettelot([URA, "tutkinnonosat", "tuntematon"], "sv")
    assert [uri.rpartition("_")[2] for uri, _ in found[URA]] == ["0001", "0002", "0003", "0005"]
    assert dict(found[URA])[f"{URA}_0001"] == "Fortsatta studier"
    assert found["tutkinnonosat"] == found["tuntematon"] == ()


# --- What is unknown -------------------------------------------------------------------------------


def test_known_codes_are_not_mentioned():
    sync_koodistot()

    assert lookup.check([]) == []
    assert lookup.check([f"{URA}_0001", "tutkinnonosat_106901"]) == []


def test_validity_does_not_matter(says):
    sync_koodistot()
    assert lookup.check([f"{URA}_004"]) == []

    says(URA, koodi(f"{URA}_0001"), koodi(f"{URA}_0009", alku="2099-01-01"))
    sync_koodistot([URA])
    lookup.forget()
    assert lookup.check([f"{URA}_0009", f"{URA}_0005"]) == []


def test_letters_may_be_of_either_case():
    sync_koodistot()

    assert lookup.check(["ammatillisenoppiaineet_ETK", "ammatillisenoppiaineet_etk"]) == []
    assert lookup.nimi("ammatillisenoppiaineet_ETK", "sv") == "Etik"


def test_unknown_code_of_a_whole_set_refuses_and_lists_the_codes_in_force():
    sync_koodistot()

    (unknown,) = lookup.check([f"{URA}_0001", f"{URA}_9999", f"{URA}_9999"])
    assert (unknown.uri, unknown.koodisto) == (f"{URA}_9999", URA)
    assert unknown.kind is Kind.UNKNOWN_CODE
    assert unknown.refuses
    numbers = [uri.rpartition("_")[2] for uri, _ in unknown.allowed]
    assert numbers == ["0001", "0002", "0003", "0005"]
    assert unknown.allowed[0].nimi["sv"] == "Fortsatta studier"


@pytest.mark.parametrize(("count", "listed"), [(29, 29), (30, 0)])
def test_thirty_codes_are_too_many_to_list(says, count, listed):
    says(URA, *(koodi(f"{URA}_{n:04}") for n in range(count)))
    sync_koodistot([URA])

    (unknown,) = lookup.check([f"{URA}_9999"])
    assert len(unknown.allowed) == listed
    assert unknown.refuses


def test_partial_set_only_warns():
    sync_koodistot()
    Koodisto.objects.filter(pk=URA).update(complete=False)

    (unknown,) = lookup.check([f"{URA}_9999"])
    assert (unknown.kind, unknown.refuses) == (Kind.UNKNOWN_CODE, False)


def test_set_never_synchronised_only_warns():
    sync_koodistot(["oppimisymparistot"])

    (unknown,) = lookup.check([f"{URA}_0001", "oppimisymparistot_0001"])
    assert (unknown.kind, unknown.refuses, unknown.allowed) == (Kind.UNKNOWN_SET, False, ())
    assert unknown.koodisto == URA


def test_outage_after_a_whole_synchronisation_still_refuses_and_before_any_never(opintopolku):
    opintopolku.set_fault("koodisto", "timeout")
    sync_koodistot()
    assert [unknown.refuses for unknown in lookup.check([f"{URA}_9999"])] == [False]

    opintopolku.clear_faults()
    sync_koodistot([URA])
    opintopolku.set_fault("koodisto", "timeout")
    sync_koodistot([URA])
    lookup.forget()
    assert [unknown.refuses for unknown in lookup.check([f"{URA}_9999"])] == [True]


@pytest.mark.parametrize("value", ["", "_", "aivan muuta", "tutkinnonosat", "ä_1", "\x00"])
def test_anything_may_be_asked(value):
    sync_koodistot()

    assert [unknown.uri for unknown in lookup.check([value])] == [value]
    assert lookup.nimi(value, "fi") == value


# --- Names -----------------------------------------------------------------------------------------


def test_name_in_each_language_and_in_another_when_one_is_missing(says):
    says(URA, koodi(f"{URA}_0001", fi="Suomeksi", sv="På svenska"), koodi(f"{URA}_0002", en="Own"))
    sync_koodistot([URA])

    assert lookup.nimi(f"{URA}_0001", "sv") == "På svenska"
    assert lookup.nimi(f"{URA}_0001", "en") == "Suomeksi"
    assert lookup.nimi(f"{URA}_0002", "fi") == "Own"


def test_many_names_at_once_and_the_uri_for_what_has_none():
    sync_koodistot([URA])

    assert lookup.nimet([f"{URA}_0001", "eiole_1"], "en") == {
        f"{URA}_0001": "Further studies",
        "eiole_1": "eiole_1",
    }


# --- Memory ----------------------------------------------------------------------------------------


def test_three_queries_when_cold_and_none_when_warm(django_assert_num_queries, clock):
    sync_koodistot()
    with django_assert_num_queries(3):
        lookup.check([f"{URA}_0001"])
    clock[0] += lookup.CHECK_SECONDS - 1
    with django_assert_num_queries(0):
        lookup.check([f"{URA}_0001", f"{URA}_9999"])
        lookup.nimet([f"{URA}_0001"], "fi")


def test_unchanged_sets_cost_one_query_now_and_then(django_assert_num_queries, clock):
    sync_koodistot()
    lookup.check([])
    for _ in range(2):
        clock[0] += lookup.CHECK_SECONDS
        with django_assert_num_queries(1):
            lookup.check([f"{URA}_0001"])
            lookup.check([f"{URA}_0001"])


def test_change_is_noticed_within_the_time_promised(says, clock):
    sync_koodistot([URA])
    assert lookup.check([f"{URA}_0042"])
    says(URA, koodi(f"{URA}_0042", fi="Uusi"))
    sync_koodistot([URA])

    clock[0] += lookup.CHECK_SECONDS - 1
    assert lookup.check([f"{URA}_0042"])
    clock[0] += 1
    assert lookup.check([f"{URA}_0042"]) == []


def test_becoming_whole_is_noticed_even_when_no_code_changes(clock):
    sync_koodistot([URA])
    Koodisto.objects.update(complete=False)
    assert not lookup.check([f"{URA}_9999"])[0].refuses

    assert sync_koodistot([URA])[0].muuttui == 0
    clock[0] += lookup.CHECK_SECONDS
    assert lookup.check([f"{URA}_9999"])[0].refuses


@pytest.mark.django_db(transaction=True)
def test_what_another_process_synchronises_is_noticed(clock):
    assert lookup.check([f"{URA}_0001"])
    program = f"""
import django
django.setup()
from koodisto.services import sync_koodistot
sync_koodistot(["{URA}"])
"""
    name = connection.settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    environment = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    subprocess.run([sys.executable, "-c", program], cwd=ROOT, env=environment, check=True)

    assert lookup.check([f"{URA}_0001"])
    clock[0] += lookup.CHECK_SECONDS
    assert lookup.check([f"{URA}_0001"]) == []


@pytest.mark.django_db(transaction=True)
def test_threads_that_start_cold_share_one_reading():
    sync_koodistot()
    read = []

    def ask(_):
        def count(execute, sql, params, many, context):
            read.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            return [unknown.uri for unknown in lookup.check([f"{URA}_0001", f"{URA}_9999"])]

    assert together(8, ask) == [[f"{URA}_9999"]] * 8
    assert len(read) == 3


@pytest.mark.django_db(transaction=True)
def test_while_one_thread_reads_anew_the_others_answer_from_the_old_copy(clock):
    sync_koodistot()
    lookup.check([])
    clock[0] += lookup.CHECK_SECONDS
    answered = []

    def ask_elsewhere(execute, sql, params, many, context):
        answered.extend(together(2, lambda _: lookup.check([f"{URA}_0001"])))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(ask_elsewhere):
        assert lookup.check([f"{URA}_0001"]) == []
    assert answered == [[], []]


def test_database_that_fails_at_first_is_asked_again():
    sync_koodistot()

    def fail(execute, sql, params, many, context):
        raise ConnectionError

    with connection.execute_wrapper(fail), pytest.raises(ConnectionError):
        lookup.check([f"{URA}_0001"])
    assert lookup.check([f"{URA}_0001"]) == []


def test_codes_of_a_whole_plan_take_microseconds_among_thousands():
    Koodisto.objects.create(uri="tutkinnonosat", complete=True, changed_at="2026-01-01T00:00Z")
    Koodi.objects.bulk_create(
        Koodi(uri=f"tutkinnonosat_{n}", koodisto_id="tutkinnonosat", arvo=str(n), versio=1)
        for n in range(3_000)
    )
    plan = [f"tutkinnonosat_{n}" for n in range(0, 3_000, 49)]
    assert len(plan) > 60
    assert lookup.check(plan) == []

    seconds = min(timeit.repeat(lambda: lookup.check(plan), number=200, repeat=5)) / 200
    assert seconds < 100e-6  # some five in truth: no machine is so busy as to miss this
