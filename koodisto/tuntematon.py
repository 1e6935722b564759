"""What a lookup says of a code that our copy does not hold."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ehoks.common import vieras

Nimi = dict[str, str]  # name by language: fi, sv, en


class Kind(StrEnum):
    """What is unknown."""

    UNKNOWN_CODE = "unknown-code"
    UNKNOWN_SET = "unknown-set"


class Sallittu(NamedTuple):
    """A code that would do."""

    uri: str
    nimi: Nimi


@dataclass(frozen=True, slots=True)
class Tuntematon:
    """An unknown code, as it was asked for; `refuses` False means that it is only warned of.

    `allowed` has the set's codes in force when they are few, and is empty otherwise.
    """

    uri: str
    koodisto: str
    kind: Kind
    allowed: tuple[Sallittu, ...]
    refuses: bool


def name_in(nimi: Nimi, kieli: str) -> str:
    """The name in a language, else in Finnish, else in any; empty when there is none."""
    return vieras.choose(nimi, kieli)
