"""Whatever is sent: a clear refusal in the one model of errors, and nothing written."""

import json

import pytest

from tests.conftest import API
from tests.hoks import plans
from tests.hoks.plans import nothing_written, plan, refused

pytestmark = pytest.mark.django_db


def root(text):
    """The smallest plan with one more key, as bytes; the value is JSON text."""
    return json.dumps(plan())[:-1].encode() + b', "versio": ' + text.encode() + b"}"


MALFORMED = {
    "nothing but a brace": b"{",
    "unquoted": b"{a: 1}",
    "single quotes": b"{'a': 1}",
    "comment": b"// hei\n{}",
    "trailing comma": b'{"a": 1,}',
    "text after the value": json.dumps(plan()).encode() + b" x",
    "two values": json.dumps(plan()).encode() * 2,
    "NaN": root("NaN"),
    "Infinity": root("-Infinity"),
    "leading zero": root("01"),
    "plus sign": root("+1"),
    "hexadecimal": root("0x10"),
    "control character": b'{"sahkoposti": "a\nb"}',
    "lone surrogate": b'{"sahkoposti": "\\ud800"}',
    "lone low surrogate": b'{"sahkoposti": "\\udc00x"}',
    "bad escape": b'{"sahkoposti": "\\x41"}',
    "Latin-1": '{"sahkoposti": "äiti"}'.encode("latin-1"),
    "UTF-16": json.dumps(plan()).encode("utf-16"),
    "overlong UTF-8": b'{"sahkoposti": "\xc0\x80"}',
    "raw surrogate": b'{"sahkoposti": "\xed\xa0\x80"}',
    "truncated UTF-8": b'{"sahkoposti": "\xe2\x82"}',
    "only zero bytes": b"\x00" * 100,
    "deep lists": b"[" * 100_000,
    "deep objects": b'{"a":' * 100_000,
    "deep and closed": b"[" * 100_000 + b"]" * 100_000,
    "a mark of order twice": b"\xef\xbb\xbf\xef\xbb\xbf{}",
}


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_not_json_is_refused(send, name):
    with nothing_written():
        body = refused(send(raw=MALFORMED[name]), 400, "malformed-json")
    assert body["message"] == "Malformed application/json in :muuntaja/decode"
    assert body["title"]


OTHER_SHAPES = ["[]", '"x"', "null", "1", "true", "[{}]", "   \n"]


@pytest.mark.parametrize("text", OTHER_SHAPES)
def test_what_is_not_an_object_is_refused(send, text):
    with nothing_written():
        body = refused(send(raw=text.encode()), 400, "invalid-document")
    assert isinstance(body["errors"], str)
    assert body["errors"].startswith("(not (map? ")


def test_nothing_and_null_are_told_alike(sis):
    headers = {"ticket": sis.ticket(), "caller-id": "", "content-type": "application/json"}
    nothing = sis.http.generic("POST", f"{API}/hoks", b"", headers=headers)
    for answer in (nothing, sis.post(raw=b"null")):
        assert refused(answer, 400, "invalid-document")["errors"] == "(not (map? nil))"


def test_a_mark_of_byte_order_is_passed_over(send):
    assert send(raw=b"\xef\xbb\xbf" + root("7")).status_code in (200, 204)


def test_of_a_key_sent_twice_the_last_one_counts(sis):
    hoks_id = sis.post(raw=root('1, "versio": 2')).json()["meta"]["id"]
    assert sis.document(hoks_id)["versio"] == 2


# --- Size ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("megabytes", [6, 10])
def test_a_body_too_large_is_refused(send, megabytes):
    raw = root(f'1, "sahkoposti": "{"x" * (megabytes * 1024 * 1024)}"')
    with nothing_written():
        body = refused(send(raw=raw), 413, "body-too-large")
    assert "5" in body["detail"]["fi"]


def test_a_long_text_is_stored(sis):
    text = "x" * 1_000_000
    hoks_id = sis.create(plan(sahkoposti=text))
    assert sis.document(hoks_id)["sahkoposti"] == text


def test_a_list_has_a_limit(sis):
    tuki = {"oppimisen-tuen-tyyppi-koodi-uri": "ammatillinenkoulutusoppimisentuentyyppi_02"}
    hoks_id = sis.create(plan())
    for answer in (
        sis.post(plan(plans.PEKKA, oppimisen_tuki=[tuki] * 5001)),
        sis.put(hoks_id, plan(oppimisen_tuki=[tuki] * 5001)),
    ):
        body = refused(answer, 400, "invalid-document")
        assert list(body["errors"]) == ["oppimisen-tuki"]
        assert [v["pointer"] for v in body["violations"]] == ["/oppimisen-tuki"]


def test_a_list_just_below_the_limit_is_stored(sis):
    tuki = {"oppimisen-tuen-tyyppi-koodi-uri": "ammatillinenkoulutusoppimisentuentyyppi_02"}
    hoks_id = sis.create(plan(oppimisen_tuki=[tuki] * 5000))
    assert len(sis.document(hoks_id)["oppimisen-tuki"]) == 5000


def test_nonsense_by_the_thousand_is_refused_shortly(sis):
    sent = plan() | {f"k{n}": n for n in range(50_000)}
    answer = sis.post(sent)
    refused(answer, 400, "invalid-document")
    assert len(answer.content) < 4_000_000
