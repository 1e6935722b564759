"""Random plans, made from the declaration itself and bent to the law.

Values are in the form in which they are served, so that what comes back can be compared with
what was sent: `filled` adds only what is shown for a key that nobody sent.
"""

import datetime as dt
from functools import cache

from hypothesis import strategies as st

from hoks.schema import objects
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.scalars import INT_MAX, INT_MIN, WHITESPACE, Scalar
from tests.hoks.plans import LEMPI, plan

FIRST, LAST = dt.date(2024, 8, 5), dt.date(2027, 6, 5)  # of Lempi's study right


def _texts(max_size=12):
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
    return st.text(characters, max_size=max_size).map(lambda text: text.strip(WHITESPACE))


def _code(prefix, digits):
    return st.integers(0, 10**digits - 1).map(lambda n: f"{prefix}_{n:0{digits}d}")


def _moment(value):
    return value.replace(microsecond=0).isoformat() + "Z"


_SIMPLE = st.sampled_from("abc")
_OIDS = ["1.2.246.562.10.27182818289", "1.2.246.562.10.00000000001", "1.2.246.562.99.1234567890123"]
SCALARS = {
    "Teksti": _texts(),
    "Teksti256": _texts(),
    "YksiloivaTunniste": st.sampled_from(["t1", "t2", "t3", "t4", "ä ö"]),
    "Puhelinnumero": st.text("-+0123456789() ", max_size=9).map(str.strip),
    "Int": st.integers(INT_MIN, INT_MAX),
    "Tunnit": st.floats(0, 1e6),
    "Laajuus": st.floats(0, 1e6) | st.integers(0, 100),
    "Totuus": st.booleans(),
    "Pvm": st.dates(FIRST, LAST).map(str),
    "Aikaleima": st.datetimes().map(_moment),
    "OrganisaatioOID": st.sampled_from(_OIDS[:2]),
    "OpiskeluoikeusOID": st.just("1.2.246.562.15.16180339885"),
    "Ytunnus": st.sampled_from(["1618033-3", "1414213-0", "2236067-2"]),
    "TutkinnonOsaUri": _code("tutkinnonosat", 1),
    "OsaAlueUri": _SIMPLE.map(lambda c: f"ammatillisenoppiaineet_{c}"),
    "HankkimistapaUri": st.sampled_from(
        [
            "osaamisenhankkimistapa_koulutussopimus",
            "osaamisenhankkimistapa_oppisopimus",
            "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus",
        ]
    ),
    "OppisopimusPerustaUri": _SIMPLE.map(lambda c: f"oppisopimuksenperusta_{c}"),
    "OppimisymparistoUri": _code("oppimisymparistot", 4),
    "TodentamisUri": _code("osaamisentodentamisenprosessi", 4),
    "UrasuunnitelmaUri": _code("urasuunnitelma", 4),
    "KoulutuksenOsaUri": _code("koulutuksenosattuva", 3),
    "TukityyppiUri": st.sampled_from(
        [f"ammatillinenkoulutusoppimisentuentyyppi_0{n}" for n in (1, 2, 3)]
    ),
    "OsaryhmaUri": _code("ammatillisentutkinnonosanryhma", 1).map(lambda c: f"{c[:-1]}1"),
}
TUKI_DETAILS = ("alku", "loppu", "tutkinnon-osan-tyyppi-koodi-uri")
_SET_BY_HAND = {"oppija-oid", "opiskeluoikeus-oid", "hankittavat-koulutuksen-osat"}


def _of(kind):
    match kind:
        case Scalar():
            return SCALARS[kind.name]
        case ListOf():
            return st.lists(_of(kind.item), max_size=2)
        case ObjectType():
            return _object(kind)


@cache
def _object(kind):
    fields = [
        f
        for f in kind
        if f.letter(Operation.POST) != "X"
        if not f.is_ignored(Operation.POST) and f.key not in (*_SET_BY_HAND, "id")
    ]
    required = {f.key: _of(f.type) for f in fields if f.letter(Operation.POST) == "R"}
    optional = {f.key: _of(f.type) for f in fields if f.letter(Operation.POST) == "O"}
    made = st.fixed_dictionaries(required, optional=optional)
    return made.map(LAWS.get(kind.name, _in_order))


def _in_order(part):
    if {"alku", "loppu"} <= part.keys():
        part["alku"], part["loppu"] = sorted((part["alku"], part["loppu"]))
    return part


def _lawful_period(part):
    """What the law asks of a workplace period."""
    part = _in_order(part)
    part["osa-aikaisuustieto"] = abs(part.get("osa-aikaisuustieto", 0)) % 100 + 1
    part.setdefault("yksiloiva-tunniste", "t5")
    part.setdefault("oppisopimuksen-perusta-koodi-uri", "oppisopimuksenperusta_a")
    if training := part.get("tyopaikalla-jarjestettava-koulutus"):
        training.setdefault("tyopaikan-y-tunnus", "1618033-3")
    part["keskeytymisajanjaksot"] = part.get("keskeytymisajanjaksot", [])[:1]
    return part


def _lawful_support(part):
    """Remedial teaching tells all its details, nothing else tells any."""
    if part["oppimisen-tuen-tyyppi-koodi-uri"].endswith("01"):
        day = part.get("alku", "2025-01-01")
        details = {"alku": day, "loppu": day}
        details["tutkinnon-osan-tyyppi-koodi-uri"] = "ammatillisentutkinnonosanryhma_2"
        return part | details
    return {key: value for key, value in part.items() if key not in TUKI_DETAILS}


def _lawful_root(part):
    if "osaamisen-saavuttamisen-pvm" in part:
        part["osaamisen-saavuttamisen-pvm"] = min(part["osaamisen-saavuttamisen-pvm"], "2026-06-05")
    return plan(LEMPI) | part


LAWS = {
    "OsaamisenHankkimistapa": _lawful_period,
    "OppimisenTuki": _lawful_support,
    "HOKS": _lawful_root,
}


def documents():
    """Plans of Lempi's, of every kind of part that a vocational plan has."""
    return _object(objects.HOKS)


def parts(kind):
    """Parts of one kind, as a route of their own takes them."""
    return _object(kind)


def root_fields():
    """What a PATCH may change."""
    fields = [f for f in objects.HOKS if f.letter(Operation.PATCH) == "O" and f.key != "id"]
    simple = {f.key: _of(f.type) for f in fields if f.key not in _SET_BY_HAND}
    return st.fixed_dictionaries({}, optional=simple).map(_without_late_achievement)


def _without_late_achievement(part):
    return {key: value for key, value in _lawful_root(part).items() if key in part}


def filled(kind, value):
    """The document as GET must show it, ids aside."""
    shown = {}
    for field in kind:
        if field.key in value:
            found = _filled(field.type, value[field.key])
            if found or not getattr(field.type, "empty_is_absent", False):
                shown[field.key] = found
        elif isinstance(field.type, ListOf) and field.type.always_shown:
            shown[field.key] = []
        elif field.always_shown:
            shown[field.key] = filled(field.type, {})
    return shown


def _filled(kind, value):
    match kind:
        case ObjectType():
            return filled(kind, value)
        case ListOf():
            return [_filled(kind.item, one) for one in value]
        case _:
            return value
