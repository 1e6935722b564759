"""Everything around the body: prefixes, methods, media types, caching."""

import pytest

from tests.conftest import API
from tests.hoks import plans
from tests.hoks.plans import nothing_written, plan, refused

pytestmark = pytest.mark.django_db

ALIAS = "/ehoks-backend"
ONE = "GET, PUT, PATCH, DELETE, HEAD, OPTIONS"


# --- The other prefix ------------------------------------------------------------------------------


@pytest.fixture
def alias(sis):
    """Sampo, which gets its tickets for the other prefix."""
    own = sis.ticket
    sis.ticket = lambda: own(ALIAS)
    return sis


def test_a_plan_is_stored_and_read_under_the_other_prefix(alias):
    answer = alias.call("POST", f"{ALIAS}/api/v1/hoks", plan())
    hoks_id = answer.json()["meta"]["id"]
    uri = f"{ALIAS}/api/v1/hoks/{hoks_id}"
    assert answer.json()["data"]["uri"] == answer.headers["Location"] == uri
    assert alias.call("GET", uri).json()["data"]["id"] == hoks_id
    assert alias.call("PUT", uri, plan(versio=2)).status_code == 204
    assert alias.call("PATCH", uri, {"versio": 3}).status_code == 204
    found = alias.call("GET", f"{ALIAS}/api/v1/hoks/opiskeluoikeus/{plans.LEMPI.oikeus}")
    assert found.json()["data"]["versio"] == 3
    body = refused(alias.call("POST", f"{ALIAS}/api/v1/hoks", plan()), 400, "hoks-exists")
    assert body["uri"] == uri


def test_a_ticket_is_good_for_its_own_prefix_only(alias):
    refused(alias.call("GET", f"{API}/hoks/1"), 401, "ticket-invalid")


def test_a_ticket_for_the_main_prefix_does_not_open_the_other(sis):
    refused(sis.call("GET", f"{ALIAS}/api/v1/hoks/1"), 401, "ticket-invalid")


def test_the_service_of_a_ticket_is_not_taken_from_the_host_header(sis):
    hoks_id = sis.create(plan())
    sis.http.defaults["SERVER_NAME"] = "localhost"
    assert sis.get(hoks_id).status_code == 200


# --- Caching ---------------------------------------------------------------------------------------


def test_nothing_is_cached_without_asking(sis):
    hoks_id = sis.create(plan())
    etag = sis.get(hoks_id).headers["ETag"]
    answers = [
        sis.get(hoks_id),
        sis.get(hoks_id, if_none_match=etag),
        sis.put(hoks_id, plan()),
        sis.post({}),
        sis.get(hoks_id + 1),
        sis.call("GET", "/nowhere"),
        sis.call("OPTIONS", "/hoks"),
        sis.http.get(f"{API}/hoks/1"),
        sis.http.get("/nowhere"),
    ]
    for answer in answers:
        assert answer.headers["Cache-Control"] == "no-cache, max-age=0"
        assert answer.headers["Expires"] == "0"
        assert answer.headers["X-Request-Id"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Set-Cookie" not in answer.headers


def test_header_names_have_no_case(sis):
    sis.create(plan())
    answer = sis.http.get(
        f"{API}/hoks/opiskeluoikeus/{plans.LEMPI.oikeus}",
        headers={"Ticket": sis.ticket(), "CALLER-ID": ""},
    )
    assert answer.status_code == 200


# --- Methods ---------------------------------------------------------------------------------------

METHODS = {
    "/hoks": "POST, OPTIONS",
    "/hoks/": "POST, OPTIONS",
    "/hoks/1": ONE,
    "/hoks/1/hankintakoulutukset": "GET, HEAD, OPTIONS",
    "/hoks/opiskeluoikeus/1.2.246.562.15.10000000009": "GET, PUT, HEAD, OPTIONS",
}


@pytest.mark.parametrize("path", METHODS)
def test_the_methods_of_an_address_are_told_to_anyone(sis, path):
    answer = sis.http.options(f"{API}{path}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert answer.headers["Allow"] == METHODS[path]


WRONG = [
    (method, path)
    for path, allowed in METHODS.items()
    for method in ("GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "QUERY", "HEAD")
    if method not in allowed
]


@pytest.mark.parametrize(("method", "path"), WRONG)
def test_a_wrong_method_is_told_with_the_right_ones(sis, method, path):
    with nothing_written():
        answer = sis.call(method, path, plan())
    assert answer.status_code == 405
    assert answer.headers["Allow"] == METHODS[path]
    if method != "HEAD":
        body = refused(answer, 405, "method-not-allowed")
        assert body["reason"] == "Route not found"


# --- Addresses -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere",
        "/hoks/1/",
        "/hoks/1/nowhere",
        "/hoks//1",
        "/HOKS",
        "/hoks/opiskeluoikeus",
        "/hoks/opiskeluoikeus/",
        "/hoks/1/hankintakoulutukset/",
        "/",
        "",
    ],
)
def test_where_nothing_is_the_answer_says_so(sis, path):
    body = refused(sis.call("GET", f"{API}{path}"), 404, "route-not-found")
    assert body["reason"] == "Route not found"


@pytest.mark.parametrize("path", ["/nowhere", "/ehoks", "/ehoks-virkailija-backend/nowhere"])
def test_outside_the_api_the_answer_is_the_same(sis, path):
    refused(sis.http.get(path), 404, "route-not-found")


def test_the_collection_has_a_slash_or_none(sis):
    answer = sis.call("POST", "/hoks/", plan())
    assert answer.status_code == 200
    assert answer.json()["data"]["uri"] == f"{API}/hoks/{answer.json()['meta']['id']}"


# --- Media types -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "type_",
    ["application/json", "application/json;charset=UTF-8", "Application/JSON ; charset=utf-8"],
)
def test_json_may_be_called_json_in_many_ways(sis, type_):
    assert sis.post(plan(), content_type=type_).status_code == 200


@pytest.mark.parametrize(
    "type_",
    [
        "",
        "text/plain",
        "application/vnd.api+json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/jsonx",
        "json",
        "application/edn",
    ],
)
@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH"])
def test_a_body_of_another_type_is_refused(sis, type_, method):
    path = "/hoks" if method == "POST" else f"/hoks/{sis.create(plan())}"
    with nothing_written():
        answer = sis.call(method, path, plan(), content_type=type_)
        body = refused(answer, 415, "unsupported-media-type")
    assert body["error"] == "Content-Type must be application/json"


@pytest.mark.parametrize("accept", ["text/html", "application/edn", "image/*", "nonsense", ""])
def test_the_answer_is_json_whatever_is_asked(sis, accept):
    hoks_id = sis.create(plan())
    answer = sis.get(hoks_id, accept=accept)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert refused(sis.get(hoks_id + 1, accept=accept), 404)


@pytest.mark.parametrize("query", ["?format=xml", "?format=api", "?x=1&x=2", "?%00"])
def test_unknown_query_parameters_are_passed_over(sis, query):
    hoks_id = sis.create(plan())
    assert sis.get(f"{hoks_id}{query}").status_code == 200


def test_odd_headers_are_stored_nowhere_whole(sis):
    hoks_id = sis.create(plan())
    for value in ("x" * 8000, "ä" * 300, "a\x00b"):
        answer = sis.get(hoks_id, user_agent=value, caller_id=value)
        assert answer.status_code == 200
