"""The written-down tables: keys of each object, kinds of values, payloads, study rights."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"
OPERATIONS = ("POST", "PUT", "PATCH", "GET")

Json = Any
StudyRight = dict[str, Any]


def load(name: str) -> Json:
    """A file of `data/`."""
    return json.loads((DATA / name).read_text("utf-8"))


@dataclass(frozen=True)
class Key:
    """One key of an object: the kind of its value and its letter (R, O, X) per operation."""

    kind: str
    access: str

    def letter(self, operation: str) -> str:
        return self.access[OPERATIONS.index(operation)]

    def is_read_only(self, operation: str) -> bool:
        """Shown by GET and taken back, without effect, by PUT and PATCH."""
        return operation != "POST" and self.letter(operation) == "X" and self.letter("GET") != "X"


def _objects() -> dict[str, dict[str, Key]]:
    return {
        name: {key: Key(*text.split()) for key, text in keys.items()}
        for name, keys in load("objects.json").items()
    }


OBJECTS = _objects()
SCALARS: dict[str, dict[str, Any]] = load("scalars.json")
STRINGS: dict[str, dict[str, str]] = load("strings.json")
VECTORS: dict[str, dict[str, list[str]]] = load("vectors.json")


def is_list(kind: str) -> bool:
    return kind.startswith("[")


def item(kind: str) -> str:
    """The kind of a list's elements."""
    return kind[1:-1]


# What the study-right register says of the study right of each payload.

AMMATILLINEN: StudyRight = {
    "tyyppi": "ammatillinenkoulutus",
    "alkamispaiva": "2024-08-05",
    "arvioitu_paattymispaiva": "2027-06-05",
    "jaksot": [["2024-08-05", "lasna"]],
    "suoritustyypit": ["ammatillinentutkinto"],
}
TUVA: StudyRight = {
    "tyyppi": "tuva",
    "alkamispaiva": "2026-08-10",
    "arvioitu_paattymispaiva": "2027-06-05",
    "jaksot": [["2026-08-10", "lasna"]],
    "suoritustyypit": ["tuvakoulutuksensuoritus"],
}
PAYLOADS: dict[str, tuple[Json, StudyRight]] = {
    "maximal": (load("maximal.json"), AMMATILLINEN),
    "minimal": (load("minimal.json"), AMMATILLINEN),
    "tuva": (load("tuva.json"), TUVA),
}
