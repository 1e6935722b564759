"""The demonstration's register: plausible plans, the same ones every time, only where none is."""

import datetime as dt
import json
from collections import Counter
from io import StringIO
from itertools import islice

import orjson
import pytest
from django.core.management import CommandError, call_command

from ehoks.common.tunnisteet import is_y_tunnus
from ehoks.integrations import http
from hoks.demo.calendar import Jakso
from hoks.demo.plans import write_plan
from hoks.demo.seed import seed_demo
from hoks.demo.vocabulary import email, y_tunnus
from hoks.models import Hoks, HoksVersio, OsaamisenHankkimistapa
from hoks.rules.judge import judge
from hoks.rules.konteksti import Konteksti
from hoks.schema.fields import Operation
from hoks.schema.objects import HOKS
from hoks.services.checks import get_opiskeluoikeus
from tests.conftest import PAYLOADS

TODAY = dt.date(2026, 11, 21)


def facts():
    return http.simulator().facts


def flagged():
    return [o for o in facts().opiskeluoikeudet.values() if o.seed]


def run():
    answer = StringIO()
    call_command("seed_demo", stdout=answer)
    return answer.getvalue()


def parts_of(value):
    """How many units, areas, periods, demonstrations and the like a document holds."""
    if isinstance(value, dict):
        return sum(map(parts_of, value.values()))
    if isinstance(value, list):
        own = sum(isinstance(v, dict) and bool({"alku", "osa-alueet"} & set(v)) for v in value)
        return own + sum(map(parts_of, value))
    return 0


def test_about_two_hundred_study_rights_are_flagged_and_none_is_an_example_s():
    examples = {json.loads(p.read_text())["opiskeluoikeus-oid"] for p in PAYLOADS.glob("*.json")}
    oids = {o.oid for o in flagged()}
    assert 180 <= len(oids) <= 220
    assert not oids & (examples | {"1.2.246.562.15.10000000009"})


@pytest.mark.django_db
def test_every_flagged_right_gets_a_plan_and_a_second_run_makes_none():
    first = run()
    total = len(flagged())
    assert f"progress {total}/{total}" in first
    assert f"{total} plans made, 0 were there already" in first
    assert set(Hoks.objects.values_list("opiskeluoikeus_oid", flat=True)) == {
        o.oid for o in flagged()
    }
    assert f"0 plans made, {total} were there already" in run()
    assert HoksVersio.objects.count() == total


@pytest.mark.django_db
def test_the_rows_tell_of_past_present_and_future_at_work():
    list(seed_demo(TODAY))
    at_work = OsaamisenHankkimistapa.objects.tyopaikkajaksot()
    assert at_work.filter(loppu__lt=TODAY).count() > 50
    assert at_work.filter(alku__gt=TODAY).count() > 50
    ongoing = at_work.filter(alku__lte=TODAY, loppu__gte=TODAY)
    assert ongoing.count() > 20
    # somebody is away right now
    assert any("loppu" not in k for jakso in ongoing for k in jakso.keskeytymisajanjaksot)


@pytest.mark.django_db
def test_each_plan_is_written_by_the_system_of_its_own_provider_or_by_oph():
    list(seed_demo(TODAY))
    writers = Counter(HoksVersio.objects.values_list("tallentaja", flat=True))
    assert set(writers) == {"sampo", "muu-palvelu", "oph-palvelu"}
    assert writers["sampo"] >= 50


@pytest.mark.django_db
def test_an_interrupted_run_is_finished_by_the_next():
    list(islice(seed_demo(TODAY), 7))
    assert Hoks.objects.count() == 7
    before = set(Hoks.objects.values_list("id", "updated_at"))
    made = [is_new for _, _, is_new in seed_demo(TODAY)]
    assert made[:8] == [False] * 7 + [True]
    assert before < set(Hoks.objects.values_list("id", "updated_at"))


@pytest.mark.django_db
def test_nothing_is_made_up_beside_the_real_opintopolku(settings):
    settings.OPINTOPOLKU_URL = "https://opintopolku.invalid"
    with pytest.raises(CommandError, match="demonstration"):
        run()


@pytest.mark.django_db
def test_a_register_that_is_down_is_told_by_its_code(simulator):
    http.clear_caches()
    simulator.set_fault("koski", "500")
    with pytest.raises(CommandError, match="koski-unavailable"):
        run()


def test_the_same_right_and_day_give_the_same_plan():
    oikeus = flagged()[3]
    assert write_plan(facts(), oikeus, TODAY) == write_plan(facts(), oikeus, TODAY)


@pytest.mark.parametrize("day", ["2024-08-05", "2026-02-28", "2027-06-04", "2031-01-01"])
@pytest.mark.django_db
def test_the_plans_are_lawful_on_whatever_day_they_are_made(day):
    today = dt.date.fromisoformat(day)
    for oikeus in flagged():
        context = Konteksti(get_opiskeluoikeus(oikeus.oid), today=today)
        verdict = judge(HOKS, Operation.POST, write_plan(facts(), oikeus, today), context)
        assert verdict.document is not None, verdict.violations


def test_the_plans_have_the_size_of_real_ones():
    sizes = sorted(parts_of(write_plan(facts(), o, TODAY)) for o in flagged())
    assert sizes[0] >= 4
    assert sizes[-1] <= 60
    assert 5 <= sizes[len(sizes) // 2] <= 30


def test_units_belong_to_the_qualification_of_the_study_right():
    for oikeus in flagged():
        units = set(facts().tutkinnot[oikeus.tutkinto].tutkinnon_osat)
        plan = write_plan(facts(), oikeus, TODAY)
        named = {
            osa.get("tutkinnon-osa-koodi-uri") or osa.get("koulutuksen-osa-koodi-uri")
            for key, value in plan.items()
            if isinstance(value, list)
            for osa in value
        }
        assert named - {None} <= units


def test_every_kind_of_part_occurs_somewhere():
    keys = {key for o in flagged() for key in write_plan(facts(), o, TODAY)}
    lists = {f.key for f in HOKS if f.key.startswith(("hankittavat", "aiemmin", "oppimisen"))}
    assert lists <= keys
    assert {"opiskeluvalmiuksia-tukevat-opinnot", "osaamisen-saavuttamisen-pvm"} <= keys


def test_no_real_firm_and_no_real_mailbox_is_named():
    text = orjson.dumps([write_plan(facts(), o, TODAY) for o in flagged()]).decode()
    for name in ("Rantakylän Leipomo Oy", "Björkbacka Bygg Ab"):
        assert is_y_tunnus(y_tunnus(name))
        assert y_tunnus(name).startswith("9")
    assert email("Öhman, Åsa") == "asa.ohman@example.fi"
    assert text.count("@") == text.count("@example.fi")


def test_a_period_is_cut_into_school_weeks_but_never_grows():
    term = Jakso(dt.date(2026, 8, 5), dt.date(2026, 12, 18))
    for part in term.slices(5):
        assert term.alku <= part.alku <= part.loppu <= term.loppu
        assert (part.alku.weekday(), part.loppu.weekday()) == (0, 4)
    day = Jakso(term.alku, term.alku)
    assert day.cut(0.3, 0.9) == day
