"""What a field of a plan is called is written in its declaration, and nowhere else."""

import ast
from pathlib import Path

import pytest

from hoks.presenters.sanat import SUUNNITELMA
from hoks.schema import objects
from hoks.schema.fields import ObjectType
from tests.conftest import payload
from tests.hoks.presenters.test_pdf import data_of

ROOT = Path(objects.__file__).parents[1]
KINDS = [kind for kind in vars(objects).values() if isinstance(kind, ObjectType)]
FIELDS = [field for kind in KINDS for field in kind]
CALLED = {name for f in FIELDS for name in (f.label, f.lyhyt, f.oma) if name}
# What is told of the student and of the study right, by words that a field has too.
OF_OTHER_THINGS = {SUUNNITELMA["name"]}
KOSKI = {"tutkinto", "laajuus", "osaamisala", "tutkintonimike", "school"}


def written(path):
    """Every sentence in three languages that a module spells out."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = tuple(arg.value for arg in node.args if isinstance(arg, ast.Constant))
            if node.func.id == "Texts":
                yield node.lineno, texts


def test_no_module_but_the_declaration_spells_out_what_a_field_is_called():
    """Nor do the pages of shares, which show a part of a plan; a share declares its own fields."""
    modules = [p for p in ROOT.rglob("*.py") if (ROOT / "schema") not in p.parents]
    modules += (ROOT.parent / "sharing" / "ui").glob("*.py")
    modules += [ROOT.parent / "sharing" / "nakyma.py"]
    found = [(p, line, texts) for p in modules for line, texts in written(p)]
    assert len(found) > 500
    again = [hit for hit in found if hit[2] in CALLED - OF_OTHER_THINGS]
    assert not again, again


def test_the_declaration_itself_is_seen_by_that_test():
    """Otherwise it could look past everything."""
    found = [texts for p in (ROOT / "schema").glob("*.py") for _, texts in written(p)]
    assert {tuple(objects.HOKS["versio"].label), tuple(objects.NAYTTOYMPARISTO.label)} < {*found}


def labels(data):
    """Of every value of a paper that has a label."""
    if isinstance(data, dict):
        for key, inner in data.items():
            if key in ("kansi", "kohdat"):
                yield from (kohta["nimi"] for kohta in inner)
            else:
                yield from labels(inner)
    elif isinstance(data, list):
        for inner in data:
            yield from labels(inner)


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_label_on_paper_is_that_of_a_field(lang):
    known = {f.otsikko.say(lang) for f in FIELDS} | {SUUNNITELMA[key].say(lang) for key in KOSKI}
    found = set(labels(data_of(payload("maximal"), lang)))
    assert len(found) > 25
    assert found <= known
