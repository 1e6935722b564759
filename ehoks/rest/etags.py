"""Strong ETags: reading the headers of a conditional request."""

from collections.abc import Callable

from django.utils.http import parse_etags
from rest_framework.request import Request


def quoted(etag: str) -> str:
    """As it stands in a header."""
    return f'"{etag}"'


def known_etags(request: Request) -> list[str]:
    """What `If-None-Match` names, unquoted. A weak tag matches here as a strong one does."""
    tags = parse_etags(request.META.get("HTTP_IF_NONE_MATCH", ""))
    return [tag.removeprefix("W/").strip('"') for tag in tags]


def precondition(request: Request) -> Callable[[str], bool] | None:
    """What `If-Match` demands of the current ETag; None when it demands nothing.

    A weak tag never matches: it does not promise the same bytes.
    """
    header = request.META.get("HTTP_IF_MATCH")
    if header is None:
        return None
    tags = parse_etags(header)
    return lambda etag: tags == ["*"] or quoted(etag) in tags
