"""Two processes on one folder: what one has done the other knows."""

import subprocess
import sys
import threading

from tests.simulator.conftest import Caller

SERVICE = "http://127.0.0.1:8000/ehoks-virkailija-backend/cas-security-check"
OTHER_PROCESS = """
import sys
from pathlib import Path
from ehoks.simulator import create_app
from tests.simulator.conftest import Caller

folder, what, *rest = sys.argv[1:]
simulator = create_app(None, Path(folder))
caller = Caller(simulator)
if what == "issue":
    print(caller.ticket("sampo", rest[0]), end="")
elif what == "validate":
    print("authenticationSuccess" in caller.validate(*rest).text, end="")
elif what == "fault":
    simulator.set_fault(*rest)
elif what == "guess":
    form = {"username": "sampo", "password": "wrong"}
    print(*(caller.post("/cas/v1/tickets", form=form).status for _ in range(3)), end="")
"""


def _elsewhere(folder, *arguments):
    command = [sys.executable, "-c", OTHER_PROCESS, str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def test_ticket_of_one_process_is_good_in_another_but_once_in_all(caller, tmp_path):
    ticket = _elsewhere(tmp_path, "issue", SERVICE)

    assert "<cas:user>sampo</cas:user>" in caller.validate(ticket, SERVICE).text
    assert _elsewhere(tmp_path, "validate", ticket, SERVICE) == "False"


def test_fault_and_wrong_passwords_are_common_to_all_processes(caller, tmp_path):
    _elsewhere(tmp_path, "fault", "koski", "500")
    assert caller.get("/koski/api/oppija/1.2.3").status == 500

    assert _elsewhere(tmp_path, "guess") == "401 401 401"
    form = {"username": "sampo", "password": "wrong"}
    statuses = [caller.post("/cas/v1/tickets", form=form).status for _ in range(3)]
    assert statuses == [401, 401, 423]


def test_two_threads_with_one_ticket_and_only_one_gets_in(simulator):
    ticket = Caller(simulator).ticket("sampo", SERVICE)
    answers = []

    def try_it():
        answers.append("authenticationSuccess" in Caller(simulator).validate(ticket, SERVICE).text)

    threads = [threading.Thread(target=try_it) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [False] * 7 + [True]
