"""The connection of a load's callers: it hears what HTTP/1.1 says, and does not take a piece for the whole."""

import select
import socket
import threading
from contextlib import contextmanager
from http.client import BadStatusLine, IncompleteRead

import pytest

from ehoks.management.load.connection import Connection
from ehoks.management.load.service import free_port
from tests.ops.processes import eventually

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 3\r\nETag: "a: b"\r\n\r\nyes'
CHUNKS = (
    b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nyes\r\n4;x=1\r\n, no\r\n0\r\n\r\n"
)
NOTHING = b"HTTP/1.1 204 No Content\r\n\r\n"
LAST = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nend"


@contextmanager
def server(*answers):
    """Says these in turn, hanging up after `LAST` and at the end; gives a connection and what it heard."""
    heard = []

    def serve():
        left = list(answers)
        while left:
            accepted, _ = listener.accept()
            with accepted:
                while left:
                    heard.append(accepted.recv(65_536))
                    answer = left.pop(0)
                    accepted.sendall(answer)
                    if answer == LAST:
                        break

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        caller = Connection(listener.getsockname()[1], timeout=5)
        yield caller, heard
        caller.close()
        thread.join(5)


def ask(connection, body=b"", **headers):
    return connection.ask("GET", "/x", body, headers)


def test_answers_of_every_form_one_after_the_other():
    with server(OK, CHUNKS, NOTHING, OK) as (connection, _):
        assert ask(connection) == (200, {"content-length": "3", "etag": '"a: b"'}, b"yes")
        assert ask(connection).body == b"yes, no"
        assert ask(connection) == (204, {}, b"")
        assert ask(connection).body == b"yes"


def test_what_is_asked_is_said_whole():
    with server(OK) as (connection, heard):
        ask(connection, b"{}", Ticket="ST-1")
    head, _, body = heard[0].partition(b"\r\n\r\n")
    assert head.split(b"\r\n")[0] == b"GET /x HTTP/1.1"
    assert {b"Ticket: ST-1", b"Content-Length: 2"} < set(head.split(b"\r\n"))
    assert body == b"{}"


def test_a_connection_that_the_server_ends_is_opened_anew():
    with server(LAST, OK) as (connection, _):
        assert ask(connection).body == b"end"
        assert ask(connection).body == b"yes"


def test_a_line_that_the_server_cut_without_a_word_is_opened_anew():
    with server(OK) as (connection, _):
        assert ask(connection).body == b"yes"
        assert eventually(lambda: select.select([connection._socket], [], [], 0)[0])
        connection._address = ("127.0.0.1", free_port())
        with pytest.raises(ConnectionRefusedError):  # not RemoteDisconnected: it was tried anew
            ask(connection)


@pytest.mark.parametrize("answer", [OK[:-1], OK[:40], CHUNKS[:-12], CHUNKS[:-5], CHUNKS[:-2]])
def test_a_piece_is_not_the_whole(answer):
    with server(answer) as (connection, _), pytest.raises(IncompleteRead):
        ask(connection)


@pytest.mark.parametrize("answer", [b"", b"SSH-2.0\r\n\r\n"])
def test_what_is_no_answer_is_none(answer):
    with server(answer) as (connection, _), pytest.raises(BadStatusLine):
        ask(connection)
