"""What changed between two documents: each change is found, at its place, and nothing else."""

import copy
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hoks.presenters.erot import Laji, find_erot, has_identity
from hoks.schema.fields import ListOf, ObjectType, Operation
from hoks.schema.objects import HOKS
from tests.conftest import payload
from tests.hoks.strategies import documents, filled

AMMAT, TAVAT = "hankittavat-ammat-tutkinnon-osat", "osaamisen-hankkimistavat"
ASSESSOR = "tarkentavat-tiedot-osaamisen-arvioija"
TRAINING = "tyopaikalla-jarjestettava-koulutus"
NEVER_SAID = ("id", "module-id", "eid")
many = settings(
    max_examples=50,
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)


def stored(document):
    """The document as it is kept: filled in, every part with an id."""
    numbers = count(1)
    return _numbered(HOKS, filled(HOKS, copy.deepcopy(document)), numbers)


def _numbered(kind, body, numbers):
    if has_identity(kind):
        body["id"] = next(numbers)
    for field in kind:
        if isinstance(field.type, ListOf) and isinstance(field.type.item, ObjectType):
            for child in body.get(field.key, ()):
                _numbered(field.type.item, child, numbers)
    return body


MAXIMAL = stored(payload("maximal"))


def changed(change):
    """The maximal plan, changed."""
    document = copy.deepcopy(MAXIMAL)
    change(document)
    return document


def the_one(change):
    """The only difference that a change of the maximal plan makes."""
    (ero,) = find_erot(MAXIMAL, changed(change))
    return ero


# --- One by one -------------------------------------------------------------------------------------


def test_a_value():
    ero = the_one(lambda d: d.update({"osaamisen-hankkimisen-tarve": False}))
    assert (ero.laji, ero.paikka) == (Laji.MUUTETTU, ("osaamisen-hankkimisen-tarve",))
    assert (ero.ennen, ero.jalkeen) == (True, False)


def test_a_value_deep_in_a_part():
    unit = MAXIMAL[AMMAT][0]
    n, tapa = next((n, t) for n, t in enumerate(unit[TAVAT]) if TRAINING in t)

    def change(document):
        ohjaaja = document[AMMAT][0][TAVAT][n][TRAINING]["vastuullinen-tyopaikka-ohjaaja"]
        ohjaaja["nimi"] = "Oiva Ohjaaja"

    ero = the_one(change)
    way = (AMMAT, unit["id"], TAVAT, tapa["id"], TRAINING, "vastuullinen-tyopaikka-ohjaaja", "nimi")
    assert ero.paikka == way
    assert ero.jalkeen == "Oiva Ohjaaja"


def test_a_part_that_came_and_one_that_went():
    part = {"id": 900, "tutkinnon-osa-koodi-uri": "tutkinnonosat_1"}
    ero = the_one(lambda d: d[AMMAT].insert(0, part))
    assert (ero.laji, ero.paikka, ero.jalkeen) == (Laji.LISATTY, (AMMAT,), part)
    ero = the_one(lambda d: d[AMMAT].pop(0))
    assert (ero.laji, ero.paikka, ero.ennen) == (Laji.POISTETTU, (AMMAT,), MAXIMAL[AMMAT][0])


def test_a_part_is_known_by_its_id_wherever_it_stands():
    two = changed(lambda d: d[AMMAT].append({"id": 900, "tutkinnon-osa-koodi-uri": "x"}))
    turned = copy.deepcopy(two)
    turned[AMMAT].reverse()
    turned[AMMAT][-1]["olennainen-seikka"] = not two[AMMAT][0].get("olennainen-seikka")
    assert [(e.laji, e.field.key) for e in find_erot(two, turned)] == [
        (Laji.MUUTETTU, "olennainen-seikka"),
        (Laji.JARJESTYS, AMMAT),
    ]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("ab", "abc", [(Laji.LISATTY, "c")]),
        ("aab", "ab", [(Laji.POISTETTU, "a")]),
        ("ab", "ba", [(Laji.JARJESTYS, None)]),
        ("ab", "bc", [(Laji.POISTETTU, "a"), (Laji.LISATTY, "c")]),
        ("", "", []),
    ],
)
def test_a_list_without_ids(old, new, found):
    def with_tasks(tasks):
        tapa = {"id": 2, TRAINING: {"keskeiset-tyotehtavat": list(tasks)}}
        return {AMMAT: [{"id": 1, TAVAT: [tapa]}]}

    erot = find_erot(with_tasks(old), with_tasks(new))
    said = [None if e.laji is Laji.JARJESTYS else e.ennen or e.jalkeen for e in erot]
    assert list(zip((e.laji for e in erot), said, strict=True)) == found


def test_what_is_not_there_says_the_same_as_what_is_empty():
    bare = {key: value for key, value in MAXIMAL.items() if value != []}
    assert find_erot(bare, MAXIMAL) == find_erot(MAXIMAL, bare) == []
    assert find_erot({}, {"oppimisen-tuki": None}) == []


def test_an_object_that_is_always_shown_may_be_missing_in_an_older_document():
    older = copy.deepcopy(MAXIMAL)
    newer = copy.deepcopy(MAXIMAL)
    del older["aiemmin-hankitut-ammat-tutkinnon-osat"][0][ASSESSOR]
    newer["aiemmin-hankitut-ammat-tutkinnon-osat"][0][ASSESSOR] = {}
    assert find_erot(older, newer) == find_erot(newer, older) == []


def test_identities_are_no_news():
    assert find_erot(MAXIMAL, MAXIMAL | {"id": 7, "eid": "other"}) == []


# --- Whatever is changed ------------------------------------------------------------------------------


@many
@given(document=documents())
def test_nothing_changed_is_no_difference(document):
    document = stored(document)
    assert find_erot(document, copy.deepcopy(document)) == []


def _mutations(kind, body, place):
    """Every single change that may be made: where it must show, and a function that makes it."""
    for field in kind:
        if field.key in NEVER_SAID or field.letter(Operation.GET) == "X":
            continue
        here, key = (*place, field.key), field.key
        if field.key in body:
            yield from _of_value(field, body, here)
        elif not isinstance(field.type, ListOf | ObjectType):
            yield here, lambda body=body, key=key: body.update({key: "new"})


def _of_value(field, body, here):
    value = body[field.key]
    match field.type:
        case ListOf(ObjectType() as item) if has_identity(item):
            yield here, lambda: value.append({"id": 10_000})
            for n, part in enumerate(value):
                yield here, lambda n=n: value.pop(n)
                yield from _mutations(item, part, (*here, part["id"]))
        case ListOf(item):
            yield here, lambda: value.append({"new": "new"})
            for n, one in enumerate(value):
                yield here, lambda n=n: value.pop(n)
                if isinstance(item, ObjectType):  # without an id: what it was went, what it is came
                    yield from ((here, made) for _, made in _mutations(item, one, here))
        case ObjectType() as inner:
            if value and not field.always_shown and not inner.empty_is_absent:
                yield here, lambda: body.pop(field.key)
            yield from _mutations(inner, value, here)
        case _:
            yield here, lambda: body.update({field.key: "new"})
            yield here, lambda: body.pop(field.key)


@many
@given(document=documents(), data=st.data())
def test_a_single_change_shows_at_its_place_and_nowhere_else(document, data):
    old = stored(document)
    new = copy.deepcopy(old)
    changes = list(_mutations(HOKS, new, ()))
    where, change = changes[data.draw(st.integers(0, len(changes) - 1))]
    change()
    for before, after in ((old, new), (new, old)):
        found = find_erot(before, after)
        assert {ero.paikka for ero in found} == {where}
        assert len(found) <= 2


@many
@given(old=documents(), new=documents())
def test_two_plans_without_a_difference_say_the_same(old, new):
    old, new = stored(old), stored(new)
    forth, back = find_erot(old, new), find_erot(new, old)
    assert bool(forth) == (old != new)
    assert len(forth) == len(back)


@many
@given(document=documents(), chance=st.randoms(use_true_random=False))
def test_documents_that_lack_keys_are_compared_all_the_same(document, chance):
    full = stored(document)
    poorer = copy.deepcopy(full)
    for body in _bodies(poorer):
        for key in list(body):
            if chance.random() < 0.2:
                del body[key]
    assert bool(find_erot(full, poorer)) == bool(find_erot(poorer, full))
    find_erot({}, poorer)


def _bodies(value):
    if isinstance(value, dict):
        yield value
        for inner in list(value.values()):
            yield from _bodies(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _bodies(inner)
