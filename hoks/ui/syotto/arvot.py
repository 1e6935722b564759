"""Values as forms show them, and what is typed as values: what is left alone stays as it was."""

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from ehoks.common.dates import HELSINKI, as_utc
from ehoks.common.vieras import compose
from ehoks.ui.paivat import to_date
from ehoks.ui.templatetags.muotoilu import aika, paiva
from hoks.rules.koodit import code_set
from hoks.schema import objects, scalars
from hoks.schema.fields import Field, ObjectType
from hoks.schema.scalars import Scalar
from koodisto import lookup

NUMBERS = (scalars.INT, scalars.TUNNIT, scalars.LAAJUUS)
OSA_ALUEET = "ammatillisenoppiaineet"
LONG_SETS = ("tutkinnonosat", OSA_ALUEET)  # to be searched; the others are short enough to list
ORGANISAATIOT = "organisaatiot"
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,9})?")
_MOMENT = re.compile(r"([0-9.]{8,10})(?:\s+(?:klo|kl\.?)?\s*([0-9]{1,2})[.:]([0-9]{2}))?")
_IN_BRACKETS = re.compile(r"\(([^()\s]+)\)\s*$")


def find_haku(kind: ObjectType, f: Field) -> str:
    """What a field is searched from: a long code set, the organisations, or nothing."""
    if kind is objects.KOODISTO_KOODI:
        return OSA_ALUEET
    if f.type is scalars.ORGANISAATIO_OID:
        return ORGANISAATIOT
    koodisto = code_set(f.type) if isinstance(f.type, Scalar) else ""
    return koodisto if koodisto in LONG_SETS else ""


def find_rajaus(kind: ObjectType, f: Field, nimi: str) -> str:
    """The field whose choice limits this one: the common unit, of its subjects; or nothing."""
    if f.key != "osa-alue-koodi-uri":
        return ""
    return nimi.rpartition("/osa-alueet/")[0] + "/tutkinnon-osa-koodi-uri"


def show(kind: Scalar, value: Any, nimet: Mapping[str, str], *, haku: str = "") -> str:
    """A value as text. `haku` names what is searched where the field is filled by a search."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if haku:
        return _named(str(value), nimet, haku)
    if kind in NUMBERS and isinstance(value, int | float):
        return f"{value:.9f}".rstrip("0").rstrip(".").replace(".", ",")
    return _moment(kind, str(value))


def _named(value: str, nimet: Mapping[str, str], haku: str) -> str:
    """`Ruisleivän leivonta (106901)`; the bare value where no name is known."""
    nimi = nimet.get(value, value)
    is_code = haku != ORGANISAATIOT
    arvo = value.partition("_")[2] if is_code else value
    has_name = nimi not in ("", value) and not nimi.startswith(f"{haku}: ")
    return compose("{} ({})", nimi, arvo) if has_name else value


def _moment(kind: Scalar, text: str) -> str:
    try:
        if kind is scalars.PVM and len(text) == 10:
            return paiva(text)
        if kind is scalars.AIKALEIMA:
            return aika(dt.datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        return text
    return text


def read(kind: Scalar, text: str, *, haku: str = "", kieli: str = "fi") -> Any:
    """What a text says; None of nothing, and the text itself where it cannot be understood."""
    text = text.replace("\x00", "").replace("\r\n", "\n")
    bare = text.strip()
    if not bare:
        return None
    if haku:
        return _found(bare, haku, kieli)
    if kind is scalars.TOTUUS:
        return {"true": True, "false": False}.get(bare, bare)
    if kind in NUMBERS:
        return _number(bare)
    if kind is scalars.PVM:
        return _date(bare)
    if kind is scalars.AIKALEIMA:
        return _time(bare)
    return text if kind is scalars.TEKSTI else bare


def _number(text: str) -> Any:
    text = re.sub(r"[\s\u00a0]", "", text)
    if not _NUMBER.fullmatch(text):
        return text
    number = float(text.replace(",", "."))
    return int(number) if number.is_integer() else number


def _date(text: str) -> str:
    try:
        return to_date(text.replace(" ", "")).isoformat()
    except ValueError:
        return text


def _time(text: str) -> str:
    """`15.8.2024 12.30` in Finnish time; a day alone is its first moment."""
    match = _MOMENT.fullmatch(text)
    if not match:
        return text
    try:
        day = to_date(match[1])
        moment = dt.datetime.combine(day, dt.time(int(match[2] or 0), int(match[3] or 0)))
        return as_utc(moment.replace(tzinfo=HELSINKI).astimezone(dt.UTC))
    except (ValueError, OverflowError):
        return text


def _found(text: str, haku: str, kieli: str) -> str:
    """The code or organisation that a text names: by what is in brackets, by itself, by name."""
    in_brackets = _IN_BRACKETS.search(text)
    told = in_brackets[1] if in_brackets else text
    if haku == ORGANISAATIOT:
        return told
    for uri in (told, f"{haku}_{told}", f"{haku}_{told.lower()}"):
        if lookup.versio(uri) is not None:
            return uri if uri.startswith(f"{haku}_") else text
    same = [uri for uri, nimi in lookup.etsi(haku, text, kieli, 2) if nimi.lower() == text.lower()]
    return same[0] if len(same) == 1 else told if told.startswith(f"{haku}_") else text


def choices(kind: Scalar, kieli: str) -> tuple[tuple[str, str], ...]:
    """The codes to choose between, where there are few; nothing of other kinds of values."""
    koodisto = code_set(kind)
    if not koodisto or koodisto in LONG_SETS:
        return ()
    return lookup.luettelot([koodisto], kieli)[koodisto]
