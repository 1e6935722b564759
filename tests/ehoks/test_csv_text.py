"""CSV that no spreadsheet runs, whatever it takes for the end of a cell."""

import csv
import io

import pytest

from ehoks.common.csv_text import cell, write_csv


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        (" @SUM(A1)", "' @SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("Paja;=1", "Paja;'=1"),
        ("Paja, -1", "Paja, '-1"),
        (",+1", ",'+1"),
        ("Paja\n=1", "Paja\n'=1"),
        ("Paja-Kahvila, Oy", "Paja-Kahvila, Oy"),
        ("onni@example.fi", "onni@example.fi"),
    ],
)
def test_what_would_begin_a_formula_is_text(text, safe):
    assert cell(text) == safe


def test_other_values():
    assert [cell(value) for value in (None, True, 80)] == ["", "true", "80"]


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_it_reads_back(delimiter):
    rows = [["a", 'b";,\r\n c'], ["", "ä"]]
    text = write_csv(rows, delimiter)
    assert list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)) == rows
