"""A body in chunks gets the length that Django goes by."""

import io

import pytest

from ehoks.rest.chunked import give_length

LIMIT = 10


def environ(body, **more):
    return {"wsgi.input": io.BytesIO(body), "CONTENT_TYPE": "application/json", **more}


@pytest.mark.parametrize("said", ["chunked", "Chunked", " chunked "])
def test_a_body_in_chunks_is_read_and_measured(said):
    found = environ(b"12345", HTTP_TRANSFER_ENCODING=said)
    give_length(found, LIMIT)
    assert found["CONTENT_LENGTH"] == "5"
    assert found["wsgi.input"].read() == b"12345"


def test_one_that_is_too_large_says_so_and_is_not_read_to_its_end():
    source = io.BytesIO(b"x" * 100)
    found = environ(b"") | {"wsgi.input": source, "HTTP_TRANSFER_ENCODING": "chunked"}
    give_length(found, LIMIT)
    assert int(found["CONTENT_LENGTH"]) == LIMIT + 1
    assert source.tell() == LIMIT + 1


def test_an_endless_one_is_left_to_be_read_as_it_comes():
    found = environ(b"{}\n", HTTP_TRANSFER_ENCODING="chunked", CONTENT_TYPE="application/x-ndjson")
    give_length(found, LIMIT)
    assert int(found["CONTENT_LENGTH"]) > 10**15
    assert found["wsgi.input"].tell() == 0


@pytest.mark.parametrize("more", [{"CONTENT_LENGTH": "3"}, {}, {"HTTP_TRANSFER_ENCODING": "gzip"}])
def test_other_bodies_are_left_alone(more):
    found = environ(b"123", **more)
    give_length(found, LIMIT)
    assert found.get("CONTENT_LENGTH") == more.get("CONTENT_LENGTH")
    assert found["wsgi.input"].tell() == 0
