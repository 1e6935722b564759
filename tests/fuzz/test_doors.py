"""Whatever a caller or a browser sends, it is stored or refused in words: never a fault of ours."""

import json

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from ehoks.rest import wire
from tests.conftest import API, payload
from tests.contract.answers import check_answer
from tests.fuzz import fuzzed
from tests.fuzz.nonsense import bodies, header_values, texts
from tests.hoks.plans import LEMPI, full_plan, plan
from tests.staff import browser, log_in

pytestmark = pytest.mark.django_db
SCHOOL = "1.2.246.562.10.27182818289"
WRITES = [
    ("POST", "/validointi"),
    ("PUT", "/hoks/{id}"),
    ("PATCH", "/hoks/{id}"),
    ("PUT", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}"),
    ("POST", "/hoks/{id}/hankittava-ammat-tutkinnon-osa"),
    ("POST", "/hoks/{id}/puuttuva-ammatillinen-osaaminen"),
    ("PUT", "/hoks/{id}/olemassa-oleva-osaaminen/{id}"),
    ("POST", "/hoks/tasmaytys"),
]
HEADERS = [
    *("caller-id", "ticket", "if-match", "if-none-match", "idempotency-key", "prefer", "accept"),
    *("x-request-id", "x-forwarded-for", "accept-language", "user-agent", "cookie", "host"),
    *("content-type", "hx-request", "hx-target"),  # lengths are the web server's business
]
QUESTIONS = {
    "/tiedonsiirrot": ("tila", "alku", "loppu", "opiskeluoikeus-oid", "raja", "ennen-id", "muoto"),
    "/hoks/luettelo": ("alkaen-id", "raja"),
    "/hoks/paged": ("amount", "from-id", "updated-after"),
}
SEARCHES = {
    f"/virkailija/{SCHOOL}/opiskelijat/": (
        *("haku", "tila", "kasin", "hankinta", "jarjesta", "suunta", "sivu", "koko", "lang"),
    ),
    "/virkailija/tiedonsiirrot/": (
        "tila",
        "haku",
        "jarjestelma",
        "alku",
        "loppu",
        "ennen",
        "muoto",
    ),
    f"/virkailija/{SCHOOL}/raportit/tyopaikkajaksot/": (
        *("alku", "loppu", "vain", "sivu", "muoto", "jarjesta", "suunta"),
    ),
    "/ehoks-virkailija-backend/ohje/virheet": ("kuka", "lang"),
    "/ehoks-virkailija-backend/ohje/virheet/hoks-exists": ("lang",),
    "/ehoks-virkailija-backend/json-viewer/index.html": ("haku", "metodi", "auki", "lang"),
    "/kirjaudu/virkailija/": ("next", "lang"),
    "/cas/virkailija/": ("ticket",),
    "/cas/oppija/": ("ticket",),
}


def held(answer, method="GET", path=""):
    """An answer that the contract knows, and no fault of ours."""
    assert answer.status_code < 500, answer.content[:300]
    if path:
        check_answer(method, path, answer)
    return answer


def every(strategy, try_one, share=1.0):
    """Try what the strategy makes; what a try writes is undone."""

    @fuzzed(share)
    @given(strategy)
    def run(value):
        with transaction.atomic():
            try_one(value)
            transaction.set_rollback(True)

    run()


def queries(names):
    """Some of the parameters, and others, each with anything in it."""
    return st.dictionaries(st.sampled_from(names) | texts, texts, max_size=3)


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_a_body(sis, method, path):
    hoks_id = sis.create(full_plan())
    address = path.format(id=hoks_id)
    good = full_plan()
    if "tasmaytys" in path:
        good = {"hoksit": [{"opiskeluoikeus-oid": LEMPI.oikeus, "tiiviste": "0"}], "kattava": True}
    elif path.count("/") > 2 and "opiskeluoikeus" not in path:
        good = good["hankittavat-ammat-tutkinnon-osat"][0]
    every(bodies(good), lambda raw: held(sis.call(method, address, raw=raw)))


def test_lines(sis):
    def send(lines):
        raw = b"\n".join(lines)
        answer = sis.call(
            "POST", "/hoks/joukko", raw=raw, content_type="application/x-ndjson", contract=False
        )
        verdicts = [json.loads(line) for line in held(answer).getvalue().splitlines()]
        assert len(verdicts) == sum(1 for line in raw.split(b"\n") if line.strip())
        assert not [v for v in verdicts if v.get("status") == 500]

    every(st.lists(bodies(plan()), min_size=1, max_size=4).filter(any), send)


def test_headers(sis):
    hoks_id = sis.create(plan())

    def send(headers):
        sent = {"caller-id": "1.2.246.562.10.1.test", **headers}
        for method, body in (("GET", b""), ("POST", b"{}")):
            path = f"{API}/hoks" if body else f"{API}/hoks/{hoks_id}"
            ticket = {} if "ticket" in headers else {"ticket": sis.ticket()}
            answer = sis.http.generic(
                method, path, body, content_type="application/json", headers=sent | ticket
            )
            if answer.status_code != 400 or "host" not in headers:
                held(answer, method, path)

    every(st.dictionaries(st.sampled_from(HEADERS), header_values, min_size=1, max_size=3), send)


@pytest.mark.parametrize("path", QUESTIONS)
def test_a_question_of_a_system(sis, path):
    user = sis if "paged" not in path else type(sis)("oph-palvelu")

    def ask(query):
        answer = user.http.get(
            API + path, query, headers={"ticket": user.ticket(), "caller-id": "1.2.246.562.10.1.t"}
        )
        if answer.streaming:
            assert answer.getvalue()
        else:
            held(answer, "GET", API + path)

    every(queries(QUESTIONS[path]), ask)


@pytest.mark.parametrize("path", SEARCHES)
def test_a_question_of_a_browser(sis, path):
    sis.create(plan())
    client = log_in("vaino")
    every(queries(SEARCHES[path]), lambda query: held(client.get(path, query)), 0.4)


def test_an_address(sis):
    pieces = st.lists(
        texts | st.sampled_from(["hoks", "1", "opiskeluoikeus", "virkailija", "hoks.pdf", "cas"]),
        max_size=5,
    )

    def ask(path):
        address = "/" + "/".join(path).replace("\r", "").replace("\n", "")
        held(sis.http.get(address))
        held(sis.http.get(f"{API}{address}", headers={"caller-id": "x", "ticket": sis.ticket()}))

    every(pieces, ask)


def test_the_word_of_cas_that_a_session_is_over(db):
    good = b"<a xmlns:p='urn:p'><p:SessionIndex>ST-1</p:SessionIndex></a>"
    words = texts | st.sampled_from(
        ["<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "<a>" * 6000, "<?xml encoding='x'?><a/>"]
    )
    client = browser()

    def say(text):
        answer = client.post("/cas/virkailija/", {"logoutRequest": text})
        assert held(answer).status_code == 200

    every(words | st.integers(0, len(good)).map(lambda n: good[:n].decode()), say)


def test_json_is_read_or_refused_and_never_else():
    @fuzzed(4)
    @given(bodies(payload("minimal")))
    def read(raw):
        try:
            value = wire.parse_json(raw)
        except wire.MalformedJson:
            return
        assert value is None or json.loads(raw.removeprefix(b"\xef\xbb\xbf")) == value

    read()
