"""What is put in a value's place, and what the API says to each kind of value there."""

import json
from collections.abc import Iterator

from tests.verdicts.tables import SCALARS, STRINGS, Json
from tests.verdicts.tree import FREE

LONG = "x" * 5000
COLUMN = 256
SPECIAL_OIDS = (".00000000001", "10")  # their last digit is a matter of form
UNICODE = "Ääkkönen 😀 ́"
BIG_LIST = ["x" * 30]
BIG_OBJECT = {"tuntematon-kentta": "x" * 30}

# name, value, how it is printed
WRONG: tuple[tuple[str, Json, str], ...] = (
    ("null", None, "nil"),
    ("int", 12345, "12345"),
    ("decimal", 2.5, "2.5"),
    ("bool", True, "true"),
    ("false", False, "false"),
    ("string", "ei kelpaa", "a-java.lang.String"),
    ("empty", "", '""'),
    ("list", [], "[]"),
    ("list-of-ints", [1, 2], "[1 2]"),
    ("big-list", BIG_LIST, "a-clojure.lang.PersistentVector"),
    ("object", {}, "{}"),
    ("big-object", BIG_OBJECT, "a-clojure.lang.PersistentHashMap"),
)
TAKEN = {"Int": (int,), "Luku": (int, float), "Totuus": (bool,)}
NUMBERS: dict[str, tuple[tuple[str, Json, str | None], ...]] = {
    "Int": (
        ("zero", 0, None),
        ("integral-float", 1.0, None),
        ("negative", -1, None),
        ("negative-decimal", -1.5, "(not (integer? -1.5))"),
        ("int-max", 2**31 - 1, None),
        ("int-min", -(2**31), None),
        ("over-int-max", 2**31, FREE),
        ("under-int-min", -(2**31) - 1, FREE),
        ("over-long", 10**30, FREE),
        ("over-int-max-float", 1e10, FREE),
    ),
    "Luku": (
        ("zero", 0, None),
        ("integral-float", 1.0, None),
        ("over-int-max", 2**31, None),
        ("negative", -1, None),  # the form is right; a rule of its own refuses it
        ("negative-decimal", -0.5, None),
    ),
    "Totuus": (),
}


def printed(value: str, kind: str) -> str:
    """A string inside a leaf: only codes and business ids are shown, and only short ones."""
    units = len(value.encode("utf-16-le")) // 2
    if value and not (SCALARS[kind].get("printed") and units <= 19):
        return "a-java.lang.String"
    return json.dumps(value, ensure_ascii=False)


def string_leaf(kind: str, value: str, verdict: str) -> str | None:
    """The leaf that a cell of the table of strings stands for; None accepts."""
    if verdict == "ok":
        return None
    if verdict == "free":
        return FREE
    if verdict == "tunniste":
        return '(not (not-empty ""))'
    if verdict == "date":
        return str(SCALARS[kind]["wrong-type"]).replace("V", printed(value, kind))
    if verdict == "form":
        return f'(not (re-find #"{SCALARS[kind]["pattern"]}" {printed(value, kind)}))'
    return _law_leaf(kind, value)


def _law_leaf(kind: str, value: str) -> str:
    if kind.endswith("OID"):
        return "(not (oph.ehoks.schema.oid/valid-oid? a-java.lang.String))"
    if kind == "Ytunnus":
        return f'(not ("Kelvollinen Y-tunnus" "{value}"))'
    return '(not ("Puhelinnumero virheellinen." a-java.lang.String))'


def wrong_types(kind: str) -> Iterator[tuple[str, Json, str | None]]:
    """Values of another JSON type than the scalar's."""
    template = str(SCALARS[kind]["wrong-type"])
    for name, value, shown in WRONG:
        if kind in STRINGS and isinstance(value, str):
            continue
        taken = type(value) in TAKEN.get(kind, ())
        yield name, value, None if taken else template.replace("V", shown)


def scalar_edits(kind: str, value: Json) -> Iterator[tuple[str, Json, str | None]]:
    """Every edit of one scalar: its name, the new value, the leaf (None: accepted)."""
    yield from wrong_types(kind)
    if kind not in STRINGS:
        yield from NUMBERS[kind]
        return
    for name, verdict in STRINGS[kind].items():
        if name == "bad-checksum" and value.endswith(SPECIAL_OIDS):
            continue
        new = _string(name, value)
        yield name, new, string_leaf(kind, new, verdict)


def _padded(value: str, length: int) -> str:
    filler = value[-1] if value[-1:].isdigit() else "x"
    return value + filler * (length - len(value))


def _string(name: str, value: str) -> str:
    node = value.split(".")
    return {
        "empty": "",
        "space": " ",
        "trailing-space": value + " ",
        "line-break": value + "\n",
        "no-break-space": value + "\u00a0",
        "unicode": UNICODE,
        "long": LONG,
        "bad-date": "2025-13-01",
        "not-leap-day": "2025-02-29",
        "finnish-date": "1.2.2025",
        "short-date": "2025-1-7",
        "datetime": value + "T00:00:00Z",
        "far-past": "1990-01-01",
        "far-future": "2090-01-01",
        "other-code": value + "_xyz",
        "upper": value.upper(),
        "wrong-node": ".".join([*node[:4], "28", *node[5:]]) if len(node) == 6 else value,
        "bad-checksum": value[:-1] + str((int(value[-1]) + 1) % 10) if value[-1:].isdigit() else "",
        "nul": value + "\x00",
        "full-column": _padded(value, COLUMN),
        "over-column": _padded(value, COLUMN + 1),
    }[name]


def container_edits(*, is_list: bool) -> Iterator[tuple[str, Json, str | None]]:
    """Values of another JSON type in the place of a list or an object."""
    template = "(not (sequential? V))" if is_list else "(not (map? V))"
    for name, value, shown in WRONG:
        if is_list and value is None:
            yield name, value, None
        elif not isinstance(value, list if is_list else dict):
            yield name, value, template.replace("V", shown)
