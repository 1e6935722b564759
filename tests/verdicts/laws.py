"""What rules a payload of the right form breaks, worked out the slow and plain way.

Written apart from the service. Children are judged before their parents, and a parent is judged
only when nothing under it is broken; of one object the first broken rule is told.
"""

import datetime as dt
from collections.abc import Callable, Iterator
from itertools import pairwise
from zoneinfo import ZoneInfo

from tests.verdicts.tables import OBJECTS, Json, StudyRight, is_list, item
from tests.verdicts.tree import Path

KOULUTUSSOPIMUS = "osaamisenhankkimistapa_koulutussopimus"
OPPISOPIMUS = "osaamisenhankkimistapa_oppisopimus"
TUKI = "ammatillinenkoulutusoppimisentuentyyppi_0"

OSA_AIKAISUUS = "Lisää osa-aikaisuustieto, joka on välillä 1-100."
TUNNISTE = "Lisää työpaikkajaksoon yksilöivä tunniste."
Y_TUNNUS = "Lisää työpaikkajaksoon työpaikan Y-tunnus."
PERUSTA = "Lisää jaksoon oppisopimuksen perustan koodi-uri."
DATE_ORDER = "Korjaa alku- ja loppupäivämäärä oikein päin."
EARLIEST = "Korjaa alkupäivä aikaisintaan opiskeluoikeuden alkamispäiväksi."
LATEST = "Korjaa loppupäivä viimeistään opiskeluoikeuden arvioiduksi päättymispäiväksi."
FIVE_YEARS = "Korjaa jakso enintään 5 vuoden pituiseksi."
TUKIOPETUS = (
    "Määritä alku- ja loppupvm sekä tutkinnonosan tyyppi jos ja vain jos kyseessä on tukiopetus."
)
OSA_ON_TUVA = "Ota tutkinnonosa pois, koska opiskeluoikeus on TUVA."
OPINNOT_ON_TUVA = "Ota tukevat opinnot pois, koska opiskeluoikeus on TUVA."
KOULUTUKSEN_OSA = "Ota koulutuksenosa pois, koska opiskeluoikeus ei ole TUVA."
RINNAKKAINEN = (
    "Ota tuva-opiskeluoikeus-oid pois, koska se on sallittu vain TUVA-opiskeluoikeuden kanssa "
    "rinnakkaiselle opiskeluoikeudelle, ei TUVA-opiskeluoikeudelle."
)
TYYPPI = (
    'Opiskeluoikeuden tyypin on oltava joko \\"Ammatillinen koulutus\\" tai '
    '\\"Tutkintokoulutukseen valmentava koulutus (TUVA)\\".'
)
MAARA = "Opetuksen ja ohjauksen määrä ei saa olla negatiivinen."
LAAJUUS = "Muuta koulutuksen osan laajuus positiiviseksi."
OVERLAP = "(not (oph.ehoks.hoks.schema/not-overlapping? a-clojure.lang.PersistentVector))"
SAAVUTETTU = (
    '(not ("Osaaminen voidaan merkitä saavutetuksi enintään kaksi viikkoa…'
    'tulevaisuuteen ja vähintään vuodelle 2018." …))'
)

Broken = tuple[Path, str]

EARLY = "0001-01-01"
UNBOUND = "9999-12-31"


def object_leaf(message: str, sent: Json) -> str:
    kind = "Array" if len(sent) <= 8 else "Hash"
    return f'(not ("{message}" a-clojure.lang.Persistent{kind}Map))'


def value_leaf(message: str, shown: object = "a-java.lang.String") -> str:
    return f'(not ("{message}" {shown}))'


def today() -> dt.date:
    return dt.datetime.now(ZoneInfo("Europe/Helsinki")).date()


def broken(payload: Json, study_right: StudyRight | None) -> dict[Path, str]:
    """Places and leaves of the rules that a payload of the right form breaks."""
    return dict(_broken(payload, "HOKS", (), study_right))


def _broken(value: Json, name: str, path: Path, right: StudyRight | None) -> Iterator[Broken]:
    below = [found for key in value for found in _below(value, name, path, key, right)]
    own = OWN.get(name)
    if below or own is None:
        yield from below
    elif message := own(value, right):
        yield path, object_leaf(message, value)


def _below(
    value: Json, name: str, path: Path, key: str, right: StudyRight | None
) -> Iterator[Broken]:
    kind = OBJECTS[name][key].kind
    here = (*path, key)
    found = value[key]
    if is_list(kind):
        for n, element in enumerate(found or []):
            if item(kind) in OBJECTS:
                yield from _broken(element, item(kind), (*here, n), right)
    elif kind in OBJECTS:
        yield from _broken(found, kind, here, right)
    if leaf := _field(name, key, found, right):
        yield here, leaf


def _field(name: str, key: str, value: Json, right: StudyRight | None) -> str | None:
    """The rules on a single field."""
    tyyppi = right["tyyppi"] if right else None
    match name, key:
        case _, "opetus-ja-ohjaus-maara" if value < 0:
            return value_leaf(MAARA, value)
        case "HKO", "laajuus" if value < 0:
            return value_leaf(LAAJUUS, value)
        case "HOKS", "osaamisen-saavuttamisen-pvm":
            too_late = (today() + dt.timedelta(days=15)).isoformat()
            return None if "2018-01-01" < value < too_late else SAAVUTETTU
        case "HOKS", "tuva-opiskeluoikeus-oid" if tyyppi == "tuva":
            return value_leaf(RINNAKKAINEN)
        case "HOKS", "opiskeluoikeus-oid" if tyyppi not in {None, "ammatillinenkoulutus", "tuva"}:
            return value_leaf(TYYPPI)
        case "OHT", "keskeytymisajanjaksot" if _overlap(value or []):
            return OVERLAP
    return None


def _overlap(breaks: Json) -> bool:
    ordered = sorted(breaks, key=lambda b: b["alku"])
    return any(one.get("loppu", UNBOUND) >= other["alku"] for one, other in pairwise(ordered))


def _rule_free_dates(right: StudyRight | None) -> bool:
    """The newest state of the study right lifts the rules about its dates."""
    jaksot = sorted(right["jaksot"]) if right else []
    return bool(jaksot) and jaksot[-1][1] not in {
        "valmistunut",
        "lasna",
        "valiaikaisestikeskeytynyt",
    }


def _five_years_on(day: str) -> str:
    year = f"{int(day[:4]) + 5:04}"
    return year + day[4:] if not day.endswith("02-29") else f"{year}-02-28"


def hankkimistapa(oht: Json, right: StudyRight | None) -> str | None:
    """The eight rules of a period, in their order."""
    tapa, alku, loppu = oht["osaamisen-hankkimistapa-koodi-uri"], oht["alku"], oht["loppu"]
    at_work = tapa in {KOULUTUSSOPIMUS, OPPISOPIMUS}
    telma = right and {"telma", "telmakoulutuksenosa"} & set(right["suoritustyypit"])
    share = oht.get("osa-aikaisuustieto")
    place = oht.get("tyopaikalla-jarjestettava-koulutus")
    free = _rule_free_dates(right)
    first = (right or {}).get("alkamispaiva") or EARLY
    last = (right or {}).get("arvioitu_paattymispaiva") or UNBOUND
    if at_work and not telma and loppu > "2023-06-30" and not (share and 1 <= share <= 100):
        return OSA_AIKAISUUS
    if at_work and "yksiloiva-tunniste" not in oht:
        return TUNNISTE
    if at_work and loppu > "2021-08-25" and place and "tyopaikan-y-tunnus" not in place:
        return Y_TUNNUS
    if (
        tapa == OPPISOPIMUS
        and loppu >= "2021-07-01"
        and "oppisopimuksen-perusta-koodi-uri" not in oht
    ):
        return PERUSTA
    if loppu < alku:
        return DATE_ORDER
    if not free and alku < first:
        return EARLIEST
    if not free and loppu > last:
        return LATEST
    return FIVE_YEARS if loppu > _five_years_on(alku) else None


def tuki(support: Json, _: StudyRight | None) -> str | None:
    others = len(support) - 1
    tyyppi = support["oppimisen-tuen-tyyppi-koodi-uri"]
    fine = (tyyppi == TUKI + "1" and others == 3) or (
        tyyppi in {TUKI + "2", TUKI + "3"} and others == 0
    )
    return None if fine else TUKIOPETUS


def _unless_tuva(message: str) -> Callable[[Json, StudyRight | None], str | None]:
    return lambda _, right: message if right and right["tyyppi"] == "tuva" else None


def koulutuksen_osa(_: Json, right: StudyRight | None) -> str | None:
    """A plan without a study right counts as not TUVA here."""
    return None if right and right["tyyppi"] == "tuva" else KOULUTUKSEN_OSA


OWN: dict[str, Callable[[Json, StudyRight | None], str | None]] = {
    "OHT": hankkimistapa,
    "TUKI": tuki,
    "OTO": _unless_tuva(OPINNOT_ON_TUVA),
    "HKO": koulutuksen_osa,
    **dict.fromkeys(("HATO", "HPTO", "HYTO", "AHATO", "AHPTO", "AHYTO"), _unless_tuva(OSA_ON_TUVA)),
}
