"""The audit of packages: a vulnerability fails it, silence does not, and neither goes unsaid."""

import json
import re
import subprocess
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ehoks.management.commands import audit_packages

ONE = re.compile(r"^[\w.-]+==", re.MULTILINE)
COUNT = len(ONE.findall(audit_packages.LOCKED.read_text()))
UNKNOWN = {"name": "idna", "skip_reason": "not found"}


def of(name, *ids):
    vulns = [{"id": one, "fix_versions": ["9.9"]} for one in ids]
    return {"name": name, "version": "1.0", "vulns": vulns}


@pytest.fixture
def says(monkeypatch):
    """pip-audit answers these, a question each; a text as it is."""

    def say(*answers):
        left = list(answers)

        def run(command, **_):
            asked = len(ONE.findall(command[-1].read_text()))
            assert asked == (1 if left == list(answers) else COUNT)
            said = left.pop(0)
            raw = said if isinstance(said, str) else json.dumps({"dependencies": said})
            return subprocess.CompletedProcess(command, 1, raw.encode(), b"")

        monkeypatch.setattr(audit_packages.subprocess, "run", run)
        out, err = StringIO(), StringIO()
        call_command("audit_packages", stdout=out, stderr=err)
        assert not left
        return out.getvalue(), err.getvalue()

    return say


@pytest.mark.parametrize("silence", ["", "[broken", [UNKNOWN], []])
def test_silence_is_told_and_is_no_failure(says, silence):
    out, err = says(silence)
    assert out == ""
    assert err.startswith("SKIPPED: ")
    assert f"{COUNT} packages were not audited" in err


def test_a_vulnerability_is_a_failure_that_names_it(says):
    with pytest.raises(CommandError, match=r"orjson 1\.0: PYSEC-1 \(mended in: 9\.9\)"):
        says([of("a")], [of("a"), of("orjson", "PYSEC-1")])


def test_none_is_told_and_so_is_what_was_not_asked(says):
    out, err = says([of("a")], [of("a"), of("b"), UNKNOWN])
    assert out == "2 packages, none with a known vulnerability\n"
    assert err == "NOT AUDITED, as the source does not know them: ['idna']\n"
