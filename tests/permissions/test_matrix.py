"""Every address against everybody: the matrix says who may, the service answers the same."""

import json
import re
from collections import defaultdict
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.urls import URLResolver, get_resolver

from tests.conftest import API as API_BASE
from tests.conftest import Sis
from tests.hoks.plans import full_plan
from tests.hoks.ui.test_lista import SCHOOL
from tests.permissions import matrix
from tests.permissions.matrix import (
    API,
    CAST,
    CITIZENS,
    DEEDS,
    OPEN,
    OWN_API,
    PAGES,
    SERVICES,
    STAFF,
    WORKPLACE,
)
from tests.permissions.world import address, build, enter
from tests.staff import browser

pytestmark = pytest.mark.django_db
PREFIX = re.compile(r"^(ehoks-virkailija-backend|ehoks-backend)/")
UNIT = "/hankittavat-ammat-tutkinnon-osat"
FORM = {
    "oppilaitos": SCHOOL,
    "syy": "aiheeton",
    "toiminto": "lisaa",
    "paivia": "7",
    "kohta": f"{UNIT}/0/tutkinnon-osa-koodi-uri",
}
OWN_BASE = "/ehoks-oppija-backend/api/v1/oppija/"
METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


# --- The addresses that there are ---------------------------------------------------------------------


def walk(resolver, above=""):
    """Every route with its view."""
    for entry in resolver.url_patterns:
        route = above + str(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from walk(entry, route)
        else:
            yield PREFIX.sub("<prefix>/", route), entry.callback


def methods_of(view):
    """Those of a view set; of a page, those that the matrix has."""
    actions = getattr(view, "actions", None)
    return {m for m in METHODS if m.lower() in actions} if actions else None


@pytest.fixture
def world(sis):
    """What everybody looks at."""
    return build(sis)


def test_every_address_is_in_the_matrix_with_every_method():
    known = defaultdict(set)
    for method, path in PAGES:
        known[path].add(method)
    for method, path in API:
        for end in ("", "/"):
            known[f"<prefix>/api/v1/{path}{end}"].add(method)
    for method, path in OWN_API:
        known[OWN_BASE[1:] + path].add(method)
    missing, met = [], set()
    for route, view in walk(get_resolver()):
        met.add(route)
        below_admin = route.startswith(matrix.ADMIN) and route != matrix.ADMIN
        if route in (*OPEN, *matrix.ELSEWHERE) or below_admin:
            continue
        methods = methods_of(view) or known[route] or {"?"}
        missing += [f"{m} {route}" for m in methods ^ known[route]]
    assert not missing, "say in tests/permissions/matrix.py what these do"
    gone = [path for path in PAGES if path[1] not in met]
    gone += [path for path in API if f"<prefix>/api/v1/{path[1]}" not in met]
    gone += [path for path in OWN_API if OWN_BASE[1:] + path[1] not in met]
    assert not gone, "these are in the matrix only"


def test_what_is_tried_elsewhere_is_tried_there():
    for route, where in matrix.ELSEWHERE.items():
        module, _, test = where.rpartition(".")
        tried = Path(import_module(module).__file__).read_text()
        assert callable(getattr(import_module(module), test))
        assert f'"/{route}' in tried


def test_a_page_takes_the_methods_of_the_matrix_alone(world):
    """A page that takes a POST of which the matrix knows nothing is tried by nobody."""
    taken = []
    for path in {path for _, path in PAGES} - {matrix.ADMIN}:
        for method in {"GET", "POST"} - {m for m, known in PAGES if known == path}:
            answer = browser().generic(method, f"/{address(path, world)}")
            taken += [f"{method} {path}"] if answer.status_code != 405 else []
    assert not taken


# --- Who gets in ------------------------------------------------------------------------------------------


@contextmanager
def undone():
    """Whatever is done within is not."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def at_the_pages(client, who, method, path, world):
    """`yes`, `no`, or `login`."""
    where = f"/{address(path, world)}?{urlencode(FORM)}"
    with undone():
        answer = client.get(where) if method == "GET" else client.post(where, FORM)
    leads_away = answer.status_code == 302 and "/login?" in answer.headers["Location"]
    if leads_away:
        return "login"
    return "no" if answer.status_code in (401, 403, 404) else "yes"


def expected_at_the_pages(deed, who, path):
    """Whoever comes by the wrong door is sent to the right one."""
    if who in DEEDS[deed]:
        return "yes"
    own_door = (*CITIZENS, *WORKPLACE) if path.startswith(("oppija/", "jako/")) else STAFF
    return "no" if who in own_door else "login"


BODIES = dict.fromkeys(("hoks", "validointi"), json.dumps(full_plan()).encode())


def by_api(sis, who, method, path, world):
    """`yes` or `no`; who has no ticket shows none."""
    body, where = BODIES.get(path, b"{}"), f"/{address(path, world)}"
    kind = "application/x-ndjson" if path == "hoks/joukko" else "application/json"
    with undone():
        if isinstance(sis, Sis):
            sent = None if method in ("GET", "DELETE") else body
            answer = sis.call(method, where, raw=sent, content_type=kind, contract=False)
        else:
            answer = sis.generic(method, API_BASE + where, body, content_type=kind)
    assert answer.status_code != 405, f"{method} {path}"
    return "no" if answer.status_code in (401, 403, 404) else "yes"


def by_own_api(client, method, path, world):
    """`yes` or `no` to whoever the session is of."""
    where, body = OWN_BASE + address(path, world), json.dumps(world.values["jako"])
    headers = {"caller-id": "1.2.246.562.10.1.test"}
    with undone():
        answer = client.generic(
            method, where, body, content_type="application/json", headers=headers
        )
    assert answer.status_code != 405, f"{method} {path}"
    return "no" if answer.status_code in (401, 403, 404) else "yes"


@pytest.mark.parametrize("who", CAST)
def test_everybody_gets_what_is_theirs_and_nothing_else(world, who):
    client = enter(who)
    caller = Sis(who) if who in (*SERVICES, *STAFF) else client
    wrong = []
    for (method, path), deed in PAGES.items():
        found = at_the_pages(client, who, method, path, world)
        if found != (right := expected_at_the_pages(deed, who, path)):
            wrong.append(f"{method} {path}: {found}, not {right}")
    for (method, path), deed in API.items():
        right = "yes" if who in DEEDS[deed] else "no"
        if (found := by_api(caller, who, method, path, world)) != right:
            wrong.append(f"{method} {path}: {found}, not {right}")
    for (method, path), deed in OWN_API.items():
        right = "yes" if who in DEEDS[deed] else "no"
        if (found := by_own_api(client, method, path, world)) != right:
            wrong.append(f"{method} {path}: {found}, not {right}")
    assert not wrong, "\n".join(wrong)
