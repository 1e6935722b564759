"""The places of a HOKS: every field where it stands, with what each method wants of it there.

Made of the declaration as the contract is: a PATCH merges what it addresses and replaces what
stands below, and the statistics feed has a form of its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from hoks.api.legacy import RENAMED
from hoks.api.part_table import HANKKIMISTAPA, NAYTOT, PAIKALLISET, PARTS, TAVAT
from hoks.api.schema import is_required
from hoks.rules.judge import rules_on
from hoks.rules.rule import Rule
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS
from hoks.schema.scalars import Scalar
from hoks.schema.vipunen import HOKS_VIPUNEN

READS = (Operation.GET, Operation.VIPUNEN)
Ways = Mapping[Operation, Operation]  # how a method judges here; without those that do not reach


class Vaatimus(StrEnum):
    """What a method wants of a field, or shows of it."""

    REQUIRED = "pakollinen"
    OPTIONAL = "vapaaehtoinen"
    IGNORED = "sivuutetaan"
    REFUSED = "ei-hyvaksyta"
    ALWAYS = "aina"
    STORED = "jos-on"
    HIDDEN = "ei-nayteta"


@dataclass(frozen=True)
class Osoite:
    """Where a part of a plan can be read and written on its own, and what that was called."""

    path: str
    old: tuple[str, ...]


@dataclass(frozen=True)
class Kohta:
    """One field at one place of the tree. `feed` is the field as the statistics feed has it.

    `ways` tells how each method that gets here judges what stands below.
    """

    polku: tuple[str, ...]
    owner: ObjectType
    field: Field
    feed: Field | None
    vaatimukset: Mapping[Operation, Vaatimus]
    ways: Ways
    rules: tuple[Rule, ...]
    osoite: Osoite | None
    below: tuple["Kohta", ...]

    @property
    def id(self) -> str:
        """Its name in links: the keys that lead here."""
        return ".".join(self.polku)

    @property
    def kind(self) -> Scalar | ObjectType:
        """What stands here, or in the list that stands here."""
        return _item(self.field)

    @property
    def old_names(self) -> tuple[str, ...]:
        """What the key was called, where the old paths still understand it."""
        renamed = RENAMED.get(self.owner, {})
        return tuple(old for old, new in renamed.items() if new == self.field.key)

    def everything(self) -> Iterator["Kohta"]:
        """This place and all below it, from the top."""
        yield self
        for kohta in self.below:
            yield from kohta.everything()


@cache
def kohdat() -> tuple[Kohta, ...]:
    """The places of the root, each with all below it."""
    ways = {operation: operation for operation in Operation}
    return _kohdat(HOKS, HOKS_VIPUNEN, ways, (), ())


def kaikki() -> Iterator[Kohta]:
    """Every place of the tree, in its order."""
    for kohta in kohdat():
        yield from kohta.everything()


Above = tuple[ObjectType, ...]  # the objects on the way, the root first


def _kohdat(
    kind: ObjectType, feed: ObjectType | None, ways: Ways, polku: tuple[str, ...], above: Above
) -> tuple[Kohta, ...]:
    here = (*above, kind)
    return tuple(
        _kohta(f, feed.field(f.key) if feed else None, ways, (*polku, f.key), here) for f in kind
    )


def _kohta(
    field: Field, feed: Field | None, ways: Ways, polku: tuple[str, ...], above: Above
) -> Kohta:
    osoite = _osoite(polku, _item(field))
    found = {m: _vaatimus(field, feed, m, ways.get(m)) for m in Operation}
    below_ways = {m: field.below(way) for m, way in ways.items() if _passes(found[m])}
    if osoite:
        below_ways[Operation.PATCH] = Operation.PATCH
    item, feed_item = _item(field), _item(feed) if feed else None
    below: tuple[Kohta, ...] = ()
    if isinstance(item, ObjectType):
        in_feed = feed_item if isinstance(feed_item, ObjectType) else None
        if in_feed is None:
            below_ways.pop(Operation.VIPUNEN, None)
        below = _kohdat(item, in_feed, below_ways, polku, above)
    rules = _rules(polku, above, item)
    return Kohta(polku, above[-1], field, feed, found, below_ways, rules, osoite, below)


def _item(field: Field) -> Scalar | ObjectType:
    return field.type.item if isinstance(field.type, ListOf) else field.type


def _vaatimus(
    field: Field, feed: Field | None, method: Operation, way: Operation | None
) -> Vaatimus:
    if method in READS:
        shown = feed if method is Operation.VIPUNEN else field
        if shown is None or way is None or shown.letter(method) == "X":
            return Vaatimus.HIDDEN
        return Vaatimus.ALWAYS if is_required(shown, method) else Vaatimus.STORED
    if way is None:
        return Vaatimus.REFUSED
    if field.is_ignored(way):
        return Vaatimus.IGNORED
    if field.letter(way) == "X":
        return Vaatimus.REFUSED
    return Vaatimus.REQUIRED if is_required(field, way) else Vaatimus.OPTIONAL


def _passes(vaatimus: Vaatimus) -> bool:
    return vaatimus not in (Vaatimus.IGNORED, Vaatimus.REFUSED, Vaatimus.HIDDEN)


def _rules(polku: tuple[str, ...], above: Above, item: Scalar | ObjectType) -> tuple[Rule, ...]:
    """The rules of the objects on the way that read this place; of an object those of its being."""
    found = []
    for depth, kind in enumerate(above):
        key = "/".join(polku[depth:])
        found += [r for r in rules_on(kind.name) if key in r.reads or key == r.place]
    if isinstance(item, ObjectType):
        found += [rule for rule in rules_on(item.name) if not rule.reads]
    return tuple(found)


def _osoite(polku: tuple[str, ...], item: Scalar | ObjectType) -> Osoite | None:
    plan = "/hoks/{hoks-id}/"
    if polku == (PAIKALLISET, NAYTOT):
        own = PARTS[1].segment
        return Osoite(
            f"{plan}{own}/{{osa-id}}/{NAYTOT}/{{id}}",
            (f"{plan}hankitun-paikallisen-osaamisen-naytto/{{id}}",),
        )
    if polku[-1] == TAVAT:
        return Osoite(f"{plan}{HANKKIMISTAPA}/{{id}}", ())
    spec = next((s for s in PARTS if s.part.kind is item and len(polku) == 1), None)
    if spec is None:
        return None
    old = tuple(f"{plan}{alias}/{{id}}" for alias in spec.aliases)
    return Osoite(f"{plan}{spec.segment}/{{id}}", old)
