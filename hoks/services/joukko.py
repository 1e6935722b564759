"""Many plans at once, a JSON document a line: each is stored or refused on its own."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.db import Error as DatabaseError
from django.db import connection

from ehoks.common.errors import EhoksError
from hoks.services import checks
from hoks.services.save import upsert_hoks
from hoks.services.store import Asiakas, Sent

# Given the study right that a line names, if any, and what went wrong: the error to tell of it.
OnRefusal = Callable[[str | None, Exception], EhoksError]


@dataclass(frozen=True)
class Tulos:
    """What became of a line: the plan's id, or the error that refused it."""

    rivi: int
    opiskeluoikeus_oid: str | None
    hoks_id: int | None = None
    virhe: EhoksError | None = None

    @property
    def is_passing(self) -> bool:
        """Whether the fault is ours and not the line's: later it may well be stored."""
        return self.virhe is not None and self.virhe.status == 503


def store_lines(
    lines: Iterable[bytes],
    by: Asiakas,
    parse: Callable[[bytes], object],
    on_refusal: OnRefusal,
) -> Iterator[Tulos]:
    """Create or replace the plan of each line, in order; blank lines are passed over.

    A line that is refused, for whatever reason, leaves the others alone, and so does a register or
    a database that does not answer for a while. The same line sent again changes nothing, so a run
    that broke off can simply be repeated.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _store(number, Sent(line, parse), by, on_refusal)


def _store(number: int, sent: Sent, by: Asiakas, on_refusal: OnRefusal) -> Tulos:
    oid = None
    try:
        oid = checks.well_formed_oid(sent.value)
        if oid is None:  # says what is wrong with a document that names no study right
            checks.authorise_create(sent.value, by.kayttaja)
        assert oid is not None
        saved = upsert_hoks(opiskeluoikeus_oid=oid, sent=sent, by=by)
    except (EhoksError, DatabaseError) as error:
        if isinstance(error, DatabaseError) and not connection.is_usable():
            connection.close()  # else the lines that follow would fail with it
        return Tulos(number, oid, virhe=on_refusal(oid, error))
    return Tulos(number, oid, hoks_id=saved.id)
