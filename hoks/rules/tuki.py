"""Rules of support for learning: remedial teaching tells its dates and unit, nothing else does."""

from ehoks.common.texts import Texts
from hoks.rules.konteksti import Konteksti
from hoks.rules.rule import Document, Rule
from hoks.schema.objects import OPPIMISEN_TUKI
from hoks.schema.printing import not_allowed, object_class

TYYPPI = "oppimisen-tuen-tyyppi-koodi-uri"
DETAILS = ("alku", "loppu", "tutkinnon-osan-tyyppi-koodi-uri")
_PREFIX = "ammatillinenkoulutusoppimisentuentyyppi_"
TUKIOPETUS = _PREFIX + "01"
OTHER_KINDS = frozenset({_PREFIX + "02", _PREFIX + "03"})
MESSAGE = (
    "Määritä alku- ja loppupvm sekä tutkinnonosan tyyppi jos ja vain jos kyseessä on tukiopetus."
)


def has_details_of_its_kind(tuki: Document, _: Konteksti) -> bool:
    """All details with remedial teaching, none with the other two kinds; no fourth kind."""
    given = [key in tuki for key in DETAILS]
    if tuki[TYYPPI] == TUKIOPETUS:
        return all(given)
    return tuki[TYYPPI] in OTHER_KINDS and not any(given)


RULES = (
    Rule(
        code="tuki-details-mismatch",
        on=OPPIMISEN_TUKI,
        reads=(TYYPPI, *DETAILS),
        requires=DETAILS,
        leaf=lambda tuki: not_allowed(MESSAGE, object_class(tuki)),
        texts=Texts(
            MESSAGE,
            "Ange start- och slutdatum och examensdelens typ om, och bara om, det är fråga om "
            "stödundervisning.",
            "Give the start date, the end date and the kind of the unit if, and only if, the "
            "support is remedial teaching.",
        ),
        holds=has_details_of_its_kind,
    ),
)
