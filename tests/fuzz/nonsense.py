"""Strategies of nonsense: random values, and good ones with something broken in them."""

import copy
import json
from functools import cache

from hypothesis import strategies as st

# What parsers stumble over: ends of strings, of numbers, of days, and of other people's languages.
ODD = [
    "",
    "\x00",
    "a\x00b",
    "\ufeff",
    "\u2028",
    "\U0001f600",
    "ß" * 300,
    "9" * 400,
    "-1",
    "1e999",
    "NaN",
    "0x10",
    "٣",
    "0000-00-00",
    "9999-12-31T23:59:60+99:99",
    "../../etc",
    "%",
    "%s",
    "{0}",
    "';--",
    "<x>&y;",
    "\r\nX: y",
]
texts = st.sampled_from(ODD) | st.text(max_size=20).map(
    lambda text: text.encode("utf-8", "replace").decode()
)
numbers = st.sampled_from([0, -1, 2**31, 2**63, 2**64 - 1, 1e308, -0.0, 0.1]) | st.integers(
    -(2**63), 2**64 - 1
)
leaves = st.none() | st.booleans() | numbers | texts
values = st.recursive(
    leaves,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(texts, below, max_size=3),
    max_leaves=6,
)
# As headers travel: bytes that a server hands over as Latin-1, without the ends of lines.
header_values = (texts | st.binary(max_size=20).map(lambda raw: raw.decode("latin-1"))).map(
    lambda text: text.replace("\r", "").replace("\n", "").encode("utf-8").decode("latin-1")
)


@cache
def _places(text):
    """Every place in a JSON document."""

    def walk(value, path):
        yield path
        if isinstance(value, dict | list):
            for key, child in value.items() if isinstance(value, dict) else enumerate(value):
                yield from walk(child, (*path, key))

    return list(walk(json.loads(text), ()))


def changed(document, path, value, *, gone=False):
    """The document with something else, or nothing, at a place."""
    if not path:
        return value
    found = copy.deepcopy(document)
    holder = found
    for key in path[:-1]:
        holder = holder[key]
    if gone:
        del holder[path[-1]]
    else:
        holder[path[-1]] = value
    return found


@st.composite
def broken_documents(draw, document):
    """A document with nonsense at one or two of its places, or without them."""
    for _ in range(draw(st.integers(1, 2))):
        path = draw(st.sampled_from(_places(json.dumps(document))))
        document = changed(document, path, draw(values), gone=draw(st.booleans()))
        if not isinstance(document, dict | list):
            break
    return document


@st.composite
def broken_bytes(draw, raw):
    """Bytes that were good: cut, doubled, or with others among them."""
    begin = draw(st.integers(0, len(raw)))
    end = draw(st.integers(begin, min(len(raw), begin + 40)))
    return raw[:begin] + draw(st.binary(max_size=8) | st.just(raw[begin:end] * 2)) + raw[end:]


def bodies(document):
    """What a caller may send for a document: JSON with nonsense in it, or no JSON at all."""
    raw = json.dumps(document).encode()
    return (
        broken_documents(document).map(lambda value: json.dumps(value).encode())
        | broken_bytes(raw)
        | st.binary(max_size=30)
        | st.integers(1, 3000).map(lambda depth: b"[" * depth)
    )
