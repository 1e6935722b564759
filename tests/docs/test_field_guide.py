"""The field guide is current, has every field, and says of it what the declaration says."""

import re
from pathlib import Path

import pytest
from django.core.management import call_command

from hoks.api import urls
from hoks.api.legacy import RENAMED
from hoks.api.part_table import PARTS
from hoks.rules.judge import ALL_RULES
from hoks.schema import objects
from hoks.schema.fields import ObjectType, Operation, Peruste

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "hoks.md"
KINDS = [value for value in vars(objects).values() if isinstance(value, ObjectType)]
HEAD = "| Nimi | Tyyppi | Selite | Vaaditaan |"


def section(title, level="###"):
    text = GUIDE.read_text()
    return re.split(r"^##+ ", text.partition(f"\n{level} {title}\n")[2], flags=re.MULTILINE)[0]


def rows(text):
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [re.split(r"(?<!\\)\|", line)[1:-1] for line in lines]


def test_the_committed_guide_is_current(tmp_path):
    call_command("write_field_guide", file=tmp_path / "hoks.md")
    assert GUIDE.read_text() == (tmp_path / "hoks.md").read_text(), "run `make openapi`"


def test_it_has_a_section_for_each_object():
    found = re.findall(r"^### (\w+)$", GUIDE.read_text(), re.MULTILINE)
    assert sorted(found) == sorted([*(kind.name for kind in KINDS), "Osoitteet", "Kentät"])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_an_object_has_a_table_of_all_its_fields(kind):
    text = section(kind.name)
    assert HEAD in text
    table = rows(text)
    assert [row[0].strip() for row in table] == [f"`{field.key}`" for field in kind]
    for field, (_, form, meaning, required) in zip(kind, table, strict=True):
        assert form.strip()
        assert field.label.fi in meaning
        assert not field.explanation or field.explanation.fi in meaning
        shown = {
            method: word
            for part in required.strip().split("; ")
            for word, _, methods in [part.partition(": ")]
            for method in methods.split(", ")
        }
        assert sorted(shown) == ["GET", "PATCH", "POST", "PUT", "tilasto"]
        for operation, method in ((Operation.POST, "POST"), (Operation.PUT, "PUT")):
            letter = field.access[operation]
            assert (shown[method] == "pakollinen") == (letter == "R"), (field.key, method)
            if letter == "O":
                assert shown[method] in ("vapaaehtoinen", "sivuutetaan")
            if letter == "X":
                assert shown[method] in ("ei hyväksytä", "sivuutetaan")
        assert (shown["GET"] == "ei näytetä") == (field.access[Operation.GET] == "X")
        if field.access[Operation.GET] == "R":
            assert shown["GET"] == "aina"


def test_what_is_statutory_is_told():
    told = {row[0].strip(" `"): row[2] for row in rows(section("HOKS"))}
    for field in objects.HOKS:
        assert ("*Lakisääteinen.*" in told[field.key]) == (field.peruste is Peruste.LAKI)
    assert told["sahkoposti"].rstrip().endswith("*Suositeltava.*")


def test_every_rule_is_told():
    told = rows(section("Säännöt", "##"))
    assert {row[0].strip(" `") for row in told} == {rule.code for rule in ALL_RULES}
    for rule in ALL_RULES:
        assert rule.texts.fi in section("Säännöt", "##")


def test_every_old_name_is_told():
    fields = section("Kentät")
    for kind, renamed in RENAMED.items():
        for old, new in renamed.items():
            assert f"| {kind.name} | `{old}` | `{new}` |" in fields
    paths = section("Osoitteet")
    old = [alias for spec in PARTS for alias in spec.aliases]
    served = {str(pattern.pattern).split("/")[2] for pattern in urls.old_names}
    assert served == {*old, "hankitun-paikallisen-osaamisen-naytto"}
    assert all(f"/{segment}/" in paths for segment in served)


def test_the_papers_lead_to_it():
    root = GUIDE.parent.parent
    assert "(docs/hoks.md)" in (root / "README.md").read_text()
    assert "(hoks.md)" in (root / "docs" / "integraatio.md").read_text()
