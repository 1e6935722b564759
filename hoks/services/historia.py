"""The history of a plan, a page at a time: its versions, and when it was archived or restored."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import orjson

from ehoks.audit import rows as audit
from ehoks.audit.models import AuditTapahtuma
from hoks.models import HoksVersio

PAGE = 10  # versions; each is a whole document to read
MARKS = ("delete", "restore", "remove-contacts")  # in the audit log: the document stays as it is
_MARKS_MAX = 100
_COLUMNS = ("tallennettu", "tallentaja", "kanava", "sisalto")

Document = dict[str, Any]


class Versio(NamedTuple):
    """A version: when, who, by which door, and what the plan said; before it nothing, or `edellinen`."""

    tallennettu: dt.datetime
    tallentaja: str
    kanava: str
    sisalto: Document
    edellinen: Document | None


class Sivu(NamedTuple):
    """A page of the history, the newest first; `merkinnat` are of the same stretch of time."""

    versiot: list[Versio]
    merkinnat: list[AuditTapahtuma]
    sivu: int
    sivuja: int


def find_sivu(hoks_id: int, sivu: int) -> Sivu:
    """That page, or the nearest there is.

    Documents of other pages are not read, but for the one that the last of this is compared with.
    """
    rows = HoksVersio.objects.filter(hoks_id=hoks_id).order_by("-id")
    sivuja = max(1, -(-rows.count() // PAGE))
    sivu = min(max(1, sivu), sivuja)
    start = (sivu - 1) * PAGE
    found = list(rows.values_list(*_COLUMNS)[start : start + PAGE + 1])
    versiot = list(_versiot(found))[:PAGE]
    newest = versiot[0].tallennettu if versiot and sivu > 1 else None
    before = found[PAGE][0] if len(found) > PAGE else None
    marks = audit.list_between(hoks_id, MARKS, before, newest, _MARKS_MAX)
    return Sivu(versiot, marks, sivu, sivuja)


def _versiot(rows: list[tuple[dt.datetime, str, str, str]]) -> Iterator[Versio]:
    """Each row with the document of the next, the older one."""
    documents = [*(orjson.loads(sisalto) for *_, sisalto in rows), None]
    for (time, who, kanava, _), pair in zip(rows, pairwise(documents), strict=True):
        yield Versio(time, who, kanava, *pair)
