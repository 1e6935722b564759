"""`manage.py load`: a short one goes through, tells its figures, and leaves nothing behind."""

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from django.core.management import CommandError, call_command

from ehoks.management.commands import load
from ehoks.management.load.clients import Client, Plan, Sample, System, differences
from ehoks.management.load.service import LoadError
from tests.ops.processes import descendants, eventually, is_running, program

pytestmark = pytest.mark.server
MEMORY = r"^The web processes took (\d+) and (\d+) MB before it, (\d+) and (\d+) MB at most\.$"
FEW = ("--seconds", "3", "--systems", "8", "--clients", "4")


@pytest.fixture
def short_path():
    """A place whose name is short enough for the sockets below it."""
    with TemporaryDirectory(prefix="load-") as found:
        yield Path(found)


def test_a_short_one_ends_well_and_by_itself(short_path):
    with program("manage.py", "load", *FEW, TMPDIR=str(short_path), DATABASE_URL="") as process:
        started = set()
        assert eventually(lambda: started.update(descendants(process.pid)) or len(started) > 4, 60)
        output, errors = process.communicate(timeout=120)
    assert process.returncode == 0, output + errors
    for kind in ("GET", "PUT", "PATCH", "POST", "/health/live"):
        (row,) = re.findall(rf"^\| {kind} \|.*$", output, re.MULTILINE)
        _, _, calls, rate, median, p95, p99, wrong, _ = (cell.strip() for cell in row.split("|"))
        assert int(calls) > 0
        assert float(rate) > 0
        assert 0 < float(median) <= float(p95) <= float(p99)
        assert wrong == "–"
    (memory,) = re.findall(MEMORY, output, re.MULTILINE)
    assert all(50 < int(megabytes) <= 250 for megabytes in memory)
    assert "No plan lost, none doubled" in output
    assert eventually(lambda: not [pid for pid in started if is_running(pid)])
    assert not list(short_path.glob("ehoks-load-*"))


@pytest.mark.parametrize(
    "name", ["DATABASE_URL", "OPINTOPOLKU_URL", "EPERUSTEET_URL", "VIESTINVALITYS_URL"]
)
def test_a_register_elsewhere_is_refused(name):
    with program(
        "manage.py", "load", *FEW, **{name: "postgres://register.example/ehoks"}
    ) as process:
        output, errors = process.communicate(timeout=30)
    assert process.returncode == 1
    assert f"only ever goes to its own service on 127.0.0.1. Unset {name}." in errors
    assert not output


class Register(Client):
    """A register that says what the test wants."""

    def __init__(self, listed, versio):
        self.samples, self.listed, self.versio = [], listed, versio
        self.systems = [System("one", [], [Plan(7, {"opiskeluoikeus-oid": "oid"}, 3)])]

    def call(self, system, method, path, document=None):
        if "luettelo" in path:
            rows = ",".join(f'{{"id":{n},"opiskeluoikeus-oid":"{oid}"}}' for n, oid in self.listed)
            return f'{{"data":[{rows}]}}'.encode()
        self._note(method, 200, 0)
        return f'{{"data":{{"versio":{self.versio},"oppimisen-tuki":[]}}}}'.encode()


def test_a_plan_that_is_as_it_was_left_is_no_difference():
    assert list(differences(Register([(7, "oid")], 3))) == []


@pytest.mark.parametrize(
    ("listed", "versio", "told"),
    [
        ([], 3, "1 plans lost, 0 doubled"),
        ([(7, "oid"), (7, "oid")], 3, "0 plans lost, 1 doubled"),
        ([(7, "oid"), (8, "oid")], 3, "0 plans lost, 1 doubled"),
        ([(7, "oid")], 2, "1 plans are not as they were left (another versio)"),
        ([(7, "oid")], '3,"versio":3', "1 plans are not as they were left (another versio)"),
    ],
)
def test_what_differs_is_told(listed, versio, told):
    (difference,) = differences(Register(listed, versio))
    assert told in difference


GOOD = [Sample("PUT", 204, 0.010), Sample("PUT", 204, 0.030)]


def test_an_answer_that_is_not_as_expected_is_counted_and_told():
    samples = [*GOOD, Sample("PUT", 503, 0.020), Sample("PUT", "TimeoutError", 30)]
    assert list(load._unexpected(GOOD)) == []
    assert sorted(load._unexpected(samples)) == [
        "PUT: 1 answers were 503",
        "PUT: 1 answers were TimeoutError",
    ]
    assert load._row("PUT", GOOD, 1).endswith("| 2 | 2.0 | 20.0 | 29.0 | 29.8 | – |")
    assert load._row("PUT", samples, 1).endswith("| 503: 1, TimeoutError: 1 |")


@pytest.mark.parametrize("problem", ["found", "raised"])
def test_a_load_that_went_wrong_ends_with_an_error(monkeypatch, problem):
    def run(*_):
        if problem == "raised":
            raise LoadError("It broke.")
        return ["It broke."]

    monkeypatch.setattr(load, "require_nothing_real", lambda: None)
    monkeypatch.setattr(load.Command, "run", run)
    with pytest.raises(CommandError, match=r"It broke\."):
        call_command("load")
