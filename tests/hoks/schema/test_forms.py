"""Every field has a name, every kind of value a form and an example, in three languages."""

import re

import pytest

from hoks.schema import objects, scalars, vipunen
from hoks.schema.fields import ListOf, ObjectType
from hoks.schema.forms import FORMS, example
from hoks.schema.scalars import Scalar

SCALARS = [v for room in (scalars, vipunen) for v in vars(room).values() if isinstance(v, Scalar)]
FIELDS = [
    (kind.name, field)
    for kind in vars(objects).values()
    if isinstance(kind, ObjectType)
    for field in kind
]
EXPLAINED_BY_LABEL = re.compile(r"nimi|laajuus|tyopaikan-nimi|y-tunnus|.*-versio")


@pytest.mark.parametrize("scalar", SCALARS, ids=lambda s: s.name)
def test_a_kind_of_value_has_words_and_an_example_that_would_do(scalar):
    words, value = FORMS[scalar]
    assert all(text and text == text.strip() for text in words)
    assert scalar.check(value) == value


@pytest.mark.parametrize(("owner", "field"), FIELDS, ids=lambda v: getattr(v, "key", v))
def test_a_field_has_a_name_and_says_what_the_name_does_not(owner, field):
    assert all(text and text == text.strip() for text in field.label)
    if field.explanation is None:
        assert EXPLAINED_BY_LABEL.fullmatch(field.key), "what does it mean?"
        return
    assert len(set(field.explanation)) == 3
    for text in field.explanation:
        assert text.endswith(".")
        assert len(text) > 10


@pytest.mark.parametrize(("owner", "field"), FIELDS, ids=lambda v: getattr(v, "key", v))
def test_the_example_of_a_field_is_one_of_its_kind(owner, field):
    if isinstance(field.type, Scalar):
        assert field.type.check(example(field)) == example(field)
    elif isinstance(field.type, ListOf) and isinstance(field.type.item, Scalar):
        assert [field.type.item.check(value) for value in field.example] == field.example
        assert field.example
    else:
        assert field.example in (None, [])
