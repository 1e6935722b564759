"""Many plans in one call or one file: a verdict a line, never all or nothing."""

import json

import pytest
from django.core.management import CommandError, call_command

from hoks.models import Hoks, HoksVersio
from tests.hoks.plans import LEMPI, MINTTU, PEKKA, plan, refused

NDJSON = "application/x-ndjson"


def lines(*documents):
    return b"\n".join(d if isinstance(d, bytes) else json.dumps(d).encode() for d in documents)


def send(sis, *documents, content_type=NDJSON):
    return sis.call(
        "POST", "/hoks/joukko", raw=lines(*documents), content_type=content_type, contract=False
    )


def verdicts(answer):
    assert answer.status_code == 200
    assert answer["Content-Type"] == NDJSON
    return [json.loads(line) for line in answer.getvalue().splitlines()]


def test_each_line_has_its_verdict(sis):
    found = verdicts(send(sis, plan(), plan(PEKKA, versio="x"), b"{", b"", plan(MINTTU)))
    assert [(v["rivi"], v["tulos"]) for v in found] == [
        (1, "tallennettu"),
        (2, "hylatty"),
        (3, "hylatty"),
        (5, "tallennettu"),
    ]
    assert found[0]["id"] == Hoks.objects.get(opiskeluoikeus_oid=LEMPI.oikeus).pk
    assert found[1]["opiskeluoikeus-oid"] == PEKKA.oikeus
    assert found[1]["virhe"]["violations"][0]["pointer"] == "/versio"
    assert (found[2]["status"], found[2]["virhe"]["code"]) == (400, "malformed-json")
    assert Hoks.objects.count() == 2


def test_a_plan_that_is_there_is_replaced_and_the_same_again_changes_nothing(sis):
    hoks_id = sis.create(plan(versio=1))
    for _ in range(2):
        assert verdicts(send(sis, plan(versio=2)))[0]["id"] == hoks_id
    assert sis.document(hoks_id)["versio"] == 2
    assert HoksVersio.objects.count() == 2


def test_a_line_without_a_study_right_is_told_what_is_wrong(sis):
    (found,) = verdicts(send(sis, {}))
    assert found["opiskeluoikeus-oid"] is None
    assert "opiskeluoikeus-oid" in found["virhe"]["errors"]


def test_another_provider_is_refused_line_by_line(sis, other_sis):
    (found,) = verdicts(send(other_sis, plan()))
    assert found["virhe"]["code"] == "no-privilege"


def test_the_body_must_be_called_what_it_is(sis):
    refused(send(sis, plan(), content_type="application/json"), 415, "unsupported-media-type")


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "plans.ndjson"
    path.write_bytes(lines(plan(), plan(PEKKA), plan(MINTTU)) + b"\n")
    return path


def results(path):
    return list(map(json.loads, path.with_name(f"{path.name}.tulokset").read_text().splitlines()))


def test_a_file_is_brought_in_and_its_verdicts_written(db, file):
    call_command("tuo_hoksit", file)
    assert [r["tulos"] for r in results(file)] == ["tallennettu"] * 3
    assert Hoks.objects.count() == 3


def test_a_run_that_broke_off_goes_on_after_its_last_verdict(db, file):
    done = file.with_name(f"{file.name}.tulokset")
    done.write_bytes(b'{"rivi":1,"tulos":"tallennettu"}\n{"rivi":2,"tul')
    call_command("tuo_hoksit", file)
    assert [r["rivi"] for r in results(file)] == [1, 2, 3]
    assert set(Hoks.objects.values_list("opiskeluoikeus_oid", flat=True)) == {
        PEKKA.oikeus,
        MINTTU.oikeus,
    }


def test_a_refused_line_is_counted_and_the_others_stay(db, file):
    file.write_bytes(lines(plan(versio="x"), plan(PEKKA)))
    with pytest.raises(CommandError, match="1 plans were refused"):
        call_command("tuo_hoksit", file)
    assert Hoks.objects.count() == 1
    call_command("tuo_hoksit", file, alusta=False)
