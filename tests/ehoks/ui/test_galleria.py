"""The gallery of components: each is there with what it takes, and pages use no other."""

import re

import pytest

from ehoks.ui.galleria import COMPONENTS, list_components

NAMES = [file.stem for file in COMPONENTS.glob("*.html")]


@pytest.mark.parametrize("lang", ["fi", "sv", "en"])
def test_every_component_is_shown_with_its_parameters(client, lang):
    page = client.get(f"/ulkoasu/?lang={lang}").content.decode()
    assert re.findall(r"<code>c-(\w+)</code>", page) == sorted(NAMES)
    assert "<c-" not in page
    assert f'<html lang="{lang}">' in page


@pytest.mark.parametrize("component", list_components(), ids=lambda found: found["nimi"])
def test_a_component_says_what_it_is_and_declares_what_it_uses(component):
    text = (COMPONENTS / f"{component['nimi']}.html").read_text()
    declared = {parameter["nimi"] for parameter in component["parametrit"]}
    assert component["kuvaus"]
    used = set(re.findall(r"(?:\{\{|\{% if|\{% for \w+ in) *(\w+)", text.partition("/>")[2]))
    local = {name for pair in re.findall(r"\{% for (\w+) in", text) for name in [pair]}
    assert used - local - {"slot", "forloop"} <= declared
    assert all(f"`{name}`" in component["kuvaus"] for name in declared)


def test_pages_use_only_components_that_there_are():
    templates = COMPONENTS.parent
    used = {
        name
        for file in templates.rglob("*.html")
        for name in re.findall(r"<c-(?!vars|slot)(\w+)", file.read_text())
    }
    assert used == set(NAMES)
