"""A process that is killed while it hands a draft in leaves the draft or the plan, never neither."""

import os
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
from django.db import connection

from hoks.models import HoksLuonnos
from tests.hoks.plans import MINTTU, jakso, osa, plan
from tests.hoks.ui.syotto.kirjoittaja import SCHOOL, Kirjoittaja
from tests.ops.processes import ROOT
from tests.staff import log_in

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.server]
PROGRAM = """
import sys, django
django.setup()
from tests.hoks.ui.syotto.kuolevainen import hand_in_and_die
hand_in_and_die(*sys.argv[1:])
"""


def test_wherever_it_dies_the_draft_or_the_plan_is_there():
    vaino = Kirjoittaja(log_in("vaino"))
    vaino.begin(*MINTTU, SCHOOL)
    part = osa(osaamisen_hankkimistavat=[jakso("a", "2026-09-01", "2026-10-30")])
    sisalto = plan(MINTTU, hankittavat_ammat_tutkinnon_osat=[part])
    HoksLuonnos.objects.update(sisalto=sisalto)
    tries = [line.split() for line in _program(vaino).splitlines()]
    *deaths, (_, died, plans, is_open) = tries
    assert (died, plans, is_open) == ("False", "1", "False")
    kept = {(plans, is_open) for _, _, plans, is_open in deaths}
    assert kept == {("0", "True"), ("1", "False")}
    # once the plan is stored it stays so, and most of the way is before that
    assert [plans for _, _, plans, _ in deaths] == sorted(plans for _, _, plans, _ in deaths)
    assert len(deaths) > 15


def _program(vaino):
    name = connection.settings_dict["NAME"]
    url = urlsplit(os.environ["DATABASE_URL"])._replace(path=f"/{name}").geturl()
    own = {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.settings"}
    tunnus, istunto = vaino.draft.split("/")[-2], vaino.client.cookies["ehoks_istunto"].value
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, tunnus, istunto],
        cwd=ROOT,
        env=os.environ | own,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr[-2000:]
    return ran.stdout
