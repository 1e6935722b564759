"""Every row of the route list is called on a running service, under both prefixes."""

import http.client
import re
import socket
import time
from itertools import product

import httpx2
import pytest

from hoks.api import urls
from sharing.api.urls import oppija_patterns, transfer_patterns
from tests.docs.test_papers import ROOT

PREFIXES = ("/ehoks-virkailija-backend", "/ehoks-backend")
LIST = (ROOT / "docs" / "reitit.md").read_text()
ROW = re.compile(r"^\| ✔ \| ([A-Z, ]+) \| `(/[^`]+)` \|", re.MULTILINE)
NOBODYS = "999999999"  # no plan and no part has this number
HOLES = {
    "{id}": NOBODYS,
    "{osa}": NOBODYS,
    "{rivi}": NOBODYS,
    "{jako}": "0f3bb2a4-9f5c-4f6e-8d0f-3f0d6a1c2b3d",
    "{oid}": "1.2.246.562.15.27182818289",
}
STUDENTS = "/ehoks-oppija-backend/api/v1/oppija"
MISSING = {f"{thing}-not-found" for thing in ("hoks", "part", "opiskeluoikeus", "transfer")}


def rows(text=LIST):
    """Method and path of each route, below the prefix."""
    routes, _, rest = text.partition("\n## With a student's session\n")
    students, _, pages = rest.partition("\n## To be read\n")
    for part, below in ((routes, "/api/v1"), (students, STUDENTS), (pages, "")):
        for methods, path in ROW.findall(part):
            yield from ((method, below + path) for method in methods.split(", "))


class Caller:
    """`oph-palvelu`, which may call everything, with a ticket for each call."""

    def __init__(self, port):
        self.base = f"http://127.0.0.1:{port}"
        self.client = httpx2.Client(timeout=30)
        login = {"username": "oph-palvelu", "password": "oph-palvelu"}
        granted = self.client.post(f"{self.base}/simulator/cas/v1/tickets", data=login)
        self.tgt = granted.headers["Location"]

    def call(self, prefix, method, path, body=b"{}"):
        """The answer; a write sends the body."""
        service = {"service": f"{self.base}{prefix}/cas-security-check"}
        headers = {
            "ticket": self.client.post(self.tgt, data=service).text,
            "Caller-Id": "1.2.246.562.10.00000000001.reitit",
            "Content-Type": "application/x-ndjson" if "joukko" in path else "application/json",
        }
        for hole, value in HOLES.items():
            path = path.replace(hole, value)
        content = body if method in ("POST", "PUT", "PATCH") else None
        url = f"{self.base}{prefix}{path}"
        return self.client.request(method, url, headers=headers, content=content)


def complaint(answer):
    """Why the answer does not come from a route, or None: a plan that is not there is no such."""
    if answer.status_code in (401, 403, 405) or answer.status_code >= 500:
        return str(answer.status_code)
    if answer.status_code == 404 and not any(f'"code":"{code}"' in answer.text for code in MISSING):
        return "no such route"
    return None


@pytest.fixture(scope="module")
def caller(service):
    caller = Caller(service[0])
    yield caller
    caller.client.close()


@pytest.mark.server
def test_every_row_is_served(caller):
    wrong = [
        f"{method} {prefix}{path}: {found}"
        for prefix, (method, path) in product(PREFIXES, rows())
        if not path.startswith(STUDENTS) and (found := complaint(caller.call(prefix, method, path)))
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.server
def test_every_row_of_students_is_served_to_a_session_and_to_nothing_else(caller):
    """A ticket is no session; a path that is not served asks for none."""
    paths = [(method, path) for method, path in rows() if path.startswith(STUDENTS)]
    assert len(paths) == 4
    for method, path in paths:
        assert caller.call("", method, path).json()["code"] == "session-missing", path
    assert complaint(caller.call("", "GET", f"{STUDENTS}/jaot/{{jako}}")) == "no such route"


@pytest.mark.server
def test_a_row_that_is_not_served_would_be_found(caller):
    for prefix in PREFIXES:
        assert complaint(caller.call(prefix, "GET", "/api/v1/hoks/{id}/naytot")) == "no such route"
        assert complaint(caller.call(prefix, "PUT", "/api/v1/hoks")) == "405"
        assert complaint(caller.call(prefix, "GET", "/doc/index")) == "no such route"


@pytest.mark.server
def test_a_body_may_come_in_chunks(caller):
    whole = caller.call(PREFIXES[0], "POST", "/api/v1/validointi").json()
    pieces = caller.call(PREFIXES[0], "POST", "/api/v1/validointi", iter([b"{", b"}"])).json()
    assert len(pieces["violations"]) == 4
    assert pieces["violations"] == whole["violations"]


@pytest.mark.server
def test_a_refusal_that_needs_no_body_keeps_the_connection(service):
    """Sent late, as a body in a packet of its own is: the next request must find the line open."""
    head = f"Host: 127.0.0.1:{service[0]}\r\nContent-Length: 2\r\n\r\n"
    with socket.create_connection(("127.0.0.1", service[0]), timeout=10) as line:
        for _ in range(3):
            line.sendall(f"PUT {PREFIXES[0]}/api/v1/hoks HTTP/1.1\r\n{head}".encode())
            time.sleep(0.1)
            line.sendall(b"{}")
            answer = http.client.HTTPResponse(line)
            answer.begin()
            answer.read()
            assert (answer.status, answer.getheader("Connection")) == (405, None)


# --- What holds of the text ------------------------------------------------------------------------


def test_every_line_of_a_route_is_a_row():
    lines = [line for line in LIST.splitlines() if line.startswith("|") and "`/" in line]
    assert len(lines) == len(ROW.findall(LIST)) > 50


def test_no_row_stands_twice():
    assert len(set(rows())) == len(list(rows()))


def test_each_part_promised_has_its_four_methods():
    promised = (
        "puuttuva-ammatillinen-osaaminen",
        "puuttuva-paikallinen-tutkinnon-osa",
        "puuttuvat-yhteiset-tutkinnon-osat",
        "opiskeluvalmiuksia-tukevat-opinnot",
        "olemassa-oleva-osaaminen",
        "hankitun-paikallisen-osaamisen-naytto",
    )
    listed = LIST.partition("\n## Promised in 2018\n")[2].partition("\n## ")[0]
    for part in promised:
        found = {method for method, path in rows(listed) if f"/{part}" in path}
        assert found == {"POST", "GET", "PUT", "PATCH"}


def test_every_route_of_the_code_is_listed_with_its_methods():
    listed = {(method, re.sub(r"\{\w+\}", "{}", path)) for method, path in rows()}
    served = set()
    transfers = [("/api/v1/", p) for p in (*urls.urlpatterns, *urls.aliases, *transfer_patterns)]
    for below, pattern in (*transfers, *((f"{STUDENTS}/jaot/", p) for p in oppija_patterns)):
        path = re.sub("<[^>]+>", "{}", f"{below}{pattern.pattern}").rstrip("/")
        served |= {(method.upper(), path) for method in pattern.callback.actions}
    assert len(served) > 80
    assert {(method, path) for method, path in served if method != "HEAD"} <= listed
