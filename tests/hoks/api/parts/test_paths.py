"""Every address of a part: today's, the old ones, both prefixes, with a slash and without."""

from typing import Any

import pytest
from django.urls import URLPattern, get_resolver

from tests.conftest import Sis
from tests.hoks.api.parts.kinds import ALIASES, FLAT_NAYTTO, KINDS, NAYTTO, OSAAMINEN, Parts
from tests.hoks.plans import full_plan, refused

PREFIXES = ("ehoks-virkailija-backend", "ehoks-backend")
OF_ONE = {"get", "put", "patch"}
OF_ALL = {"get", "post"}
TAPA = "osaamisen-hankkimistapa"  # comes and goes with its unit: nothing is added here
OTHERS = {"hankintakoulutukset", "palautus", "jaot"}  # below a plan too, but no parts


def written_down():
    """What each address of parts below a plan can do."""
    nested = f"{KINDS['HPTO'].segment}/<int:osa_id>/{NAYTTO}"
    segments = [kind.segment for kind in KINDS.values()] + [alias for _, alias in ALIASES]
    found: dict = {}
    for segment in [*segments, FLAT_NAYTTO, nested]:
        found |= {segment: OF_ALL, f"{segment}/<int:part_id>": OF_ONE}
    found |= {TAPA: {"get"}, f"{TAPA}/<int:part_id>": OF_ONE}
    found |= {OSAAMINEN: OF_ALL, f"{OSAAMINEN}/<int:own_id>": OF_ONE}
    return {path + slash: methods for path, methods in found.items() for slash in ("", "/")}


def addresses(patterns, prefix=""):
    for pattern in patterns:
        path = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield path, set(getattr(pattern.callback, "actions", {})) - {"head"}
        else:
            yield from addresses(pattern.url_patterns, path)


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_addresses_of_parts_are_these(prefix):
    root = f"{prefix}/api/v1/hoks/<int:hoks_id>/"
    listed = [
        (path.removeprefix(root), methods)
        for path, methods in addresses(get_resolver().url_patterns)
        if path.startswith(root)
    ]
    found = dict(listed)
    assert len(found) == len(listed), "an address stands twice"
    assert {k: v for k, v in found.items() if k.split("/")[0] not in OTHERS} == written_down()


def test_there_are_seventy_two_of_them():
    assert len(KINDS) + len(ALIASES) + 4 == 18
    assert len(written_down()) == 72


@pytest.mark.django_db
@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("slash", ["", "/"])
@pytest.mark.parametrize(
    ("name", "segment"), [*((n, k.segment) for n, k in KINDS.items()), *ALIASES]
)
def test_each_spelling_of_an_address_leads_to_the_same_part(parts, prefix, slash, name, segment):
    caller: Any = Sis("sampo")
    own = caller.ticket
    caller.ticket = lambda: own(f"/{prefix}")
    root = f"/{prefix}/api/v1/hoks/{parts.hoks_id}/{segment}"
    answer = caller.call("POST", root + slash, KINDS[name].required())
    part_id = answer.json()["meta"]["id"]
    uri = f"{root}/{part_id}"
    assert answer.json()["data"] == {"uri": uri}
    assert answer.headers["Location"] == uri
    assert caller.call("PATCH", uri + slash, {}).status_code == 204
    body = KINDS[name].sample()
    assert caller.call("PUT", uri + slash, body).status_code == 204
    found = caller.call("GET", uri + slash).json()
    assert found == {"meta": {}, "data": parts.read(name, part_id)}
    assert caller.call("GET", root + slash).json()["data"] == parts.read(name)
    assert [part["id"] for part in parts.sis.document(parts.hoks_id)[KINDS[name].key]] == [
        parts.first(name),
        part_id,
    ]


@pytest.mark.django_db
@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize(("method", "part_id"), [("PUT", None), ("POST", 1), ("DELETE", 1)])
def test_a_known_address_names_its_methods(parts, name, method, part_id):
    answer = parts.call(method, name, part_id, {}, contract=False)
    body = refused(answer, 405, "method-not-allowed")
    assert body["reason"] == "Route not found"
    assert "GET" in answer.headers["Allow"]


@pytest.mark.django_db
@pytest.mark.parametrize("part_id", ["x", "-1", "1.0", "9" * 5000])
def test_what_is_no_id_names_nothing(parts, part_id):
    refused(parts.get("HATO", part_id, contract=False), 404)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [2**31, 2**63, 2**200])
def test_a_large_id_names_nothing(parts, number):
    body = refused(parts.get("HATO", number), 404, "part-not-found")
    assert body["error"] == KINDS["HATO"].missing
    elsewhere = Parts(parts.sis, number)
    for answer in (
        elsewhere.get("HATO", 1),
        elsewhere.post("HATO", {}),
        elsewhere.put("OTO", 1, {}),
    ):
        refused(answer, 404, "hoks-not-found")


@pytest.mark.django_db
def test_another_prefix_leads_nowhere(sis):
    hoks_id = sis.create(full_plan())
    body = refused(sis.call("GET", f"/ehoks-muu/api/v1/hoks/{hoks_id}", contract=False), 404)
    assert "reason" in body
