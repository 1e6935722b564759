"""The verdict on a document: every field, every rule, and the places where they are broken."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import chain
from types import MappingProxyType
from typing import Any

from hoks.rules import hankkimistavat, opiskeluoikeus, saavuttaminen, tuki
from hoks.rules.konteksti import Konteksti
from hoks.rules.rule import Document, Rule
from hoks.schema.compile import InvalidDocument, Path, Refusal, validate
from hoks.schema.fields import ListOf, ObjectType, Operation

ALL_RULES = (*hankkimistavat.RULES, *tuki.RULES, *opiskeluoikeus.RULES, *saavuttaminen.RULES)


@dataclass
class Verdict:
    """`document` when all is well; else what stands in the errors tree, and all violations.

    Both map a place to its refusal; `violations` may hold several for one place. `refused` are
    the places whose own value is at fault. `warnings` refuse nothing: who knows more than the
    document puts them there.
    """

    document: Document | None = None
    errors: dict[Path, Refusal] = field(default_factory=dict)
    violations: list[tuple[Path, Refusal]] = field(default_factory=list)
    refused: frozenset[Path] = frozenset()
    warnings: list[tuple[Path, Refusal]] = field(default_factory=list)


NOTHING: Mapping[Path, Refusal] = MappingProxyType({})


def judge(
    kind: ObjectType,
    operation: Operation,
    value: object,
    konteksti: Konteksti,
    unknown: Mapping[Path, Refusal] = NOTHING,
) -> Verdict:
    """Hold a parsed JSON value against the declaration and the law.

    `unknown` are the places of codes that the code sets do not have: faults like any other.
    """
    document, refused = None, dict(unknown)
    try:
        document = validate(kind, operation, value)
    except InvalidDocument as invalid:
        refused |= invalid.refusals
    if document is None or refused or any(True for _ in broken_rules(kind, document, konteksti)):
        return _Trial(konteksti, refused).run(kind, value)
    return Verdict(document)


@cache
def rules_on(name: str) -> tuple[Rule, ...]:
    """The rules of one object type: those of its fields first, then the object's own."""
    own = [rule for rule in ALL_RULES if rule.on.name == name]
    return tuple(sorted(own, key=lambda rule: not rule.place))


@cache
def _branches(kind: ObjectType) -> tuple[tuple[str, ObjectType, bool], ...]:
    """The keys under which more objects with rules stand: key, their type, whether a list."""
    found = []
    for f in kind:
        is_list = isinstance(f.type, ListOf)
        item = f.type.item if isinstance(f.type, ListOf) else f.type
        if isinstance(item, ObjectType) and (rules_on(item.name) or _branches(item)):
            found.append((f.key, item, is_list))
    return tuple(found)


def broken_rules(kind: ObjectType, value: Document, konteksti: Konteksti) -> Iterator[Rule]:
    """The rules that a valid document breaks, in no particular order: the quick way."""
    for rule in rules_on(kind.name):
        if not rule.holds(value, konteksti):
            yield rule
    for key, item, is_list in _branches(kind):
        if key in value:
            for child in value[key] if is_list else (value[key],):
                yield from broken_rules(item, child, konteksti)


@dataclass
class _Trial:
    """The thorough way over a refused value, as it was sent: children before their parent."""

    konteksti: Konteksti
    errors: dict[Path, Refusal]
    broken: list[tuple[Path, Refusal]] = field(default_factory=list)
    dirty: set[Path] = field(default_factory=set)

    def run(self, kind: ObjectType, value: object) -> Verdict:
        fields = list(self.errors.items())
        refused = frozenset(self.errors)
        for path in self.errors:
            self._mark(path)
        self._visit(kind, value, ())
        violations = sorted(chain(fields, self.broken), key=lambda v: _order(v[0]))
        return Verdict(None, self.errors, violations, refused)

    def _mark(self, path: Path) -> None:
        self.dirty.update(path[:n] for n in range(len(path) + 1))

    def _visit(self, kind: ObjectType, value: object, path: Path) -> None:
        if path in self.errors or not isinstance(value, Mapping):
            return
        for key, item, is_list in _branches(kind):
            children = value.get(key)
            if not is_list:
                self._visit(item, children, (*path, key))
            elif isinstance(children, list) and (*path, key) not in self.errors:
                for n, child in enumerate(children):
                    self._visit(item, child, (*path, key, n))
        for rule in rules_on(kind.name):
            self._apply(rule, dict(value), path)

    def _apply(self, rule: Rule, value: Document, path: Path) -> None:
        if not all(self._is_valid(path, read) for read in rule.reads):
            return
        if rule.holds(value, self.konteksti):
            return
        place = (*path, rule.place) if rule.place else path
        refusal = Refusal(rule.code, rule.leaf(value))
        self.broken.append((place, refusal))
        if place not in self.dirty:  # the first broken rule of an otherwise clean place
            self.errors[place] = refusal
            self._mark(place)

    def _is_valid(self, path: Path, read: str) -> bool:
        """Whether the value a rule reads is fit to be read: no fault in it or on the way to it."""
        keys = read.split("/")
        way = [(*path, *keys[:n]) for n in range(1, len(keys))]
        return (*path, *keys) not in self.dirty and not any(step in self.errors for step in way)


def _order(path: Path) -> tuple[str, ...]:
    return tuple(f"{p:06d}" if isinstance(p, int) else p for p in path)


def errors_tree(errors: Mapping[Path, Refusal], sent: Any) -> Any:
    """The wire's `errors`: nested like the value sent, lists padded with nulls, leaves as text."""
    if () in errors:
        return errors[()].leaf
    tree: Any = {}
    for path, refusal in errors.items():
        _plant(tree, path, refusal.leaf, sent)
    return tree


def _plant(tree: Any, path: Path, leaf: str, sent: Any) -> None:
    for step in path[:-1]:
        sent = sent[step]
        child = tree[step] if isinstance(step, int) else tree.get(step)
        if child is None:
            child = tree[step] = [None] * len(sent) if isinstance(sent, list) else {}
        tree = child
    tree[path[-1]] = leaf
