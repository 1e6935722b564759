"""A plan as a PDF document: plain data set by typst, tagged so that a screen reader can tell it.

What people wrote reaches typst as JSON, never as markup. Only our own template may be read, only
the fonts that come with typst are used, so that the result is the same on every machine.
"""

import datetime as dt
import logging
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import orjson
import typst

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts
from ehoks.common.vieras import Koottu, Vieras, palat

_ROOT = Path(__file__).parent / "typst"  # all that a template could read
# What the fonts can show, and what typst has been seen to set without falling over: elsewhere
# one character is enough for it to refuse the document, or to panic.
_UNKNOWN = re.compile(
    r"[^\n -~\u00a0-\u024f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u04ff\u1e00-\u1eff"
    r"\u2010-\u2027\u2030-\u203e\u20a0-\u20bf\u2190-\u22ff\u2500-\u25ff\ufffd]"
)
_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile(r"[\t\u2000-\u200a\u202f\u205f\u3000]")
_INVISIBLE = re.compile(r"[\xad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe0e\ufe0f]")


_LONG = re.compile(r"\S{32,}")  # a word that may not fit on a line
_KIELI = re.compile("[a-z]{2,3}")  # what typst knows as a language
_PIECES = re.compile(r".{8}(?=.)")
_MOST = 1_000_000  # bytes of data; a plan with everything in it has about 60 000

logger = logging.getLogger(__name__)


class PdfNotMade(EhoksError):
    """The plan is too long to be set, or typst gave up."""

    status = 500
    code = "pdf-not-made"
    literal = "PDF could not be made"
    texts = Texts(
        "Suunnitelmasta ei voitu tehdä PDF-tiedostoa. Sen kaikki tiedot ovat tulostettavalla "
        "sivulla: palaa suunnitelmaan ja valitse Tulosta.",
        "Det gick inte att göra en PDF-fil av planen. Alla dess uppgifter finns på sidan för "
        "utskrift: gå tillbaka till planen och välj Skriv ut.",
        "The plan could not be made into a PDF file. All of it is on the page for printing: go "
        "back to the plan and choose Print.",
    )
    fixer = Fixer.OPH


def to_pdf(data: Any) -> bytes:
    """The document as PDF/UA-1, of what `hoks.presenters.paperi.to_data` gives.

    Raises:
        PdfNotMade: the data is too long, or typst gave up.
    """
    text = orjson.dumps(showable(data)).decode()
    if len(text) > _MOST:
        logger.error("a plan of %d bytes is too long for a PDF", len(text))
        raise PdfNotMade
    try:
        return _compile(text)
    except BaseException as error:  # a panic in typst is no Exception
        kind = type(error).__name__  # and its message may hold what the student wrote
        if not isinstance(error, Exception) and kind != "PanicException":
            raise
        logger.error("typst: %s", kind)  # noqa: TRY400 -- for the same reason
        raise PdfNotMade from None


def _compile(text: str) -> bytes:
    compiler = typst.Compiler(
        _template(),
        root=_ROOT,
        font_paths=_fonts(),
        package_path=_ROOT,
        package_cache_path=_ROOT,
        sys_inputs={"tiedot": text},
    )
    found = compiler.compile(format="pdf", pdf_standards="ua-1")
    assert isinstance(found, bytes)
    return found


def filename(sukunimi: str, day: dt.date) -> str:
    """What a browser may save it as: safe for any name, in a header and on any disk."""
    plain = unicodedata.normalize("NFKD", sukunimi).encode("ascii", "ignore").decode().lower()
    words = re.findall("[a-z0-9]+", plain[:60])
    return "-".join(["hoks", *words, day.isoformat()]) + ".pdf"


def showable(value: Any) -> Any:
    """The same data, every text of it fit to be set.

    A character that cannot be shown becomes U+FFFD; a very long word gets places (U+200B) where it
    may be broken, which do not show. A text with names in other languages becomes its `palat`.
    An address (`osoite`) is nothing to be read, and stays as it is.
    """
    match value:
        case Vieras() | Koottu():
            return {"palat": [_pala(pala) for pala in palat(value)]}
        case str():
            return _LONG.sub(_breakable, _shown(value))
        case dict():
            return {k: x if k == "osoite" else showable(x) for k, x in value.items()}
        case list() | tuple():
            return [showable(inner) for inner in value]
        case _:
            return value


def _pala(pala: str) -> dict[str, Any]:
    kieli = pala.kieli if isinstance(pala, Vieras) and _KIELI.fullmatch(pala.kieli) else None
    return {"teksti": showable(str(pala)), "kieli": kieli}


def _shown(text: str) -> str:
    plain = _BREAKS.sub("\n", unicodedata.normalize("NFC", text))
    return _UNKNOWN.sub("\ufffd", _INVISIBLE.sub("", _SPACES.sub(" ", plain)))


def _breakable(word: re.Match[str]) -> str:
    return _PIECES.sub("\\g<0>\u200b", word.group())


@cache
def _template() -> bytes:
    return (_ROOT / "hoks.typ").read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False)
