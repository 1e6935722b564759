"""The one way to write the audit log: a row in the database and a JSON line."""

import dataclasses
import logging
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, NamedTuple

import orjson
from django.db import connection, transaction

from ehoks.common.dates import now
from ehoks.common.numbers import MAX_ID
from ehoks.common.requests import request_id

logger = logging.getLogger("audit")


@dataclass(frozen=True, slots=True)
class Tekija:
    """Who does it, through which door and from where; on whose behalf, on which ground."""

    kanava: str
    kayttaja_oid: str | None = None
    kayttaja: str | None = None
    caller_id: str | None = None
    ip: str | None = None
    user_agent: str | None = None
    organisaatio_oid: str | None = None
    peruste: str | None = None


@dataclass(frozen=True, slots=True)
class Kohde:
    """Whose data it is about, as far as it is known, and which part of it (`osio`).

    Of a list what was asked for (`haku`).
    """

    hoks_id: int | None = None
    oppija_oid: str | None = None
    opiskeluoikeus_oid: str | None = None
    haku: str | None = None
    osio: str | None = None

    def storable(self) -> "Kohde":
        """Without an id that no plan can have: a caller may ask for any number."""
        if self.hoks_id is None or self.hoks_id <= MAX_ID:
            return self
        return dataclasses.replace(self, hoks_id=None)


_TEKIJA = [f.name for f in dataclasses.fields(Tekija)]
_KOHDE = [f.name for f in dataclasses.fields(Kohde)]
_tekija, _kohde = attrgetter(*_TEKIJA), attrgetter(*_KOHDE)
_COLUMNS = ("aika", "operaatio", "tulos", "koodi", *_TEKIJA, *_KOHDE, "request_id")
_INSERT = (
    f"INSERT INTO audit_tapahtumat ({', '.join(_COLUMNS)}) "  # noqa: S608 -- our own column names
    f"VALUES ({', '.join(['%s'] * len(_COLUMNS))})"
)
_TEXT_MAX = 256


class Beside(NamedTuple):
    """A statement, without an answer, that goes to the database together with an entry."""

    statement: str
    values: list[Any]


def record(
    operaatio: str,
    tekija: Tekija,
    kohde: Kohde,
    *,
    koodi: str | None = None,
    beside: Beside | None = None,
) -> None:
    """Add one entry; `koodi` is the error code of what was refused.

    Inside a transaction the entry lives or dies with it. The JSON line comes out on commit.
    """
    values = [
        now(),
        operaatio,
        "failed" if koodi else "succeeded",
        koodi,
        *map(short, _tekija(tekija)),
        *_kohde(kohde.storable()),
        request_id.get(),
    ]
    with connection.cursor() as cursor:
        if beside:
            both = f"WITH beside AS ({beside.statement}) {_INSERT}"
            cursor.execute(both, [*beside.values, *values])
        else:
            cursor.execute(_INSERT, values)
    if logger.isEnabledFor(logging.INFO):
        line = orjson.dumps(dict(zip(_COLUMNS, values, strict=True))).decode()
        transaction.on_commit(lambda: logger.info("%s", line))


def short(text: str | None) -> str | None:
    """Headers are the caller's: cut, and without the one character PostgreSQL cannot store."""
    return None if text is None else text.replace("\x00", "")[:_TEXT_MAX]
