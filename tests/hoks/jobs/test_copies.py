"""Copies follow the other registers: study rights, names, merged numbers; and rows the document."""

import datetime as dt
import logging

import pytest
from django.db import connection

from ehoks.common.dates import now
from ehoks.integrations import koski
from ehoks.oppijaindex.jobs import refresh_due
from ehoks.oppijaindex.models import Opiskeluoikeus, Oppija
from hoks import jobs
from hoks.models import Hoks, HoksVersio
from tests.hoks import plans
from tests.hoks.plans import DUPLICATE, LEMPI, MASTER_OID, PEKKA, plan
from tests.hoks.stored import rows_are_the_document

pytestmark = pytest.mark.django_db


def age(model, **ago):
    model.objects.update(updated_at=now() - dt.timedelta(**ago))


def test_study_rights_that_go_on_are_read_every_night(sis, monkeypatch):
    for owner in (LEMPI, PEKKA, plans.MINTTU):
        sis.create(plan(owner))
    Opiskeluoikeus.objects.update(tila="eronnut")
    assert refresh_due.run().tehty == 0, "they are fresh"
    age(Opiskeluoikeus, hours=21)
    over = dt.date(2024, 1, 1)
    Opiskeluoikeus.objects.filter(pk=PEKKA.oikeus).update(paattymispaiva=over)
    calls = []
    ask = koski.list_opiskeluoikeudet_of
    monkeypatch.setattr("ehoks.oppijaindex.paivitys.BATCH", 2)
    monkeypatch.setattr(
        koski, "list_opiskeluoikeudet_of", lambda oids: calls.append(1) or ask(oids)
    )
    assert refresh_due.run().tehty == 2
    states = dict(Opiskeluoikeus.objects.values_list("oid", "tila"))
    assert states.pop(PEKKA.oikeus) == "eronnut", "one that is over is left for its month"
    assert set(states.values()) == {"lasna"}
    assert len(calls) == 1
    age(Opiskeluoikeus, days=31)
    assert refresh_due.run().tehty == 3
    assert Opiskeluoikeus.objects.get(pk=PEKKA.oikeus).paattymispaiva is None


def test_one_that_koski_lost_is_marked_and_keeps_what_was_known(sis, monkeypatch):
    sis.create(plan())
    age(Opiskeluoikeus, hours=21)
    monkeypatch.setattr(koski, "list_opiskeluoikeudet_of", lambda _: {})
    monkeypatch.setattr(koski, "get_opiskeluoikeus", lambda _: None)
    assert refresh_due.run().huomiot == {"ei_koskessa": 1}
    row = Opiskeluoikeus.objects.get()
    assert (row.koski404, row.tila) == (True, "lasna")
    assert refresh_due.run().tehty == 0


def test_plans_follow_a_learner_whose_number_was_merged(sis):
    hoks_id = sis.create(plan(DUPLICATE))
    other = sis.create(plan())
    plans.archive(hoks_id)
    before = Hoks.objects.get(pk=hoks_id)
    assert jobs.refresh_oppijat.run().tehty == 0
    age(Oppija, days=8)
    Oppija.objects.update(nimi="?")
    assert jobs.refresh_oppijat.run().huomiot == {"yhdistetty": 1}
    document = rows_are_the_document(hoks_id)
    assert document["oppija-oid"] == MASTER_OID
    after = Hoks.objects.get(pk=hoks_id)
    assert after.updated_at > before.updated_at
    assert (after.deleted_at, after.eid) == (before.deleted_at, before.eid)
    assert HoksVersio.objects.filter(hoks_id=hoks_id).count() == 2
    assert Opiskeluoikeus.objects.get(pk=DUPLICATE.oikeus).oppija_id == MASTER_OID
    assert not Oppija.objects.filter(pk=DUPLICATE.oppija).exists()
    assert Oppija.objects.get(pk=LEMPI.oppija).nimi != "?"
    assert Hoks.objects.get(pk=other).oppija_oid == LEMPI.oppija
    assert jobs.refresh_oppijat.run().tehty == 0


@pytest.mark.parametrize("job", [jobs.check_changed, jobs.check_all])
def test_rows_that_say_otherwise_are_found(sis, job, caplog):
    good, bad = sis.create(plans.full_plan()), sis.create(plan(PEKKA))
    with connection.cursor() as cursor:
        cursor.execute("UPDATE hoksit SET versio = 77 WHERE id = %s", [bad])
    with caplog.at_level(logging.ERROR):
        ajo = job.run()
    assert (ajo.tehty, ajo.kohta, ajo.huomiot) == (2, bad, {"poikkeavia": 1})
    assert f"HOKS {bad}" in caplog.text
    assert f"HOKS {good}" not in caplog.text
