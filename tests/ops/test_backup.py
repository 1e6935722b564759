"""The drill: a register is backed up, lost, and back again, to the last row."""

import os
import stat
from urllib.parse import urlsplit, urlunsplit

import orjson
import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from ehoks.audit.models import AuditTapahtuma
from ehoks.management import backup
from hoks.models import Hoks, HoksVersio
from tests.conftest import Sis, payload
from tests.ops.processes import program

pytestmark = pytest.mark.server


@pytest.fixture
def register(transactional_db):
    sis = Sis("sampo")
    return [sis.create(payload(name)) for name in ("maximal", "tuva")]


@pytest.fixture
def empty():
    """The address of a database beside this one, with nothing in it."""
    name = f"{connection.settings_dict['NAME']}_palautus"
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
        cursor.execute(f'CREATE DATABASE "{name}"')
    yield urlunsplit(urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}"))
    with connection.cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def restored(file, address, *, well=True):
    """What the command says in a process of its own, pointed at another database."""
    with program("manage.py", "restore", str(file), DATABASE_URL=address, EHOKS_DEMO="1") as done:
        output, errors = done.communicate(timeout=60)
    assert (done.returncode == 0) is well, output + errors
    return output if well else errors


@pytest.fixture
def late_write(monkeypatch):
    """Somebody writes between the digests and the dump."""
    address = urlsplit(os.environ["DATABASE_URL"])
    address = urlunsplit(address._replace(path=f"/{connection.settings_dict['NAME']}"))
    run = backup._run

    def late(program, arguments):
        with psycopg.connect(address) as other:
            other.execute("UPDATE hoksit SET sahkoposti = 'myohassa@example.com'")
        run(program, arguments)

    monkeypatch.setattr(backup, "_run", late)


def test_the_drill(register, empty, tmp_path, late_write):
    file = tmp_path / "rekisteri.dump"
    before = list(HoksVersio.objects.order_by("id").values_list("hoks_id", "sisalto"))
    call_command("backup", file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600  # it holds what the register knows of people
    assert Hoks.objects.filter(sahkoposti="myohassa@example.com").count() == len(register)
    Hoks.objects.all().delete()  # the register is lost
    assert "every table is what it was" in restored(file, empty)
    with psycopg.connect(empty) as there:
        query = "SELECT hoks_id, sisalto FROM hoks_versiot ORDER BY id"
        assert there.execute(query).fetchall() == before
        query = "SELECT count(*) FROM hoksit WHERE sahkoposti = 'myohassa@example.com'"
        assert there.execute(query).fetchone() == (0,)  # a backup is of one moment
        with pytest.raises(psycopg.Error, match="audit"):  # the log is as closed as it was
            there.execute("DELETE FROM audit_tapahtumat")
    with program("manage.py", "check_rows", DATABASE_URL=empty, EHOKS_DEMO="1") as check:
        output, errors = check.communicate(timeout=60)
    assert check.returncode == 0, output + errors


def test_a_restore_that_differs_is_no_restore(register, empty, tmp_path):
    file = tmp_path / "vale.dump"
    call_command("backup", file)
    note = orjson.loads(backup.note_of(file).read_bytes())
    note["tables"]["hoksit"][1] = "1"
    backup.note_of(file).write_bytes(orjson.dumps(note))
    assert "not what they were: hoksit." in restored(file, empty, well=False)


def test_a_database_with_something_in_it_is_not_restored_over(register, tmp_path):
    file = tmp_path / "taysi.dump"
    call_command("backup", file)
    with pytest.raises(CommandError, match="not empty"):
        call_command("restore", file)
    assert Hoks.objects.count() == len(register)


def test_a_backup_replaces_no_other_and_needs_its_note(register, tmp_path):
    file = tmp_path / "sama.dump"
    call_command("backup", file)
    with pytest.raises(CommandError, match="already"):
        call_command("backup", file)
    backup.note_of(file).unlink()
    with pytest.raises(CommandError, match="missing"):
        call_command("restore", file)


def test_a_backup_that_failed_leaves_no_file(register, tmp_path, monkeypatch):
    with pytest.raises(CommandError, match="cannot be written"):
        call_command("backup", tmp_path / "no such folder" / "x.dump")
    monkeypatch.setattr(backup, "_export_snapshot", lambda: "no such snapshot")
    with pytest.raises(CommandError, match="pg_dump failed"):
        call_command("backup", tmp_path / "x.dump")
    assert list(tmp_path.iterdir()) == []
    assert AuditTapahtuma.objects.count() > 0
