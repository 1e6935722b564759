"""Leaf texts of the `errors` tree, printed as the data-transfer API has always printed them.

Client programs match on these strings. A string value is shown only where it is a code, a
Y-tunnus or empty: any other may be personal data.
"""

import re
from collections.abc import Mapping

SHOWN = 19  # a longer value is replaced by the name of its class
_HETU_LIKE = re.compile(r"\d{6}[-+A-Za-z]\d{3}\w")
_KEY = re.compile(r"[a-z0-9-]+")

STRING = "a-java.lang.String"
VECTOR = "a-clojure.lang.PersistentVector"
ARRAY_MAP = "a-clojure.lang.PersistentArrayMap"
HASH_MAP = "a-clojure.lang.PersistentHashMap"


def quote(text: str) -> str:
    """A string in double quotes, escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def is_shown(text: str) -> bool:
    """Whether a code or a Y-tunnus may be printed; a personal identity code never is."""
    return len(text) <= SHOWN and not _HETU_LIKE.search(text)


def show(value: object, *, code: bool = False) -> str:
    """One value; `code` says that it stands in a field of codes or business ids."""
    match value:
        case None:
            return "nil"
        case bool():
            return str(value).lower()
        case str():
            return quote(value) if not value or (code and is_shown(value)) else STRING
        case list():
            return _show_list(value)
        case Mapping():
            return _show_mapping(value)
        case _:
            text = str(value)
            return text if len(text) <= SHOWN else "a-java.lang.Number"


def _show_list(values: list[object]) -> str:
    if any(isinstance(v, str | list | Mapping) for v in values):
        return VECTOR
    text = "[" + " ".join(map(show, values)) + "]"
    return text if len(text) <= SHOWN else VECTOR


def _show_mapping(values: Mapping[str, object]) -> str:
    if not all(_KEY.fullmatch(k) and isinstance(v, int | float) for k, v in values.items()):
        return HASH_MAP
    text = "{" + ", ".join(f":{k} {show(v)}" for k, v in values.items()) + "}"
    return text if len(text) <= SHOWN else HASH_MAP


def not_instance(java_class: str, value: object) -> str:
    """`(not (instance? <class> <value>))`: the wrong kind of JSON value."""
    return f"(not (instance? {java_class} {show(value)}))"


def not_matching(pattern: str, value: str, *, code: bool) -> str:
    """`(not (re-find #"<pattern>" <value>))`: the wrong form of a code or an identifier."""
    return f'(not (re-find #"{pattern}" {show(value, code=code)}))'


def not_allowed(message: str, printed: str) -> str:
    """`(not ("<message>" <value>))`: a named rule is broken."""
    return f"(not ({quote(message)} {printed}))"


def object_class(value: Mapping[str, object]) -> str:
    """The class name that stands for an object which broke a rule: by its number of keys."""
    return ARRAY_MAP if len(value) <= 8 else HASH_MAP
