"""Deletes old rows a batch at a time, so that nobody waits behind a clean-up."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from ehoks.tyot.tyo import Ajo

BATCH = 1000


def delete_in_batches(ajo: Ajo, rows: "QuerySet[Any]") -> None:
    """Delete the rows of a query that an index answers; each batch is a transaction of its own."""
    batch = rows.order_by()[:BATCH]
    while keys := list(batch.values_list("pk", flat=True)):
        _delete(ajo, rows, keys)


def delete_oldest(ajo: Ajo, rows: "QuerySet[Any]", **condition: object) -> None:
    """The same of rows whose ids grow with time: from the lowest on, as long as they fulfil it."""
    while keys := _lowest(rows, condition):
        _delete(ajo, rows, keys)


def _lowest(rows: "QuerySet[Any]", condition: dict[str, object]) -> list[object]:
    lowest = list(rows.order_by("pk").values_list("pk", flat=True)[:BATCH])
    return list(rows.filter(pk__in=lowest, **condition).values_list("pk", flat=True))


def _delete(ajo: Ajo, rows: "QuerySet[Any]", keys: Sequence[object]) -> None:
    rows.filter(pk__in=keys).delete()
    ajo.step(tehty=len(keys), poistettu=len(keys))
