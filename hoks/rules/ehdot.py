"""Which fields of an object say something, or are required, only when another has a certain value."""

from typing import Any, NamedTuple

from hoks.rules import tuki
from hoks.rules.hankkimistavat import KESKEYTYKSET, KOODI, KOULUTUS, OPPISOPIMUS, TYOPAIKKAJAKSO
from hoks.rules.judge import ALL_RULES
from hoks.schema import objects
from hoks.schema.fields import ObjectType


class Ehto(NamedTuple):
    """Fields that belong to an object only while its `avain` has one of the values."""

    nimi: str
    kind: ObjectType
    avain: str
    arvot: frozenset[str]
    kentat: tuple[str, ...]

    def holds(self, body: dict[str, Any]) -> bool:
        """Whether the fields belong there."""
        return body.get(self.avain) in self.arvot


EHDOT = (
    Ehto(
        "tyopaikka",
        objects.OSAAMISEN_HANKKIMISTAPA,
        KOODI,
        TYOPAIKKAJAKSO,
        (KOULUTUS, "osa-aikaisuustieto", KESKEYTYKSET),
    ),
    Ehto(
        "oppisopimus",
        objects.OSAAMISEN_HANKKIMISTAPA,
        KOODI,
        frozenset({OPPISOPIMUS}),
        (
            "oppisopimuksen-perusta-koodi-uri",
            "oppisopimuksen-perusta-koodi-versio",
            "hankkijan-edustaja",
        ),
    ),
    Ehto(
        "tukiopetus",
        objects.OPPIMISEN_TUKI,
        tuki.TYYPPI,
        frozenset({tuki.TUKIOPETUS}),
        tuki.DETAILS,
    ),
)


def _place(kind: ObjectType, path: str) -> tuple[ObjectType, str]:
    first, _, rest = path.partition("/")
    inner = kind[first].type
    return _place(inner, rest) if rest and isinstance(inner, ObjectType) else (kind, path)


# Required by a rule wherever they belong, though the declaration leaves them open.
VAADITUT = frozenset(_place(rule.on, path) for rule in ALL_RULES for path in rule.requires)


def find_ehto(kind: ObjectType, key: str) -> Ehto | None:
    """The condition under which a field belongs to its object; None when it always does."""
    return next((e for e in EHDOT if e.kind is kind and key in e.kentat), None)


def misplaced(kind: ObjectType, body: dict[str, Any]) -> list[str]:
    """The keys of an object that do not belong to it as it stands."""
    return [
        key
        for ehto in EHDOT
        if ehto.kind is kind and not ehto.holds(body)
        for key in ehto.kentat
        if key in body
    ]
