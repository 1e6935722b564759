"""Whatever another register answers, it is understood or counts as no answer at all."""

import contextlib
import json

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from ehoks.integrations import cas, http
from ehoks.integrations.errors import ServiceUnavailable
from ehoks.integrations.lines import Answer, line
from ehoks.integrations.viestinvalitys import ViestiRefused
from tests.fuzz import fuzzed
from tests.fuzz.nonsense import bodies, broken_bytes, header_values
from tests.hoks.plans import full_plan
from tests.integrations.test_outages import ASK

QUESTIONS = {name: (ask, folder) for name, (ask, _, folder) in ASK.items()} | {
    "citizen": (lambda: cas.validate_oppija_ticket("ST-1", "http://a"), "cas-oppija"),
    "ticket": (lambda: cas.get_service_ticket("http://a"), "cas"),
}
PATHS = {
    "onr": "/oppijanumerorekisteri-service/henkilo",
    "viestinvalitys": "/lahetys/",
    "cas": "/cas/",
    "cas-oppija": "/cas-oppija/",
}
STATUSES = [200] * 8 + [201, 204, 302, 400, 401, 403, 404, 418]
TITLES = ["location", "set-cookie", "content-type", "x"]
XML = st.sampled_from(
    [
        b'<?xml version="1.0" encoding="x"?><a/>',
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
        b"<a>" * 50_000,
        b'<s:a xmlns:s="http://www.yale.edu/tp/cas"><s:authenticationSuccess/></s:a>',
    ]
)


class Liar:
    """A line on which one service says what it is told to, and the others the truth."""

    def __init__(self, folder):
        self.path = PATHS.get(folder, f"/{folder}")
        self.real, self.heard, self.lie = line(), [], None

    def send(self, call):
        answer = self.real.send(call)
        if self.path not in call.url:
            return answer
        self.heard.append(answer)
        return self.lie(answer) if self.lie else answer


def told(data, answer):
    """What is made of a true answer: a body with something broken in it, a status, a header."""
    headers = dict(answer.headers)
    if data.draw(st.integers(0, 3)) == 0:
        headers[data.draw(st.sampled_from(TITLES))] = data.draw(header_values)
    status = data.draw(st.just(answer.status) | st.sampled_from(STATUSES))
    return Answer(status, headers, data.draw(broken(answer.content)))


def broken(raw):
    """Of a JSON answer mostly one of its values; of any other its bytes."""
    try:
        return bodies(json.loads(raw))
    except ValueError:
        return XML | broken_bytes(raw)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_is_understood_or_is_none(monkeypatch, question):
    ask, folder = QUESTIONS[question]
    liar = Liar(folder)
    monkeypatch.setattr(http, "line", lambda: liar)
    monkeypatch.setattr(http, "PAUSE_SECONDS", (0, 0))

    @fuzzed()
    @given(st.data())
    def try_one(data):
        http.clear_caches()
        liar.lie = lambda answer: told(data, answer)
        with contextlib.suppress(ServiceUnavailable, ViestiRefused):
            ask()

    try_one()
    http.clear_caches()
    assert liar.heard


@pytest.mark.django_db
@pytest.mark.parametrize("folder", ["koski", "onr", "organisaatio"])
def test_a_caller_is_told_who_does_not_answer(monkeypatch, sis, folder):
    liar = Liar(folder)
    monkeypatch.setattr(http, "line", lambda: liar)
    monkeypatch.setattr(http, "PAUSE_SECONDS", (0, 0))

    @fuzzed(0.6)
    @given(st.data())
    def try_one(data):
        http.clear_caches()
        liar.lie = lambda answer: told(data, answer)
        with transaction.atomic():
            answer = sis.post(full_plan())
            transaction.set_rollback(True)
        assert answer.status_code != 500

    try_one()
    http.clear_caches()
    assert liar.heard
