"""The shape of the house: what every module, address and error must have."""

import ast
import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import URLPattern, get_resolver

from ehoks.common.errors import EhoksError, Fixer
from ehoks.common.texts import Texts
from ehoks.pages import help_on_errors
from hoks.rules.violations import TEXTS

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("ehoks", "hoks", "tests")
MODULES = sorted(
    path for room in ROOMS for path in (ROOT / room).rglob("*.py") if "migrations" not in path.parts
)
LONGEST = 500


def name(path):
    return str(path.relative_to(ROOT))


# --- Modules ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", MODULES, ids=name)
def test_a_module_says_what_lives_there_and_is_not_too_long(path):
    text = path.read_text()
    if "/facts/" not in str(path):
        assert text.count("\n") <= LONGEST
    docstring = ast.get_docstring(ast.parse(text))
    assert docstring, "no docstring"
    assert docstring.splitlines()[0].endswith((".", ":", "?", "…")) or docstring[0].isupper()


def test_no_module_is_looked_past():
    assert len(MODULES) > 100


# --- Addresses -------------------------------------------------------------------------------------

OPEN = {
    "",  # the front page
    "jako/<str:token>/",  # the link of a mail: a look at it tells nothing, opening asks who it is
    "ulkoasu/",  # the gallery of components: no data
    *("henkilokohtaistaminen/", "saavutettavuus/", "tietosuoja/", "evasteet/"),
    "health/live",
    "health/ready",
    "ehoks-virkailija-backend/doc/openapi.yaml",
    "ehoks-virkailija-backend/ohje/virheet",
    "ehoks-virkailija-backend/ohje/virheet/<slug:koodi>",
    *(
        f"{prefix}/{route}"
        for prefix in ("ehoks-virkailija-backend", "ehoks-backend")
        for route in (
            "buildversion.txt",
            "doc",
            "doc/",
            "doc/index.html",
            "json-viewer",
            "json-viewer/",
            "json-viewer/index.html",
            "hoks-doc/index.html",
            "doc/swagger.json",
            "api/v1/healthcheck",
            "api/v1/healthcheck/",
            "api/v1/misc/environment",
        )
    ),
}
OPEN_ROOMS = ("simulator/", "static/")
VALUES = {
    "uuid": "0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d",
    "int": "1",
    "str": "1.2.246.562.15.10000000009",
    "path": "x",
}  # by converter
METHODS = ("get", "post", "put", "patch", "delete")


def addresses(patterns=None, prefix=""):
    """Every address of the service, with its converters."""
    for pattern in patterns or get_resolver().url_patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path
        else:
            yield from addresses(pattern.url_patterns, path)


def is_open(path):
    return path in OPEN or path.startswith(OPEN_ROOMS)


# Rooms of those who log in by a browser, and where whoever has no session is sent.
DOORS = {
    "virkailija/": "/cas/login",
    "oppija/": "/cas-oppija/login",
    "jako/": "/cas-oppija/login",
}
PAGES = [p for p in addresses() if p.startswith(tuple(DOORS)) and not is_open(p)]
LOGIN = {f"{step}/{door}/" for step in ("kirjaudu", "cas") for door in ("virkailija", "oppija")} | {
    "kirjaudu-ulos/",
    "istunto/",
}
FOR_ALL = {"vaatimukset/<str:koodi>/"}  # of units that are known: tests/hoks/ui/test_hoks.py
FOR_OPERATORS = {"metrics"}  # to everybody else not there at all: tests/ops/test_metrics.py
CLOSED = [
    path
    for path in addresses()
    if not is_open(path) and path not in {*PAGES, *LOGIN, *FOR_ALL, *FOR_OPERATORS}
]


def concrete(path):
    return re.sub(r"<(\w+):\w+>", lambda match: VALUES[match[1]], path)


@pytest.mark.django_db
@pytest.mark.parametrize("path", CLOSED)
def test_an_address_opens_to_those_who_show_who_they_are(path):
    answers = [getattr(Client(), method)(f"/{concrete(path)}") for method in METHODS]
    assert {answer.status_code for answer in answers} in ({401}, {401, 405})
    codes = {answer.json()["code"] for answer in answers if answer.status_code == 401}
    assert codes == {"caller-id-missing"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_a_page_behind_a_door_sends_strangers_to_log_in(path):
    client = Client(SERVER_NAME="127.0.0.1")
    answers = [client.get(f"/{concrete(path)}"), client.post(f"/{concrete(path)}")]
    assert {answer.status_code for answer in answers} <= {302, 405}
    (sent, *_) = [answer for answer in answers if answer.status_code == 302]
    assert urlsplit(sent.headers["Location"]).path.endswith(DOORS[path.split("/")[0] + "/"])
    assert sent.headers["Cache-Control"] == "no-store"


def test_the_open_addresses_are_there():
    assert set(addresses()) >= OPEN


@pytest.mark.django_db
@pytest.mark.parametrize("path", sorted(OPEN))
def test_an_open_address_is_open(path):
    path = path.replace("<slug:koodi>", "hoks-exists")
    assert Client(SERVER_NAME="127.0.0.1").get(f"/{path}").status_code in (200, 302)


# --- Errors ----------------------------------------------------------------------------------------


def all_errors(base=EhoksError):
    for kind in base.__subclasses__():
        yield kind
        yield from all_errors(kind)


ERRORS = [kind for kind in all_errors() if hasattr(kind, "code")]


def assert_three_languages(texts):
    assert isinstance(texts, Texts)
    for text in texts:
        assert text == text.strip()
        assert len(text) > 3
    placeholders = [sorted(re.findall(r"\{\w+\}", text)) for text in texts]
    assert placeholders[0] == placeholders[1] == placeholders[2]


@pytest.mark.parametrize("kind", ERRORS, ids=lambda kind: kind.__name__)
def test_an_error_has_a_code_a_status_and_words_in_three_languages(kind):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", kind.code)
    assert 400 <= kind.status < 600
    assert kind.fixer in Fixer
    assert kind.key in ("error", "message", "reason", "errors")
    assert kind.literal or kind.key == "errors"
    assert_three_languages(kind.texts)
    assert all(text.endswith(".") for text in kind.texts)


def test_errors_of_one_code_are_of_one_family():
    codes = [kind.code for kind in ERRORS]
    shared = {code for code in codes if codes.count(code) > 1}
    assert shared == {
        "hoks-not-found",
        "hoks-archived",
        "hoks-purged",
        "opiskeluoikeus-finished",
        "koski-unavailable",
    }


@pytest.mark.parametrize("code", sorted(TEXTS))
def test_a_violation_has_words_in_three_languages(code):
    assert re.fullmatch("[a-z0-9]+(-[a-z0-9]+)*", code)
    assert_three_languages(TEXTS[code])


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_help_page_has_a_place_for_every_code(rf, language):
    page = help_on_errors(rf.get("/", headers={"accept-language": language})).content.decode()
    places = re.findall(r'\bid="([^"]+)"', page)
    assert {kind.code for kind in ERRORS} <= set(places)
    assert set(TEXTS) <= set(places)
    assert len(places) == len(set(places)), "an anchor stands twice"
