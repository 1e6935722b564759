"""Every path, link, make target and name in README and docs is real, and nothing private is told."""

import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).resolve().parent.parent.parent
PAPERS = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
IDS = [str(paper.relative_to(ROOT)) for paper in PAPERS]
FOLDERS = ("ehoks", "hoks", "docs", "tests", "templates", "static")
FILES = re.compile(r"[\w./-]+\.(py|md|toml|json|yaml|svg|css|html)")
# Paths of one machine, papers that are not ours, and where packages come from; in pieces, so that
# this file does not name them either.
PRIVATE = re.compile(
    r"(?<![\w.…)}])/(wor" r"k|home|root|tmp|usr|opt|var)\b"
    r"|\bshar" r"ed/|\brul" r"ing|\bpy" r"pi\b|\bnp" r"m\b",
    re.IGNORECASE,
)  # fmt: skip

every_paper = pytest.mark.parametrize("paper", PAPERS, ids=IDS)


def named_paths(text):
    quoted = re.findall(r"`([^`\s]+)`", text) + re.findall(r"@([\w./-]+)", text)
    for name in quoted:
        in_folder = name.split("/")[0] in FOLDERS and "/" in name and "…" not in name
        name = name.partition("::")[0]  # a test by its name: the file
        if in_folder or (FILES.fullmatch(name) and not name.startswith("/")):
            yield name


@every_paper
def test_every_path_it_names_exists(paper):
    missing = [name for name in named_paths(paper.read_text()) if not (ROOT / name).exists()]
    assert not missing


@every_paper
def test_every_link_leads_somewhere(paper):
    links = re.findall(r"\]\(([^)#]+)\)", paper.read_text())
    local = [link for link in links if not link.startswith("https://")]
    assert not [link for link in local if not (paper.parent / link).exists()]


@every_paper
def test_every_make_target_it_names_exists(paper):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"run", "test"} <= targets
    assert set(re.findall(r"(?:`|^)make ([a-z]+)", paper.read_text(), re.MULTILINE)) <= targets


@every_paper
def test_it_tells_nothing_private(paper):
    assert not PRIVATE.search(paper.read_text())


def test_what_is_looked_for_would_be_found():
    assert list(named_paths("`hoks/none.py` and @tests/none.json")) == [
        "hoks/none.py",
        "tests/none.json",
    ]
    assert PRIVATE.search("see /home/x")
    assert not PRIVATE.search("`/simulator/cas/login`, `…/home`")


def test_every_decision_is_in_the_index():
    shelf = ROOT / "docs" / "paatokset"
    index = (shelf / "README.md").read_text()
    decisions = sorted(path.name for path in shelf.glob("[0-9]*.md"))
    assert re.findall(r"\((\d{4}-[\w-]+\.md)\)", index) == decisions
    for number, name in enumerate(decisions, start=1):
        title = (shelf / name).read_text().partition("\n")[0]
        assert title.startswith(f"# {number:04d} ")
        assert title.removeprefix(f"# {number:04d} ") in index


def test_every_table_and_model_is_in_the_data_model():
    text = (ROOT / "docs" / "tietomalli.md").read_text()
    ours = [
        m for m in apps.get_models() if m.__module__.startswith(("hoks.", "ehoks.", "sharing."))
    ]
    assert ours
    missing = [m._meta.db_table for m in ours if f"`{m._meta.db_table}`" not in text]
    missing += [m.__name__ for m in ours if f"`{m.__name__}`" not in text]
    assert not missing


def test_the_glossary_speaks_of_real_wire_names_classes_and_tables():
    text = (ROOT / "docs" / "sanasto.md").read_text()
    source = "".join(
        p.read_text() for room in ("hoks", "ehoks", "sharing") for p in (ROOT / room).rglob("*.py")
    )
    names = re.findall(r"`([A-Za-z_][\w.-]+)`", text)
    unknown = [name for name in names if name.rpartition(".")[2] not in source]
    assert not unknown


def test_the_floors_are_drawn_as_they_are_enforced():
    settings = (ROOT / "pyproject.toml").read_text()
    (floors,) = re.findall(r"layers = \[(.*?)\]", settings, re.DOTALL)
    rooms = re.findall(r"[\w.]+", floors)
    drawn = (ROOT / "docs" / "arkkitehtuuri.md").read_text().split("```")[1]
    found = [
        room for room in re.findall(r"(?:ehoks|hoks)\.\w+|koodisto|sharing", drawn) if room in rooms
    ]
    assert found == rooms
    picture = (ROOT / "docs" / "kerrokset.svg").read_text()
    assert not [room for room in rooms if room not in picture]


def test_every_route_is_told():
    guide = (ROOT / "docs" / "integraatio.md").read_text()
    routes = re.findall(r'path\(\s*"([^"]+)"', (ROOT / "hoks" / "api" / "urls.py").read_text())
    assert len(routes) >= 4
    for route in routes:
        told = route.replace("<int:hoks_id>", "$ID").replace("<int:oht_id>", "$TAPA")
        told = told.replace("<str:oid>", "").replace("<int:row_id>", "$ROW")
        assert f"/api/v1/{told}".rstrip("/") in guide


def test_every_setting_of_the_readme_is_read():
    readme = (ROOT / "README.md").read_text()
    table = readme.partition("## Settings")[2].partition("## Read on")[0]
    names = re.findall(r"`([A-Z][A-Z_]+)`", table)
    assert len(names) >= 10
    settings = (ROOT / "ehoks" / "settings.py").read_text()
    assert not [name for name in names if f'"{name}"' not in settings]
