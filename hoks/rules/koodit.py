"""The codes of a document: where they stand, and what is said of those that nobody knows."""

import re
from collections.abc import Container, Iterable
from functools import cache

from ehoks.common.texts import Texts
from hoks.schema.compile import Path, Refusal
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.objects import KOODISTO_KOODI
from hoks.schema.printing import STRING, not_allowed, quote
from hoks.schema.scalars import WHITESPACE, Scalar
from koodisto import texts
from koodisto.tuntematon import Kind, Tuntematon

UNKNOWN_KOODI, UNKNOWN_KOODISTO = "unknown-koodi", "unknown-koodisto"

# For the help page; an answer has the sentences that name the code and those that would do.
TEXTS = {
    UNKNOWN_KOODI: Texts(
        "Koodistossa {koodisto} ei ole koodia {koodi}. Jos koodisto on lyhyt, sallitut koodit "
        "luetellaan vastauksessa.",
        "Koduppsättningen {koodisto} har ingen kod {koodi}. Är den kort räknas de tillåtna "
        "koderna upp i svaret.",
        "Code set {koodisto} has no code {koodi}. If the set is short, the answer lists the "
        "allowed codes.",
    ),
    UNKNOWN_KOODISTO: texts.UNKNOWN_SET,
}
_CODES = {Kind.UNKNOWN_CODE: UNKNOWN_KOODI, Kind.UNKNOWN_SET: UNKNOWN_KOODISTO}
_PREFIX = re.compile(r"\^([a-z]+)_")

Found = list[tuple[Path, str]]


def code_set(scalar: Scalar) -> str:
    """The code set that values of this kind are from; empty when they are no codes of one set."""
    match = _PREFIX.match(scalar.json_schema.get("pattern", ""))
    return match[1] if match else ""


def collect(kind: ObjectType, value: object, refused: Container[Path] = ()) -> Found:
    """Every code and its place, in the order of the declaration.

    The value may be as it was sent: what stands at a `refused` place, or under it, is left out.
    """
    found: Found = []
    _collect(kind, value, (), refused, found)
    return found


def _collect(
    kind: ObjectType, value: object, path: Path, refused: Container[Path], found: Found
) -> None:
    if not isinstance(value, dict) or path in refused:
        return
    keys, branches = _places(kind)
    for key in keys:
        if key in value and (here := (*path, key)) not in refused:
            # the one kind of code that is text: as such it is stored without spaces around it
            is_text = kind is KOODISTO_KOODI
            found.append((here, value[key].strip(WHITESPACE) if is_text else value[key]))
    for key, item, is_list in branches:
        inner = value.get(key)
        if not inner or (here := (*path, key)) in refused:
            continue
        if is_list:
            for n, child in enumerate(inner):
                _collect(item, child, (*here, n), refused, found)
        else:
            _collect(item, inner, here, refused, found)


@cache
def _places(
    kind: ObjectType,
) -> tuple[tuple[str, ...], tuple[tuple[str, ObjectType, bool], ...]]:
    """The keys of an object that hold codes, and those under which more codes stand."""
    keys, branches = [], []
    for f in kind:
        item = f.type.item if isinstance(f.type, ListOf) else f.type
        if isinstance(item, ObjectType):
            if any(_places(item)):
                branches.append((f.key, item, isinstance(f.type, ListOf)))
        elif code_set(item) or (kind is KOODISTO_KOODI and f.key == "koodi-uri"):
            keys.append(f.key)
    return tuple(keys), tuple(branches)


def refusals(found: Found, unknown: Iterable[Tuntematon]) -> dict[Path, Refusal]:
    """What is said at every place where one of the unknown codes stands."""
    by_uri = {u.uri: u for u in unknown}
    return {path: _refusal(by_uri[uri]) for path, uri in found if uri in by_uri}


def warnings(found: Found, unknown: Iterable[Tuntematon]) -> list[tuple[Path, Refusal]]:
    """The same once for each code, and once for each set that is not known at all."""
    places: dict[str, Path] = {}
    for path, uri in found:
        places.setdefault(uri, path)
    first: dict[tuple[str, str], Tuntematon] = {}
    for u in unknown:
        first.setdefault((u.koodisto, "" if u.kind is Kind.UNKNOWN_SET else u.uri), u)
    return [(places[u.uri], _refusal(u)) for u in first.values()]


def _refusal(unknown: Tuntematon) -> Refusal:
    said = texts.describe(unknown)
    is_code = unknown.kind is Kind.UNKNOWN_CODE
    # the leaf stays the same while the set grows: without the codes that would do
    message = f"Koodistossa {unknown.koodisto} ei ole koodia" if is_code else said.fi
    leaf = not_allowed(message, quote(unknown.uri) if texts.is_shown(unknown.uri) else STRING)
    return Refusal(_CODES[unknown.kind], leaf, {"texts": said})
