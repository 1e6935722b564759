"""The declaration of the HOKS objects against a table of the interface typed by hand."""

from itertools import chain, pairwise

import pytest

from hoks.schema import objects
from hoks.schema.fields import Field, ListOf, ObjectType, Operation
from tests.hoks.schema.tables import IDENTIFIED, KEYS, KINDS, LEGACY, STATIC, VARYING

BY_NAME = {value.name: value for value in vars(objects).values() if isinstance(value, ObjectType)}
FIELDS = [(name, field) for name, declared in BY_NAME.items() for field in declared]


def _keys(name, operation, letter):
    return {field.key for field in BY_NAME[name] if field.letter(operation) == letter}


def _access(name, key):
    field = BY_NAME[name].field(key)
    assert field is not None
    return field.access


def _inner(field: Field):
    return field.type.item if isinstance(field.type, ListOf) else field.type


def test_the_tables_name_every_object_once():
    assert set(BY_NAME) == set(KEYS) == set(VARYING) | set(STATIC)
    assert len(BY_NAME) == len(objects.__all__) == 27
    assert not set(VARYING) & set(STATIC)


@pytest.mark.parametrize("name", KEYS)
def test_an_object_has_exactly_its_keys_in_order(name):
    assert [field.key for field in BY_NAME[name]] == KEYS[name].split()


@pytest.mark.parametrize("name", VARYING)
def test_required_and_refused_keys_of_each_operation(name):
    post, put, patch, refused = (set(keys.split()) for keys in VARYING[name])
    assert _keys(name, Operation.POST, "R") == post
    assert _keys(name, Operation.PUT, "R") == put
    assert _keys(name, Operation.PATCH, "R") == patch
    assert _keys(name, Operation.POST, "X") == refused


@pytest.mark.parametrize("name", STATIC)
def test_static_objects_require_the_same_keys_everywhere_and_refuse_none(name):
    for operation in (Operation.POST, Operation.PUT, Operation.PATCH):
        assert _keys(name, operation, "R") == set(STATIC[name].split())
        assert not _keys(name, operation, "X")
    for operation in (Operation.GET, Operation.VIPUNEN):
        assert _keys(name, operation, "R") - {"id"} == set(STATIC[name].split())


@pytest.mark.parametrize(
    ("name", "key", "kind"),
    [
        (name, key, kind)
        for table, kinds in KINDS.items()
        for name in (KEYS if table == "*" else [table])
        for key, kind in kinds.items()
        if key in KEYS[name].split()
    ],
)
def test_kinds_of_values(name, key, kind):
    field = BY_NAME[name].field(key)
    assert field is not None
    assert field.type == kind


@pytest.mark.parametrize("name", sorted(IDENTIFIED))
def test_parts_with_identity_show_their_id_and_accept_it_back(name):
    assert _access(name, "id") == "XOORX"
    assert _access(name, "module-id") == "XXXRO"


def test_only_parts_with_identity_have_a_module_id():
    assert {name for name, field in FIELDS if field.key == "module-id"} == IDENTIFIED


@pytest.mark.parametrize("name", ["HankittavaKoulutuksenOsa", "OpiskeluvalmiuksiaTukevatOpinnot"])
def test_static_parts_take_an_id_in_every_operation_and_show_theirs(name):
    assert _access(name, "id") == "OOORX"


@pytest.mark.parametrize("name", sorted(LEGACY))
def test_a_legacy_id_is_accepted_and_never_shown(name):
    assert _access(name, "id") == "OOOXX"


@pytest.mark.parametrize(
    ("key", "access"),
    [
        ("id", "XOORR"),
        ("eid", "XXXRR"),
        ("oppija-oid", "ROOOO"),
        ("opiskeluoikeus-oid", "ROOOO"),
        ("puhelinnumero", "OOOOO"),
        ("ensikertainen-hyvaksyminen", "RRORR"),
        ("osaamisen-hankkimisen-tarve", "RROOO"),
        ("poistettu", "XXXXO"),
        ("manuaalisyotto", "XXXOO"),
    ],
)
def test_access_of_the_root(key, access):
    assert _access("HOKS", key) == access


def test_patch_takes_none_of_the_nine_lists_of_the_root():
    lists = [field for field in BY_NAME["HOKS"] if isinstance(field.type, ListOf)]
    assert [field.access for field in lists] == ["OOXOO"] * 9


@pytest.mark.parametrize("operation", [Operation.PUT, Operation.PATCH])
def test_read_only_keys_of_a_get_body_can_be_sent_back(operation):
    ignored = {(name, field.key) for name, field in FIELDS if field.is_ignored(operation)}
    read_only = {(name, "module-id") for name in IDENTIFIED}
    read_only |= {("HOKS", "eid"), ("HOKS", "manuaalisyotto")}
    assert ignored == read_only | {(name, "id") for name in LEGACY}


def test_every_list_is_always_shown():
    assert all(field.type.always_shown for _, field in FIELDS if isinstance(field.type, ListOf))


def test_only_the_details_of_the_assessment_are_shown_without_being_sent():
    shown = {(name, field.key) for name, field in FIELDS if field.always_shown}
    key = "tarkentavat-tiedot-osaamisen-arvioija"
    assert shown == {(name, key) for name in KEYS if name.startswith("Aiemmin")}


def test_only_an_empty_organiser_counts_as_absent():
    assert {n for n, kind in BY_NAME.items() if kind.empty_is_absent} == {"NaytonJarjestaja"}


def test_every_object_is_reached_from_the_root():
    reached, waiting = {"HOKS"}, [BY_NAME["HOKS"]]
    while waiting:
        children = [_inner(field) for field in waiting.pop()]
        new = [c for c in children if isinstance(c, ObjectType) and c.name not in reached]
        reached.update(child.name for child in new)
        waiting.extend(new)
    assert reached == set(KEYS)


def test_access_has_five_known_letters():
    for name, field in FIELDS:
        assert len(field.access) == len(Operation), (name, field.key)
        assert set(field.access) <= set("ROX"), (name, field.key)


def test_labels_are_short_and_whole_in_three_languages():
    labels = [declared.label for declared in BY_NAME.values()]
    for text in chain.from_iterable([*labels, *(field.label for _, field in FIELDS)]):
        assert 0 < len(text) <= 60, text
        assert text == text.strip()
        assert text[0].isupper() or text.startswith("eID"), text


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("name", KEYS)
def test_no_two_fields_of_an_object_have_the_same_label(name, language):
    labels = sorted(getattr(field.label, language) for field in BY_NAME[name])
    assert all(one != other for one, other in pairwise(labels))
