"""Many plans in one call or one file: a verdict a line, never all or nothing."""

import json
from contextlib import contextmanager

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from ehoks.audit.log import Tekija
from ehoks.rest.exceptions import to_known
from hoks.management.commands.tuo_hoksit import OPERATOR
from hoks.models import Hoks, HoksVersio
from hoks.services.joukko import store_lines
from hoks.services.store import Asiakas
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, plan, refused

NDJSON = "application/x-ndjson"


def lines(*documents):
    return b"\n".join(d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents)


def send(sis, *documents, content_type=NDJSON):
    return sis.call(
        "POST", "/hoks/joukko", raw=lines(*documents), content_type=content_type, contract=False
    )


def verdicts(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == NDJSON
    return [json.loads(line) for line in answer.getvalue().splitlines()]


def test_each_line_has_its_verdict(sis):
    found = verdicts(send(sis, plan(), plan(PEKKA, versio="x"), b"{", b"", plan(MINTTU)))
    assert [(v["rivi"], v["tulos"]) for v in found] == [
        (1, "tallennettu"),
        (2, "hylatty"),
        (3, "hylatty"),
        (5, "tallennettu"),
    ]
    assert found[0]["id"] == Hoks.objects.get(opiskeluoikeus_oid=LEMPI.oikeus).pk
    assert found[1]["opiskeluoikeus-oid"] == PEKKA.oikeus
    assert found[1]["virhe"]["violations"][0]["pointer"] == "/versio"
    assert (found[2]["status"], found[2]["virhe"]["code"]) == (400, "malformed-json")
    assert Hoks.objects.count() == 2


def test_a_plan_that_is_there_is_replaced_and_the_same_again_changes_nothing(sis):
    hoks_id = sis.create(plan(versio=1))
    for _ in range(2):
        assert verdicts(send(sis, plan(versio=2)))[0]["id"] == hoks_id
    assert sis.document(hoks_id)["versio"] == 2
    assert HoksVersio.objects.count() == 2


def test_a_line_without_a_study_right_is_told_what_is_wrong(sis):
    (found,) = verdicts(send(sis, {}))
    assert found["opiskeluoikeus-oid"] is None
    assert "opiskeluoikeus-oid" in found["virhe"]["errors"]


def test_another_provider_is_refused_line_by_line(sis, other_sis):
    (found,) = verdicts(send(other_sis, plan()))
    assert found["virhe"]["code"] == "no-privilege"


def test_the_body_must_be_called_what_it_is(sis):
    refused(send(sis, plan(), content_type="application/json"), 415, "unsupported-media-type")


@pytest.mark.usefixtures("db")
def test_a_line_that_is_too_long_is_told_and_is_the_last(sis, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = len(json.dumps(plan())) + 10
    found = verdicts(send(sis, plan(), b"x" * 5000, plan(PEKKA)))
    assert [(v["rivi"], v.get("status")) for v in found] == [(1, None), (2, 413)]
    assert found[1]["virhe"]["code"] == "body-too-large"


def test_a_register_that_does_not_answer_is_told_line_by_line(sis, simulator):
    simulator.set_fault("koski", "500")
    found = verdicts(send(sis, plan(), plan(PEKKA)))
    assert [v["status"] for v in found] == [503, 503]
    simulator.clear_faults()
    assert [v["tulos"] for v in verdicts(send(sis, plan(), plan(PEKKA)))] == ["tallennettu"] * 2


@contextmanager
def other_connection():
    known = connection.get_connection_params()
    names = ("host", "port", "user", "password", "dbname")
    with psycopg.connect(**{n: known[n] for n in names if known.get(n)}, autocommit=True) as other:
        yield other


@pytest.mark.django_db(transaction=True)
def test_a_database_that_goes_away_costs_one_line():
    by = Asiakas(OPERATOR, Tekija("test"))
    noted = []

    def come():
        yield json.dumps(plan()).encode()
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            (pid,) = cursor.fetchone()
        with other_connection() as other:
            other.execute("SELECT pg_terminate_backend(%s)", [pid])
        yield json.dumps(plan(PEKKA)).encode()
        yield json.dumps(plan(MINTTU)).encode()

    def note(_, error):
        noted.append(to_known(error).code)
        return to_known(error)

    found = [*store_lines(come(), by, json.loads, note)]
    assert [r.virhe and r.virhe.code for r in found] == [None, "database-unavailable", None]
    assert noted == ["database-unavailable"]


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plans.ndjson"
    path.write_bytes(lines(plan(), plan(PEKKA), plan(MINTTU)) + b"\n")
    return path


def results(path):
    return list(map(json.loads, path.with_name(f"{path.name}.tulokset").read_text().splitlines()))


def test_a_file_is_brought_in_and_its_verdicts_written(db, file):
    call_command("tuo_hoksit", file)
    assert [r["tulos"] for r in results(file)] == ["tallennettu"] * 3
    assert Hoks.objects.count() == 3


def test_a_run_that_broke_off_goes_on_after_its_last_verdict(db, file):
    done = file.with_name(f"{file.name}.tulokset")
    done.write_bytes(b'{"rivi":1,"tulos":"tallennettu"}\n{"rivi":2,"tul')
    call_command("tuo_hoksit", file)
    assert [r["rivi"] for r in results(file)] == [1, 2, 3]
    assert set(Hoks.objects.values_list("opiskeluoikeus_oid", flat=True)) == {
        PEKKA.oikeus,
        MINTTU.oikeus,
    }


def test_a_refused_line_is_counted_and_the_others_stay(db, file):
    file.write_bytes(lines(plan(versio="x"), plan(PEKKA)))
    with pytest.raises(CommandError, match="1 plans were refused"):
        call_command("tuo_hoksit", file)
    assert Hoks.objects.count() == 1
    call_command("tuo_hoksit", file, alusta=False)


def test_a_run_that_meets_a_silent_register_stops_there_and_goes_on_later(db, file, simulator):
    simulator.set_fault("koski", "500")
    with pytest.raises(CommandError, match=r"Line 1: .*Run this again later"):
        call_command("tuo_hoksit", file)
    assert results(file) == []
    simulator.clear_faults()
    call_command("tuo_hoksit", file)
    assert [r["tulos"] for r in results(file)] == ["tallennettu"] * 3
