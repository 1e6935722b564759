"""Faults: every service can be put out of order, for everybody at once, and mended."""

import pytest

from ehoks.simulator import SimulatedTimeout, create_app, faults
from tests.simulator.conftest import Caller

PATHS = {
    "cas": "/cas/login",
    "koski": "/koski/api/opiskeluoikeus/1.2.246.562.15.27182818289",
    "onr": "/oppijanumerorekisteri-service/henkilo/1.2.246.562.24.27182818287",
    "organisaatio": "/organisaatio-service/api/1.2.246.562.10.31415926539",
    "koodisto": "/koodisto-service/rest/json/urasuunnitelma/koodi",
    "eperusteet": "/eperusteet-service/api/external/perusteet",
    "viestinvalitys": "/lahetys/v1/lahetykset/x/vastaanottajat",
}


@pytest.mark.parametrize("service", PATHS)
def test_fault_concerns_one_service_until_it_is_mended(simulator, caller, service):
    before = {name: caller.get(path).status for name, path in PATHS.items()}

    simulator.set_fault(service, "404")

    during = {name: caller.get(path) for name, path in PATHS.items()}
    assert during[service].text == "<html><body><h1>404 Not Found</h1></body></html>"
    others = {name: answer.status for name, answer in during.items() if name != service}
    assert others == {name: status for name, status in before.items() if name != service}
    simulator.clear_faults()
    assert {name: caller.get(path).status for name, path in PATHS.items()} == before


def test_internal_error_and_broken_answer(simulator, caller):
    simulator.set_fault("organisaatio", "500")
    assert caller.get(PATHS["organisaatio"]).status == 500
    simulator.set_fault("organisaatio", "broken")
    answer = caller.get(PATHS["organisaatio"])
    assert answer.status == 200
    with pytest.raises(ValueError):
        answer.json  # noqa: B018 - reading it is the test


def test_slow_answer_is_the_right_one(simulator, caller, monkeypatch):
    waited: list[float] = []
    monkeypatch.setattr("ehoks.simulator.faults.time.sleep", waited.append)
    simulator.set_fault("organisaatio", "slow")

    assert caller.get(PATHS["organisaatio"]).status == 200
    assert waited == [faults.SLOW_SECONDS]


def test_timeout_really_waits_over_http_and_is_told_at_once_in_process(
    simulator, caller, monkeypatch
):
    waited: list[float] = []
    monkeypatch.setattr("ehoks.simulator.faults.time.sleep", waited.append)
    simulator.set_fault("organisaatio", "timeout")

    assert caller.get(PATHS["organisaatio"]).status == 504
    assert waited == [faults.TIMEOUT_SECONDS]

    def in_process(environ, start_response):
        return simulator({**environ, faults.IN_PROCESS: True}, start_response)

    with pytest.raises(SimulatedTimeout):
        Caller(in_process).get(PATHS["organisaatio"])


def test_faults_are_switched_over_http(caller):
    ok = dict.fromkeys(PATHS, "ok")
    assert caller.get("/hairiot").json == ok

    switched = caller.post("/hairiot", form={"service": "koski", "mode": "500"})
    assert switched.json == {**ok, "koski": "500"}
    assert caller.get(PATHS["koski"]).status == 500
    caller.post("/hairiot", form={"service": "cas", "mode": "slow"})
    assert caller.post("/hairiot", form={"service": "cas", "mode": "ok"}).json["koski"] == "500"
    assert caller.post("/hairiot", form={"service": "all", "mode": "ok"}).json == ok


@pytest.mark.parametrize(("service", "mode"), [("koski", "tired"), ("arvo", "500"), ("", "")])
def test_unknown_service_or_mode_is_refused(simulator, caller, service, mode):
    assert caller.post("/hairiot", form={"service": service, "mode": mode}).status == 400
    with pytest.raises(ValueError, match="no such fault"):
        simulator.set_fault(service, mode)


def test_browser_gets_a_page_and_comes_back_to_it(simulator):
    caller = Caller(simulator, mount="/simulator")
    form = {"service": "koski", "mode": "slow"}

    back = caller.post("/simulator/hairiot", form=form, accept="text/html")
    assert (back.status, back.headers["Location"]) == (
        303,
        "http://127.0.0.1:8000/simulator/hairiot",
    )
    page = caller.get("/simulator/hairiot", accept="text/html").text
    assert '<label for="koski">' in page
    assert page.count("<option selected>slow</option>") == 1


def test_same_folder_is_the_same_opintopolku(simulator, tmp_path):
    other = create_app(None, tmp_path)
    simulator.set_fault("koski", "500")

    assert other.faults()["koski"] == "500"
    other.clear_faults()
    assert simulator.faults()["koski"] == "ok"
