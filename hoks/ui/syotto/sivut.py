"""The pages of a draft: which there are for its kind of education, and what of it each shows."""

from typing import Any, NamedTuple

from hoks.schema import objects as o
from hoks.schema.fields import Field, ListOf, ObjectType
from hoks.services.luonnokset import Tiedot
from hoks.ui.syotto.asettelu import PERUSTIEDOT, Ryhma

Document = dict[str, Any]


class Laji(NamedTuple):
    """A kind of part that has pages of its own: the word in addresses and the list it stands in."""

    nimi: str
    avain: str
    kind: ObjectType

    @property
    def is_hankittava(self) -> bool:
        """To be acquired, not prior competence."""
        return self.nimi.startswith("hankittava")


LAJIT = {
    laji.nimi: laji
    for laji in (
        Laji(
            "hankittava-ammatillinen",
            "hankittavat-ammat-tutkinnon-osat",
            o.HANKITTAVA_AMMAT_TUTKINNON_OSA,
        ),
        Laji(
            "hankittava-yhteinen",
            "hankittavat-yhteiset-tutkinnon-osat",
            o.HANKITTAVA_YHTEINEN_TUTKINNON_OSA,
        ),
        Laji(
            "hankittava-paikallinen",
            "hankittavat-paikalliset-tutkinnon-osat",
            o.HANKITTAVA_PAIKALLINEN_TUTKINNON_OSA,
        ),
        Laji(
            "aiemmin-ammatillinen",
            "aiemmin-hankitut-ammat-tutkinnon-osat",
            o.AIEMMIN_HANKITTU_AMMAT_TUTKINNON_OSA,
        ),
        Laji(
            "aiemmin-yhteinen",
            "aiemmin-hankitut-yhteiset-tutkinnon-osat",
            o.AIEMMIN_HANKITTU_YHTEINEN_TUTKINNON_OSA,
        ),
        Laji(
            "aiemmin-paikallinen",
            "aiemmin-hankitut-paikalliset-tutkinnon-osat",
            o.AIEMMIN_HANKITTU_PAIKALLINEN_TUTKINNON_OSA,
        ),
    )
}
# Pages with a whole list on each: its rows are short.
LISTASIVUT = {
    "koulutuksen-osat": "hankittavat-koulutuksen-osat",
    "tuki": "oppimisen-tuki",
    "tukiopinnot": "opiskeluvalmiuksia-tukevat-opinnot",
}
_TUVA = ("koulutuksen-osat", "tuki")
_MUUT = ("tuki", "tukiopinnot")
_TAVAT, _ALUEET = "osaamisen-hankkimistavat", "osa-alueet"


class Sivu(NamedTuple):
    """A page: an object of the document, by its pointer, and the groups of it that are shown."""

    nimi: str
    juuri: str
    kind: ObjectType
    ryhmat: tuple[Ryhma, ...] | None = None
    laji: Laji | None = None
    numero: int = 0

    def covers(self, pointer: str) -> bool:
        """Whether a place of the document is on this page."""
        if self.ryhmat is None:
            return pointer == self.juuri or pointer.startswith(f"{self.juuri}/")
        keys = [f"/{key}" for ryhma in self.ryhmat for key in ryhma.kentat]
        return any(pointer == key or pointer.startswith(f"{key}/") for key in keys)


PERUSTIEDOT_SIVU = Sivu("perustiedot", "", o.HOKS, PERUSTIEDOT)


def listasivut(tiedot: Tiedot) -> tuple[str, ...]:
    """The pages with lists that this kind of education has."""
    return _TUVA if tiedot.is_tuva else _MUUT


def lajit(tiedot: Tiedot) -> list[Laji]:
    """The kinds of parts that this kind of education has."""
    return [] if tiedot.is_tuva else list(LAJIT.values())


def listasivu(nimi: str) -> Sivu:
    """The page of that list."""
    return Sivu(nimi, "", o.HOKS, (Ryhma(None, (LISTASIVUT[nimi],)),))


def osasivu(laji: Laji, numero: int) -> Sivu:
    """The page of one part."""
    return Sivu(laji.nimi, f"/{laji.avain}/{numero}", laji.kind, None, laji, numero)


def find_sivu(pointer: str) -> Sivu:
    """The page where a place of the document is shown."""
    first, *rest = pointer.strip("/").split("/")
    for laji in LAJIT.values():
        if laji.avain == first and rest and rest[0].isdigit():
            return osasivu(laji, int(rest[0]))
    nimi = next((nimi for nimi, avain in LISTASIVUT.items() if avain == first), None)
    return listasivu(nimi) if nimi else PERUSTIEDOT_SIVU


# --- Places in a document ---------------------------------------------------------------------------


def steps(pointer: str) -> list[str | int]:
    """A pointer as keys and indexes."""
    return [int(s) if s.isascii() and s.isdigit() else s for s in pointer.split("/")[1:]]


def get_at(document: Any, pointer: str) -> Any:
    """What stands at a place; None where there is nothing."""
    for step in steps(pointer):
        try:
            document = document[step]
        except (KeyError, IndexError, TypeError):
            return None
    return document


def set_at(document: Document, pointer: str, value: Any) -> None:
    """Put a value at a place. Objects on the way are made; rows on the way must be there.

    Raises:
        IndexError, TypeError: there is no such place.
    """
    *way, last = steps(pointer)
    inner: Any = document
    for step in way:
        inner = inner[step] if isinstance(step, int) else inner.setdefault(step, {})
    if isinstance(last, int) and last == len(inner):
        inner.append(value)
    else:
        inner[last] = value


def field_at(pointer: str) -> tuple[ObjectType, Field] | None:
    """What the declaration has at a place of a plan: an object type and one of its fields."""
    kind: Any = o.HOKS
    *way, last = steps(pointer) or [""]
    for step in way:
        if isinstance(step, int):
            kind = kind.item if isinstance(kind, ListOf) else None
        else:
            f = kind.field(step) if isinstance(kind, ObjectType) else None
            kind = f.type if f else None
    found = kind.field(last) if isinstance(kind, ObjectType) and isinstance(last, str) else None
    return (kind, found) if found else None


def new_osa(laji: Laji) -> Document:
    """An empty part, with the first row of what every such part has."""
    return _with_first_row(laji.kind)


def new_row(pointer: str) -> Document:
    """An empty row of the list at a place."""
    found = field_at(pointer)
    item = found[1].type.item if found and isinstance(found[1].type, ListOf) else None
    return _with_first_row(item) if isinstance(item, ObjectType) else {}


def _with_first_row(kind: ObjectType) -> Document:
    if kind.field(_TAVAT):
        return {_TAVAT: [{}]}
    f = kind.field(_ALUEET)
    item = f.type.item if f and isinstance(f.type, ListOf) else None
    is_to_acquire = isinstance(item, ObjectType) and item.field(_TAVAT)
    return {_ALUEET: [{_TAVAT: [{}]}]} if is_to_acquire else {}


_OWN = ("id", "module-id", "yksiloiva-tunniste")


def as_new(value: Any, *, dates: bool) -> Any:
    """A copy that is a part of its own; without dates where it will happen at another time."""
    if isinstance(value, list):
        return [as_new(inner, dates=dates) for inner in value]
    if not isinstance(value, dict):
        return value
    left_out = _OWN if dates else (*_OWN, "alku", "loppu")
    return {k: as_new(v, dates=dates) for k, v in value.items() if k not in left_out}
