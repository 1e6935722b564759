"""The shape of a rule: where it stands, what it reads, what it says when it is broken."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ehoks.common.texts import Texts
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import ObjectType

Document = dict[str, Any]


@dataclass(frozen=True)
class Rule:
    """One law about the objects of one type.

    `holds(object, konteksti)` answers True when the law is kept; it may count on the values
    under `reads` (slash-separated keys) being valid. The refusal stands at `place`, a key of the
    object, or in place of the whole object when there is none. `leaf` is the wire's text, given
    the object as it was sent. `requires` are those of `reads` that cannot be left out where the law
    applies.
    """

    code: str
    on: ObjectType
    reads: tuple[str, ...]
    leaf: Callable[[Document], str]
    texts: Texts
    holds: Callable[[Document, Konteksti], bool]
    place: str = ""
    requires: tuple[str, ...] = ()
