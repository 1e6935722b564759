"""Cures: applying one removes its violation and adds none, and none is a guess."""

import json
from collections import Counter
from copy import deepcopy
from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hoks.rules.judge import judge
from hoks.rules.konteksti import Konteksti
from hoks.rules.koodit import code_set
from hoks.rules.korjaukset import MAX_TRIES, Case, find_cures
from hoks.rules.violations import describe
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS
from hoks.schema.scalars import PVM, Scalar
from tests.conftest import payload
from tests.hoks.plans import AMMAT, TAVAT, jakso, naytto, osa, plan, yhteinen

CONTEXT = Konteksti()
TRAINING = "tyopaikalla-jarjestettava-koulutus"


def told(sent, operation=Operation.POST, known=(), kind=HOKS):
    """The violations of a document, as they are answered."""
    case = Case(
        kind,
        operation,
        sent,
        lambda value: judge(kind, operation, value, CONTEXT),
        lambda uri: uri in known,
    )
    violations = case.judge(sent).violations
    return describe(kind, violations, cures=find_cures(case, violations))


def patched(sent, patch):
    """RFC 6902, as much as cures need of it."""
    value = deepcopy(sent)
    for operation in patch:
        holder, last = _holder(value, operation["path"])
        if operation["op"] == "move":
            source, key = _holder(value, operation["from"])
            holder[last] = source.pop(key)
        else:
            assert operation["op"] == "replace"
            assert isinstance(holder[last], str)  # there must be something to replace
            holder[last] = operation["value"]
    return value


def _holder(value, pointer):
    *way, last = [s.replace("~1", "/").replace("~0", "~") for s in pointer.split("/")[1:]]
    for step in way:
        value = value[int(step)] if isinstance(value, list) else value[step]
    return value, (int(last) if isinstance(value, list) else last)


def cure_of(sent, **more):
    """The patch of the only violation."""
    (violation,) = told(sent, **more)
    return violation.get("korjaus")


# --- What is mended --------------------------------------------------------------------------------

OSA_URI = "tutkinnon-osa-koodi-uri"
WHOLE = plan(urasuunnitelma_koodi_uri="urasuunnitelma_0001", urasuunnitelma_koodi_versio=1) | {
    AMMAT: [osa(), osa("tutkinnonosat_100001", koulutuksen_jarjestaja_oid=None) | {
        TAVAT: [jakso("t1")],
        "osaamisen-osoittaminen": [naytto()],
    }],
}  # fmt: skip
PERIOD = f"/{AMMAT}/1/{TAVAT}/0"

SPOILT = [
    ("/oppija-oid", " {}"),
    ("/opiskeluoikeus-oid", "{}\n"),
    ("/ensikertainen-hyvaksyminen", "\u00a0{} "),
    ("/ensikertainen-hyvaksyminen", "{}T00:00:00"),
    ("/ensikertainen-hyvaksyminen", "{}T00:00:00+03:00"),
    (f"{PERIOD}/alku", "{}T08:00:00Z"),
    (f"{PERIOD}/loppu", "{} 15:59"),
    (f"{PERIOD}/loppu", " {}T15:59:01.123Z "),
    (f"{PERIOD}/{TRAINING}/tyopaikan-y-tunnus", " {} "),
    (f"/{AMMAT}/0/{OSA_URI}", "{} "),
    (f"/{AMMAT}/0/{OSA_URI}", "\t{}"),
]


@pytest.mark.parametrize(("pointer", "form"), SPOILT)
def test_spaces_and_times_of_day_are_taken_off(pointer, form):
    sent = deepcopy(WHOLE)
    holder, key = _holder(sent, pointer)
    holder[key] = form.format(right := holder[key])

    patch = cure_of(sent)
    assert patch == [{"op": "replace", "path": pointer, "value": right}]
    assert patched(sent, patch) == WHOLE


@pytest.mark.parametrize(
    "odd", ["TUTKINNONOSAT_100000", "Tutkinnonosat_100000", "100000", " 100000"]
)
def test_codes_get_small_letters_and_their_set(odd):
    sent = plan() | {AMMAT: [osa(odd)]}
    path = f"/{AMMAT}/0/{OSA_URI}"
    assert cure_of(sent) == [{"op": "replace", "path": path, "value": "tutkinnonosat_100000"}]


def test_a_word_gets_the_name_of_its_set_only_if_such_a_code_is_known():
    tapa = "osaamisenhankkimistapa_oppilaitosmuotoinenkoulutus"
    period = jakso("t", osaamisen_hankkimistapa_koodi_uri="Oppilaitosmuotoinenkoulutus")
    sent = plan() | {AMMAT: [osa() | {TAVAT: [period]}]}

    assert cure_of(sent) is None
    (operation,) = cure_of(sent, known={tapa})
    assert operation["value"] == tapa


KEYS = [
    ("ensikertainen-hyvaksyminen", "ensikertainen-hyvaksymine"),
    ("ensikertainen-hyvaksyminen", "ensikertainen_hyvaksyminen"),
    ("ensikertainen-hyvaksyminen", " Ensikertainen-Hyvaksyminen"),
    ("ensikertainen-hyvaksyminen", "ensikertainen-hyväksyminen"),
    ("osaamisen-hankkimisen-tarve", "osaamisen-hankkimisen-tarvve"),
    ("osaamisen-hankkimisen-tarve", "osaamisen-hankkimisen-tavre"),
    (AMMAT, "hankittavat-ammat-tutkinnon-osa"),
]


@pytest.mark.parametrize(("right", "odd"), KEYS)
def test_a_key_a_letter_off_is_moved(right, odd):
    sent = {k if k != right else odd: v for k, v in deepcopy(WHOLE).items()}

    patches = [v["korjaus"] for v in told(sent) if "korjaus" in v]
    assert patches == [[{"op": "move", "from": f"/{odd}", "path": f"/{right}"}]]
    assert patched(sent, patches[0]) == WHOLE


def test_keys_of_a_part_are_mended_in_the_part_and_pointers_are_escaped():
    period = jakso("t1")
    period["lo/ppu"] = period.pop("loppu")
    sent = plan() | {AMMAT: [osa(), osa() | {TAVAT: [period]}]}

    patches = [v["korjaus"] for v in told(sent) if "korjaus" in v]
    assert patches == [[{"op": "move", "from": f"{PERIOD}/lo~1ppu", "path": f"{PERIOD}/loppu"}]]
    assert not told(patched(sent, patches[0]))


# --- What is not -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "odd",
    [
        *("2024-08-14T21:00:00Z", "2024-08-15T23:00:00-05:00", "9999-12-31T23:59:59Z"),
        *("15.8.2024", "2024-02-30", "2024-02-30T00:00:00", "2024-08-15T25:00", "", "2024-8-15"),
    ],
)
def test_a_day_that_may_be_another_in_finland_is_not_guessed(odd):
    assert cure_of(plan(ensikertainen_hyvaksyminen=odd)) is None


@pytest.mark.parametrize(
    "odd", ["Matti Meikäläinen", "tutkinnonosa_100000", "010190-123A", "10000O", "", "koodi_100000"]
)
def test_no_code_is_made_of_anything_else(odd):
    assert cure_of(plan() | {AMMAT: [osa(odd)]}) is None


@pytest.mark.parametrize(
    "more",
    [
        {"sahkopost": "a@b.fi", "sahkoposti": "c@d.fi"},  # the place is taken
        {"sahkopost": "a@b.fi", "sahkopoti": "c@d.fi"},  # two want it
        {"foo": 1},
        {"sahkopost": 1},  # the value does not fit there
        {"eidd": "x"},  # would have no effect
        {"idd": 1},
    ],
)
def test_a_key_is_not_guessed(more):
    assert not any("korjaus" in v for v in told(plan() | more))


def test_nothing_is_offered_that_brings_another_violation():
    reversed_dates = jakso("t", "2025-05-01", "2025-01-01T00:00:00")
    sent = plan() | {AMMAT: [osa() | {TAVAT: [reversed_dates]}]}
    assert cure_of(sent) is None

    apprenticeship = jakso(
        "t", osaamisen_hankkimistapa_koodi_uri="OSAAMISENHANKKIMISTAPA_OPPISOPIMUS"
    )
    sent = plan() | {AMMAT: [osa() | {TAVAT: [apprenticeship]}]}
    assert cure_of(sent) is None  # it would miss its legal basis


def test_siblings_that_a_rule_reads_are_looked_at():
    breaks = [{"alku": "2025-02-01", "loppu": "2025-02-10"}, {"alku": "2025-02-05T00:00"}]
    period = jakso("t", keskeytymisajanjaksot=breaks)
    assert cure_of(plan() | {AMMAT: [osa() | {TAVAT: [period]}]}) is None

    breaks[1]["alku"] = "2025-02-11T00:00"
    assert cure_of(plan() | {AMMAT: [osa() | {TAVAT: [period]}]}) is not None


def test_names_and_texts_are_never_repeated():
    sent = plan(sahkopost="aino@esimerkki.fi") | {AMMAT: [osa(" Aino ")]}
    assert "aino" not in json.dumps(told(sent)).lower()


def test_the_effort_is_bounded():
    sent = plan() | {AMMAT: [osa(f" tutkinnonosat_{n}") for n in range(3 * MAX_TRIES)]}
    violations = told(sent)
    assert len(violations) == 3 * MAX_TRIES
    assert sum("korjaus" in v for v in violations) == MAX_TRIES


def test_a_part_of_its_own_is_mended_from_its_own_root():
    kind = HOKS.field(AMMAT).type.item
    (operation,) = cure_of(osa(" tutkinnonosat_1"), kind=kind, operation=Operation.PATCH)
    assert operation["path"] == f"/{OSA_URI}"


# --- The property ----------------------------------------------------------------------------------


def places(kind, value, way=()):
    """Every scalar of a document: the object that holds it, its key, its type."""
    for field in kind:
        if field.key not in value:
            continue
        inner, item = value[field.key], field.type
        if isinstance(item, Scalar):
            yield value, field.key, item
        elif isinstance(item, ObjectType):
            yield from places(item, inner)
        elif isinstance(item, ListOf) and isinstance(item.item, ObjectType):
            for child in inner:
                yield from places(item.item, child)


def _spaces(holder, key, _):
    holder[key] = f" {holder[key]}"


def _capitals(holder, key, _):
    holder[key] = str(holder[key]).upper()


def _no_set(holder, key, _):
    holder[key] = str(holder[key]).rpartition("_")[2]


def _time(holder, key, _):
    holder[key] += "T12:00:00Z"


def _nonsense(holder, key, _):
    holder[key] = "hups"


def _key(holder, key, _, letter):
    n = letter % len(key)
    holder[key[:n] + key[n + 1 :]] = holder.pop(key)


SPOILERS = st.sampled_from([_spaces, _capitals, _no_set, _time, _nonsense, _key])
# What some of them are for; the others are for anything.
WANTED = {_capitals: code_set, _no_set: code_set, _time: lambda scalar: scalar is PVM}


def spots_for(spoil, sent):
    is_wanted = WANTED.get(spoil, lambda _: True)
    return [spot for spot in places(HOKS, sent) if is_wanted(spot[2])]


def spoil_somewhere(data, sent):
    spoil = data.draw(SPOILERS)
    if spots := spots_for(spoil, sent):
        more = {"letter": data.draw(st.integers(0, 40))} if spoil is _key else {}
        spoil(*spots[data.draw(st.integers(0, len(spots) - 1))], **more)


PAYLOADS = [payload(name) for name in ("maximal", "minimal", "tuva")]


def sort_of(sent, patch):
    """Which of the five kinds of mends a cure is."""
    (operation,) = patch
    if operation["op"] == "move":
        return "key"
    holder, key = _holder(sent, operation["path"])
    old, new = holder[key], operation["value"]
    if old.strip() == new:
        return "spaces"
    if old.strip().lower() == new:
        return "case"
    return "code set" if new.endswith(old.strip().lower()) else "time"


@settings(derandomize=True, deadline=None, max_examples=150)
@given(st.data())
def _a_cure_cures(mended, data):
    sent = deepcopy(data.draw(st.sampled_from(PAYLOADS)))
    operation = data.draw(st.sampled_from([Operation.POST, Operation.PUT, Operation.PATCH]))
    for _ in range(data.draw(st.integers(1, 4))):
        spoil_somewhere(data, sent)

    def faults(value):
        return Counter((v["pointer"], v["code"]) for v in told(value, operation))

    before = faults(sent)
    for violation in told(sent, operation):
        if patch := violation.get("korjaus"):
            after = faults(patched(sent, patch))
            target = (violation["pointer"], violation["code"])
            assert not after - before
            assert after[target] == before[target] - 1
            mended[sort_of(sent, patch)] += 1


def test_a_cure_removes_its_violation_and_adds_none():
    mended: Counter[str] = Counter()
    _a_cure_cures(mended)
    assert set(mended) == {"spaces", "case", "code set", "time", "key"}
    assert min(mended.values()) >= 3, mended


def test_the_property_is_not_empty():
    mended = Counter()
    for spoil in (_spaces, _capitals, _no_set, _time, partial(_key, letter=3)):
        sent = deepcopy(PAYLOADS[0])
        for spot in spots_for(spoil, sent):
            spoil(*spot)
        mended[spoil] = sum("korjaus" in v for v in told(sent))
    assert min(mended.values()) >= 5, mended


def test_units_below_units_are_reached():
    sent = plan() | {"hankittavat-yhteiset-tutkinnon-osat": [yhteinen(osa_alue := {
        "osa-alue-koodi-uri": " ammatillisenoppiaineet_vvai", "osa-alue-koodi-versio": 1,
    })]}  # fmt: skip
    (operation,) = cure_of(sent)
    assert operation["value"] == osa_alue["osa-alue-koodi-uri"].strip()
