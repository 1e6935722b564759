"""Writes plans until it is killed; a program of its own in `test_kill`.

Each answered write is one line of the log, written at once: `<plan> <versio>`.
"""

import itertools
import os

from tests.conftest import Sis
from tests.hoks.plans import AMMAT, LEMPI, PEKKA, TAVAT, full_plan, jakso, osa, plan


def document(owner, versio):
    """Each version differs from the one before in the parts it has."""
    if versio % 3 == 0:
        return full_plan() | plan(owner, versio=versio)
    periods = [jakso(f"t{n}", ajanjakson_tarkenne=f"v{versio}") for n in range(versio % 7)]
    return plan(owner, versio=versio) | {AMMAT: [osa() | {TAVAT: periods}]}


def write(path, start):
    """Replace two plans in turn, for ever."""
    log = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    sis = Sis("sampo")
    found = {owner: plan_of(sis, owner, start) for owner in (LEMPI, PEKKA)}
    for versio in itertools.count(start):
        for owner, hoks_id in found.items():
            answer = sis.put(hoks_id, document(owner, versio))
            assert answer.status_code == 204, answer.content
            os.write(log, f"{hoks_id} {versio}\n".encode())


def plan_of(sis, owner, versio):
    found = sis.call("GET", f"/hoks/opiskeluoikeus/{owner.oikeus}")
    return found.json()["data"]["id"] if found.status_code == 200 else sis.create(plan(owner))
