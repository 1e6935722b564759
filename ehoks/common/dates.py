"""The one clock: now, and today as Finland's calendar shows it."""

import datetime as dt
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def now() -> dt.datetime:
    """The present moment, with UTC as its zone."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The calendar date in Finland: what every date rule of a HOKS means by "today"."""
    return dt.datetime.now(HELSINKI).date()
