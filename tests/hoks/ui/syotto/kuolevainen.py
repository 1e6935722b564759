"""Hands a draft in again and again, and dies each time a step further on the way."""

import json
import os
import signal
import sys

from django.db import connection
from django.test import Client
from django.urls import resolve

from ehoks.integrations import http
from hoks.models import Hoks, HoksLuonnos

MOST_STEPS = 200


def hand_in_and_die(tunnus, istunto):
    """A line of each try: its step, whether it died there, how many plans, whether the draft is open."""
    resolve("/"), http.simulator()  # what all of them need is read once
    before = json.loads(_forked(_tell_draft, tunnus)[0])
    for step in range(1, MOST_STEPS):
        _, is_dead = _forked(_hand_in, tunnus, istunto, step)
        found, _ = _forked(_look_and_restore, tunnus, before)
        sys.stdout.write(f"{step} {is_dead} {found}\n")
        if not is_dead:
            return


def _forked(call, *given):
    """What it said, and whether it was killed. Each has connections of its own, and we have none."""
    ours, its = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.write(its, (call(*given) or "").encode())
        os._exit(0)
    os.close(its)
    with os.fdopen(ours) as said:
        text = said.read()
    status = os.waitpid(pid, 0)[1]
    assert os.WIFSIGNALED(status) or status == 0, text
    return text, os.WIFSIGNALED(status)


def _tell_draft(tunnus):
    draft = HoksLuonnos.objects.get(pk=tunnus)
    return json.dumps({"sisalto": draft.sisalto, "versio": draft.versio})


def _look_and_restore(tunnus, before):
    draft = HoksLuonnos.objects.get(pk=tunnus)
    found = f"{Hoks.objects.count()} {draft.is_open}"
    HoksLuonnos.objects.filter(pk=tunnus).update(hoks=None, etag="", **before)
    Hoks.objects.all().delete()
    return found


def _hand_in(tunnus, istunto, step):
    _die_at(step)
    client = Client(SERVER_NAME="127.0.0.1")
    client.cookies["ehoks_istunto"] = istunto
    answer = client.post(f"/virkailija/luonnos/{tunnus}/laheta/")
    told = answer.content.decode().partition("<main")[2].partition("</main")[0]
    assert answer.status_code == 302, told


def _die_at(step):
    """Just before the statement of that number; a commit counts as two, as one can die on either side."""
    left = [step]

    def tick():
        left[0] -= 1
        if not left[0]:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(execute, *given):
        tick()
        return execute(*given)

    commit = connection._commit

    def committed():
        tick()
        commit()
        tick()

    connection.execute_wrappers.append(counted)
    connection._commit = committed
