"""Rules of a way of acquiring competence: workplace periods, agreements, dates."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise

from ehoks.common.texts import Texts
from hoks.rules.konteksti import Konteksti
from hoks.rules.rule import Document, Rule
from hoks.schema.objects import OSAAMISEN_HANKKIMISTAPA
from hoks.schema.printing import VECTOR, not_allowed, object_class

KOODI, ALKU, LOPPU = "osaamisen-hankkimistapa-koodi-uri", "alku", "loppu"
KOULUTUS = "tyopaikalla-jarjestettava-koulutus"
KESKEYTYKSET = "keskeytymisajanjaksot"
OPPISOPIMUS = "osaamisenhankkimistapa_oppisopimus"
TYOPAIKKAJAKSO = frozenset({"osaamisenhankkimistapa_koulutussopimus", OPPISOPIMUS})

# Each requirement binds the periods that end after the day it came into force.
OSA_AIKAISUUS_AFTER = "2023-06-30"
Y_TUNNUS_AFTER = "2021-08-25"
PERUSTA_FROM = "2021-07-01"
MAX_YEARS = 5


def is_tyopaikkajakso(jakso: Document) -> bool:
    """Whether the competence is acquired at a workplace, by either kind of agreement."""
    return jakso.get(KOODI) in TYOPAIKKAJAKSO


def has_osa_aikaisuustieto(jakso: Document, konteksti: Konteksti) -> bool:
    """Feedback from workplaces is weighted by it, so it is asked where feedback is."""
    return (
        not is_tyopaikkajakso(jakso)
        or jakso[LOPPU] <= OSA_AIKAISUUS_AFTER
        or not konteksti.is_feedback_asked
        or 1 <= jakso.get("osa-aikaisuustieto", 0) <= 100
    )


def has_tunniste(jakso: Document, konteksti: Konteksti) -> bool:
    """The client's key ties a workplace period to its feedback over later versions."""
    return (
        not konteksti.vaadi_tunniste
        or not is_tyopaikkajakso(jakso)
        or "yksiloiva-tunniste" in jakso
    )


def has_y_tunnus(jakso: Document, _: Konteksti) -> bool:
    """A workplace is named by its business id."""
    return (
        not is_tyopaikkajakso(jakso)
        or jakso[LOPPU] <= Y_TUNNUS_AFTER
        or KOULUTUS not in jakso
        or "tyopaikan-y-tunnus" in jakso[KOULUTUS]
    )


def has_perusta(jakso: Document, _: Konteksti) -> bool:
    """An apprenticeship tells the legal basis of its agreement."""
    return (
        jakso[KOODI] != OPPISOPIMUS
        or jakso[LOPPU] < PERUSTA_FROM
        or "oppisopimuksen-perusta-koodi-uri" in jakso
    )


def ends_after_start(jakso: Document, _: Konteksti) -> bool:
    """ISO dates compare as strings."""
    return bool(jakso[LOPPU] >= jakso[ALKU])


def starts_within_opiskeluoikeus(jakso: Document, konteksti: Konteksti) -> bool:
    """Not before the study right begins."""
    return bool(jakso[ALKU] >= konteksti.bounds[0])


def ends_within_opiskeluoikeus(jakso: Document, konteksti: Konteksti) -> bool:
    """Not after the study right is estimated to end."""
    return bool(jakso[LOPPU] <= konteksti.bounds[1])


def lasts_at_most_five_years(jakso: Document, _: Konteksti) -> bool:
    """Calendar years; five years from a leap day end on the 28th."""
    if int(jakso[LOPPU][:4]) - int(jakso[ALKU][:4]) < MAX_YEARS:
        return True
    alku = dt.date.fromisoformat(jakso[ALKU])
    if alku.year + MAX_YEARS > dt.MAXYEAR:
        return True
    is_leap_day = (alku.month, alku.day) == (2, 29)
    limit = alku.replace(year=alku.year + MAX_YEARS, day=28 if is_leap_day else alku.day)
    return bool(jakso[LOPPU] <= limit.isoformat())


def has_separate_keskeytykset(jakso: Document, _: Konteksti) -> bool:
    """Interruptions do not touch each other; only the latest may still be open."""
    if not jakso.get(KESKEYTYKSET):
        return True
    keskeytykset = sorted(jakso[KESKEYTYKSET], key=lambda k: k[ALKU])
    return all(
        LOPPU in earlier and earlier[LOPPU] < later[ALKU]
        for earlier, later in pairwise(keskeytykset)
    )


def _jakso_rule(
    code: str,
    message: str,
    reads: tuple[str, ...],
    holds: Callable[[Document, Konteksti], bool],
    sv: str,
    en: str,
    requires: tuple[str, ...] = (),
) -> Rule:
    """The literal of the wire is itself a good Finnish sentence."""
    return Rule(
        code=code,
        on=OSAAMISEN_HANKKIMISTAPA,
        reads=reads,
        leaf=lambda jakso: not_allowed(message, object_class(jakso)),
        texts=Texts(message, sv, en),
        holds=holds,
        requires=requires,
    )


# In the order of the wire: of an object that breaks several, the errors tree names the first.
RULES = (
    Rule(
        code="overlapping-keskeytymisajanjaksot",
        on=OSAAMISEN_HANKKIMISTAPA,
        place=KESKEYTYKSET,
        reads=(KESKEYTYKSET,),
        leaf=lambda _: f"(not (oph.ehoks.hoks.schema/not-overlapping? {VECTOR}))",
        texts=Texts(
            "Keskeytymisajanjaksot menevät päällekkäin. Korjaa päivät niin, että edellinen "
            "keskeytys päättyy ennen seuraavan alkua; vain viimeinen saa jäädä avoimeksi.",
            "Avbrotten överlappar varandra. Rätta datumen så att varje avbrott slutar innan "
            "nästa börjar; bara det sista får lämnas öppet.",
            "The interruptions overlap. Correct the dates so that each one ends before the next "
            "begins; only the last may be left open.",
        ),
        holds=has_separate_keskeytykset,
    ),
    _jakso_rule(
        "missing-osa-aikaisuustieto",
        "Lisää osa-aikaisuustieto, joka on välillä 1-100.",
        (KOODI, LOPPU, "osa-aikaisuustieto"),
        has_osa_aikaisuustieto,
        "Lägg till uppgiften om deltid, ett tal mellan 1 och 100.",
        "Add the part-time percentage, a number from 1 to 100.",
        requires=("osa-aikaisuustieto",),
    ),
    _jakso_rule(
        "missing-yksiloiva-tunniste",
        "Lisää työpaikkajaksoon yksilöivä tunniste.",
        (KOODI, "yksiloiva-tunniste"),
        has_tunniste,
        "Lägg till en unik identifierare för arbetsplatsperioden.",
        "Add the identifier of the workplace period.",
        requires=("yksiloiva-tunniste",),
    ),
    _jakso_rule(
        "missing-tyopaikan-y-tunnus",
        "Lisää työpaikkajaksoon työpaikan Y-tunnus.",
        (KOODI, LOPPU, f"{KOULUTUS}/tyopaikan-y-tunnus"),
        has_y_tunnus,
        "Lägg till arbetsplatsens FO-nummer för arbetsplatsperioden.",
        "Add the business id of the workplace to the workplace period.",
        requires=(f"{KOULUTUS}/tyopaikan-y-tunnus",),
    ),
    _jakso_rule(
        "missing-oppisopimuksen-perusta",
        "Lisää jaksoon oppisopimuksen perustan koodi-uri.",
        (KOODI, LOPPU, "oppisopimuksen-perusta-koodi-uri"),
        has_perusta,
        "Lägg till koden för läroavtalets grund för perioden.",
        "Add the code of the legal basis of the apprenticeship to the period.",
        requires=("oppisopimuksen-perusta-koodi-uri",),
    ),
    _jakso_rule(
        "dates-reversed",
        "Korjaa alku- ja loppupäivämäärä oikein päin.",
        (ALKU, LOPPU),
        ends_after_start,
        "Rätta ordningen på start- och slutdatumet.",
        "The end date is before the start date: correct them.",
    ),
    _jakso_rule(
        "starts-before-opiskeluoikeus",
        "Korjaa alkupäivä aikaisintaan opiskeluoikeuden alkamispäiväksi.",
        (ALKU,),
        starts_within_opiskeluoikeus,
        "Rätta startdatumet: tidigast den dag då studierätten börjar.",
        "Correct the start date: at the earliest the day on which the study right begins.",
    ),
    _jakso_rule(
        "ends-after-opiskeluoikeus",
        "Korjaa loppupäivä viimeistään opiskeluoikeuden arvioiduksi päättymispäiväksi.",
        (LOPPU,),
        ends_within_opiskeluoikeus,
        "Rätta slutdatumet: senast den dag då studierätten beräknas upphöra.",
        "Correct the end date: at the latest the day on which the study right is estimated to end.",
    ),
    _jakso_rule(
        "longer-than-five-years",
        "Korjaa jakso enintään 5 vuoden pituiseksi.",
        (ALKU, LOPPU),
        lasts_at_most_five_years,
        "Rätta perioden så att den är högst 5 år lång.",
        "Correct the period: it may last five years at most.",
    ),
)
