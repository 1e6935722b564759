"""The integration guide is run as it stands: every block of curl and of Python, and every answer.

A block's output must be its lines `# → …`, in order, where `…` stands for whatever varies.
"""

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass

import pytest

from tests.docs.test_papers import ROOT
from tests.ops.processes import clean_environment
from tests.ops.test_up import environment

STANDARD = "http://127.0.0.1:8000"
NEXT = "=== next block ==="
GUIDE = (ROOT / "docs" / "integraatio.md").read_text()
NIGHT = GUIDE.partition("\n## A night's transfer")[2].partition("\n## ")[0]
SHELLS = {
    "bash": (["bash", "-euo", "pipefail", "-c"], f"echo '{NEXT}'"),
    # alone with the standard library: what the guide promises
    "python": ([sys.executable, "-I", "-S", "-c"], f"print('{NEXT}')"),
}


@dataclass
class Block:
    """An example: the task that it stands under, its text, and what it must print."""

    heading: str
    text: str

    @property
    def expected(self):
        return re.findall(r"^# → (.+)$", self.text, re.MULTILINE)


def blocks(language, text=GUIDE):
    found = []
    for section in re.split(r"^(?=##)", text, flags=re.MULTILINE):
        heading = section.partition("\n")[0].lstrip("# ")
        found += [
            Block(heading, block)
            for block in re.findall(
                rf"^```{language}\n(.*?)^```", section, re.DOTALL | re.MULTILINE
            )
        ]
    return found


def agrees(expected, line):
    pieces = (re.escape(piece) for piece in expected.split("…"))
    return re.fullmatch(".*".join(pieces), line) is not None


def run(language, port, home):
    """What each block of a language prints, all of them run in one shell."""
    command, separator = SHELLS[language]
    found = blocks(language)
    script = f"\n{separator}\n".join(block.text for block in found)
    assert script.count(STANDARD) == 1
    done = subprocess.run(
        [*command, script.replace(STANDARD, f"http://127.0.0.1:{port}")],
        cwd=ROOT,
        env=clean_environment(**environment(home, port), TMPDIR=str(home)),
        capture_output=True,
        text=True,
        timeout=120,
    )
    printed = [part.split("\n") for part in done.stdout.split(f"{NEXT}\n")]
    printed = [[line.strip() for line in part if line.strip()] for part in printed]
    assert done.returncode == 0, f"{found[len(printed) - 1].heading}: {printed[-1]}\n{done.stderr}"
    return list(zip(found, printed, strict=True))


@pytest.mark.server
@pytest.mark.skipif(not shutil.which("curl"), reason="half of the examples are for curl")
@pytest.mark.parametrize("language", SHELLS)
def test_every_example_answers_what_it_says(service, language):
    wrong = [
        f"{block.heading}\n  says   {said}\n  prints {line}"
        for block, printed in run(language, *service)
        for said, line in pad(block.expected, printed)
        if said is None or line is None or not agrees(said, line)
    ]
    assert not wrong, "\n".join(wrong)


def pad(expected, printed):
    longest = max(len(expected), len(printed))
    fill = [None] * longest
    return list(zip((expected + fill)[:longest], (printed + fill)[:longest], strict=True))


# --- What holds of the text ------------------------------------------------------------------------


@pytest.mark.parametrize("language", SHELLS)
def test_the_night_has_its_steps_in_order(language):
    steps = re.findall(r"^### (\d)\. (.+)$", NIGHT, re.MULTILINE)
    assert [int(number) for number, _ in steps] == list(range(1, 10))
    words = (
        "lose",
        "same key",
        "list",
        "period",
        "put back",
        "bad code",
        "log",
        "again",
        "resolved",
    )
    assert all(word in title for word, (_, title) in zip(words, steps, strict=True))
    headings = [block.heading for block in blocks(language, NIGHT)]
    assert headings == [f"{number}. {title}" for number, title in steps]


def test_every_task_is_there_for_both():
    tasks = GUIDE.partition("\n## More tasks\n")[2].partition("\n## ")[0]
    headings = set(re.findall(r"^### (.+)$", tasks, re.MULTILINE))
    assert len(headings) > 10
    for language in SHELLS:
        assert {block.heading for block in blocks(language, tasks)} == headings


def test_an_answer_says_more_than_that_there_is_one():
    said = [line for language in SHELLS for block in blocks(language) for line in block.expected]
    assert len(said) > 60
    assert not [line for line in said if len(line.replace("…", "").strip()) < 2]


def test_every_entry_of_the_contents_leads_to_a_heading():
    anchors = {
        re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
        for title in re.findall(r"^#+ (.+)$", GUIDE, re.MULTILINE)
    }
    links = re.findall(r"\]\(#([^)]+)\)", GUIDE)
    assert len(links) > 20
    assert not set(links) - anchors


def test_what_varies_may_vary_and_nothing_else():
    assert agrees('{"id":…} HTTP 200', '{"id":7} HTTP 200')
    assert not agrees('{"id":…} HTTP 200', '{"id":7} HTTP 500')
    assert not agrees("204", "2041")
