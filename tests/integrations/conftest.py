"""A whole Opintopolku before each test, retries that do not dawdle, and the same over a real socket."""

import threading
from typing import TypeVar
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest

from ehoks.integrations import http, lines

T = TypeVar("T")


def known(value: T | None) -> T:
    """What the services did find."""
    assert value is not None
    return value


@pytest.fixture(autouse=True)
def opintopolku(monkeypatch):
    """The simulator in this process, mended before and after."""
    app = http.simulator()
    app.clear_faults()
    http.clear_caches()
    monkeypatch.setattr(http, "PAUSE_SECONDS", (0, 0))
    yield app
    app.clear_faults()
    http.clear_caches()


@pytest.fixture
def calls(opintopolku, monkeypatch):
    """The paths that reach the simulator."""
    seen = []
    answer = opintopolku.answer

    def counted(request):
        seen.append(f"{request.method} {request.environ['PATH_INFO']}")
        return answer(request)

    monkeypatch.setattr(opintopolku, "answer", counted)
    return seen


class _Silent(WSGIRequestHandler):
    def log_message(self, *_args):
        """Say nothing."""


@pytest.fixture
def real_http(opintopolku, settings):
    """The same simulator behind a real socket, and the settings that make us use it."""
    server = make_server("127.0.0.1", 0, opintopolku, handler_class=_Silent)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    base = f"http://127.0.0.1:{server.server_port}"
    settings.OPINTOPOLKU_URL = settings.EPERUSTEET_URL = settings.VIESTINVALITYS_URL = base
    yield base
    server.shutdown()
    thread.join()
    server.server_close()
    http.clear_caches()
    lines.close_network()
