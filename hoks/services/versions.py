"""The served document as bytes, and the digests by which two of them are compared."""

import hashlib
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import orjson

from hoks import rules, schema
from hoks.rules.konteksti import OpiskeluoikeusTiedot
from hoks.schema.fields import ObjectType
from hoks.schema.objects import HOKS
from hoks.services.identity import lists_of_parts

Document = dict[str, Any]
_READ_ONLY = frozenset({"id", "module-id", "eid"})


def digest(*parts: bytes) -> str:
    """A short fingerprint: 32 hexadecimal digits."""
    found = hashlib.blake2b(digest_size=16)
    for part in parts:
        found.update(part)
    return found.hexdigest()


def to_bytes(document: Document) -> bytes:
    """The document as it is stored and served."""
    return orjson.dumps(document)


def parse(sisalto: str) -> Document:
    """The document of stored bytes."""
    found: Document = orjson.loads(sisalto)
    return found


def content_digest(document: Document) -> str:
    """Of what the document says, its ids aside; keys stand in the declaration's order."""
    return digest(content_of(document))


def content_of(document: Document) -> bytes:
    """What that digest is of."""
    return orjson.dumps(_without_ids(HOKS, document))


def _without_ids(kind: ObjectType, part: Document) -> Document:
    """A copy as deep as ids go; what has no identity is shared."""
    bare = {key: value for key, value in part.items() if key not in _READ_ONLY}
    for key, item in lists_of_parts(kind):
        if key in bare:
            bare[key] = [_without_ids(item, child) for child in bare[key]]
    return bare


@cache
def law_digest() -> str:
    """Changes whenever the declaration or the rules do: a verdict from before then is void."""
    rooms = [Path(package.__file__ or "").parent for package in (schema, rules)]
    sources = sorted(path for room in rooms for path in room.glob("*.py"))
    return digest(*(path.read_bytes() for path in sources))


class Fingerprint(NamedTuple):
    """Of a PUT body, and of all else that its verdict hangs on.

    Both equal means that the same bytes passed the same law beside the same study right. The day
    is left out: no rule that once passed fails later because time went by.
    """

    runko: str
    konteksti: str


def body_digest(raw: bytes) -> str:
    """Of a body under the present law."""
    return digest(law_digest().encode(), raw)


def context_digest(oikeus: OpiskeluoikeusTiedot) -> str:
    """Of what the rules read of a study right."""
    facts = (
        oikeus.tyyppi,
        oikeus.alkamispaiva,
        oikeus.arvioitu_paattymispaiva,
        oikeus.tila,
        sorted(oikeus.suoritustyypit),
    )
    return digest(orjson.dumps(facts))
