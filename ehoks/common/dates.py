"""The one clock: now, and today as Finland's calendar shows it."""

import calendar
import datetime as dt
from zoneinfo import ZoneInfo

HELSINKI = ZoneInfo("Europe/Helsinki")


def now() -> dt.datetime:
    """The present moment, with UTC as its zone."""
    return dt.datetime.now(dt.UTC)


def today() -> dt.date:
    """The calendar date in Finland: what every date rule of a HOKS means by "today"."""
    return dt.datetime.now(HELSINKI).date()


def months_ago(count: int) -> dt.date:
    """The same day of an earlier month; its last day where the month is shorter."""
    day = today()
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def as_utc(moment: dt.datetime) -> str:
    """A moment whose zone is UTC, as texts tell it, to the second: `2024-08-15T09:30:00Z`."""
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
