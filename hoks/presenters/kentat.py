"""The tree of fields that a page draws: what is told at each place, and what a search leaves of it.

What is told depends on the language, the method and the code sets alone, so a process draws each
such tree once and keeps it; a search only picks from it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.template.loader import render_to_string
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from hoks.api.schema import name_of
from hoks.presenters import examples, words
from hoks.presenters.kohdat import Kohta, Vaatimus, kohdat
from hoks.rules.koodit import code_set
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.forms import FORMS, example
from hoks.schema.objects import HOKS
from hoks.schema.scalars import Scalar
from hoks.schema.vipunen import HOKS_VIPUNEN
from koodisto.koodistot import KOODISTOT

# By the name in `?metodi=`.
METODIT = {
    "POST": Operation.POST,
    "PUT": Operation.PUT,
    "PATCH": Operation.PATCH,
    "GET": Operation.GET,
    "TILASTO": Operation.VIPUNEN,
}
LONGEST_PATTERN = 60  # a longer one is no help to a reader
KEPT = 18  # trees: three languages, five methods and none

Koodit = tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # the short code sets, with names


@dataclass(frozen=True)
class Oksa:
    """A place as it is drawn: what is told of it, and the places below it."""

    id: str
    label: str
    css: str
    told: SafeString
    below: tuple["Oksa", ...]
    is_object: bool
    haystack: str
    is_open: bool = False
    is_hit: bool = False

    def __len__(self) -> int:
        return 1 + sum(map(len, self.below))


@lru_cache(maxsize=KEPT)
def puu(kieli: str, metodi: Operation | None, koodit: Koodit) -> tuple[Oksa, ...]:
    """The whole tree, nothing opened."""
    return tuple(_oksa(kohta, _Kertoja(kieli, metodi, dict(koodit))) for kohta in kohdat())


def avattu(oksat: tuple[Oksa, ...]) -> tuple[Oksa, ...]:
    """The same with everything open."""
    return tuple(replace(o, is_open=True, below=avattu(o.below)) for o in oksat)


def piirretty(oksat: tuple[Oksa, ...]) -> SafeString:
    """The tree as HTML. Not by a template: one that calls itself for each place is slow."""
    return format_html_join("", _KOHTA, ((_luokat(o), _sisalto(o)) for o in oksat))


_KOHTA = '<li class="{}">{}</li>'
_OBJECT = '<details{}>{}<ul class="puu">{}</ul></details>'
# The id stands inside what is folded: a browser opens it for whoever follows a link there.
_OBJECT_TOLD = '<summary>{}</summary><div class="kentta" id="{}">{}</div>'
_VALUE_TOLD = '<p class="otsake">{}</p><div class="kentta" id="{}">{}</div>'


def _luokat(oksa: Oksa) -> str:
    return f"{oksa.css} osuma".strip() if oksa.is_hit else oksa.css


def _sisalto(oksa: Oksa) -> SafeString:
    if not oksa.is_object:
        return oksa.told
    return format_html(_OBJECT, " open" if oksa.is_open else "", oksa.told, piirretty(oksa.below))


@lru_cache(maxsize=len(METODIT) + 1)
def esimerkki(metodi: Operation | None) -> str:
    """A whole document as JSON, with an item in each list."""
    kind = HOKS_VIPUNEN if metodi is Operation.VIPUNEN else HOKS
    return examples.as_json(examples.document(kind, metodi or Operation.POST))


# --- Search --------------------------------------------------------------------------------------

_INDEX = re.compile(r"/\d+(?=/|$)")


def haettu(oksat: tuple[Oksa, ...], haku: str) -> tuple[Oksa, ...]:
    """The places where all words of the search are told, opened, and the ways that lead there.

    A path, or the pointer of a violation, finds its place.
    """
    sanat = haku.casefold().split()
    return tuple(_found(oksat, [_path(s) if _is_path(s) else s for s in sanat]))


def osumia(oksat: tuple[Oksa, ...]) -> int:
    """How many places were found."""
    return sum(o.is_hit + osumia(o.below) for o in oksat)


def _is_path(sana: str) -> bool:
    return "." in sana or sana.startswith("/")


def _path(sana: str) -> str:
    return _INDEX.sub("", sana).strip("/").replace("/", ".")


def _found(oksat: tuple[Oksa, ...], sanat: list[str]) -> Iterator[Oksa]:
    for oksa in oksat:
        below = tuple(_found(oksa.below, sanat))
        if all(_is_told(oksa, sana) for sana in sanat):
            yield replace(oksa, is_hit=True, is_open=True, below=below or oksa.below)
        elif below:
            yield replace(oksa, is_open=True, below=below)


def _is_told(oksa: Oksa, sana: str) -> bool:
    return oksa.id == sana or sana in oksa.haystack


# --- Telling -------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Kertoja:
    """Says what stands at a place: in one language, of one method or of all."""

    kieli: str
    metodi: Operation | None
    koodit: Mapping[str, tuple[tuple[str, str], ...]]

    def tell(self, kohta: Kohta) -> dict[str, Any]:
        field = self._field(kohta)
        vaatimukset = dict(kohta.vaatimukset)
        if self.metodi is not None:
            vaatimukset = {self.metodi: vaatimukset[self.metodi]}
        return {
            "kohta": kohta,
            "label": field.label.say(self.kieli),
            "form": self._form(field),
            "vaatimukset": words.grouped(vaatimukset, self.kieli),
            "one_method": self.metodi is not None,
            "peruste": words.PERUSTEET[field.peruste].say(self.kieli) if field.peruste else "",
            "explanation": field.explanation.say(self.kieli) if field.explanation else "",
            "rules": [(r.code, r.texts.say(self.kieli)) for r in kohta.rules],
            "t": {key: text.say(self.kieli) for key, text in words.CARD.items()},
            "lang": self.kieli,
            **self._value(field),
            **self._object(kohta),
        }

    def _field(self, kohta: Kohta) -> Field:
        is_feed = self.metodi is Operation.VIPUNEN
        return kohta.feed if is_feed and kohta.feed else kohta.field

    def _form(self, field: Field) -> str:
        is_list = isinstance(field.type, ListOf)
        item = field.type.item if isinstance(field.type, ListOf) else field.type
        if isinstance(item, ObjectType):
            return (words.LIST_OF_OBJECTS if is_list else words.OBJECT).say(self.kieli)
        muoto = FORMS[item].words.say(self.kieli)
        return words.LIST.say(self.kieli).format(muoto=muoto) if is_list else muoto

    def _value(self, field: Field) -> dict[str, Any]:
        """Of a value: an example, the pattern, the code set."""
        if isinstance(field.type, ListOf):
            shown = isinstance(field.type.item, Scalar)
            return {"example": examples.as_line(field.example)} if shown else {}
        if isinstance(field.type, ObjectType):
            return {}
        pattern = field.type.json_schema.get("pattern", "")
        found: dict[str, Any] = {"example": examples.as_line(example(field))}
        if pattern and len(pattern) <= LONGEST_PATTERN:
            found["pattern"] = pattern
        if koodisto := code_set(field.type):
            found["koodisto"] = koodisto
            found["koodisto_name"] = KOODISTOT[koodisto].say(self.kieli)
            found["koodit"] = self._allowed(koodisto, pattern)
        return found

    def _allowed(self, koodisto: str, pattern: str) -> list[tuple[str, str]]:
        """The codes that also fit the form of the field: a set may have more."""
        return [k for k in self.koodit.get(koodisto, ()) if re.fullmatch(pattern, k[0])]

    def _object(self, kohta: Kohta) -> dict[str, Any]:
        """Of an object: its name in the contract, and an example of all that stands in it."""
        if not isinstance(kohta.kind, ObjectType):
            return {}
        operation = kohta.ways.get(Operation.POST if self.metodi is None else self.metodi)
        if operation is None:
            return {}
        field = self._field(kohta)
        kind = field.type.item if isinstance(field.type, ListOf) else field.type
        assert isinstance(kind, ObjectType)
        found = examples.document(kind, operation)
        return {"component": name_of(kind, operation), "snippet": examples.as_json(found)}


def _oksa(kohta: Kohta, kertoja: _Kertoja) -> Oksa:
    told = kertoja.tell(kohta)
    head = render_to_string("kentat/nimi.html", told)
    body = render_to_string("kentat/kentta.html", told)
    return Oksa(
        id=kohta.id,
        label=told["label"],
        css=_css(kohta, kertoja.metodi),
        told=format_html(_OBJECT_TOLD if kohta.below else _VALUE_TOLD, head, kohta.id, body),
        below=tuple(_oksa(below, kertoja) for below in kohta.below),
        is_object=bool(kohta.below),
        haystack=_haystack(kohta, told),
    )


def _css(kohta: Kohta, metodi: Operation | None) -> str:
    out = (Vaatimus.REFUSED, Vaatimus.HIDDEN, Vaatimus.IGNORED)
    return "poissa" if metodi is not None and kohta.vaatimukset[metodi] in out else ""


def _haystack(kohta: Kohta, told: dict[str, Any]) -> str:
    codes = [word for koodi in told.get("koodit", ()) for word in koodi]
    rules = [word for rule in told["rules"] for word in rule]
    own = [kohta.field.key, *kohta.field.label, told["form"], told["explanation"], told["peruste"]]
    return "\n".join([*own, *rules, *codes, *kohta.old_names, told.get("koodisto", "")]).casefold()
