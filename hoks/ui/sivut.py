"""Links from one page of a list to the others."""

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest

from ehoks.ui.shell import with_query

_NEAR = 2  # pages told on each side of the one that is open


def page_number(text: str) -> int:
    """The page that the address asks for; the first one where it asks for none that can be."""
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    return int(text) if is_number else 1


def list_pages(request: HttpRequest, sivu: int, sivuja: int) -> Iterator[dict[str, Any]]:
    """Links to the first and last pages and to those near; a gap where some are left out."""
    near = range(sivu - _NEAR, sivu + _NEAR + 1)
    told = sorted({1, sivuja, *near} & set(range(1, sivuja + 1)))
    for before, n in zip([0, *told], told, strict=False):
        if n > before + 1:
            yield {"gap": True}
        href = with_query(request, sivu=n if n > 1 else None, lang=None)
        yield {"n": n, "href": href, "is_open": n == sivu}
