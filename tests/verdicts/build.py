"""Plans and periods that break no rule, to be broken one way at a time."""

from collections.abc import Iterator

from tests.verdicts import laws
from tests.verdicts.cases import Case, case
from tests.verdicts.laws import object_leaf
from tests.verdicts.tables import AMMATILLINEN, PAYLOADS, Json, StudyRight
from tests.verdicts.tree import Path

MINIMAL = PAYLOADS["minimal"][0]
MAXIMAL = PAYLOADS["maximal"][0]
TUVA_PLAN = PAYLOADS["tuva"][0]

KOULUTUSSOPIMUS, OPPISOPIMUS = laws.KOULUTUSSOPIMUS, laws.OPPISOPIMUS
MUU = "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus"
OHT: Path = ("hankittavat-ammat-tutkinnon-osat", 0, "osaamisen-hankkimistavat", 0)
BREAKS: Path = (*OHT, "keskeytymisajanjaksot")
OSA = {"tutkinnon-osa-koodi-uri": "tutkinnonosat_106901", "tutkinnon-osa-koodi-versio": 2}


def right(**changes: object) -> StudyRight:
    """The usual vocational study right, but for what is named."""
    return AMMATILLINEN | changes


OPEN = right(alkamispaiva=None, arvioitu_paattymispaiva=None)


def plan(**root: Json) -> Json:
    return MINIMAL | {k.replace("_", "-"): v for k, v in root.items()}


def period(**changes: Json) -> Json:
    """A workplace period that breaks no rule; None takes a key away."""
    whole = {
        "alku": "2025-01-07",
        "loppu": "2025-05-30",
        "osaamisen-hankkimistapa-koodi-uri": KOULUTUSSOPIMUS,
        "osaamisen-hankkimistapa-koodi-versio": 1,
        "osa-aikaisuustieto": 80,
        "yksiloiva-tunniste": "jakso-1",
        "tyopaikalla-jarjestettava-koulutus": {
            "tyopaikan-nimi": "Pullapaja Oy",
            "tyopaikan-y-tunnus": "1618033-3",
            "vastuullinen-tyopaikka-ohjaaja": {"nimi": "Ohjaaja, Onni"},
            "keskeiset-tyotehtavat": [],
        },
    } | {NAMES.get(k, k.replace("_", "-")): v for k, v in changes.items()}
    return {k: v for k, v in whole.items() if v is not None}


NAMES = {
    "tapa": "osaamisen-hankkimistapa-koodi-uri",
    "tyopaikka": "tyopaikalla-jarjestettava-koulutus",
    "perusta": "oppisopimuksen-perusta-koodi-uri",
    "osa_aikaisuus": "osa-aikaisuustieto",
    "tunniste": "yksiloiva-tunniste",
}


def with_period(oht: Json) -> Json:
    return plan(hankittavat_ammat_tutkinnon_osat=[OSA | {"osaamisen-hankkimistavat": [oht]}])


def on_period(
    name: str, oht: Json, message: str | None, study_right: StudyRight | None = None
) -> Iterator[Case]:
    """The same period sent by POST and by PUT."""
    errors = {OHT: object_leaf(message, oht)} if message else None
    for operation in ("POST", "PUT"):
        yield case(
            f"{name} ({operation})",
            with_period(oht),
            study_right or AMMATILLINEN,
            operation=operation,
            errors=errors,
        )
