"""What a PUT leaves out is gone, but for what the plan is."""

import pytest

from hoks.models import Hoks
from tests.hoks.plans import LEMPI, full_plan, plan

pytestmark = pytest.mark.django_db

CLEARED = (
    "sahkoposti",
    "puhelinnumero",
    "tuva-opiskeluoikeus-oid",
    "urasuunnitelma-koodi-uri",
    "urasuunnitelma-koodi-versio",
    "versio",
    "hyvaksytty",
    "paivitetty",
    "osaamisen-saavuttamisen-pvm",
)
KEPT = ("id", "eid", "oppija-oid", "opiskeluoikeus-oid", "manuaalisyotto")


@pytest.mark.parametrize("key", CLEARED)
def test_a_field_left_out_is_gone(sis, key):
    hoks_id = sis.create(full_plan())
    sent = full_plan()
    del sent[key]
    assert sis.put(hoks_id, sent).status_code == 204
    assert key not in sis.document(hoks_id)
    assert getattr(Hoks.objects.get(id=hoks_id), key.replace("-", "_")) is None


def test_what_the_plan_is_stays(sis):
    hoks_id = sis.create(full_plan())
    before = sis.document(hoks_id)
    sent = plan()
    del sent["oppija-oid"], sent["opiskeluoikeus-oid"]
    assert sis.put(hoks_id, sent).status_code == 204
    after = sis.document(hoks_id)
    assert {k: after[k] for k in KEPT} == {k: before[k] for k in KEPT}
    assert after["opiskeluoikeus-oid"] == LEMPI.oikeus
    assert not set(CLEARED) & after.keys()


def test_a_hand_made_plan_stays_one(sis):
    hoks_id = sis.create(plan())
    assert sis.put(hoks_id, plan(versio=2, manuaalisyotto=True, eid="x")).status_code == 204
    document = sis.document(hoks_id)
    assert document["manuaalisyotto"] is False
    assert len(document["eid"]) == 36
