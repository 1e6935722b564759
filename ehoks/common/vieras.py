"""Names in another language than the reader's, which say so wherever a page shows them."""

from collections.abc import Iterable, Mapping
from html import escape
from string import Formatter


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

    palat: tuple[str, ...]

    def __new__(cls, palat: Iterable[str]) -> "Koottu":
        """The text that the pieces make: plain ones, and those of a language of their own."""
        kept = tuple(palat)
        own = super().__new__(cls, "".join(kept))
        own.palat = kept
        return own

    def __html__(self) -> str:
        """What Django writes instead of escaping it."""
        return "".join(
            pala.__html__() if isinstance(pala, Vieras) else escape(pala) for pala in self.palat
        )


def choose(names: Mapping[str, str], kieli: str) -> str:
    """The name in a language, else in Finnish, else in any; empty when there is none."""
    if names.get(kieli):
        return names[kieli]
    other = "fi" if names.get("fi") else next((code for code, nimi in names.items() if nimi), "")
    return Vieras(names[other], other) if other else ""


def compose(pohja: str, *osat: str, **nimetyt: str) -> str:
    """As `pohja.format(…)`, but the names in it keep their languages."""
    values, found = iter(osat), []
    for text, name, _, _ in Formatter().parse(pohja):
        found.append(text)
        if name is not None:
            found.append(nimetyt[name] if name else next(values))
    return join("", found)


def join(vali: str, osat: Iterable[str]) -> str:
    """As `vali.join(…)` of what is not empty, but the names keep their languages."""
    found = [osa for osa in osat if osa]
    if not any(isinstance(osa, Vieras | Koottu) for osa in found):
        return vali.join(found)
    between = [pala for osa in found for pala in (vali, *palat(osa))]
    return Koottu(between[1:])


def palat(text: str) -> tuple[str, ...]:
    """The pieces of a text, each in one language: `Vieras` where that is not the reader's."""
    return text.palat if isinstance(text, Koottu) else (text,)
