"""The mutation tests of whole plans, run on each kind of part: every value, every key."""

import json
from dataclasses import dataclass

import pytest

from ehoks.integrations.koski import Opiskeluoikeus
from hoks.api.legacy import translate
from hoks.errors import InvalidHoks
from hoks.rules.judge import errors_tree, judge
from hoks.rules.konteksti import Konteksti
from hoks.schema import objects as types
from hoks.schema.fields import Operation
from hoks.schema.osaaminen import OLEMASSA_OLEVA_OSAAMINEN
from tests.hoks.api.parts.kinds import KINDS, Parts
from tests.hoks.api.parts.test_old_words import WORDS, in_old_words
from tests.hoks.plans import full_plan
from tests.verdicts import laws
from tests.verdicts.adapter import UNTOLD
from tests.verdicts.cases import DISALLOWED, MISSING, UNKNOWN_KEYS, _edits, _sample
from tests.verdicts.tables import AMMATILLINEN, OBJECTS, TUVA, is_list
from tests.verdicts.tree import ABSENT, edited, error_tree, matches, objects, spots

SHOWN = 10
TYPES = {name: kind.type for name, kind in KINDS.items()} | {"OO": types.OSAAMISEN_OSOITTAMINEN}
SAMPLES = {name: kind.sample() for name, kind in KINDS.items()}
SAMPLES["OO"] = SAMPLES["HATO"]["osaamisen-osoittaminen"][0]
OPERATIONS = ("POST", "PUT", "PATCH")
EVERY_THIRD = 3  # in old words: the words are few, and the faults are the same
LISATIEDOT = "tarkentavat-tiedot-osaamisen-arvioija"


@dataclass(frozen=True)
class Base:
    """A valid part and what is done with it."""

    name: str
    operation: str
    right = AMMATILLINEN

    @property
    def sample(self):
        return SAMPLES[self.name]

    def letter(self, name, key, path):
        """R, O or X for a key of an object at a place: only a patch's own object may be partial."""
        merged = path in ((), (LISATIEDOT,)) or self.operation != "PATCH"
        found = OBJECTS[name][key].letter(self.operation if merged else "PUT")
        return "O" if found == "R" and merged and self.operation == "PATCH" else found

    def case(self, path, value, errors):
        """What is sent and the tree of errors; when the forms are right the law has its say."""
        sent = edited(self.sample, path, value)
        known = dict(laws._broken(sent, self.name, (), self.right)) if errors is None else errors
        return path, sent, error_tree(sent, known)


def konteksti(right):
    """What is known beside the part: its study right."""
    names: dict = {"oid": "", "tutkinto_nimi": {}, "osaamisala_nimi": {}}
    return Konteksti(Opiskeluoikeus(**UNTOLD, **names, **right))


KNOWN = konteksti(AMMATILLINEN)


def judged(kind, operation, sent, right=AMMATILLINEN):
    """The tree of errors of a part, None when there is none."""
    verdict = judge(kind, Operation[operation], sent, konteksti(right))
    return errors_tree(verdict.errors, sent) if verdict.document is None else None


def values(base):
    """Other values in the place of every value."""
    for spot in spots(base.sample, base.name):
        for _, new, leaf in _edits(spot):
            yield base.case(spot.path, new, None if leaf is None else {spot.path: leaf})


def keys(base):
    """Every key taken away, every missing one added, keys that do not exist, empty objects."""
    for path, name, value in objects(base.sample, base.name):
        needed = [key for key in OBJECTS[name] if base.letter(name, key, path) == "R"]
        for key in value:
            missing = {(*path, key): MISSING} if key in needed else None
            yield base.case((*path, key), ABSENT, missing)
        for key in OBJECTS[name].keys() - value.keys():
            yield added(base, path, name, key)
        for key in UNKNOWN_KEYS:
            yield base.case((*path, key), 1, {(*path, key): DISALLOWED})
        if path:
            yield base.case(path, {}, {(*path, key): MISSING for key in needed} or None)


def added(base, path, name, key):
    """A key that the part does not have: what only the service writes has no effect."""
    here, declared = (*path, key), OBJECTS[name][key]
    if base.letter(name, key, path) != "X":
        return base.case(here, _sample(declared.kind), None)
    ignored = declared.is_read_only("PUT") and base.operation != "POST"
    if not ignored or is_list(declared.kind):
        return base.case(here, _sample(declared.kind), {here: DISALLOWED})
    _, _, errors = base.case((), base.sample, None)
    return here, edited(base.sample, here, _sample(declared.kind)), errors


def assert_right(found, wrong):
    assert found > 8
    assert not wrong, f"{len(wrong)} of {found} deviate:\n" + "\n".join(wrong[:SHOWN])


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", TYPES)
@pytest.mark.parametrize("made", [values, keys], ids=["values", "keys"])
def test_each_kind_of_part_is_judged_as_in_its_plan(name, operation, made):
    found, wrong = 0, []
    for path, sent, expected in made(Base(name, operation)):
        found += 1
        got = judged(TYPES[name], operation, sent)
        if not matches(expected, got):
            wrong.append(f"{path}\n    expected {expected}\n    got      {got}")
    assert_right(found, wrong)


def in_old_names(tree, sent, old):
    """The tree under the names that were sent; what was not sent is told under today's."""
    if isinstance(tree, dict):
        names = {key: old.get(key, key) if key in sent else key for key in tree}
        return {names[k]: in_old_names(v, sent.get(k), old) for k, v in tree.items()}
    if isinstance(tree, list):
        return [in_old_names(v, one, old) for v, one in zip(tree, sent, strict=True)]
    return tree


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", WORDS)
def test_in_old_words_each_kind_of_part_is_judged_alike(name, operation):
    """What the old addresses do with a body, without HTTP: translate, judge, tell as it was sent."""
    old = {new: old for old, new in WORDS[name].items()}
    found, wrong = 0, []
    base = Base(name, operation)
    for path, sent, tree in [*values(base), *keys(base)][::EVERY_THIRD]:
        found += 1
        in_old = in_old_words(sent, WORDS[name])
        translated = translate(TYPES[name], in_old)
        assert translated.value == sent
        verdict = judge(TYPES[name], Operation[operation], translated.value, KNOWN)
        got = None
        if verdict.document is None:
            refusal = InvalidHoks(TYPES[name], verdict, sent)
            got = refusal.renamed(translated.as_sent, in_old).errors
        expected = in_old_names(tree, sent, old)
        if not matches(expected, got):
            wrong.append(f"{path}\n    expected {expected}\n    got      {got}")
    assert_right(found, wrong)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", ["AHATO", "AHYTO", "AHPTO"])
def test_prior_competence_is_judged_as_its_parts_are(name, operation):
    """Below its lists a patch replaces, so a part there must be whole."""
    base = Base(name, "POST" if operation == "POST" else "PUT")
    key, found, wrong = KINDS[name].key, 0, []
    for path, sent, expected in [*keys(base), *values(base)]:
        found += 1
        whole = None if expected is None else {key: [None, expected]}
        got = judged(OLEMASSA_OLEVA_OSAAMINEN, operation, {key: [base.sample, sent]})
        if not matches(whole, got):
            wrong.append(f"{path}\n    expected {whole}\n    got      {got}")
    assert_right(found, wrong)


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", TYPES)
def test_a_part_that_is_no_object_is_refused(name, operation):
    for value, shown in (([], "[]"), (None, "nil"), (1, "1"), ("x", "a-java.lang.String")):
        assert judged(TYPES[name], operation, value) == f"(not (map? {shown}))"


@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", KINDS)
def test_in_preparatory_education_a_part_of_a_qualification_is_refused(name, operation):
    assert judged(TYPES[name], operation, Base(name, operation).sample, TUVA) is not None


# --- A sample over HTTP ----------------------------------------------------------------------------

EVERY = 40  # one fault in so many goes over HTTP


def sample(name, operation):
    """Some faults of a kind of part with their trees."""
    base = Base(name, operation)
    for made in (values, keys):
        refused = [(sent, tree) for _, sent, tree in made(base) if tree is not None]
        yield from refused[::EVERY]


@pytest.mark.django_db
@pytest.mark.parametrize("operation", OPERATIONS)
@pytest.mark.parametrize("name", KINDS)
def test_refusals_over_http_carry_the_same_tree(sis, name, operation):
    parts = Parts(sis, sis.create(full_plan()))
    part_id, tried, wrong = parts.first(name), 0, []
    before = sis.get(parts.hoks_id).content
    for sent, tree in sample(name, operation):
        tried += 1
        at = None if operation == "POST" else part_id
        answer = parts.call(operation, name, at, raw=json.dumps(sent).encode())
        if answer.status_code != 400 or not matches(tree, answer.json()["errors"]):
            wrong.append(f"{sent}\n    expected {tree}\n    got      {answer.json()}")
    assert tried > 1
    assert not wrong, "\n".join(wrong)
    assert sis.get(parts.hoks_id).content == before
