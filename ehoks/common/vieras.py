"""Names in another language than the reader's, which say so wherever a page shows them."""

from collections.abc import Iterable, Mapping
from html import escape


class Vieras(str):
    """A name that there is in `kieli` only: templates write it with that language around it.

    Anywhere else it is a text as any other. In an attribute, a title or a picture, where no element
    can stand, the filter `paljas` gives the bare text.
    """

    kieli: str

    def __new__(cls, nimi: str, kieli: str) -> "Vieras":
        """The name, which keeps its language."""
        own = super().__new__(cls, nimi)
        own.kieli = kieli
        return own

    def __html__(self) -> str:
        """What Django writes instead of escaping it (WCAG 3.1.2, Language of Parts)."""
        return f'<span lang="{escape(self.kieli)}">{escape(str(self))}</span>'


class Koottu(str):
    """A text put together of others, which keep their languages in it."""

    html: str

    def __new__(cls, text: str, html: str) -> "Koottu":
        """The text, and how a page writes it."""
        own = super().__new__(cls, text)
        own.html = html
        return own

    def __html__(self) -> str:
        """What Django writes instead of escaping it."""
        return self.html


def choose(names: Mapping[str, str], kieli: str) -> str:
    """The name in a language, else in Finnish, else in any; empty when there is none."""
    if names.get(kieli):
        return names[kieli]
    other = "fi" if names.get("fi") else next((code for code, nimi in names.items() if nimi), "")
    return Vieras(names[other], other) if other else ""


def compose(pohja: str, *osat: str, **nimetyt: str) -> str:
    """As `pohja.format(…)`, but the names in it keep their languages."""
    named = {key: _html(osa) for key, osa in nimetyt.items()}
    html = escape(pohja).format(*map(_html, osat), **named)
    return Koottu(pohja.format(*osat, **nimetyt), html)


def join(vali: str, osat: Iterable[str]) -> str:
    """As `vali.join(…)` of what is not empty, but the names keep their languages."""
    found = [osa for osa in osat if osa]
    return Koottu(vali.join(found), escape(vali).join(map(_html, found)))


def _html(text: str) -> str:
    """As a page writes it."""
    return text.__html__() if isinstance(text, Vieras | Koottu) else escape(text)
