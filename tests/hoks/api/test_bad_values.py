"""Values at the edges and beyond: stored as they were, or refused at their place."""

import json

import pytest

from hoks.models import HoksVersio
from tests.hoks import plans
from tests.hoks.plans import LEMPI, full_plan, nothing_written, plan, refused

pytestmark = pytest.mark.django_db


def root(text):
    """The smallest plan with one more key, as bytes; the value is JSON text."""
    return json.dumps(plan())[:-1].encode() + b', "versio": ' + text.encode() + b"}"


INTEGERS = ["2147483648", "-2147483649", "1e400", "-1e400", "1e20", "9" * 400, "1.5", '"1"', "null"]


@pytest.mark.parametrize("text", [t for t in INTEGERS if len(t) < 100])
def test_an_integer_has_its_bounds(send, text):
    with nothing_written():
        answer = send(raw=root(text))
    assert answer.status_code == 400
    assert answer.json()["code"] in ("invalid-document", "malformed-json")


def test_an_integer_of_hundreds_of_digits_is_refused(send):
    with nothing_written():
        refused(send(raw=root("9" * 5000)), 400)


@pytest.mark.parametrize("text", ["2147483647", "-2147483648", "1.0", "-0", "1e3", "0.1e1"])
def test_an_integer_may_be_written_in_many_ways(send, text):
    assert send(raw=root(text)).status_code in (200, 204)


NO_DATES = [
    "0000-00-00",
    "0000-01-01",
    "10000-01-01",
    "2025-02-29",
    "2025-13-01",
    "2025-00-10",
    "2025-01-32",
    "2025-1-1",
    "20250101",
    "2025-W01-1",
    "2025-001",
    "2025-01-01T00:00:00Z",
    "2025-01-01 ",
    "٢٠٢٥-01-01",
    "-025-01-01",
    "",
    "15.12.2018",
]


@pytest.mark.parametrize("day", NO_DATES)
def test_a_day_that_never_was_is_refused(send, day):
    with nothing_written():
        body = refused(send(plan() | {"ensikertainen-hyvaksyminen": day}), 400, "invalid-document")
    assert list(body["errors"]) == ["ensikertainen-hyvaksyminen"]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "2024-02-29"])
def test_the_first_and_the_last_day_are_stored(sis, send, day):
    assert send(plan() | {"ensikertainen-hyvaksyminen": day}).status_code in (200, 204)
    found = sis.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}").json()["data"]
    assert found["ensikertainen-hyvaksyminen"] == day


def test_periods_at_the_edges_of_time_are_refused_or_stored(sis):
    for alku, loppu in (("0001-01-01", "9999-12-31"), ("9999-12-31", "0001-01-01")):
        for owner in (LEMPI, plans.DATELESS):
            unit = plans.osa(osaamisen_hankkimistavat=[plans.opetus(alku, loppu)])
            refused(sis.post(plan(owner, hankittavat_ammat_tutkinnon_osat=[unit])), 400)
    unit = plans.osa(osaamisen_hankkimistavat=[plans.opetus("9999-12-30", "9999-12-31")])
    sis.create(plan(plans.DATELESS, hankittavat_ammat_tutkinnon_osat=[unit]))


NO_MOMENTS = [
    "0000-01-01T00:00:00Z",
    "0001-01-01T00:00:00+02:00",
    "9999-12-31T23:59:59-02:00",
    "2025-01-01T24:00:00Z",
    "2025-01-01T23:60:00Z",
    "2025-01-01T23:59:60Z",
    "2025-01-01T10:00:00+24:00",
    "2025-01-01 10:00:00",
    "T",
    "",
    " 2025-01-01",
    "2025-W54-1",
    "2025-366",
    "10000-01-01T00:00:00Z",
]


@pytest.mark.parametrize("moment", NO_MOMENTS)
def test_a_moment_that_never_was_is_refused(send, moment):
    with nothing_written():
        body = refused(send(plan(hyvaksytty=moment)), 400, "invalid-document")
    assert list(body["errors"]) == ["hyvaksytty"]


MOMENTS = {
    "0001-01-01T00:00:00Z": "0001-01-01T00:00:00Z",
    "9999-12-31T23:59:59Z": "9999-12-31T23:59:59Z",
    "2024-12-31T23:30:00-01:00": "2025-01-01T00:30:00Z",
    "2018-12-15": "2018-12-15T00:00:00Z",
    "2018-12-15T10": "2018-12-15T10:00:00Z",
    "2018-12-15T10:20:30.123+02:00": "2018-12-15T08:20:30Z",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_moments_are_stored_in_one_form(sis, send, moment):
    assert send(plan(hyvaksytty=moment, paivitetty=moment)).status_code in (200, 204)
    found = sis.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}").json()["data"]
    assert found["hyvaksytty"] == found["paivitetty"] == MOMENTS[moment]


@pytest.mark.parametrize("text", ["\x00", "a\x00b", "\x00" * 300])
def test_a_text_without_a_form_in_the_database_is_refused(send, text):
    with nothing_written():
        body = refused(send(plan(sahkoposti=text)), 400, "invalid-document")
    assert list(body["errors"]) == ["sahkoposti"]


@pytest.mark.parametrize("key", ["\x00", "a\x00b", "ä", "", "😀", "x" * 100_000])
def test_an_odd_key_is_refused_as_any_unknown_one(send, key):
    with nothing_written():
        body = refused(send(plan() | {key: 1}), 400, "invalid-document")
    assert body["errors"] == {key: "disallowed-key"}


TEXTS = ["😀 ä \u2028 \ufeff", "\U0010ffff", "e\u0301", "\\u0000", "'; DROP TABLE hoksit; --", "%s"]


@pytest.mark.parametrize("text", TEXTS)
def test_every_other_text_comes_back_as_it_was(sis, send, text):
    assert send(plan(sahkoposti=f"<{text}>")).status_code in (200, 204)
    found = sis.call("GET", f"/hoks/opiskeluoikeus/{LEMPI.oikeus}").json()["data"]
    assert found["sahkoposti"] == f"<{text}>"


@pytest.mark.parametrize("value", [-0.5, -1e308, float("1e-400") - 1])
def test_an_amount_is_never_below_zero(sis, value):
    unit = plans.osa(opetus_ja_ohjaus_maara=value)
    refused(sis.post(plan(hankittavat_ammat_tutkinnon_osat=[unit])), 400, "invalid-document")


@pytest.mark.parametrize("text", ["0", "-0.0", "1e308", "5e-324", "0.1", "123456789.123456789"])
def test_any_other_amount_comes_back(sis, text):
    unit = plans.osa(opetus_ja_ohjaus_maara=json.loads(text))
    hoks_id = sis.create(plan(hankittavat_ammat_tutkinnon_osat=[unit]))
    stored = sis.document(hoks_id)["hankittavat-ammat-tutkinnon-osat"][0]
    assert stored["opetus-ja-ohjaus-maara"] == json.loads(text)


@pytest.mark.parametrize("text", ["1e309", "-1e309"])
def test_an_amount_beyond_all_numbers_is_refused(sis, text):
    raw = json.dumps(plan(hankittavat_ammat_tutkinnon_osat=[plans.osa(opetus_ja_ohjaus_maara=7)]))
    with nothing_written():
        refused(sis.post(raw=raw.replace(": 7", f": {text}").encode()), 400)


@pytest.mark.parametrize("key", [k for k in full_plan() if k not in plan()])
@pytest.mark.parametrize("value", [5, "x", {}, [[]], [None], True])
def test_any_wrong_shape_of_any_field_is_told_at_its_place(sis, key, value):
    answer = sis.post(plan() | {key: value})
    if key in FITTING.get(value if isinstance(value, int | str) else None, ()):
        assert answer.status_code == 200
    else:
        assert list(refused(answer, 400, "invalid-document")["errors"]) == [key]


FITTING = {
    5: ("versio", "urasuunnitelma-koodi-versio"),
    "x": ("sahkoposti", "puhelinnumero"),
}


def test_an_unknown_codes_form_is_enough(sis):
    unit = plans.osa("tutkinnonosat_" + "9" * 200)
    sis.create(plan(hankittavat_ammat_tutkinnon_osat=[unit]))
    too_long = plans.osa("tutkinnonosat_" + "9" * 300)
    refused(sis.post(plan(plans.PEKKA, hankittavat_ammat_tutkinnon_osat=[too_long])), 400)
    assert HoksVersio.objects.count() == 1
