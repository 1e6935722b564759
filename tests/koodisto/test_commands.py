"""`sync_koodistot`, and the fixture that stands in for Koodisto."""

import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ehoks.simulator.facts import load_facts
from koodisto import fixture, lookup
from koodisto.koodistot import KOODISTOT
from koodisto.models import Koodi, Koodisto
from koodisto.services import sync_koodistot
from tests.conftest import payload

pytestmark = pytest.mark.django_db


def said(*command):
    out = StringIO()
    call_command(*command, stdout=out)
    return out.getvalue().splitlines()


def test_command_tells_each_step():
    lines = said("sync_koodistot")

    assert len(lines) == len(KOODISTOT) + 1
    assert "8/11 urasuunnitelma: 5 codes, 5 changed" in lines
    assert re.fullmatch(r"11/11 eperusteet: [1-9]\d* units asked for, [1-9]\d* changed", lines[-1])
    assert said("sync_koodistot")[-1] == "Every code set is whole and fresh."


def test_command_for_some_sets_only():
    lines = said("sync_koodistot", "--set", "urasuunnitelma", "--set", "oppimisymparistot")

    assert len(lines) == 2
    assert Koodisto.objects.count() == 2


def test_command_refuses_a_set_that_no_plan_refers_to():
    with pytest.raises(CommandError, match="invalid choice"):
        call_command("sync_koodistot", "--set", "eiole")


def test_command_fails_when_a_set_did_not_arrive(opintopolku):
    opintopolku.set_fault("koodisto", "timeout")

    with pytest.raises(CommandError, match="Not synchronised: urasuunnitelma"):
        said("sync_koodistot", "--set", "urasuunnitelma")


# --- The fixture -----------------------------------------------------------------------------------


def test_fixture_is_what_the_simulator_says():
    assert fixture.FILE.read_bytes() == fixture.generate(), "manage.py write_koodistot_fixture"


def test_fixture_makes_lookups_work_without_koodisto(opintopolku):
    opintopolku.set_fault("koodisto", "timeout")
    call_command("loaddata", "koodistot", verbosity=0)

    for name, koodit in load_facts().koodistot.items():
        assert Koodi.objects.filter(koodisto=name).count() == len(koodit)
    assert lookup.check(["urasuunnitelma_9999"])[0].refuses
    assert lookup.nimi("tutkinnonosat_106901", "sv") == "Bakning av matbröd"


def test_fixture_is_read_anew_by_the_first_synchronisation():
    call_command("loaddata", "koodistot", verbosity=0)

    steps = sync_koodistot()
    assert [step.nimi for step in steps] == [*KOODISTOT, "eperusteet"]
    *sets, units = steps
    assert sum(step.muuttui for step in sets) == 0
    assert units.muuttui > 0  # the fixture has no extents


@pytest.mark.parametrize("name", ["typical", "maximal", "tuva"])
def test_payloads_use_codes_of_the_demo(name):
    call_command("loaddata", "koodistot", verbosity=0)

    found = {uri for uri in _texts(payload(name)) if uri.partition("_")[0] in KOODISTOT}
    assert found
    assert lookup.check(found) == []


def _texts(value):
    if isinstance(value, dict):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif not isinstance(value, int | float | bool | None):
        for part in value:
            yield from _texts(part)


def test_fixture_is_never_made_of_the_real_koodisto(settings):
    settings.OPINTOPOLKU_URL = "http://127.0.0.1:1"

    with pytest.raises(CommandError, match="unset OPINTOPOLKU_URL"):
        call_command("write_koodistot_fixture")
