"""Answers what is asked of codes from memory: does it exist, what is it called.

Each process keeps a copy of all codes. Every `CHECK_SECONDS` one caller asks the database, in
one small query, whether anything has changed, and only then reads the codes anew. In between
nothing is asked at all.
"""

import datetime as dt
import threading
import time
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from ehoks.common.dates import today
from ehoks.integrations.eperusteet import Aihe
from koodisto.models import Koodi, Koodisto, Peruste
from koodisto.tuntematon import Kind, Nimi, Sallittu, Tuntematon, name_in

__all__ = [
    "Kind",
    "Sallittu",
    "Tuntematon",
    "check",
    "etsi",
    "forget",
    "laajuudet",
    "luettelot",
    "nimet",
    "nimi",
    "osa_alueet",
    "tutkinnon_laajuus",
    "vaatimukset",
    "versio",
    "with_vaatimukset",
]

CHECK_SECONDS = 30
LISTED_BELOW = 30  # a longer list of allowed codes helps nobody

_State = list[tuple[str, bool, dt.datetime]]


def check(uris: Iterable[str]) -> list[Tuntematon]:
    """Those of the codes that our copy does not hold, each once, in the order of the question.

    Only existence counts: a code that is no longer in force, or gone from Koodisto since, is
    known. The letters of a code are compared without case, as information systems send both
    `…_VVAI` and `…_vvai` and mean the same.
    """
    copy = _copies.current()
    known = copy.koodit
    unknown = [uri for uri in uris if uri not in known and uri.lower() not in known]
    return [_explain(copy, uri) for uri in dict.fromkeys(unknown)]


def nimi(uri: str, kieli: str) -> str:
    """What a code is called, in another language when it has no name in this one.

    A code without any name, or unknown, is called by its URI.
    """
    return _name(_copies.current(), uri, kieli)


def nimet(uris: Iterable[str], kieli: str) -> dict[str, str]:
    """The names of many codes, as `nimi` gives them."""
    copy = _copies.current()
    return {uri: _name(copy, uri, kieli) for uri in uris}


def laajuudet(uris: Iterable[str]) -> dict[str, Decimal]:
    """The extents of units and subjects in competence points, of those whose extent is known."""
    copy = _copies.current()
    found = {uri: copy.koodit.get(uri) or copy.koodit.get(uri.lower()) for uri in uris}
    return {uri: koodi.laajuus for uri, koodi in found.items() if koodi and koodi.laajuus}


def tutkinnon_laajuus(diaarinumero: str | None) -> Decimal | None:
    """The extent of the qualification with those requirements; None when it is not known."""
    return _copies.current().tutkinnot.get(diaarinumero or "")


def with_vaatimukset(uris: Iterable[str]) -> set[str]:
    """Those of which it is known what they require."""
    copy = _copies.current()
    found = {uri: copy.koodit.get(uri) or copy.koodit.get(uri.lower()) for uri in uris}
    return {uri for uri, koodi in found.items() if koodi and koodi.on_vaatimuksia}


def vaatimukset(uri: str) -> list[Aihe]:
    """What a unit or a subject requires and how it is judged; empty of what is not known."""
    rows = Koodi.objects.filter(uri__in=(uri, uri.lower())).values_list("vaatimukset", flat=True)
    return next(iter(rows), [])


def luettelot(koodistot: Iterable[str], kieli: str) -> dict[str, tuple[tuple[str, str], ...]]:
    """The codes in force of each set, with names; nothing of a set too long to list, or unknown."""
    copy = _copies.current()
    return {
        name: tuple(
            (uri, name_in(nimi, kieli)) for uri, nimi in _allowed(copy, copy.uris.get(name, []))
        )
        for name in koodistot
    }


def etsi(
    koodisto: str, teksti: str, kieli: str, raja: int, vain: Collection[str] = ()
) -> list[tuple[str, str]]:
    """Codes in force whose value or name, in any language, has every word of the text.

    Each with its name in the reader's language; those whose value or name begins with the text
    come first, the rest by name. Without a text the first ones there are. `vain` limits the
    search to codes of these URIs, in small letters; an empty one does not.
    """
    copy, words, day = _copies.current(), teksti.lower().split(), today()
    found = []
    for uri in copy.uris.get(koodisto, []):
        koodi = copy.koodit[uri]
        if vain and uri.lower() not in vain:
            continue
        arvo = uri.partition("_")[2].lower()
        told = " ".join((arvo, *filter(None, koodi.nimi.values()))).lower()
        if (koodi.loppu is None or koodi.loppu >= day) and all(word in told for word in words):
            nimi = name_in(koodi.nimi, kieli) or uri
            begins = any(text.startswith(teksti.lower()) for text in (arvo, nimi.lower()))
            found.append((not begins, nimi.lower(), uri, nimi))
    return [(uri, nimi) for *_, uri, nimi in sorted(found)[:raja]]


def osa_alueet(uri: str) -> tuple[str, ...]:
    """The subjects of a common unit, by URI in small letters; none where they are not known."""
    koodi = _copies.current().koodit.get(uri)
    return tuple(map(str.lower, (koodi.osa_alueiden_urit if koodi else None) or ()))


def versio(uri: str) -> int | None:
    """The newest version of a code; None of one that our copy does not hold."""
    copy = _copies.current()
    koodi = copy.koodit.get(uri) or copy.koodit.get(uri.lower())
    return koodi.versio if koodi else None


def forget() -> None:
    """Read everything anew at the next question; for tests, and after a change in this process."""
    _copies.forget()


# --- The copy ------------------------------------------------------------------------------------


class _Koodi(NamedTuple):
    nimi: Nimi
    loppu: dt.date | None
    versio: int
    laajuus: Decimal | None
    on_vaatimuksia: bool
    osa_alueiden_urit: list[str] | None


@dataclass(frozen=True, slots=True)
class _Copy:
    """Every code at one moment; never changed, only replaced."""

    state: _State
    koodit: dict[str, _Koodi]
    complete: frozenset[str]
    uris: dict[str, list[str]]  # by set
    tutkinnot: dict[str, Decimal]  # extents of qualifications, by the number of the requirements


class _Copies:
    """The newest copy, and who reads the next one: the first to come, while others use the old."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._copy: _Copy | None = None
        self._until = 0.0

    def current(self) -> _Copy:
        copy = self._copy
        if copy is not None and time.monotonic() < self._until:
            return copy
        return self._checked(copy)

    def forget(self) -> None:
        with self._lock:
            self._copy = None

    def _checked(self, old: _Copy | None) -> _Copy:
        # without any copy there is nothing to answer from meanwhile: then also the others wait
        if not self._lock.acquire(blocking=old is None) and old is not None:
            return old
        try:
            copy = self._copy
            if copy is None or time.monotonic() >= self._until:
                copy = self._copy = _renewed(copy)
                self._until = time.monotonic() + CHECK_SECONDS
            return copy
        finally:
            self._lock.release()


_copies = _Copies()


def _renewed(old: _Copy | None) -> _Copy:
    # The state first: what is written between the two queries changes it, and is read next time.
    state: _State = list(
        Koodisto.objects.order_by("uri").values_list("uri", "complete", "changed_at")
    )
    return old if old is not None and old.state == state else _read(state)


def _rows() -> QuerySet[Koodi]:
    """What is required is long and seldom asked for: here only whether there is any."""
    told = ExpressionWrapper(~Q(vaatimukset=[]), BooleanField())
    return Koodi.objects.order_by("uri").annotate(on_vaatimuksia=told)


def _read(state: _State) -> _Copy:
    columns = (
        *("uri", "koodisto_id", "eperusteet_nimi", "nimi"),
        *("voimassa_loppu", "versio", "laajuus", "on_vaatimuksia", "osa_alueet"),
    )
    koodit: dict[str, _Koodi] = {}
    uris: dict[str, list[str]] = {}
    for uri, koodisto, added, own, *rest in _rows().values_list(*columns):
        koodit[uri] = _Koodi({**added, **own}, *rest)
        uris.setdefault(koodisto, []).append(uri)
    complete = frozenset(name for name, is_complete, _ in state if is_complete)
    perusteet = Peruste.objects.values_list("diaarinumero", "laajuus")
    return _Copy(
        state, koodit, complete, uris, {number: points for number, points in perusteet if points}
    )


# --- Answers ---------------------------------------------------------------------------------------


def _explain(copy: _Copy, uri: str) -> Tuntematon:
    """Why a code is not known, and whether that is certain enough to refuse it.

    Only a set of which we hold everything can tell that a code does not exist. Of a set that
    we hold nothing of we cannot tell even that: Koodisto has more sets than we read.
    """
    koodisto = uri.partition("_")[0].lower()
    uris = copy.uris.get(koodisto)
    if uris is None:
        return Tuntematon(uri, koodisto, Kind.UNKNOWN_SET, (), refuses=False)
    return Tuntematon(
        uri, koodisto, Kind.UNKNOWN_CODE, _allowed(copy, uris), refuses=koodisto in copy.complete
    )


def _allowed(copy: _Copy, uris: list[str]) -> tuple[Sallittu, ...]:
    """The codes in force, when few; one no longer in force would pass, but is no advice."""
    day = today()
    rows = ((uri, copy.koodit[uri]) for uri in uris)
    found = [Sallittu(uri, k.nimi) for uri, k in rows if k.loppu is None or k.loppu >= day]
    return tuple(found) if len(found) < LISTED_BELOW else ()


def _name(copy: _Copy, uri: str, kieli: str) -> str:
    koodi = copy.koodit.get(uri) or copy.koodit.get(uri.lower())
    if koodi is None:
        return uri
    return name_in(koodi.nimi, kieli) or uri
