"""The cast and their tools: information systems with tickets of their own, and a simulator to break."""

import json
from pathlib import Path

import httpx2
import pytest
from django.conf import settings
from django.test import Client

from ehoks.integrations import http
from ehoks.oppijaindex import oppilaitokset
from ehoks.ui import tila
from koodisto import lookup

# before anybody imports them: their asserts explain themselves
pytest.register_assert_rewrite("tests.contract.answers", "tests.hoks.plans", "tests.hoks.stored")

from tests.contract.answers import check_answer

API = "/ehoks-virkailija-backend/api/v1"
PAYLOADS = Path(__file__).parent / "payloads"


def payload(name):
    """A document of `tests/payloads`, a fresh copy each time."""
    return json.loads((PAYLOADS / f"{name}.json").read_text())


class Sis:
    """A student information system: gets a ticket for each call and talks to the API."""

    def __init__(self, user):
        self.user = user
        self.http = Client(SERVER_NAME="127.0.0.1")
        self.cas = httpx2.Client(
            transport=httpx2.WSGITransport(app=http.simulator()), base_url="http://opintopolku.test"
        )
        self.tgt = None

    def ticket(self, prefix="/ehoks-virkailija-backend"):
        if self.tgt is None:
            login = {"username": self.user, "password": self.user}
            answer = self.cas.post("/cas/v1/tickets", data=login)
            assert answer.status_code == 201
            self.tgt = answer.headers["location"]
        service = f"{settings.BASE_URL}{prefix}/cas-security-check"
        return self.cas.post(self.tgt, data={"service": service}).text

    def call(
        self,
        method,
        path,
        body=None,
        *,
        raw=None,
        content_type="application/json",
        contract=True,
        **headers,
    ):
        """One call below the API's prefix; `raw` sends bytes as they are.

        The answer is held against the contract, unless the test is about one that cannot keep it.
        """
        if raw is None and body is not None:
            raw = json.dumps(body).encode()
        sent = {"ticket": self.ticket(), "caller-id": "1.2.246.562.10.1.test"}
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        type_ = content_type if raw is not None else ""
        path = path if path.startswith("/ehoks") else API + path
        answer = self.http.generic(method, path, raw or b"", content_type=type_, headers=sent)
        if answer.streaming and method != "HEAD" and "ndjson" not in answer["Content-Type"]:
            vars(answer)["_json"] = json.loads(answer.getvalue())  # what `json()` looks for
        if contract:
            check_answer(method, path, answer)
        return answer

    def post(self, body=None, **more):
        return self.call("POST", "/hoks", body, **more)

    def get(self, hoks_id, **more):
        return self.call("GET", f"/hoks/{hoks_id}", **more)

    def put(self, hoks_id, body=None, **more):
        return self.call("PUT", f"/hoks/{hoks_id}", body, **more)

    def patch(self, hoks_id, body=None, **more):
        return self.call("PATCH", f"/hoks/{hoks_id}", body, **more)

    def create(self, body):
        """The id of a new plan."""
        answer = self.post(body)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["meta"]["id"]

    def document(self, hoks_id, **more):
        """The plan as GET gives it."""
        answer = self.get(hoks_id, **more)
        assert answer.status_code == 200, answer.content.decode()
        return answer.json()["data"]


@pytest.fixture(autouse=True)
def _no_codes_of_another_test():
    """The codes that a process remembers are those of one test's database."""
    yield
    lookup.forget()


@pytest.fixture(autouse=True)
def _no_schools_of_another_test(monkeypatch):
    """The schools of the index are asked for every time, but where remembering is the subject."""
    monkeypatch.setattr(oppilaitokset, "REMEMBERED", float("-inf"))
    oppilaitokset.forget()


@pytest.fixture(autouse=True)
def _no_notice_of_another_test():
    """What a process knows of the service's notice is nothing, until a test has it look."""
    tila.remember(tila.Tila(), float("inf"))


@pytest.fixture
def sis(db):
    """Sampo, the information system of the demo provider; its first call finds the codes read."""
    lookup.check([])
    return Sis("sampo")


@pytest.fixture
def other_sis(db):
    """The information system of another provider."""
    return Sis("muu-palvelu")


@pytest.fixture
def reading_sis(db):
    """A service account of the demo provider that may only read."""
    return Sis("sampo-luku")


@pytest.fixture
def simulator():
    """Opintopolku, of which nothing is remembered yet; whole again afterwards."""
    app = http.simulator()
    http.clear_caches()
    yield app
    app.clear_faults()
    http.clear_caches()
