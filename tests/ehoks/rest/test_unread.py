"""A body that nobody read is read before the answer begins, as far as it is worth it."""

import io

import pytest

from ehoks.rest.unread import answer_when_read

LIMIT = 200_000


class Answer(list):
    streaming = False


def answer(body, streaming=False, reads=0, **environ):
    """What is left of the body when the answer begins, and the answer's headers."""
    source, begun = io.BytesIO(body), []
    given = {"wsgi.input": source, "CONTENT_LENGTH": str(len(body))} | environ

    def service(environ, start_response):
        environ["wsgi.input"].read(reads)
        start_response("405 Method Not Allowed", [("Allow", "GET")])
        answer = Answer([b"no"])
        answer.streaming = streaming
        return answer

    def start_response(status, headers, exc_info=None):
        begun.append((status, headers, len(body) - source.tell()))
        return lambda data: None

    assert list(answer_when_read(service, given, start_response, LIMIT)) == [b"no"]
    ((status, headers, left),) = begun
    assert status == "405 Method Not Allowed"
    assert headers[0] == ("Allow", "GET")
    return left, headers[1:]


@pytest.mark.parametrize("size", [0, 2, 65_536, LIMIT - 1])
@pytest.mark.parametrize("reads", [0, 1, LIMIT])
def test_what_was_sent_is_read(size, reads):
    assert answer(b"x" * size, reads=reads) == (0, [])


def test_a_body_in_chunks_is_read_too():
    assert answer(b"{}", HTTP_TRANSFER_ENCODING="chunked", CONTENT_LENGTH="") == (0, [])


def test_of_one_too_long_the_answer_says_that_the_connection_ends():
    left, headers = answer(b"x" * (3 * LIMIT))
    assert left > LIMIT
    assert headers == [("Connection", "close")]


def test_a_stream_reads_for_itself():
    assert answer(b"{}\n{}\n", streaming=True) == (6, [])


def test_without_a_body_nothing_is_waited_for():
    assert answer(b"next request", CONTENT_LENGTH="") == (12, [])
