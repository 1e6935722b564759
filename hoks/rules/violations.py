"""Violations as they are answered: pointer, code, and a sentence in three languages."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

from ehoks.common.texts import Texts
from hoks.rules import koodit
from hoks.rules.judge import ALL_RULES
from hoks.rules.korjaukset import Cures, Korjaus
from hoks.schema.compile import Path, Refusal
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.texts import CATALOGUE

TEXTS: dict[str, Texts] = CATALOGUE | koodit.TEXTS | {rule.code: rule.texts for rule in ALL_RULES}
NO_CURES: Cures = MappingProxyType({})
MAX_SHOWN = 1000  # a body of nonsense is not answered with a larger one


def describe(
    kind: ObjectType,
    violations: list[tuple[Path, Refusal]],
    as_sent: Callable[[Path], Path] = tuple,
    cures: Cures = NO_CURES,
) -> list[dict[str, Any]]:
    """The violations for an answer, with RFC 6901 pointers into what was sent.

    One that has a cure carries it as `korjaus`, an RFC 6902 patch of what was sent.
    """
    found = []
    for path, refusal in violations[:MAX_SHOWN]:
        violation = {"pointer": pointer(as_sent(path)), **_describe(kind, path, refusal)}
        if cure := cures.get((path, refusal.code)):
            violation["korjaus"] = [_operation(cure, as_sent)]
        found.append(violation)
    return found


def _operation(cure: Korjaus, as_sent: Callable[[Path], Path]) -> dict[str, Any]:
    path = pointer(as_sent(cure.path))
    if cure.source:
        return {"op": "move", "from": pointer(as_sent(cure.source)), "path": path}
    return {"op": "replace", "path": path, "value": cure.value}


def pointer(path: Path) -> str:
    """RFC 6901: `/` and `~` inside a key are escaped."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)


def _describe(kind: ObjectType, path: Path, refusal: Refusal) -> dict[str, Any]:
    if own := refusal.params.get("texts"):
        return {"code": refusal.code, **own._asdict()}
    label = find_label(kind, path)
    key = str(path[-1])[:100] if path else ""
    texts = TEXTS[refusal.code]
    sentences = {
        language: text.format(kentta=name, avain=key, **refusal.params)
        for language, text, name in zip(("fi", "sv", "en"), texts, label, strict=True)
    }
    return {"code": refusal.code, **sentences}


def find_label(kind: ObjectType, path: Path) -> Texts:
    """The name of the field at a path; of an unknown key the key itself."""
    label = kind.label
    here: Any = kind
    for step in path:
        if isinstance(step, int):
            here = here.item if isinstance(here, ListOf) else here
            continue
        here = here.item if isinstance(here, ListOf) else here
        field = here.field(step) if isinstance(here, ObjectType) else None
        if field is None:
            return Texts(*[str(step)[:100]] * 3)
        label, here = field.label, field.type
    return label
