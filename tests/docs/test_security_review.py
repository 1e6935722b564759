"""The security review speaks of every item of its standard once, and its pointers lead somewhere."""

import re

from tests.docs.test_papers import ROOT

REVIEW = (ROOT / "docs" / "tietoturva.md").read_text()
# How many numbers of level 2 each section has; those that the standard has withdrawn left out.
WITHDRAWN = {"1.4.2", "1.4.3", "1.12.1", "4.1.4", "7.3.2", "13.1.2", "13.2.4", "14.3.1"}
HIGHER = {
    *("1.11.3", "2.2.4", "2.2.5", "2.2.6", "2.2.7", "3.6.1", "3.6.2", "6.2.7", "6.2.8", "6.3.3"),
    *("8.1.5", "8.1.6", "9.2.5", "10.1.1", "10.2.3", "10.2.4", "10.2.5", "10.2.6", "14.1.5"),
}
LAST = {
    "1.1": 7,
    "1.2": 4,
    "1.4": 5,
    "1.5": 4,
    "1.6": 4,
    "1.7": 2,
    "1.8": 2,
    "1.9": 2,
    "1.10": 1,
    "1.11": 3,
    "1.12": 2,
    "1.14": 6,
    "2.1": 12,
    "2.2": 7,
    "2.3": 3,
    "2.4": 6,
    "2.5": 7,
    "2.6": 3,
    "2.7": 6,
    "2.8": 7,
    "2.9": 3,
    "2.10": 4,
    "3.1": 1,
    "3.2": 4,
    "3.3": 4,
    "3.4": 5,
    "3.5": 3,
    "3.6": 2,
    "3.7": 1,
    "4.1": 5,
    "4.2": 2,
    "4.3": 3,
    "5.1": 5,
    "5.2": 8,
    "5.3": 10,
    "5.4": 3,
    "5.5": 4,
    "6.1": 3,
    "6.2": 8,
    "6.3": 3,
    "6.4": 2,
    "7.1": 4,
    "7.2": 2,
    "7.3": 4,
    "7.4": 3,
    "8.1": 6,
    "8.2": 3,
    "8.3": 8,
    "9.1": 3,
    "9.2": 5,
    "10.1": 1,
    "10.2": 6,
    "10.3": 3,
    "11.1": 8,
    "12.1": 3,
    "12.2": 1,
    "12.3": 6,
    "12.4": 2,
    "12.5": 2,
    "12.6": 1,
    "13.1": 5,
    "13.2": 6,
    "13.3": 2,
    "13.4": 2,
    "14.1": 5,
    "14.2": 6,
    "14.3": 3,
    "14.4": 7,
    "14.5": 4,
}
ALL = {f"{section}.{n}" for section, last in LAST.items() for n in range(1, last + 1)}
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([✔◐✘]) \| (.+) \|$", re.MULTILINE)


def chapters():
    """The chapters, without what stands before them."""
    return re.split(r"^## V\d+ .*$", REVIEW, flags=re.MULTILINE)[1:]


def grouped(text):
    """Numbers outside the tables, ranges such as `2.1.1–12` taken apart."""
    prose = re.sub(r"^\|.*$", "", text, flags=re.MULTILINE)
    for section, first, last in re.findall(r"\b(\d+\.\d+)\.(\d+)(?:–(\d+))?", prose):
        yield from (f"{section}.{n}" for n in range(int(first), int(last or first) + 1))


def test_every_item_is_spoken_of_once():
    found = [number for number, *_ in ROW.findall(REVIEW)]
    found += [number for text in chapters() for number in set(grouped(text)) - set(found)]
    assert len(found) == len(set(found))
    assert set(found) == ALL - WITHDRAWN - HIGHER


def test_what_does_not_hold_is_gathered_in_front():
    listed = set(grouped(REVIEW.partition("## What does not hold")[2].partition("\n## ")[0]))
    assert {number for number, mark, _ in ROW.findall(REVIEW) if mark == "✘"} - {"8.3.6"} <= listed


def test_every_test_that_is_named_exists():
    named = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", REVIEW)
    assert len(named) > 60
    missing = [f"{path}::{name}" for path, name in named if f"def {name}(" not in read(path)]
    assert not missing


def read(path):
    return (ROOT / path).read_text()
