"""The rule of the day on which all planned competence was achieved."""

import datetime as dt

from ehoks.common.texts import Texts
from hoks.rules.konteksti import Konteksti
from hoks.rules.rule import Document, Rule
from hoks.schema.objects import HOKS
from hoks.schema.printing import not_allowed, quote

KEY = "osaamisen-saavuttamisen-pvm"
AFTER = "2018-01-01"  # the law on vocational education came into force: the day itself is too early
DAYS_AHEAD = 14
MESSAGE = (
    "Osaaminen voidaan merkitä saavutetuksi enintään kaksi viikkoa tulevaisuuteen ja vähintään "
    "vuodelle 2018."
)


def is_achieved_in_sensible_time(hoks: Document, konteksti: Konteksti) -> bool:
    """After the first day of 2018, at most two weeks ahead of today in Finland."""
    if KEY not in hoks:
        return True
    latest = konteksti.today + dt.timedelta(days=DAYS_AHEAD)
    return bool(AFTER < hoks[KEY] <= latest.isoformat())


RULES = (
    Rule(
        code="saavuttamisen-pvm-out-of-range",
        on=HOKS,
        place=KEY,
        reads=(KEY,),
        leaf=lambda hoks: not_allowed(MESSAGE, f"#object[java.time.LocalDate {quote(hoks[KEY])}]"),
        texts=Texts(
            MESSAGE,
            "Kunnandet kan antecknas som uppnått högst två veckor framåt i tiden och tidigast för "
            "år 2018.",
            "Competence can be marked as achieved at most two weeks ahead and not before 2018.",
        ),
        holds=is_achieved_in_sensible_time,
    ),
)
