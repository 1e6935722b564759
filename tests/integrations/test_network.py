"""The real network: the same answers as in process, and limits to our patience."""

import contextlib
import socket
import threading
import time

import pytest

from ehoks.integrations import (
    cas,
    eperusteet,
    http,
    koodisto,
    koski,
    lines,
    oppijanumerorekisteri,
    organisaatio,
    viestinvalitys,
)
from ehoks.integrations.errors import KoskiUnavailable

LEMPI = "1.2.246.562.24.27182818287"
RIGHT = "1.2.246.562.15.27182818289"
SERVICE = "http://127.0.0.1:8000/ehoks-virkailija-backend/cas-security-check"


def _everything():
    return [
        cas.validate_ticket(cas.get_service_ticket(SERVICE), SERVICE),
        cas.validate_ticket("ST-ä 1", SERVICE),
        koski.get_opiskeluoikeus(RIGHT),
        koski.get_opiskeluoikeus("1.2.246.562.15.10000002203"),
        koski.list_opiskeluoikeudet(LEMPI),
        oppijanumerorekisteri.get_henkilo(LEMPI),
        oppijanumerorekisteri.get_master_oid("1.2.246.562.24.10000000508"),
        organisaatio.get_organisaatio("1.2.246.562.10.2013061512345678901234"),
        organisaatio.get_organisaatio("1.2.246.562.10.99999999999"),
        koodisto.list_koodit("tutkinnonosat"),
        koodisto.list_koodit("nothing"),
        eperusteet.get_tutkinnon_osa("tutkinnonosat_106901"),
        viestinvalitys.send_viesti(
            viestinvalitys.Viesti("onni@example.org", "fi", "a", "b", "both-lines")
        ),
    ]


def test_both_lines_bring_the_same_answers(request):
    in_process = _everything()
    http.clear_caches()
    request.getfixturevalue("real_http")

    assert _everything() == in_process


@pytest.mark.parametrize("mode", ["500", "404", "broken"])
def test_faults_over_http(real_http, opintopolku, mode):
    opintopolku.set_fault("koski", mode)

    with pytest.raises(KoskiUnavailable):
        koski.get_opiskeluoikeus(RIGHT)


def test_every_call_says_who_calls(real_http, opintopolku, monkeypatch, settings):
    seen = []
    answer = opintopolku.answer

    def note(request):
        seen.append(request.environ)
        return answer(request)

    monkeypatch.setattr(opintopolku, "answer", note)
    koski.get_opiskeluoikeus(RIGHT)
    koski.list_opiskeluoikeudet(LEMPI)

    caller = settings.CALLER_ID
    for environ in seen:
        assert environ["HTTP_CALLER_ID"] == environ["HTTP_CSRF"] == caller
        assert environ["HTTP_COOKIE"] == f"CSRF={caller}"
    assert len(seen) == 2


@contextlib.contextmanager
def _server(behave):
    """A server of one connection after another that does whatever `behave` does to each."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        stop = threading.Event()

        def serve():
            listener.settimeout(0.05)
            held = []
            while not stop.is_set():
                with contextlib.suppress(TimeoutError):
                    connection, _ = listener.accept()
                    held.append(connection)
                    behave(connection)
            for connection in held:
                connection.close()

        thread = threading.Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        stop.set()
        thread.join()
    lines.close_network()


SHORT = http.Service("/koski/api", 0.2, KoskiUnavailable)


def _fails_within(seconds, settings, base, reason):
    settings.OPINTOPOLKU_URL = base
    started = time.monotonic()
    with pytest.raises(KoskiUnavailable) as caught:
        http.get(SHORT, "/opiskeluoikeus/1")
    assert caught.value.reason == reason
    assert time.monotonic() - started < seconds


def test_silence_is_a_timeout(settings):
    with _server(lambda connection: None) as base:
        _fails_within(2, settings, base, "timeout")


def test_who_is_in_a_hurry_waits_once_and_no_longer(settings):
    patient, tries = http.Service("/koski/api", 10, KoskiUnavailable), []
    with _server(tries.append) as base:
        settings.OPINTOPOLKU_URL = base
        started = time.monotonic()
        with pytest.raises(KoskiUnavailable), http.hurried(0.2):
            http.get(patient, "/opiskeluoikeus/1")
        assert time.monotonic() - started < 2
    assert len(tries) == 1


def test_a_hurry_ends_and_makes_nobody_wait_longer(settings):
    with _server(lambda connection: None) as base:
        with http.hurried(60):
            _fails_within(2, settings, base, "timeout")
        _fails_within(2, settings, base, "timeout")


def test_gibberish_is_a_failed_connection(settings):
    def babble(connection):
        connection.recv(1000)
        connection.sendall(b"hello? who is there?\r\n\r\n")
        connection.shutdown(socket.SHUT_RDWR)

    with _server(babble) as base:
        _fails_within(2, settings, base, "connection failed")


def test_hanging_up_in_the_middle_is_a_failed_connection(settings):
    def hang_up(connection):
        connection.recv(1000)
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{")
        connection.shutdown(socket.SHUT_RDWR)

    with _server(hang_up) as base:
        _fails_within(2, settings, base, "connection failed")


def test_nobody_listening_is_a_failed_connection(settings):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    _fails_within(2, settings, f"http://127.0.0.1:{port}", "connection failed")
    lines.close_network()


def test_redirect_is_not_followed_and_cookies_are_not_kept(settings):
    seen = []

    def redirect(connection):
        seen.append(connection.recv(10_000))
        connection.sendall(
            b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nSet-Cookie: JSESSIONID=1\r\n"
            b"Content-Length: 0\r\nConnection: close\r\n\r\n"
        )

    with _server(redirect) as base:
        settings.OPINTOPOLKU_URL = base
        assert [http.get(SHORT, "/x").status for _ in range(2)] == [302, 302]
    assert len(seen) == 2
    assert all(b"JSESSIONID" not in request for request in seen)
