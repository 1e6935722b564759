"""Dates, periods and numbers as Finnish readers write them, in all three languages alike."""

import datetime as dt
from decimal import Decimal

from django import template
from django.template.defaultfilters import stringfilter

from ehoks.common import vieras
from ehoks.common.dates import HELSINKI

register = template.Library()
NBSP = "\u00a0"


@register.filter
def paiva(value: object) -> str:
    """`1.9.2025` of an ISO date, a date or a moment; `-` of nothing."""
    found = _date(value)
    return f"{found.day}.{found.month}.{found.year}" if found else "-"


@register.filter
def aika(value: dt.datetime | None) -> str:
    """`1.9.2025 9.05` in Finnish time; `-` of nothing."""
    if value is None:
        return "-"
    local = _local(value)
    return f"{paiva(local)} {local.hour}.{local.minute:02}"


@register.filter
def kello(value: dt.datetime) -> str:
    """`9.05` in Finnish time."""
    local = _local(value)
    return f"{local.hour}.{local.minute:02}"


@register.simple_tag
def jakso(alku: object, loppu: object) -> str:
    """`1.9.2025 – 31.10.2025`, or one day; an open end stays open."""
    first, last = paiva(alku), paiva(loppu)
    if last == "-":
        return f"{first} –"
    return first if first == last else f"{first} – {last}"


@register.simple_tag
def luettele(*osat: object) -> str:
    """What is there of some things, with commas between them."""
    return vieras.join(", ", (osa if isinstance(osa, str) else str(osa) for osa in osat if osa))


@register.filter
def paljas(value: object) -> str:
    """A text without its language, for where no element can stand: attributes, titles, pictures."""
    return str(value)


@register.filter(is_safe=True)
@stringfilter
def reunoilta(value: str) -> str:
    """What stands in a component, without the line breaks around it: a link's words are its own."""
    return value.strip()


@register.filter
def luku(value: object) -> str:
    """`12,5`: a decimal comma, nothing after it that says nothing, a space between thousands."""
    if value is None or value == "":
        return "-"
    whole, _, rest = f"{Decimal(str(value)):,f}".partition(".")
    rest = rest.rstrip("0")
    return whole.replace(",", NBSP) + (f",{rest}" if rest else "")


@register.filter
def unlocal(value: float) -> str:
    """A coordinate: a point, not a comma, and no more digits than can be seen."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


@register.filter
def puolet(value: float) -> float:
    """Half of a number, and a little: where a line of text stands in the middle of a row."""
    return value / 2 + 4


@register.filter
def get(found: dict[str, object], key: str) -> object:
    """A value by a key that template syntax cannot spell."""
    return found.get(key, "")


def _date(value: object) -> dt.date | None:
    match value:
        case dt.datetime():
            return _local(value).date()
        case dt.date():
            return value
        case str() if value:
            return _date(dt.datetime.fromisoformat(value)) if "T" in value else _iso(value)
        case _:
            return None


def _local(moment: dt.datetime) -> dt.datetime:
    """In Finland; the last hours of the calendar, which have no Finnish time, as they are."""
    try:
        return moment.astimezone(HELSINKI)
    except OverflowError:
        return moment


def _iso(text: str) -> dt.date:
    return dt.date.fromisoformat(text)
