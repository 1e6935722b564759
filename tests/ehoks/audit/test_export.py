"""The audit log for the national log: whole, in order, nothing skipped that was late to commit."""

import io
import sys
import threading
from types import SimpleNamespace

import orjson
import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from ehoks.audit import export
from ehoks.audit.log import Kohde, Tekija, record
from ehoks.audit.models import AuditLahetys, AuditTapahtuma

OPPIJA = "1.2.246.562.24.27182818287"


def note(times=1, **extra):
    for _ in range(times):
        record("read", Tekija("tiedonsiirto", kayttaja="sampo"), Kohde(7, OPPIJA), **extra)


def rolled_back():
    with transaction.atomic():
        note()
        transaction.set_rollback(True)


def batches(folder):
    return [
        [orjson.loads(line) for line in file.read_bytes().splitlines()]
        for file in sorted(folder.glob("*.jsonl"))
    ]


@pytest.fixture
def start(db):
    """From here on: what other tests left in the sequence is a gap of the first batch."""
    note()
    batch = export.next_batch(10**9)
    assert [*batch.lines()]
    batch.settle()
    return AuditLahetys.objects.get()


def test_each_entry_is_a_line_and_each_batch_closes(start, tmp_path, capsys):
    note(2)
    note(koodi="no-right")
    call_command("export_audit", "--folder", tmp_path)
    ((*lines, closing),) = batches(tmp_path)
    assert [line["logSeq"] for line in lines] == [start.jarjestys + n for n in (1, 2, 3)]
    assert [line["status"] for line in lines] == ["succeeded", "succeeded", "failed"]
    assert lines[0]["target"]["oppijaOid"] == OPPIJA
    assert lines[0]["user"]["name"] == "sampo"
    assert (closing["type"], closing["entries"], closing["missingIds"]) == ("batch", 3, [])
    assert closing["previous"] == start.tiiviste
    assert "3 entries" in capsys.readouterr().err


def test_nothing_of_an_entry_is_left_out(start):
    (line,) = [orjson.loads(text) for text in _of_one_entry()]
    told = {*line, *line["user"], *line["target"]} - {"user", "target"}
    own = {"version", "type", "logSeq", "hostname", "serviceName", "applicationType"}
    assert len(told - own) == len(AuditTapahtuma._meta.get_fields())


def _of_one_entry():
    note()
    return [*export.next_batch(10**9).lines()][:-1]


def test_it_goes_on_from_where_it_ended_and_the_batches_are_a_chain(start, tmp_path):
    note(5)
    call_command("export_audit", "--folder", tmp_path, "--most", "2")
    call_command("export_audit", "--folder", tmp_path)  # nothing is left
    found = batches(tmp_path)
    assert [batch[-1]["entries"] for batch in found] == [2, 2, 1]
    numbers = [line["logSeq"] for batch in found for line in batch[:-1]]
    assert numbers == [start.jarjestys + n for n in range(1, 6)]
    chain = [start.tiiviste, *(batch[-1]["sha256"] for batch in found)]
    assert [batch[-1]["previous"] for batch in found] == chain[:-1]


def test_a_run_that_was_cut_short_is_sent_again_under_the_same_numbers(
    start, tmp_path, monkeypatch
):
    note(2)
    monkeypatch.setattr(export.Batch, "settle", lambda _: sys.exit(9))
    with pytest.raises(SystemExit):
        call_command("export_audit", "--folder", tmp_path)
    ((*first, _),) = batches(tmp_path)
    monkeypatch.undo()
    call_command("export_audit", "--folder", tmp_path)
    ((*again, _),) = batches(tmp_path)
    assert again == first


def test_without_a_folder_it_goes_to_the_standard_output(start, monkeypatch):
    note()
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    call_command("export_audit")
    assert len(out.getvalue().splitlines()) == 2


def test_ids_without_an_entry_are_named(start, tmp_path, capsys):
    note()
    rolled_back()
    rolled_back()
    note()
    rolled_back()
    call_command("export_audit", "--folder", tmp_path)
    first = start.loppu + 2
    assert batches(tmp_path)[0][-1]["missingIds"] == [[first, first + 1], [first + 3, first + 3]]
    assert f"No entry has the ids {first}–{first + 1}." in capsys.readouterr().err


def test_what_is_not_sent_is_told_and_what_was_sent_is_counted_again(start, tmp_path, capsys):
    note(3)
    assert export.unsent().entries == 3
    assert export.unsent().age_seconds >= 0
    call_command("export_audit", "--folder", tmp_path)
    assert export.unsent() == (0, 0.0)
    call_command("export_audit", "--check")
    assert "Not sent: 0 at most" in capsys.readouterr().err
    with connection.cursor() as cursor:  # whoever can do this owns the database
        cursor.execute("ALTER TABLE audit_tapahtumat DISABLE TRIGGER audit_append_only")
    AuditTapahtuma.objects.order_by("-id")[0].delete()
    with pytest.raises(CommandError, match="are gone"):
        call_command("export_audit", "--check")
    assert "had 3 entries when it was sent, and has 2." in capsys.readouterr().err


@pytest.fixture
def late(transactional_db):
    """Somebody who has taken an id, and has not committed."""
    parameters = connection.get_connection_params()
    parameters = {name: parameters[name] for name in ("dbname", "user", "host")}
    with psycopg.connect(**parameters) as writer:
        writer.execute(
            "INSERT INTO audit_tapahtumat (aika, operaatio, tulos, kanava, request_id) "
            "VALUES (now(), 'read', 'succeeded', 'late', '-')"
        )
        note()
        yield writer


def test_an_entry_that_is_late_to_commit_is_waited_for(late):
    threading.Timer(0.2, late.commit).start()
    batch = export.next_batch(10**9)
    lines = [orjson.loads(line) for line in batch.lines()][:-1]
    assert [line["channel"] for line in lines][-2:] == ["late", "tiedonsiirto"]


def test_whoever_writes_for_ever_is_not_waited_for_for_ever(late, monkeypatch):
    monkeypatch.setattr(export, "PATIENCE_SECONDS", 0.1)
    with pytest.raises(CommandError, match="writing for too long"):
        call_command("export_audit")
    assert not AuditLahetys.objects.exists()
