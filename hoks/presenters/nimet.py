"""Names for the codes and organisations of a document, all of them found at once."""

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from ehoks.common import vieras
from ehoks.common.errors import EhoksError
from ehoks.integrations import organisaatio
from koodisto import lookup

_ORGANISAATIO = re.compile(r"1\.2\.246\.562\.(10|99)\.[0-9.]+")
_KOODI = re.compile(r"[a-z]+_\w+", re.IGNORECASE)


def find_nimet(document: Any, lang: str) -> dict[str, str]:
    """What every code and organisation in the document is called, by code URI and OID.

    A name in another language where there is none in this one; of what is unknown, or cannot be
    asked just now, the code itself.
    """
    found = _strings(document)
    koodit = {text for text in found if _KOODI.fullmatch(text)}
    names = {uri: _shown(uri, name) for uri, name in lookup.nimet(koodit, lang).items()}
    return names | organisaatioiden_nimet(filter(_ORGANISAATIO.fullmatch, found), lang)


def find_laajuudet(document: Any) -> dict[str, Decimal]:
    """How many competence points the units and subjects of the document are, as far as is known."""
    return lookup.laajuudet(text for text in _strings(document) if _KOODI.fullmatch(text))


def organisaatioiden_nimet(oids: Iterable[str], lang: str) -> dict[str, str]:
    """The names of organisations by OID; the OID itself of one that cannot be had."""
    return {oid: _organisaatio(oid, lang) for oid in oids}


def in_kieli(names: Mapping[str, str] | None, lang: str) -> str:
    """The name in the reader's language, else in Finnish, else in any; empty of none."""
    return vieras.choose(names or {}, lang)


def _organisaatio(oid: str, lang: str) -> str:
    try:
        found = organisaatio.get_organisaatio(oid)
    except EhoksError:
        return oid
    return (in_kieli(found.nimi, lang) if found else "") or oid


def _shown(uri: str, name: str) -> str:
    """A code without a name is shown as what it is: its set, and its value."""
    if name != uri:
        return name
    koodisto, _, arvo = uri.partition("_")
    return f"{koodisto}: {arvo.upper()}"


def _strings(value: Any) -> set[str]:
    """All texts in it. Not by a generator that calls itself: pages wait for this."""
    found, left = set(), [value]
    while left:
        match left.pop():
            case str() as text:
                found.add(text)
            case dict() as inner:
                left += inner.values()
            case list() as inner:
                left += inner
    return found
