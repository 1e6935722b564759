"""Cases: a payload that differs from a valid one in a single place, and the verdict on it."""

from collections.abc import Iterator
from dataclasses import dataclass

from tests.verdicts.kinds import COLUMN, container_edits, scalar_edits, string_leaf
from tests.verdicts.laws import broken
from tests.verdicts.tables import (
    OBJECTS,
    PAYLOADS,
    SCALARS,
    VECTORS,
    Json,
    Key,
    StudyRight,
    is_list,
    item,
)
from tests.verdicts.tree import ABSENT, Path, Spot, edited, error_tree, objects, spots

MISSING, DISALLOWED = "missing-required-key", "disallowed-key"
# A malformed study right hides whether the plan is TUVA: the contextual cases say what then.
ALONE = ("tuva", "POST")
UNKNOWN_KEYS = ("tuntematon-kentta", "Alku", "osa_alueet", "")


@dataclass(frozen=True)
class Case:
    """What is sent, in which study right, and the verdict with the places and leaves of errors."""

    id: str
    payload: Json
    context: StudyRight | None
    operation: str
    errors_at: tuple[Path, ...] = ()
    leaves: tuple[str, ...] = ()

    @property
    def verdict(self) -> str:
        return "refuse" if self.errors_at else "accept"

    @property
    def errors(self) -> Json:
        """The `errors` tree of the answer; None when the payload is accepted."""
        return error_tree(self.payload, dict(zip(self.errors_at, self.leaves, strict=True)))


def case(
    name: str,
    payload: Json,
    context: StudyRight | None,
    *,
    operation: str = "POST",
    errors: dict[Path, str] | None = None,
) -> Case:
    """A case from a mapping of places to leaves."""
    found = errors or {}
    return Case(name, payload, context, operation, tuple(found), tuple(found.values()))


@dataclass(frozen=True)
class Base:
    """A valid payload, its study right, and what is done with it."""

    name: str
    operation: str

    @property
    def payload(self) -> Json:
        whole = PAYLOADS[self.name][0]
        if self.operation != "PATCH":
            return whole
        return {k: v for k, v in whole.items() if OBJECTS["HOKS"][k].letter("PATCH") != "X"}

    def spots(self) -> Iterator[Spot]:
        yield from spots(self.payload)

    def case(self, name: str, path: Path, value: Json, errors: dict[Path, str] | None) -> Case:
        """One edit; when the forms are right (errors None), the rules have their say."""
        payload = edited(self.payload, path, value)
        right: StudyRight | None = PAYLOADS[self.name][1]
        if self.operation == "POST" and path[0] == "opiskeluoikeus-oid" and errors:
            right = None  # nobody is asked about a study right that is missing or malformed
            errors = errors | ({} if self.name != "tuva" else broken(payload, None))
        found = broken(_taken(payload, self.operation), right) if errors is None else errors
        where = "/".join(map(str, path))
        name = f"{self.name} {self.operation} {where}: {name}"
        return case(name, payload, right, operation=self.operation, errors=found)


def _taken(payload: Json, operation: str) -> Json:
    """The payload without the read-only keys that PUT and PATCH ignore."""
    return {k: v for k, v in payload.items() if not OBJECTS["HOKS"][k].is_read_only(operation)}


def _key(spot: Spot) -> Key:
    return OBJECTS[spot.owner][spot.key]


def value_cases(base: Base, owner: str) -> Iterator[Case]:
    """Other values in the place of every value of one object type."""
    for spot in base.spots():
        if spot.owner != owner:
            continue
        for name, new, leaf in _edits(spot):
            if spot.key == "opiskeluoikeus-oid" and (base.name, base.operation) == ALONE:
                continue
            yield base.case(name, spot.path, new, None if leaf is None else {spot.path: leaf})


def _edits(spot: Spot) -> Iterator[tuple[str, Json, str | None]]:
    if is_list(spot.kind):
        yield "empty-list", [], None
        yield from container_edits(is_list=True)
    elif spot.kind in OBJECTS:
        yield from container_edits(is_list=False)
    else:
        yield from scalar_edits(spot.kind, spot.value)


def key_cases(base: Base, owner: str) -> Iterator[Case]:
    """Every key taken away, every missing one added, keys that do not exist, empty objects."""
    for path, name, value in objects(base.payload):
        if name != owner:
            continue
        for key, declared in OBJECTS[name].items():
            here = (*path, key)
            if key in value:
                yield _without(base, here, declared)
            else:
                yield from _added(base, here, declared)
        for key in UNKNOWN_KEYS:
            here = (*path, key)
            yield base.case("unknown-key", here, 1, {here: DISALLOWED})
        if path:
            yield _emptied(base, path, name)


def _without(base: Base, here: Path, declared: Key) -> Case:
    required = declared.letter(base.operation) == "R"
    return base.case("delete", here, ABSENT, {here: MISSING} if required else None)


def _emptied(base: Base, path: Path, name: str) -> Case:
    needed = [k for k, key in OBJECTS[name].items() if key.letter(base.operation) == "R"]
    return base.case("empty-object", path, {}, {(*path, k): MISSING for k in needed} or None)


def _added(base: Base, here: Path, declared: Key) -> Iterator[Case]:
    excluded = declared.letter(base.operation) == "X"
    if declared.is_read_only(base.operation) and not is_list(declared.kind):
        yield base.case("add-read-only", here, _sample(declared.kind), None)
        return
    errors = {here: DISALLOWED} if excluded else None
    yield base.case("add", here, _sample(declared.kind), errors)
    if is_list(declared.kind):
        yield base.case("add-null", here, None, errors)
    elif not excluded:
        yield base.case("add-null", here, None, {here: _null_leaf(declared.kind)})
        yield base.case("add-list", here, [], {here: _null_leaf(declared.kind, "[]")})


def _null_leaf(kind: str, shown: str = "nil") -> str:
    template = "(not (map? V))" if kind in OBJECTS else str(SCALARS[kind]["wrong-type"])
    return template.replace("V", shown)


def _sample(kind: str) -> Json:
    """A valid value of a kind: of an object what it must have, of a list one such element."""
    if is_list(kind):
        return [_sample(item(kind))]
    if kind in OBJECTS:
        needed = {k: key for k, key in OBJECTS[kind].items() if key.letter("POST") == "R"}
        return {k: _sample(key.kind) for k, key in needed.items()}
    return SCALARS[kind]["sample"]


def vector_cases(kind: str) -> Iterator[Case]:
    """Known good and bad values of a kind, in the first place of the payloads that holds one."""
    for name in ("maximal", "tuva"):
        base = Base(name, "PUT")
        spot = next((s for s in base.spots() if s.kind == kind), None)
        if spot:
            for verdict, values in VECTORS[kind].items():
                for value in values:
                    leaf = string_leaf(kind, value, verdict)
                    errors = None if leaf is None else {spot.path: leaf}
                    yield base.case(f"{verdict} {value!a:.60}", spot.path, value, errors)


def column_cases() -> Iterator[Case]:
    """Blanks around a text do not count towards the width of its column."""
    base = Base("maximal", "POST")
    text = "x" * COLUMN
    for spot in base.spots():
        if spot.kind in {"Teksti256", "Tunniste"}:
            yield base.case("full column and blanks", spot.path, f"  {text} \n", None)


BASES = {
    "POST": (Base("maximal", "POST"), Base("tuva", "POST"), Base("minimal", "POST")),
    "PUT": (Base("maximal", "PUT"), Base("tuva", "PUT")),
    "PATCH": (Base("maximal", "PATCH"),),
}
