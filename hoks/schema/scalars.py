"""The kinds of values in a HOKS: what each accepts, how it is normalised, how it is refused.

The exact forms are the wire's own: strings typed by a pattern are not trimmed, `1.0` is an
integer, no JSON null stands for a scalar. A check takes the JSON value and returns the
normalised one, or raises `PydanticCustomError` whose context holds the leaf of the errors tree.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NoReturn

from pydantic_core import PydanticCustomError

from ehoks.common.tunnisteet import has_oid_check_digit, is_y_tunnus
from hoks.schema.printing import not_allowed, not_instance, not_matching, show

# Java's whitespace: unlike Python's strip() it leaves U+0085 and the no-break spaces alone.
WHITESPACE = (
    "\t\n\x0b\x0c\r\x1c\x1d\x1e\x1f "
    "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u205f\u3000"
)
INT_MIN, INT_MAX = -(2**31), 2**31 - 1
COLUMN = 256  # the longest code, phone number or period key
EXACT = 10**15  # integers below this stay exact as floats


@dataclass(frozen=True)
class Scalar:
    """A kind of value: its check and its JSON Schema."""

    name: str
    check: Callable[[Any], Any]
    json_schema: dict[str, Any] = field(hash=False)


def refuse(code: str, leaf: str, **params: object) -> NoReturn:
    """Leave a check: `code` names the sentence for people, `leaf` is the wire's text."""
    raise PydanticCustomError(code, "refused", {"leaf": leaf, **params})


def _storable(value: str) -> None:
    if "\x00" in value:
        refuse("invalid-character", not_instance("java.lang.String", value))


def _trimmed(value: object) -> str:
    if not isinstance(value, str):
        refuse("not-a-string", not_instance("java.lang.String", value))
    _storable(value)
    return value.strip(WHITESPACE)


def _fits(value: str) -> str:
    if len(value) > COLUMN:
        refuse("too-long", not_instance("java.lang.String", value), enintaan=COLUMN)
    return value


def _text256(value: object) -> str:
    return _fits(_trimmed(value))


def _tunniste(value: object) -> str:
    return _text256(value) or refuse("empty-tunniste", '(not (not-empty ""))')


PHONE_MESSAGE = "Puhelinnumero virheellinen."
_PHONE = re.compile(r"[-+0-9() ]{0,256}")


def _puhelinnumero(value: object) -> str:
    text = _trimmed(value)
    if not _PHONE.fullmatch(text):
        refuse("invalid-puhelinnumero", not_allowed(PHONE_MESSAGE, show(text)))
    return text


def _int(value: object) -> int:
    integral = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, bool) or not integral:
        refuse("not-an-integer", f"(not (integer? {show(value)}))")
    number = int(value)  # type: ignore[call-overload]
    if not INT_MIN <= number <= INT_MAX:
        refuse("out-of-range", f"(not (integer? {show(value)}))")
    return int(number)


def _luku(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        refuse("not-a-number", not_instance("java.lang.Number", value))
    return float(value)


HOURS_MESSAGE = "Opetuksen ja ohjauksen määrä ei saa olla negatiivinen."
WEEKS_MESSAGE = "Muuta koulutuksen osan laajuus positiiviseksi."


def _tunnit(value: object) -> float:
    number = _luku(value)
    if number < 0:
        refuse("negative-maara", not_allowed(HOURS_MESSAGE, show(value)))
    return number + 0.0  # -0.0 becomes 0.0


def _laajuus(value: object) -> float | int:
    number = _luku(value)
    if number < 0:
        refuse("negative-laajuus", not_allowed(WEEKS_MESSAGE, show(value)))
    return int(number) if number.is_integer() and number < EXACT else number


def _totuus(value: object) -> bool:
    if not isinstance(value, bool):
        refuse("not-a-boolean", not_instance("java.lang.Boolean", value))
    return value


@lru_cache(maxsize=8192)
def _is_date(text: str) -> bool:
    """A calendar date as YYYY-MM-DD; Python alone would also take weeks and dateless forms."""
    try:
        return len(text) == 10 and text[4] == text[7] == "-" and bool(dt.date.fromisoformat(text))
    except ValueError:
        return False


def _pvm(value: object) -> str:
    if not isinstance(value, str):
        refuse("not-a-date", not_instance("java.time.LocalDate", value))
    if not _is_date(value):
        refuse("invalid-date", not_instance("java.time.LocalDate", value))
    return value


TIMESTAMP = (
    r"^(?:\d{4}(?:-\d{2}(?:-\d{2})?|-W\d{2}(?:-\d)?|-\d{3})?)?"
    r"(?:T\d{2}(?::\d{2}(?::\d{2})?)?(?:[.,]\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?)?$"
)
_TIMESTAMP = re.compile(TIMESTAMP.replace(r"\d", "[0-9]"))


def _ordinal_date(year: int, number: int) -> dt.date:
    """The n-th day of a year; one more than the year has is an error, not the next year's first."""
    day = dt.date(year, 1, 1) + dt.timedelta(days=number - 1)
    if day.year != year:
        raise ValueError(number)
    return day


def _date_part(text: str) -> dt.date:
    """Any ISO 8601 date: calendar, week or ordinal, whole or cut short; none means the epoch."""
    if not text:
        return dt.date(1970, 1, 1)
    if "W" in text:
        return dt.date.fromisoformat(text if len(text) == 10 else text + "-1")
    if len(text) == 8:
        return _ordinal_date(int(text[:4]), int(text[5:]))
    return dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])


_OFFSET = re.compile(r"(?:Z|([+-])(\d{2}):?(\d{2})?)$")


def _time_part(text: str) -> dt.timedelta:
    """Time of day less its offset; a fraction counts for its unit and whole seconds remain."""
    shift = dt.timedelta()
    if offset := _OFFSET.search(text):
        sign, hours, minutes = offset.groups(default="0")
        if int(hours) > 23 or int(minutes) > 59:
            raise ValueError(text)
        shift = dt.timedelta(hours=int(hours), minutes=int(minutes)) * (-1 if sign == "-" else 1)
        text = text[: offset.start()]
    clock, _, fraction = text.replace(",", ".").partition(".")
    parts = [int(p) for p in clock.split(":")] if clock else [0]
    if parts[0] > 23 or any(p > 59 for p in parts[1:]):
        raise ValueError(text)
    unit = 60 ** (3 - len(parts))
    seconds = sum(p * 60 ** (2 - i) for i, p in enumerate(parts))
    return dt.timedelta(seconds=seconds + int(float(f"0.{fraction or 0}") * unit)) - shift


@lru_cache(maxsize=4096)
def _to_utc(text: str) -> str:
    """An ISO 8601 moment as `YYYY-MM-DDTHH:MM:SSZ`; without an offset it is UTC already."""
    if not text or text == "T" or not _TIMESTAMP.fullmatch(text):
        raise ValueError(text)
    day, _, time = text.partition("T")
    midnight = dt.datetime.combine(_date_part(day), dt.time())
    return (midnight + _time_part(time)).isoformat() + "Z"


def _aikaleima(value: object) -> str:
    if not isinstance(value, str):
        refuse("not-a-timestamp", not_instance("java.util.Date", value))
    try:
        return _to_utc(value)
    except (ValueError, OverflowError):
        refuse("invalid-timestamp", not_instance("java.util.Date", value))


_UUID = r"^[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}$"

# In the wire's patterns \d is an ASCII digit and `.` is anything but a line break.
_LINE = "[^\\n\\r\\u0085\\u2028\\u2029\\u0000]"


SHOWN_CODES = ("invalid-koodi", "invalid-y-tunnus")  # their values are no personal data


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(
        pattern.replace(r"\d", "[0-9]").replace(".+", _LINE + "+").rstrip("$") + r"\Z"
    )


def _patterned(
    name: str,
    pattern: str,
    code: str,
    law: Callable[[str], bool] | None = None,
    law_code: str = "",
    law_leaf: Callable[[str], str] = str,
) -> Scalar:
    """A string of an exact form, optionally with a check digit (`law`); never trimmed."""
    compiled = _compiled(pattern)

    def check(value: object) -> str:
        if not isinstance(value, str):
            refuse("not-a-string", f"(not (string? {show(value)}))")
        if not compiled.match(value):
            refuse(code, not_matching(pattern, value, code=code in SHOWN_CODES))
        if law and not law(value):
            refuse(law_code, law_leaf(value))
        return _fits(value)

    schema = {"type": "string", "pattern": pattern.replace(r"\d", "[0-9]"), "maxLength": COLUMN}
    return Scalar(name, check, schema)


def _oid(name: str, pattern: str) -> Scalar:
    leaf = "(not (oph.ehoks.schema.oid/valid-oid? a-java.lang.String))"
    return _patterned(
        name, pattern, "invalid-oid", has_oid_check_digit, "invalid-oid-check-digit", lambda _: leaf
    )


def _koodi(name: str, pattern: str) -> Scalar:
    return _patterned(name, pattern, "invalid-koodi")


def _number_schema(**more: object) -> dict[str, Any]:
    return {"type": "number", **more}


INT_SCHEMA = {"type": "integer", "minimum": INT_MIN, "maximum": INT_MAX}

TEKSTI = Scalar("Teksti", _trimmed, {"type": "string"})
TEKSTI256 = Scalar("Teksti256", _text256, {"type": "string"})
TUNNISTE = Scalar("YksiloivaTunniste", _tunniste, {"type": "string", "minLength": 1})
PUHELINNUMERO = Scalar("Puhelinnumero", _puhelinnumero, {"type": "string"})
INT = Scalar("Int", _int, INT_SCHEMA)
TUNNIT = Scalar("Tunnit", _tunnit, _number_schema(minimum=0))
LAAJUUS = Scalar("Laajuus", _laajuus, _number_schema(minimum=0))
TOTUUS = Scalar("Totuus", _totuus, {"type": "boolean"})
PVM = Scalar("Pvm", _pvm, {"type": "string", "format": "date"})
AIKALEIMA = Scalar("Aikaleima", _aikaleima, {"type": "string", "pattern": _TIMESTAMP.pattern})
UUID = _patterned("UUID", _UUID, "invalid-uuid")

OPPIJA_OID = _oid("OppijaOID", r"^1\.2\.246\.562\.(24|[12]?98)\.[1-9]\d{9}(\d|10)$")
OPISKELUOIKEUS_OID = _oid("OpiskeluoikeusOID", r"^1\.2\.246\.562\.15\.[1-9]\d{9}(\d|10)$")
ORGANISAATIO_OID = _patterned(
    "OrganisaatioOID",
    r"^1\.2\.246\.562\.(10|[12]?99)\.([1-9]\d{9}(\d|10)|0{10}1|201[34]\d{18})$",
    "invalid-oid",
)
Y_TUNNUS = _patterned(
    "Ytunnus",
    "^[0-9]{7}-[0-9]$",
    "invalid-y-tunnus",
    is_y_tunnus,
    "invalid-y-tunnus-check-digit",
    lambda value: not_allowed("Kelvollinen Y-tunnus", show(value, code=True)),
)

TUTKINNON_OSA_URI = _koodi("TutkinnonOsaUri", r"^tutkinnonosat_\d+$")
OSA_ALUE_URI = _koodi("OsaAlueUri", "^ammatillisenoppiaineet_.+$")
HANKKIMISTAPA_URI = _koodi("HankkimistapaUri", "^osaamisenhankkimistapa_.+$")
OPPISOPIMUS_PERUSTA_URI = _koodi("OppisopimusPerustaUri", "^oppisopimuksenperusta_.+$")
OPPIMISYMPARISTO_URI = _koodi("OppimisymparistoUri", r"^oppimisymparistot_\d{4}$")
TODENTAMIS_URI = _koodi("TodentamisUri", r"^osaamisentodentamisenprosessi_\d+$")
URASUUNNITELMA_URI = _koodi("UrasuunnitelmaUri", r"^urasuunnitelma_\d{4}$")
KOULUTUKSEN_OSA_URI = _koodi("KoulutuksenOsaUri", r"^koulutuksenosattuva_\d{3}$")
TUKITYYPPI_URI = _koodi("TukityyppiUri", r"^ammatillinenkoulutusoppimisentuentyyppi_\d{2}$")
OSARYHMA_URI = _koodi("OsaryhmaUri", "^ammatillisentutkinnonosanryhma_[12]$")
