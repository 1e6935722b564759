"""A simulator with a folder of its own, and a browser small enough to hold in one hand."""

import base64
import io
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import orjson
import pytest

from ehoks.simulator import create_app


class Answer(NamedTuple):
    status: int
    headers: dict
    body: bytes

    @property
    def text(self):
        return self.body.decode()

    @property
    def json(self):
        return orjson.loads(self.body)


class Caller:
    """Calls a WSGI application mounted under `mount`."""

    def __init__(self, app, mount=""):
        self.app, self.mount = app, mount

    def get(self, url, *, query=None, user=None, accept="*/*"):
        return self._call("GET", url, b"", query=query, user=user, accept=accept)

    def post(self, url, *, form=None, json=None, user=None, accept="*/*"):
        body = urlencode(form).encode() if json is None else orjson.dumps(json)
        return self._call("POST", url, body, user=user, accept=accept)

    def _call(self, method, url, body, *, query=None, user=None, accept="*/*"):
        path, in_url = urlsplit(url).path, urlsplit(url).query
        environ = {
            "REQUEST_METHOD": method,
            "SCRIPT_NAME": self.mount,
            "PATH_INFO": path.removeprefix(self.mount),
            "QUERY_STRING": urlencode(query) if query else in_url,
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_HOST": "127.0.0.1:8000",
            "HTTP_ACCEPT": accept,
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(body),
        }
        if user:
            basic = base64.b64encode(f"{user[0]}:{user[1]}".encode()).decode()
            environ["HTTP_AUTHORIZATION"] = f"Basic {basic}"
        seen = []
        chunks = self.app(environ, lambda status, headers: seen.append((status, headers)))
        ((status, headers),) = seen
        return Answer(int(status.split()[0]), dict(headers), b"".join(chunks))

    def granting_ticket(self, username):
        form = {"username": username, "password": username}
        return self.post("/cas/v1/tickets", form=form).headers["Location"]

    def ticket(self, username, service):
        return self.post(self.granting_ticket(username), form={"service": service}).text

    def validate(self, ticket, service, desk="/cas/p3"):
        return self.get(f"{desk}/serviceValidate", query={"service": service, "ticket": ticket})


@pytest.fixture
def simulator(tmp_path):
    return create_app(None, tmp_path)


@pytest.fixture
def caller(simulator):
    return Caller(simulator)
