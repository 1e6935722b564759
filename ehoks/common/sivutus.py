"""A page of a list that the database sorts; beyond the end of the list, its last page."""

from collections.abc import Callable
from typing import Any, Generic, NamedTuple, TypeVar

from django.db.backends.base.base import BaseDatabaseWrapper

R = TypeVar("R")


class Sivu(NamedTuple, Generic[R]):
    """A page: its rows, how many there are in all, which page it is of how many, what is before."""

    rivit: list[R]
    yhteensa: int
    sivu: int = 1
    sivuja: int = 1
    ennen: int = 0


class Kysely(NamedTuple, Generic[R]):
    """A list as SQL, and what becomes of a row.

    `rivit` limits itself by %(raja)s and %(ohita)s, and tells in its first column how many rows
    there are in all; `luku` counts them. `make` is given the columns after the first.
    """

    rivit: str
    luku: str
    arvot: dict[str, Any]
    make: Callable[[tuple[Any, ...]], R]


def read_page(database: BaseDatabaseWrapper, kysely: Kysely[R], page: int, size: int) -> Sivu[R]:
    """Page number `page` of `size` rows, counted from one; the last one when there are not so many."""
    page = max(page, 1)
    with database.cursor() as cursor:

        def rows() -> list[tuple[Any, ...]]:
            limits = {"raja": size, "ohita": (page - 1) * size}
            cursor.execute(kysely.rivit, kysely.arvot | limits)
            return list(cursor.fetchall())

        if not (found := rows()) and page > 1:
            cursor.execute(kysely.luku, kysely.arvot)
            page = _pages(cursor.fetchone()[0], size)
            found = rows()
    total = found[0][0] if found else 0
    made = [kysely.make(row[1:]) for row in found]
    return Sivu(made, total, page, _pages(total, size), (page - 1) * size)


def _pages(total: int, size: int) -> int:
    return max(-(-total // size), 1)
