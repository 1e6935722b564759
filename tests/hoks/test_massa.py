"""Registers made for measuring are as the services would have made them."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from hoks.demo import copy_in, massa
from hoks.demo.copy_text import columns
from hoks.demo.massa import Massa
from hoks.models import HoksVersio, HoksVipunen
from hoks.services import rebuild, versions
from hoks.services.vipunen import to_vipunen


@pytest.mark.django_db
@pytest.mark.parametrize("laji", ["typical", "small"])
def test_every_table_says_what_the_services_would_write(laji):
    plans = Massa(laji, 4)
    assert copy_in._write(plans, range(1, 4)) == 3
    for versio in HoksVersio.objects.all():
        assert rebuild.rows_agree(versio.hoks_id)
        document = rebuild.served_document(versio.hoks_id)
        assert versio.etag == versions.digest(versio.sisalto.encode())
        assert versio.sisalto_tiiviste == versions.content_digest(document)
        kept = HoksVipunen.objects.get(pk=versio.hoks_id)
        assert (kept.etag, kept.sisalto.encode()) == (versio.etag, to_vipunen(document))
    assert HoksVersio.objects.count() == 3
    assert rebuild.find_not_kept() == []
    names = ", ".join(columns("hakurivit"))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {names} FROM hakurivit_malli EXCEPT SELECT {names} FROM hakurivit")
        assert cursor.fetchall() == [], "lists find them"


def test_a_small_plan_is_small():
    assert massa.find_malli("small").osia <= 3
    assert len(versions.to_bytes(massa.write_document(Massa("small", 10), 9))) < 2100


def test_schools_have_as_many_plans_in_a_large_register_as_in_a_small_one():
    for size in (10_000, 100_000):
        plans = Massa("small", size)
        schools = [massa.school_of(plans, n) for n in range(size)]
        assert schools.count(0) == size // massa.BIGGEST
        assert schools.count(massa.MEASURED) == massa.PLANS_OF_A_SCHOOL


@pytest.mark.django_db
def test_no_other_database_is_filled(monkeypatch):
    with pytest.raises(CommandError, match="ehoks_mittaus"):
        call_command("fill_register", "10")
    monkeypatch.setattr(copy_in, "NAME", "")
    copy_in.require_empty_throwaway()
    copy_in._write(Massa("small", 4), range(1))
    with pytest.raises(CommandError, match="not empty: oppijat"):
        call_command("fill_register", "10")
