"""The README's walk-through is run as it stands, against a service of its own."""

import json
import re
import shutil
import subprocess

import pytest

from tests.docs.test_papers import ROOT
from tests.ops.test_up import free_port, up, wait_until_ready

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not shutil.which("curl"), reason="the walk-through is for curl"),
]
STANDARD = "http://127.0.0.1:8000"


def walk(port):
    """What the block prints when it is pasted into a terminal, a line an answer."""
    (block,) = re.findall(r"```bash\n(.*?)```", (ROOT / "README.md").read_text(), re.DOTALL)
    assert block.count(STANDARD) == 1
    script = block.replace(STANDARD, f"http://127.0.0.1:{port}")
    done = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", script],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_it_does_what_it_says_and_a_second_time_too(tmp_path):
    port = free_port()
    with up(tmp_path, port) as process:
        wait_until_ready(process, port)
        lempi, tuisku, root, whole, mistake = walk(port)
        assert lempi["data"]["uri"].endswith(f"/hoks/{lempi['meta']['id']}")
        assert root["data"]["id"] == tuisku["meta"]["id"]
        assert whole["data"]["id"] == lempi["meta"]["id"]
        maximal = json.loads((ROOT / "tests" / "payloads" / "maximal.json").read_text())
        assert whole["data"]["sahkoposti"] == maximal["sahkoposti"]
        assert mistake["code"] == "invalid-document"
        assert {v["code"] for v in mistake["violations"]} == {"missing-key", "not-a-boolean"}
        assert mistake["help"] == (
            f"http://127.0.0.1:{port}/ehoks-virkailija-backend/ohje/virheet#invalid-document"
        )
        again = walk(port)
        assert [answer.get("code") for answer in again[:2]] == ["hoks-exists"] * 2
        assert again[0]["hoks-id"] == lempi["meta"]["id"]
        assert again[3] == whole
        process.terminate()
        assert process.wait(20) == 0
