"""What the parts of a plan are told as: cards of facts, pieces and links; lists beside them."""

from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple

from hoks.presenters.tila import Tila

Arvo = str | tuple[str, ...]  # a text, whose names may be in another language; or lines of such


class Tunniste(str):
    """What systems call something by: a page sets it as code."""

    def __html__(self) -> str:
        """What Django writes instead of escaping it."""
        return f"<code>{escape(str(self))}</code>"


class Fakta(NamedTuple):
    """A label and what is told under it."""

    nimi: str
    arvo: Arvo


class Linkki(NamedTuple):
    """Where more is told; an address of our own begins with a slash.

    The style sheet hides them where a printer prints: on a sheet nobody can follow one.
    """

    teksti: str
    osoite: str


class Pala(NamedTuple):
    """A way of acquiring or a demonstration, under a heading of its own."""

    laji: str  # for its looks: `tapa`, `tapa-tyo`, `naytto`
    otsikko: str
    faktat: tuple[Fakta, ...]
    module_id: str = ""  # of what can be shared


class Kortti(NamedTuple):
    """A part: its name, how far it is, what must be seen at once, its facts, its pieces."""

    otsikko: str
    laajuus: str
    tila: Tila
    tilan_nimi: str
    ylaosa: str
    huomaa: str
    faktat: tuple[Fakta, ...]
    palat: tuple[Pala, ...]
    linkit: tuple[Linkki, ...]
    aika: str = ""
    tilan_pvm: str = ""
    sisus: str = ""  # what is folded away on a page, and how much of it
    ankkuri: str = ""
    module_id: str = ""


class Rivi(NamedTuple):
    """What is told in a list beside the parts: a name, and short texts about it."""

    nimi: str
    tiedot: tuple[str, ...]


class Luettelo(NamedTuple):
    """A list beside the parts; `tyhja` stands where there is nothing in it."""

    otsikko: str
    tyhja: str
    rivit: tuple[Rivi, ...]


def to_faktat(kohdat: Iterable[tuple[str, Any]]) -> tuple[Fakta, ...]:
    """The labels that have something to say."""
    found = ((nimi, _arvo(value)) for nimi, value in kohdat)
    return tuple(Fakta(nimi, arvo) for nimi, arvo in found if arvo)


def _arvo(value: Any) -> Arvo:
    if value is None or isinstance(value, str):
        return value or ""
    return tuple(filter(None, value))
