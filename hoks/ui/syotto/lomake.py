"""Forms made of the declaration: a document as fields to show.

A field of a form is named by the pointer of its place in the document, so that what the law says
of a place is said beside the field.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from hoks.presenters.muutokset import name_thing
from hoks.presenters.words import PERUSTEET
from hoks.rules.ehdot import EHDOT, VAADITUT, find_ehto, misplaced
from hoks.rules.koodit import code_set
from hoks.schema import scalars
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from hoks.schema.scalars import Scalar
from hoks.services.valmiiksi import says_something
from hoks.ui.syotto import arvot
from hoks.ui.syotto.asettelu import (
    ASETTELU,
    PITKAT,
    SAA_OLLA_EI_TIEDOSSA,
    UPOTETUT,
    Ryhma,
)
from hoks.ui.syotto.texts import EI, HAE, HAE_ORGANISAATIO, KYLLA, PAKOLLINEN

Document = dict[str, Any]

_DECIDING = frozenset(ehto.avain for ehto in EHDOT)
RADIOS = 5  # choices that are shown at once; more are a list to open


def is_needed(kind: ObjectType, f: Field) -> bool:
    """Whether no plan can be stored that has the object and not the field."""
    required = f.is_required(Operation.PUT) or f.is_required(Operation.POST)
    return (required and not isinstance(f.type, ListOf)) or (kind, f.key) in VAADITUT


@dataclass
class Kentta:
    """A field to fill in."""

    nimi: str
    otsikko: str
    ohje: str
    laji: str
    arvo: str
    merkki: str = ""  # "pakollinen, lakisääteinen"
    valinnat: list[tuple[str, str]] = field(default_factory=list)
    virheet: list[str] = field(default_factory=list)
    haku: str = ""
    rajaus: str = ""  # the field whose choice limits what is searched
    kun: str = ""
    ei_tiedossa: bool = False
    ehdotukset: tuple[str, ...] = ()
    tyyppi: str = "kentta"


@dataclass
class Lohko:
    """Members of an object that stand together."""

    otsikko: str
    jasenet: list[Any]
    taitettu: bool
    kun: str = ""


@dataclass
class Olio:
    """An object: its groups; `upotettu` reads as fields of the object around it."""

    nimi: str
    otsikko: str
    ohje: str
    lohkot: list[Lohko]
    virheet: list[str]
    merkki: str = ""
    kun: str = ""
    upotettu: bool = False
    piilossa: bool = False  # whether it holds what does not belong to its present kind
    tyyppi: str = "olio"


@dataclass
class Rivi:
    """A row of a list."""

    nimi: str
    lyhyt: str
    otsikko: str
    olio: Olio
    auki: bool
    tyhja: bool


@dataclass
class Lista:
    """A list of objects."""

    nimi: str
    otsikko: str
    ohje: str
    yksi: str
    rivit: list[Rivi]
    virheet: list[str]
    taso: int
    merkki: str = ""
    kun: str = ""
    tyyppi: str = "lista"


@dataclass
class Piirtaja:
    """Makes what templates show of a document."""

    kieli: str
    nimet: Mapping[str, str]
    virheet: Mapping[str, list[str]] = field(default_factory=dict)
    kohta: str = ""  # the place that is to be open and have the focus
    ehdotukset: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    vihjeet: Mapping[str, str] = field(default_factory=dict)

    def olio(
        self,
        kind: ObjectType,
        nimi: str,
        body: Document,
        *,
        taso: int = 2,
        ryhmat: tuple[Ryhma, ...] | None = None,
        f: Field | None = None,
    ) -> Olio:
        """An object with all that is in it; `taso` is the level of headings below it."""
        lohkot = [self._lohko(kind, ryhma, nimi, body, taso) for ryhma in ryhmat or ASETTELU[kind]]
        return Olio(
            nimi,
            (f or kind).label.say(self.kieli),
            self._ohje(kind, f) if f else "",
            lohkot,
            self.virheet.get(nimi, []),
            upotettu=kind in UPOTETUT,
            piilossa=any(says_something(body[key]) for key in misplaced(kind, body)),
        )

    def _lohko(self, kind: ObjectType, ryhma: Ryhma, nimi: str, body: Document, taso: int) -> Lohko:
        fields = [f for key in ryhma.kentat if (f := kind.field(key))]
        jasenet = [self._member(kind, f, f"{nimi}/{f.key}", body, taso) for f in fields]
        ehdot = {find_ehto(kind, f.key) for f in fields}
        ehto = next(iter(ehdot)) if len(ehdot) == 1 else None
        told = any(says_something(body.get(f.key)) for f in fields)
        faulty = any(f"{nimi}/{f.key}" in place for f in fields for place in self.virheet)
        wanted = any(self.kohta.startswith(f"{nimi}/{f.key}") for f in fields)
        return Lohko(
            ryhma.otsikko.say(self.kieli) if ryhma.otsikko else "",
            jasenet,
            ryhma.taitettu and not (told or faulty or wanted),
            ehto.nimi if ehto else "",
        )

    def _member(self, kind: ObjectType, f: Field, nimi: str, body: Document, taso: int) -> Any:
        ehto, value = find_ehto(kind, f.key), body.get(f.key)
        member: Kentta | Olio | Lista
        match f.type:
            case ListOf(ObjectType() as item):
                member = self._lista(kind, f, item, nimi, value or [], taso)
            case ObjectType() as inner:
                member = self.olio(inner, nimi, value or {}, taso=taso, f=f)
                member.merkki = self._merkki(kind, f)
            case _:
                member = self._kentta(kind, f, nimi, value)
        member.kun = ehto.nimi if ehto else ""
        return member

    def _lista(
        self,
        kind: ObjectType,
        f: Field,
        item: ObjectType,
        nimi: str,
        rows: list[Document],
        taso: int,
    ) -> Lista:
        return Lista(
            nimi,
            f.label.say(self.kieli),
            self._ohje(kind, f),
            item.lyhyt.say(self.kieli),
            [
                self._rivi(item, f"{nimi}/{n}", row, n, len(rows), taso)
                for n, row in enumerate(rows)
            ],
            self.virheet.get(nimi, []),
            taso,
            self._merkki(kind, f),
        )

    def _rivi(
        self, item: ObjectType, nimi: str, row: Document, n: int, count: int, taso: int
    ) -> Rivi:
        faulty = any(place == nimi or place.startswith(f"{nimi}/") for place in self.virheet)
        wanted = self.kohta == nimi or self.kohta.startswith(f"{nimi}/")
        empty = not says_something(row)
        label = item.lyhyt.say(self.kieli)
        told = name_thing(item, row, self.nimet, self.kieli).removeprefix(
            item.label.say(self.kieli)
        )
        lyhyt = f"{label} {n + 1}"
        olio = self.olio(item, nimi, row, taso=min(taso + 1, 6))
        return Rivi(
            nimi, lyhyt, f"{lyhyt}{told}", olio, count <= 2 or faulty or wanted or empty, empty
        )

    def _kentta(self, kind: ObjectType, f: Field, nimi: str, value: Any) -> Kentta:
        haku = arvot.find_haku(kind, f)
        neuvo = HAE_ORGANISAATIO if haku == arvot.ORGANISAATIOT else HAE if haku else None
        told = (self._ohje(kind, f), neuvo.say(self.kieli) if neuvo else "")
        ohje = " ".join(filter(None, told))
        found = Kentta(
            nimi, f.label.say(self.kieli), ohje, "teksti", "",
            self._merkki(kind, f), virheet=self.virheet.get(nimi, []), haku=haku,
            rajaus=arvot.find_rajaus(kind, f, nimi),
            ei_tiedossa=(kind, f.key) in SAA_OLLA_EI_TIEDOSSA,
            ehdotukset=self.ehdotukset.get(f.key, ()),
        )  # fmt: skip
        if isinstance(f.type, ListOf):
            found.laji, found.arvo = "rivit", "\n".join(map(str, value or []))
            return found
        assert isinstance(f.type, Scalar)
        found.arvo = arvot.show(f.type, value, self.nimet, haku=haku)
        found.laji, found.valinnat = self._widget(kind, f, haku, found)
        return found

    def _widget(
        self, kind: ObjectType, f: Field, haku: str, kentta: Kentta
    ) -> tuple[str, list[tuple[str, str]]]:
        if haku:
            return "haku", []
        if f.type is scalars.TOTUUS:
            yes_no = [("true", KYLLA.say(self.kieli)), ("false", EI.say(self.kieli))]
            return ("radio" if is_needed(kind, f) else "valinta"), yes_no
        assert isinstance(f.type, Scalar)
        if code_set(f.type):
            found = list(arvot.choices(f.type, self.kieli))
            if not found:  # the set has not been read yet: its codes can be typed
                return "teksti", []
            if kentta.arvo and kentta.arvo not in dict(found):
                found.append((kentta.arvo, self.nimet.get(kentta.arvo, kentta.arvo)))
            # what other fields hang on is seen at once; the style sheet looks at what is chosen
            is_short = f.key in _DECIDING or (len(found) <= RADIOS and f.is_required(Operation.PUT))
            return ("radio" if is_short else "valinta"), found
        if f.key in PITKAT:
            return "pitka", []
        kinds = {scalars.PVM: "paiva", scalars.AIKALEIMA: "hetki", scalars.Y_TUNNUS: "lyhyt"}
        return ("luku" if f.type in arvot.NUMBERS else kinds.get(f.type, "teksti")), []

    def _merkki(self, kind: ObjectType, f: Field) -> str:
        """Whether the field must be filled in, and what the law or those who use it say of it."""
        told = [PAKOLLINEN] if is_needed(kind, f) else []
        told += [PERUSTEET[f.peruste]] if f.peruste else []
        return ", ".join(text.say(self.kieli) for text in told)

    def _ohje(self, kind: ObjectType, f: Field) -> str:
        own = f.explanation if f.ohje is None else f.ohje
        told = own.say(self.kieli) if own else ""
        return " ".join(filter(None, (told, self.vihjeet.get(f"{kind.name}.{f.key}", ""))))


def places(olio: Olio) -> dict[str, str]:
    """The places that a form shows, in its order, each with the names of what it is in."""
    return {member.nimi: ", ".join(way) for member, way in _members(olio, ())}


def fault_places(olio: Olio) -> Iterator[str]:
    """The places beside which a form tells what is wrong there: all but what it is itself about."""
    _, *rest = (member for member, _ in _members(olio, ()))
    return (m.nimi for m in rest if not (isinstance(m, Olio) and m.upotettu))


def fields_of(olio: Olio) -> Iterator[Kentta]:
    """The fields of a form."""
    return (member for member, _ in _members(olio, ()) if isinstance(member, Kentta))


def _members(
    olio: Olio, way: tuple[str, ...]
) -> Iterator[tuple[Kentta | Olio | Lista, tuple[str, ...]]]:
    yield olio, way
    for jasen in (jasen for lohko in olio.lohkot for jasen in lohko.jasenet):
        if isinstance(jasen, Olio):
            yield from _members(jasen, way if jasen.upotettu else (*way, jasen.otsikko))
            continue
        yield jasen, way
        for rivi in jasen.rivit if isinstance(jasen, Lista) else ():
            yield from _members(rivi.olio, (*way, rivi.lyhyt))
