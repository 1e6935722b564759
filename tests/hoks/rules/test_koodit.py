"""Codes of a document: found wherever they stand, and told of without repeating what is personal."""

import json

import pytest

from hoks.rules import koodit
from hoks.rules.judge import errors_tree, judge
from hoks.rules.konteksti import Konteksti
from hoks.rules.violations import describe
from hoks.schema import objects
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from koodisto.koodistot import KOODISTOT
from koodisto.tuntematon import Kind, Sallittu, Tuntematon
from tests.conftest import payload
from tests.hoks.plans import AMMAT, TAVAT, jakso, opetus, osa, plan

ODD = "tutkinnonosat_999999"
PLACE = (AMMAT, 0, "tutkinnon-osa-koodi-uri")


def unknown(uri=ODD, kind=Kind.UNKNOWN_CODE, allowed=(), *, refuses=True):
    return Tuntematon(uri, uri.partition("_")[0].lower(), kind, allowed, refuses)


def strings_under_code_keys(value):
    if isinstance(value, dict):
        for key, inner in value.items():
            if key.endswith("koodi-uri") or key.startswith("tutkinnon-osan-tyyppi-koodi-uri"):
                yield inner
            yield from strings_under_code_keys(inner)
    if isinstance(value, list):
        for inner in value:
            yield from strings_under_code_keys(inner)


# --- Where they stand ------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["minimal", "typical", "maximal", "tuva"])
def test_every_code_is_found_at_its_place(name):
    sent = payload(name)
    found = koodit.collect(HOKS, sent)

    for path, uri in found:
        value = sent
        for step in path:
            value = value[step]
        assert value == uri
    assert sorted(uri for _, uri in found) == sorted(strings_under_code_keys(sent))


def test_each_of_our_code_sets_has_a_field():
    kinds = [t for t in vars(objects).values() if isinstance(t, objects.HOKS.__class__)]
    scalars = [getattr(f.type, "item", f.type) for kind in kinds for f in kind]
    sets = {koodit.code_set(s) for s in scalars if hasattr(s, "json_schema")}
    assert sets - {""} == set(KOODISTOT)


def test_refused_places_and_what_is_under_them_are_left_out():
    sent = plan() | {AMMAT: [osa(ODD) | {TAVAT: [opetus()]}, osa()]}

    places = [path for path, _ in koodit.collect(HOKS, sent, {(AMMAT, 0, TAVAT), PLACE})]
    assert places == [(AMMAT, 1, "tutkinnon-osa-koodi-uri")]
    assert koodit.collect(HOKS, sent, {(AMMAT,)}) == []
    assert len(koodit.collect(HOKS, sent, {(AMMAT, 0)})) == 1


@pytest.mark.parametrize("sent", [None, [], "x", 1, {AMMAT: [None, 1]}, {AMMAT: None}])
def test_what_is_no_document_has_no_codes(sent):
    refused = judge(HOKS, Operation.POST, sent, Konteksti()).refused
    assert koodit.collect(HOKS, sent, refused) == []


def test_sub_areas_of_a_demonstration_are_compared_without_spaces():
    sent = {"osa-alueet": [{"koodi-uri": " ammatillisenoppiaineet_mla\n", "koodi-versio": 1}]}
    ((_, uri),) = koodit.collect(objects.OSAAMISEN_OSOITTAMINEN, sent)
    assert uri == "ammatillisenoppiaineet_mla"


# --- What is said ----------------------------------------------------------------------------------


def test_an_unknown_code_is_refused_at_each_of_its_places():
    found = [(("a", 0), ODD), (("b",), "tutkinnonosat_1"), (("c",), ODD)]

    refusals = koodit.refusals(found, [unknown()])
    assert list(refusals) == [("a", 0), ("c",)]
    assert {r.code for r in refusals.values()} == {"unknown-koodi"}
    leaf = '(not ("Koodistossa tutkinnonosat ei ole koodia" "tutkinnonosat_999999"))'
    assert {r.leaf for r in refusals.values()} == {leaf}


def test_the_leaf_is_the_same_while_the_set_grows():
    few = unknown(allowed=(Sallittu("tutkinnonosat_1", {"fi": "Yksi"}),))
    found = [(PLACE, ODD)]
    first, second = (koodit.refusals(found, [u])[PLACE] for u in (few, unknown()))
    assert first.leaf == second.leaf
    assert "tutkinnonosat_1 (Yksi)" in first.params["texts"].fi


def test_warnings_come_once_for_a_code_and_once_for_a_set_that_is_not_known():
    odd = [unknown(refuses=False), *(unknown(f"vieras_{n}", Kind.UNKNOWN_SET) for n in (1, 2))]
    found = [((n,), u.uri) for n, u in enumerate([*odd, odd[0]])]

    warnings = koodit.warnings(found, odd)
    told = [(path, refusal.code) for path, refusal in warnings]
    assert told == [((0,), "unknown-koodi"), ((1,), "unknown-koodisto")]
    fi = warnings[1][1].params["texts"].fi
    assert fi == "Koodistoa vieras ei löytynyt Opintopolun koodisto-palvelusta"


@pytest.mark.parametrize(
    "uri",
    ["Meikäläinen Matti", "ammatillisenoppiaineet_Meikäläinen Matti", "tutkinnonosat_010190-123A"],
)
def test_what_may_be_personal_is_not_repeated(uri):
    for kind in Kind if "_" in uri else (Kind.UNKNOWN_SET,):  # sets that we have have plain names
        refusal = koodit.refusals([(PLACE, uri)], [unknown(uri, kind)])[PLACE]
        (said,) = describe(HOKS, [(PLACE, refusal)])
        text = json.dumps([said, refusal.leaf], ensure_ascii=False).lower()
        assert "matti" not in text
        assert "010190" not in text


# --- In the verdict --------------------------------------------------------------------------------


def test_the_verdict_tells_it_beside_other_faults_and_keeps_the_tree_readable():
    sent = plan(foo=1) | {AMMAT: [osa(ODD) | {TAVAT: [jakso("t", "2025-05-01", "2025-01-01")]}]}
    faults = koodit.refusals(koodit.collect(HOKS, sent), [unknown()])

    verdict = judge(HOKS, Operation.POST, sent, Konteksti(), faults)
    assert {r.code for _, r in verdict.violations} == {
        *("unknown-koodi", "unknown-key", "dates-reversed")
    }
    tree = errors_tree(verdict.errors, sent)
    assert tree["foo"] == "disallowed-key"
    (part,) = tree[AMMAT]
    assert part["tutkinnon-osa-koodi-uri"].startswith('(not ("Koodistossa tutkinnonosat')
    assert part[TAVAT][0].startswith('(not ("Korjaa alku- ja loppu')


def test_a_rule_that_reads_an_unknown_code_says_nothing_of_it():
    tapa = "osaamisenhankkimistapa_oppisopimus"
    period = opetus(osaamisen_hankkimistapa_koodi_uri=tapa)
    sent = plan() | {AMMAT: [osa() | {TAVAT: [period]}]}
    assert judge(HOKS, Operation.POST, sent, Konteksti()).document is None  # it asks for more

    faults = koodit.refusals(koodit.collect(HOKS, sent), [unknown(tapa)])
    verdict = judge(HOKS, Operation.POST, sent, Konteksti(), faults)
    assert [r.code for _, r in verdict.violations] == ["unknown-koodi"]
