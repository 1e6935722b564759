"""The schools of the index are remembered, and a new one is seen all the same."""

import pytest
from django.db import transaction

from ehoks.oppijaindex import oppilaitokset
from ehoks.oppijaindex.models import Opiskeluoikeus
from ehoks.oppijaindex.oppilaitokset import list_oppilaitokset
from tests.conftest import Sis
from tests.hoks.plans import LEMPI, plan
from tests.statements import statements

POHJOLA = "1.2.246.562.10.00000000099"


@pytest.fixture
def remembering(monkeypatch):
    monkeypatch.setattr(oppilaitokset, "REMEMBERED", 60.0)


@pytest.mark.django_db
@pytest.mark.usefixtures("remembering")
def test_they_are_asked_for_once():
    assert len(statements(list_oppilaitokset)) == 1
    assert statements(list_oppilaitokset) == []
    oppilaitokset.forget()
    assert len(statements(list_oppilaitokset)) == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("remembering")
def test_the_first_plan_of_a_school_is_seen_by_who_stored_it_once_it_is_there(monkeypatch):
    assert list_oppilaitokset() == ()
    Sis("sampo").create(plan(LEMPI))
    (school,) = list_oppilaitokset()
    with transaction.atomic():
        Opiskeluoikeus.objects.update(oppilaitos_oid=POHJOLA)
        oppilaitokset.note([POHJOLA])
        assert list_oppilaitokset() == (school,), "what may yet be undone is not told"
    assert list_oppilaitokset() == (POHJOLA,)


@pytest.mark.django_db
@pytest.mark.usefixtures("remembering")
def test_known_schools_do_not_make_it_forget():
    list_oppilaitokset()
    oppilaitokset.note([None])
    assert statements(list_oppilaitokset) == []
