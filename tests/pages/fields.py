"""The page of fields as a reader sees it: what stands at each place, taken from its HTML."""

import json
import re
from functools import cache
from html import unescape
from pathlib import Path
from typing import NamedTuple

from django.test import Client

from koodisto.koodistot import KOODISTOT

FIELDS = "/ehoks-virkailija-backend/json-viewer/index.html"
FIXTURE = Path(__file__).parents[2] / "koodisto" / "fixtures" / "koodistot.json"
_PLACE = re.compile(
    r'<li class="([\w -]*)">(?:<p class="otsake">|<details(?: open)?><summary>)(.*?)'
    r'(?:</p>|</summary>)<div class="kentta" id="([^"]+)">(.*?)</div>',
    re.DOTALL,
)
_MARK = re.compile(r'<span class="([\w-]+)"><b>([^<]+)</b>([^<]*)</span>')


class Place(NamedTuple):
    """One field on the page."""

    css: str
    head: str
    marks: dict[str, list[str]]  # the methods of each requirement, by its style
    body: str


def codes(koodistot, kieli):
    """What a lookup would say of the demo's code sets, without a database."""
    found = {name: [] for name in koodistot}
    for row in json.loads(FIXTURE.read_text()):
        if row["model"] == "koodisto.koodi":
            found[row["fields"]["koodisto"]].append((row["pk"], row["fields"]["nimi"][kieli]))
    return {name: tuple(rows) if len(rows) < 30 else () for name, rows in found.items()}


assert set(codes(KOODISTOT, "fi")) == set(KOODISTOT)


def places(html):
    """The fields of a page by their ids."""
    found = {}
    for css, head, name, body in _PLACE.findall(html):
        marks = {kind: methods.split(", ") for kind, _, methods in _marks(head)}
        assert name not in found, "an id stands twice"
        found[name] = Place(css, unescape(head), marks, unescape(body))
    return found


def _marks(head):
    return [(kind, name, methods.strip()) for kind, name, methods in _MARK.findall(head)]


@cache
def whole(query=""):
    """The page with nothing searched; the caller sees to the codes."""
    return places(Client().get(FIELDS + query).content.decode())
