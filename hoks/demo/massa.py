"""A register as large as wanted, for measuring: one plan made as every save makes it, and its copies.

The services make the document, the rows and all that is kept beside them once, of a plan whose
identifiers and days are easy to tell apart from all else in it; the texts that COPY takes are then
forms to fill in for plan n of N. Only the digests are made anew. Every school has some two thousand
plans, so that a question to one of them has as many answers in a small register as in a large one;
school 0 has a fiftieth of the whole country.
"""

import datetime as dt
import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

import orjson
from django.conf import settings

from ehoks.simulator.facts.oids import henkilo_oid, opiskeluoikeus_oid
from hoks.demo.copy_text import to_lines
from hoks.models.tyopaikkajaksot import TYOPAIKKAJAKSO
from hoks.rules.konteksti import FINISHED
from hoks.schema.compile import validate
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services import versions
from hoks.services.identity import identify
from hoks.services.rows import Document, Row, hoks_row, ordered, to_rows
from hoks.services.vipunen import to_vipunen

PLANS_OF_A_SCHOOL = 2000
MEASURED = 3  # the school that questions are put to
BIGGEST = 50  # every so many-th plan of the country is of the biggest school
SPREAD_DAYS = 1200  # periods at work begin so many days apart at most
AGE = dt.timedelta(days=4 * 365)  # of the oldest plan
NEWEST = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
FIRST = 5_000_000_000  # identifiers that neither the demonstration nor a load uses
OPH = "1.2.246.562.10.00000000001"
_PAYLOAD = settings.BASE_DIR / "tests" / "payloads" / "typical.json"
_UNITS, _PERIODS, _SHOWS = (
    "hankittavat-ammat-tutkinnon-osat",
    "osaamisen-hankkimistavat",
    "osaamisen-osoittaminen",
)
_OF_PERIOD = (
    *("alku", "loppu", "yksiloiva", "osaamisen-hankkimistapa", "oppisopimuksen", "osa-aikaisuus"),
    "tyopaikalla",
)


@dataclass(frozen=True)
class Massa:
    """A register to be: how many plans, and of which kind."""

    laji: str  # typical, small
    maara: int

    @property
    def kouluja(self) -> int:
        """How many schools there are beside the biggest."""
        return max(self.maara // PLANS_OF_A_SCHOOL, 1)


def _payload(laji: str) -> Document:
    """What an information system sends, of either kind."""
    payload: Document = orjson.loads(_PAYLOAD.read_bytes())
    return payload if laji == "typical" else _small(payload)


def _small(payload: Document) -> Document:
    """One unit, one period, one demonstration, and of each no more than it must have."""
    unit = _only(payload[_UNITS][0], "tutkinnon-osa-koodi", "opetus-ja", _PERIODS, _SHOWS)
    period = _only(unit[_PERIODS][0], *_OF_PERIOD)
    show = _only(unit[_SHOWS][0], "alku", "loppu", "nayttoymparisto", "sisallon-kuvaus")
    root = {k: v for k, v in payload.items() if not isinstance(v, list)}
    root = _only(root, "ensi", "osaamisen", "versio", "oppija", "opiskeluoikeus", "sahkoposti")
    return {**root, _UNITS: [unit | {_PERIODS: [period], _SHOWS: [show]}]}


def _only(part: Document, *beginnings: str) -> Document:
    return {key: value for key, value in part.items() if key.startswith(beginnings)}


# --- Plan n -----------------------------------------------------------------------------------------


def oppija_oid(n: int) -> str:
    """The learner of plan n."""
    return henkilo_oid(FIRST + n)


def oikeus_oid(n: int) -> str:
    """The study right of plan n."""
    return opiskeluoikeus_oid(FIRST + n)


def school_oid(number: int) -> str:
    """School 0 is the biggest."""
    return f"1.2.246.562.10.7{number:08}01"


def provider_oid(number: int) -> str:
    """The provider of school `number` alone."""
    return f"1.2.246.562.10.7{number:08}00"


def school_of(massa: Massa, n: int) -> int:
    """The number of plan n's school: neighbours in the register are of different schools."""
    return 0 if n % BIGGEST == 0 else 1 + n % massa.kouluja


# --- The plan that all are copies of ----------------------------------------------------------------

_ID = 2_112_233_400  # of the plan; its parts go on from there
_TIME = "2099-12-31T23:59:59+00:00"
_DAY = dt.timedelta(days=70 * 365)  # so much later are its days that move
_TOKEN = re.compile(
    r"21122334\d\d|209[0-8]-\d\d-\d\d|88000000-0000-4000-8000-\d{12}"
    rf"|{re.escape(oppija_oid(-1))}|{re.escape(oikeus_oid(-1))}|{re.escape(_TIME)}"
)


@dataclass(frozen=True)
class Malli:
    """Forms to fill in: the document as it is served and without ids, and the lines of each table."""

    osia: int
    paivat: tuple[str, ...]
    sisalto: str
    sisalto_ilman_tunnisteita: str
    taulut: dict[str, str]


@cache
def find_malli(laji: str) -> Malli:
    """The forms of a kind of plan."""
    document, osia = _model_document(_payload(laji))
    sisalto = versions.to_bytes(document)
    told = to_vipunen(document)
    assert told, "the payload fits the feed"
    kept = {"hoks_id": _ID, "etag": "%(etag)s", "laki": versions.law_digest()}
    rows: dict[str, list[Row]] = {
        "hoksit": [hoks_row(document) | {"created_at": _TIME, "updated_at": _TIME}],
        "hoks_versiot": [_versio_row(sisalto.decode())],
        "hoks_vipunen": [kept | {"sisalto": told.decode()}],
        **to_rows(document),
    }
    lines = {table: _to_form(to_lines(table, found)) for table, found in rows.items()}
    days = sorted(t for t in set(_TOKEN.findall(sisalto.decode())) if t.startswith("209"))
    bare = versions.content_of(document).decode()
    return Malli(osia, tuple(days), _to_form(sisalto.decode()), _to_form(bare), lines)


def _model_document(payload: Document) -> tuple[Document, int]:
    own = {"oppija-oid": oppija_oid(-1), "opiskeluoikeus-oid": oikeus_oid(-1)}
    document = validate(HOKS, Operation.POST, payload | own)
    fixed = {"id": _ID, "eid": _token_uuid(0), "manuaalisyotto": False}
    document = ordered(HOKS, fixed | document)
    parts = identify(document, None)
    for n, part in enumerate(parts, start=1):
        part["id"] = _ID + n
        if "module-id" in part:
            part["module-id"] = _token_uuid(n)
    for unit in document[_UNITS]:
        for period in unit[_PERIODS]:
            if period["osaamisen-hankkimistapa-koodi-uri"] in TYOPAIKKAJAKSO:
                _move(period)
    return document, len(parts)


def _token_uuid(n: int) -> str:
    return f"88000000-0000-4000-8000-{n:012}"


def _move(part: Document) -> None:
    for key in ("alku", "loppu"):
        if key in part:
            part[key] = (dt.date.fromisoformat(part[key]) + _DAY).isoformat()
    for value in part.values():
        for below in value if isinstance(value, list) else ():
            if isinstance(below, dict):
                _move(below)


def _versio_row(sisalto: str) -> Row:
    return {
        "id": _ID,
        "hoks_id": _ID,
        "tallennettu": _TIME,
        "tallentaja": "massa",
        "kanava": "massa",
        "sisalto": sisalto,
        "etag": "%(etag)s",
        "sisalto_tiiviste": "%(tiiviste)s",
    }


def _to_form(text: str) -> str:
    """Every token becomes a place to fill in; the digests are places already."""
    text = text.replace("%", "%%").replace("%%(etag)s", "%(etag)s")
    text = text.replace("%%(tiiviste)s", "%(tiiviste)s")
    return _TOKEN.sub(lambda found: f"%({found[0]})s", text)


# --- Its copies -------------------------------------------------------------------------------------


def write_document(massa: Massa, n: int) -> Document:
    """Plan n as GET gives it."""
    malli = find_malli(massa.laji)
    document: Document = orjson.loads(malli.sisalto % _values(massa, malli, n))
    return document


def _values(massa: Massa, malli: Malli, n: int) -> dict[str, Any]:
    moment = NEWEST - AGE * (1 - n / massa.maara)
    first = n * malli.osia
    return {
        oppija_oid(-1): oppija_oid(n),
        oikeus_oid(-1): oikeus_oid(n),
        _TIME: moment.isoformat(),
        str(_ID): n + 1,
        **{str(_ID + k): first + k for k in range(1, malli.osia + 1)},
        **{_token_uuid(k): uuid.uuid4() for k in range(malli.osia + 1)},
        **_days(malli.paivat, n // massa.kouluja * 37 % SPREAD_DAYS),  # in each school alike
    }


@cache
def _days(tokens: tuple[str, ...], later: int) -> dict[str, str]:
    move = dt.timedelta(days=later) - _DAY
    return {token: (dt.date.fromisoformat(token) + move).isoformat() for token in tokens}


def write_lines(massa: Massa, numbers: Iterable[int]) -> dict[str, list[str]]:
    """The lines of these plans in every table, as COPY takes them."""
    malli = find_malli(massa.laji)
    found: dict[str, list[str]] = {table: [] for table in malli.taulut}
    index: list[tuple[Row, Row]] = []
    for n in numbers:
        values = _values(massa, malli, n)
        values["etag"] = versions.digest((malli.sisalto % values).encode())
        bare = malli.sisalto_ilman_tunnisteita % values
        values["tiiviste"] = versions.digest(bare.encode())
        for table, form in malli.taulut.items():
            found[table].append(form % values)
        index.append((_oppija_row(n, values[_TIME]), _oikeus_row(massa, n, values[_TIME])))
    oppijat, oikeudet = zip(*index, strict=True)
    beside = {"oppijat": to_lines("oppijat", oppijat)}
    beside["opiskeluoikeudet"] = to_lines("opiskeluoikeudet", oikeudet)
    return found | {table: [lines] for table, lines in beside.items()}


# --- The index --------------------------------------------------------------------------------------

_GIVEN = (
    *("Aino", "Onni", "Sofia", "Eino", "Helmi", "Veikko", "Aada", "Leo", "Venla", "Elias", "Siiri"),
    *("Oliver", "Åsa", "Noel", "Kerttu", "Toivo", "Linnea", "Otso", "Saga", "Hugo", "Äijö", "Arvo"),
)
_STEMS = (
    *("Ahve", "Haapa", "Hauki", "Hirvi", "Honka", "Järvi", "Kallio", "Kangas", "Karhu", "Kivi"),
    *("Koivu", "Koski", "Kuusi", "Laakso", "Lahti", "Lehto", "Leppä", "Lumi", "Mänty", "Metsä"),
    *("Mylly", "Niemi", "Niitty", "Ojan", "Pelto", "Pihla", "Rauta", "Saari", "Salo", "Suvi"),
    *("Talvi", "Tammi", "Tuomi", "Vaara", "Virta", "Åker", "Öster"),
)
_ENDINGS = (
    *("la", "nen", "mäki", "ranta", "harju", "kari", "korpi", "kulma", "lampi", "lä", "maa"),
    *("mo", "oja", "pää", "piha", "puro", "rinne", "ruoho", "suo", "vuori"),
)
_TUTKINNOT = (
    ("Leipomoalan ammattitutkinto", "Yrkesexamen inom bageribranschen"),
    ("Sosiaali- ja terveysalan perustutkinto", "Grundexamen inom social- och hälsovårdsbranschen"),
    ("Sähkö- ja automaatioalan perustutkinto", "Grundexamen inom el- och automationsbranschen"),
    ("Ravintola- ja catering-alan perustutkinto", "Grundexamen inom restaurang och catering"),
    ("Autoalan perustutkinto", "Grundexamen inom bilbranschen"),
    ("Rakennusalan perustutkinto", "Grundexamen inom byggnadsbranschen"),
    ("Liiketoiminnan perustutkinto", "Grundexamen i affärsverksamhet"),
    ("Puutarha-alan perustutkinto", "Grundexamen inom trädgårdsbranschen"),
)


def name_of(n: int) -> tuple[str, str]:
    """Given names and family name of plan n's learner."""
    own = n // BIGGEST + n * 7  # no step in common with the schools
    given = f"{_GIVEN[own % len(_GIVEN)]} {_GIVEN[own // 3 % len(_GIVEN)]}"
    return given, _STEMS[own % len(_STEMS)] + _ENDINGS[own // 5 % len(_ENDINGS)]


def _oppija_row(n: int, time: str) -> Row:
    given, family = name_of(n)
    return {
        "oid": oppija_oid(n),
        "nimi": f"{given} {family}",
        "sukunimi": family,
        "updated_at": time,
    }


def _oikeus_row(massa: Massa, n: int, time: str) -> Row:
    """Half of the studies go on, the others have ended."""
    school = school_of(massa, n)
    fi, sv = _TUTKINNOT[n // 3 % len(_TUTKINNOT)]
    ended = n // 7 % 2 == 1
    return {
        "oid": oikeus_oid(n),
        "oppija_id": oppija_oid(n),
        "tyyppi": "ammatillinenkoulutus",
        "tila": sorted(FINISHED)[n % len(FINISHED)] if ended else "lasna",
        "oppilaitos_oid": school_oid(school),
        "koulutustoimija_oid": provider_oid(school),
        "tutkinto_nimi": {"fi": fi, "sv": sv},
        "osaamisala_nimi": {},
        "tutkintonimike_nimi": {},
        "osittainen": False,
        "diaarinumero": None,
        "alkamispaiva": "2024-08-05",
        "arvioitu_paattymispaiva": "2027-06-04",
        "paattymispaiva": "2026-06-05" if ended else None,
        "koski404": False,
        "updated_at": time,
    }


# --- What Opintopolku knows of it -------------------------------------------------------------------


def write_facts(facts: dict[str, list[Any]], massa: Massa, numbers: Iterable[int]) -> None:
    """Add all its schools to the simulator's facts, and these plans' learners and study rights."""
    for number in range(massa.kouluja + 1):
        provider = provider_oid(number)
        for oid, parent, tyyppi in ((provider, OPH, "01"), (school_oid(number), provider, "02")):
            nimi = f"Koulu {number:04} {tyyppi}"
            row = {"oid": oid, "parent": parent, "tyypit": [f"organisaatiotyyppi_{tyyppi}"]}
            facts["organisaatiot"].append(row | {"nimi": {"fi": nimi, "sv": nimi, "en": nimi}})
    pattern = next(o for o in facts["opiskeluoikeudet"] if o["oid"] == "1.2.246.562.15.10000000009")
    person = next(h for h in facts["henkilot"] if h["oid"] == pattern["oppija"])
    pattern = {k: v for k, v in pattern.items() if k not in ("toimipiste", "seed")}
    # Its own end would refuse the periods of those that are spread furthest.
    pattern["arvioitu_paattymispaiva"] = "2032-12-31"
    for n in numbers:
        own = {"oppija": oppija_oid(n), "oppilaitos": school_oid(school_of(massa, n))}
        facts["henkilot"].append(person | {"oid": oppija_oid(n)})
        facts["opiskeluoikeudet"].append(pattern | {"oid": oikeus_oid(n)} | own)
