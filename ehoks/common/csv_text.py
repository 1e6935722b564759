"""Tables as CSV that a spreadsheet takes for text: some of it is whatever somebody sent."""

import csv
import datetime as dt
import io
import re
from collections.abc import Iterable

_FORMULA, _BLANK = ("=", "+", "-", "@"), ("\t", "\r", "\n")  # how a spreadsheet's formula begins
# A spreadsheet with another idea of what parts cells begins a new one within the text.
_SECOND = re.compile(r"([,;]\s*|(?<=\S)[\t\r\n]\s*)(?=[=+\-@])")


def write_csv(rows: Iterable[Iterable[object]], delimiter: str = ",") -> str:
    """Rows by RFC 4180: CRLF, quotes where needed; commas, unless another delimiter is asked for."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(map(cell, row) for row in rows)
    return out.getvalue()


def cell(value: object) -> str:
    """A value as text that no spreadsheet runs: what would begin a formula gets a `'` before it."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case dt.datetime():
            return value.isoformat()
    text = _SECOND.sub(r"\1'", str(value))
    return f"'{text}" if text.lstrip().startswith(_FORMULA) or text.startswith(_BLANK) else text
