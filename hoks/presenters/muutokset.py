"""Differences between two documents as people read them: by part, with names, labels and dates."""

import datetime as dt
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import Any, NamedTuple

from ehoks.common.texts import Texts
from ehoks.common.vieras import compose, join
from ehoks.ui.templatetags.muotoilu import aika, jakso, luku, paiva
from hoks.presenters.erot import ID, Askel, Document, Ero, Laji
from hoks.schema import objects, scalars
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.scalars import Scalar
from hoks.schema.shared import NIMI

LONGEST = 300  # letters of a value; the plan itself has the rest
_PLACES = (objects.TYOPAIKALLA_JARJESTETTAVA_KOULUTUS, objects.NAYTTOYMPARISTO)
_NUMBERS = (scalars.INT, scalars.TUNNIT, scalars.LAAJUUS)
_YES, _NO = Texts("kyllä", "ja", "yes"), Texts("ei", "nej", "no")
_ORDER = Texts("järjestys muuttui", "ordningen ändrades", "the order changed")


class Muutos(NamedTuple):
    """One statement: what happened to what; `ennen` and `jalkeen` where a value became another."""

    laji: Laji
    nimi: str
    ennen: str
    jalkeen: str


class Ryhma(NamedTuple):
    """What changed in one part; without `otsikko` in what the plan says of itself."""

    otsikko: str
    muutokset: list[Muutos]


def tell(erot: Iterable[Ero], nimet: Mapping[str, str], kieli: str, raja: int) -> list[Ryhma]:
    """The first `raja` differences, the plan's own first, then part by part."""
    teller = _Teller(nimet, kieli)
    found: dict[tuple[Any, ...], Ryhma] = {}
    for ero in islice(erot, raja):
        part, within = _split(ero.polku)
        key = tuple(askel.tiedot[ID] for askel in part)
        ryhma = found.setdefault(key, Ryhma(teller.heading(part), []))
        ryhma.muutokset.append(teller.statement(ero, within))
    return list(found.values())


def name_thing(kind: ObjectType, body: Document, nimet: Mapping[str, str], kieli: str) -> str:
    """What kind of thing an object is and what it is called, as far as it says."""
    return _Teller(nimet, kieli).thing(kind, body)


def _split(polku: tuple[Askel, ...]) -> tuple[tuple[Askel, ...], tuple[Askel, ...]]:
    """The parts on the way, and the objects within the last of them."""
    parts = [n for n, askel in enumerate(polku, start=1) if askel.has_identity]
    last = parts[-1] if parts else 0
    return polku[:last], polku[last:]


class _Teller:
    """What things are called in the reader's language, given the names of codes."""

    def __init__(self, nimet: Mapping[str, str], kieli: str) -> None:
        self.nimet = nimet
        self.kieli = kieli

    def heading(self, polku: tuple[Askel, ...]) -> str:
        return join(" / ", (self.thing(askel.kind, askel.tiedot) for askel in polku))

    def statement(self, ero: Ero, within: tuple[Askel, ...]) -> Muutos:
        where = [askel.field.label.say(self.kieli) for askel in within]
        item = ero.field.type.item if isinstance(ero.field.type, ListOf) else ero.field.type
        label = ero.field.label.say(self.kieli)
        if ero.laji is Laji.JARJESTYS:
            return Muutos(ero.laji, join(", ", [*where, label]), "", _ORDER.say(self.kieli))
        if isinstance(item, ObjectType):
            name = self.thing(item, ero.ennen if ero.jalkeen is None else ero.jalkeen)
            return Muutos(ero.laji, join(", ", [*where, name]), "", "")
        values = self.value(item, ero.ennen), self.value(item, ero.jalkeen)
        return Muutos(ero.laji, join(", ", [*where, label]), *values)

    def thing(self, kind: ObjectType, body: Document) -> str:
        """The kind of an object and what it is called: its name, its days and its place."""
        told = join(", ", (self.name(kind, body), _days(body), self.place(kind, body)))
        label = kind.label.say(self.kieli)
        return compose("{}: {}", label, told) if told else label

    def name(self, kind: ObjectType, body: Document) -> str:
        return next((self.value(f.type, body[f.key]) for f in _naming(kind) if body.get(f.key)), "")

    def place(self, kind: ObjectType, body: Document) -> str:
        """Where: a workplace, or where something is shown; nothing of what has no place."""
        fields = {f.type: f.key for f in kind}
        found = ((place, body.get(fields[place])) for place in _PLACES if place in fields)
        return next((self.name(place, inner) for place, inner in found if inner), "")

    def value(self, kind: Any, value: Any) -> str:
        """A value as it is written, the name of a code or an organisation; nothing of none."""
        if value is None:
            return ""
        if isinstance(value, bool):
            return (_YES if value else _NO).say(self.kieli)
        if kind in _NUMBERS:
            return luku(value)
        text = _moment(kind, str(value)) or self.nimet.get(value) or str(value)
        return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _naming(kind: ObjectType) -> list[Field]:
    """The texts and codes that may name an object, the first of them there is.

    Only those that must be there, unless nothing else tells the object from its like; a name goes
    before an identifier.
    """
    texts = [
        f for f in kind if isinstance(f.type, Scalar) and f.type.json_schema["type"] == "string"
    ]
    texts = [f for f in texts if f.type not in (scalars.PVM, scalars.AIKALEIMA, scalars.UUID)]
    required = [f for f in texts if f.letter(Operation.GET) == "R"]
    has_days = kind.field("alku") is not None
    return sorted(required or ([] if has_days else texts), key=lambda f: f.key != NIMI.key)


def _days(body: Document) -> str:
    if not body.get("alku"):
        return ""
    try:
        return jakso(body["alku"], body.get("loppu"))
    except ValueError:  # of a time when dates were not checked
        return ""


def _moment(kind: Any, text: str) -> str:
    """A date or a moment in Finnish time; nothing of another text, or of a time past all clocks."""
    try:
        if kind is scalars.PVM:
            return paiva(text)
        if kind is scalars.AIKALEIMA:
            return aika(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return ""
    return ""
