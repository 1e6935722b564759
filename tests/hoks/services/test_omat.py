"""A student's own plans: under every number of the person, by a handle that opens nothing of others."""

import pytest

from hoks import access
from hoks.models import Hoks
from hoks.services import omat
from tests.hoks.plans import DUPLICATE, LEMPI, MASTER_OID, PEKKA, archive, plan

PROTECTED = "1.2.246.562.24.10000000605"


@pytest.fixture
def hoks(sis):
    return Hoks.objects.get(pk=sis.create(plan(LEMPI)))


def test_a_handle_finds_the_plan_for_its_owner_alone(hoks):
    tunnus = omat.tunnus_of(hoks.eid)
    found = omat.find_oma(LEMPI.oppija, tunnus)
    assert found
    assert found.id == hoks.id
    assert found.document["oppija-oid"] == LEMPI.oppija
    assert omat.find_oma(PEKKA.oppija, tunnus) is None
    assert omat.find_oma("", tunnus) is None


def test_no_other_name_of_the_plan_is_a_handle(hoks):
    for name in (hoks.eid, str(hoks.id), hoks.opiskeluoikeus_oid, "", "1", "\x00"):
        assert omat.find_oma(LEMPI.oppija, name) is None
    assert hoks.eid not in omat.tunnus_of(hoks.eid)


def test_an_archived_plan_is_gone_for_the_student(hoks):
    archive(hoks.id)
    assert omat.list_omat(LEMPI.oppija) == []
    assert omat.find_oma(LEMPI.oppija, omat.tunnus_of(hoks.eid)) is None


@pytest.mark.parametrize("stored_as", [DUPLICATE.oppija, MASTER_OID])
@pytest.mark.parametrize("logged_in_as", [DUPLICATE.oppija, MASTER_OID])
def test_all_numbers_of_a_person_find_the_same_plans(hoks, stored_as, logged_in_as):
    Hoks.objects.filter(pk=hoks.pk).update(oppija_oid=stored_as)
    assert [p.eid for p in omat.list_omat(logged_in_as)] == [hoks.eid]
    assert omat.find_oma(logged_in_as, omat.tunnus_of(hoks.eid))


def test_while_the_register_of_persons_is_silent_there_is_this_number(hoks, simulator):
    simulator.set_fault("onr", "500")
    assert [p.eid for p in omat.list_omat(LEMPI.oppija)] == [hoks.eid]


def test_who_may_know_where_a_person_is(simulator):
    assert access.may_know_where(LEMPI.oppija, is_own=False)
    assert not access.may_know_where(PROTECTED, is_own=False)
    assert access.may_know_where(PROTECTED, is_own=True)
    assert not access.may_know_where("1.2.246.562.24.10000000702", is_own=False)  # nobody known


def test_silence_is_no_permission_to_tell_where_somebody_is(simulator):
    simulator.set_fault("onr", "500")
    assert not access.may_know_where(LEMPI.oppija, is_own=False)
    assert access.may_know_where(LEMPI.oppija, is_own=True)
