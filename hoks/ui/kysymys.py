"""What the form of a report asks; what cannot be understood is told beside its field."""

import datetime as dt
from typing import Any, NamedTuple

from django.http import QueryDict

from ehoks.common.dates import today
from ehoks.common.texts import Texts
from ehoks.ui.paivat import to_date
from ehoks.ui.templatetags.muotoilu import paiva
from hoks.ui.raportti_texts import RAPORTIT as T

DAYS, MOST_DAYS = 14, 365
_LONGEST = 20  # of what is repeated to who wrote it


class Kentta(NamedTuple):
    """A field of the form: what was written there, and what is wrong with it."""

    nimi: str
    tyyppi: (
        str  # as of an HTML input; days are text, as a date field shows them as the browser likes
    )
    otsikko: Texts
    teksti: str = ""
    virhe: Texts | None = None


class Kysymys(NamedTuple):
    """The days that are asked about, whether only what lacks something, and the form itself."""

    alku: dt.date
    loppu: dt.date
    vain: bool = False
    otsikko: Texts | None = None  # of the two dates together
    kentat: tuple[Kentta, ...] = ()

    @property
    def is_clear(self) -> bool:
        """Whether it can be answered."""
        return not any(kentta.virhe for kentta in self.kentat)


def read_nothing(query: QueryDict) -> Kysymys:
    """A report without a form."""
    return Kysymys(dt.date.min, dt.date.max)


def read_year(query: QueryDict) -> Kysymys:
    """Two days, and whether only what lacks the part-time share; this year unless told."""
    year = today().year
    asked = _read_dates(query, dt.date(year, 1, 1), dt.date(year, 12, 31), T["ends_between"])
    vain = query.get("vain") == "1"
    box = Kentta("vain", "checkbox", T["only_missing"], "1" if vain else "")
    return asked._replace(vain=vain, kentat=(*asked.kentat, box))


def read_twelve_months(query: QueryDict) -> Kysymys:
    """Two days; the last twelve months, this one included, unless told."""
    day = today()
    first = dt.date(day.year - (day.month < 12), day.month % 12 + 1, 1)
    return _read_dates(query, first, day, T["stored_between"])


def read_days(query: QueryDict) -> Kysymys:
    """From today on for so many days."""
    text = query.get("paivia", str(DAYS)).strip()
    is_number = text.isascii() and text.isdigit() and len(text) < 10
    is_good = is_number and int(text) <= MOST_DAYS
    wrong = None if is_good else T["bad_days"].format(eniten=MOST_DAYS)
    field = Kentta("paivia", "number", T["within"], text[:_LONGEST], wrong)
    last = today() + dt.timedelta(days=int(text) if is_good else DAYS)
    return Kysymys(today(), last, kentat=(field,))


def _read_dates(query: QueryDict, alku: dt.date, loppu: dt.date, otsikko: Texts) -> Kysymys:
    first, begin = _read_date(query, "alku", T["from"], alku)
    last, end = _read_date(query, "loppu", T["to"], loppu)
    if first > last and not (begin.virhe or end.virhe):
        end = end._replace(virhe=T["reversed"])
    return Kysymys(first, last, otsikko=otsikko, kentat=(begin, end))


def _read_date(
    query: QueryDict, nimi: str, otsikko: Texts, default: dt.date
) -> tuple[dt.date, Kentta]:
    text = query.get(nimi, "").strip()
    try:
        found = to_date(text) if text else default
    except ValueError:
        wrong = T["bad_date"].format(arvo=text[:_LONGEST])
        return default, Kentta(nimi, "text", otsikko, text[:_LONGEST], wrong)
    return found, Kentta(nimi, "text", otsikko, paiva(found))


def as_fields(kysymys: Kysymys, lang: str) -> list[dict[str, Any]]:
    """The fields as a template shows them."""
    return [
        kentta._asdict()
        | {
            "otsikko": kentta.otsikko.say(lang),
            "virhe": kentta.virhe.say(lang) if kentta.virhe else "",
        }
        for kentta in kysymys.kentat
    ]
