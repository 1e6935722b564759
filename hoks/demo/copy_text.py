"""Rows as lines of text, in the form that PostgreSQL's COPY takes."""

from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import orjson
from django.apps import apps
from django.contrib.postgres.fields import ArrayField
from django.db import models

from hoks.services.rows import Row

_ESCAPES = (("\\", "\\\\"), ("\t", "\\t"), ("\n", "\\n"), ("\r", "\\r"))


def columns(table: str) -> list[str]:
    """The columns of a table, in the order of the lines."""
    return list(_forms(table))


def to_lines(table: str, rows: Iterable[Row]) -> str:
    """A line for each row; what a row lacks is NULL."""
    forms = _forms(table)
    return "".join("\t".join(_cell(row.get(c), f) for c, f in forms.items()) + "\n" for row in rows)


@cache
def _forms(table: str) -> dict[str, Callable[[Any], str]]:
    (model,) = (m for m in apps.get_models() if m._meta.db_table == table)
    return {str(f.column): _form_of(f) for f in model._meta.concrete_fields if f.column}


def _form_of(field: "models.Field[Any, Any]") -> Callable[[Any], str]:
    if isinstance(field, ArrayField):
        return _array
    return _json if isinstance(field, models.JSONField) else str


def _cell(value: Any, form: Callable[[Any], str]) -> str:
    if value is None:
        return "\\N"
    text = form(value)
    for raw, safe in _ESCAPES:
        text = text.replace(raw, safe)
    return text


def _json(value: Any) -> str:
    return orjson.dumps(value).decode()


def _array(value: list[str]) -> str:
    quoted = (item.replace("\\", "\\\\").replace('"', '\\"') for item in value)
    return "{" + ",".join(f'"{item}"' for item in quoted) + "}"
