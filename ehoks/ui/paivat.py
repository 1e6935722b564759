"""Days as people write them into forms."""

import datetime as dt
import re

_FINNISH = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")


def to_date(text: str) -> dt.date:
    """A day as Finns write it, or as programs do. Raises ValueError."""
    if finnish := _FINNISH.fullmatch(text):
        day, month, year = map(int, finnish.groups())
        return dt.date(year, month, day)
    return dt.date.fromisoformat(text)
