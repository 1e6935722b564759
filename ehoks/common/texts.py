"""A sentence in the three languages of the service."""

from typing import NamedTuple


class Texts(NamedTuple):
    """The same sentence or label in Finnish, Swedish and English."""

    fi: str
    sv: str
    en: str

    def format(self, **params: object) -> "Texts":
        """Fill the same `{params}` into all three."""
        return Texts(*(text.format(**params) for text in self))

    def say(self, lang: str) -> str:
        """The text in one of the three languages, by its code."""
        return {"fi": self.fi, "sv": self.sv, "en": self.en}[lang]
