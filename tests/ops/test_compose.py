"""The topology file: whole, and in step with the settings it fills."""

import re

import pytest
import yaml

from tests.ops.processes import ROOT

WEB = ["web-1", "web-2"]


@pytest.fixture(scope="module")
def topology():
    return yaml.safe_load((ROOT / "docker-compose.yml").read_text())


def known_settings():
    source = (ROOT / "ehoks" / "settings.py").read_text()
    return set(re.findall(r'\benv(?:\.\w+)?\(\s*"(\w+)"', source))


def test_the_house_has_its_rooms(topology):
    assert set(topology["services"]) == {"db", "replica", *WEB, "worker", "proxy"}


@pytest.mark.parametrize("name", WEB)
def test_every_variable_passed_is_a_setting(topology, name):
    passed = {
        variable.removesuffix("_FILE") for variable in topology["services"][name]["environment"]
    }
    assert passed
    assert passed <= known_settings()


def test_the_webs_are_alike(topology):
    first, second = (topology["services"][name] for name in WEB)
    assert first == second


def test_the_pools_fit_into_the_database(topology):
    services = topology["services"]
    (room,) = re.findall(r"max_connections=(\d+)", " ".join(services["db"]["command"]))
    (workers,) = re.findall(r"--workers (\d+)", (ROOT / "Dockerfile").read_text())
    pools = [int(services[name]["environment"]["DATABASE_POOL_SIZE"]) for name in WEB]
    assert int(workers) * sum(pools) < int(room)


def test_the_worker_is_a_web_that_works_instead(topology):
    web, worker = topology["services"]["web-1"], topology["services"]["worker"]
    own = {"command", "healthcheck"}
    assert {k: v for k, v in worker.items() if k not in own} == {
        k: v for k, v in web.items() if k not in own
    }
    assert "exec python manage.py worker" in worker["command"][-1]


def test_secrets_come_from_files_and_nowhere_else(topology):
    for service in topology["services"].values():
        for name, value in service.get("environment", {}).items():
            if re.search("PASSWORD|KEY|TOKEN", name):
                assert name.endswith("_FILE")
                assert value.removeprefix("/run/secrets/") in service["secrets"]
        assert set(service.get("secrets", [])) <= set(topology["secrets"])
    for secret in topology["secrets"].values():
        assert secret["file"].startswith("secrets/")
    for ignored in (".gitignore", ".dockerignore"):
        lines = (ROOT / ignored).read_text().splitlines()
        assert "secrets" in {line.strip("/") for line in lines}


def test_the_guide_makes_every_secret_and_tells_every_variable(topology):
    guide = (ROOT / "docs" / "kayttoonotto.md").read_text("utf-8")
    for secret in topology["secrets"].values():
        assert secret["file"] in guide
    text = (ROOT / "docker-compose.yml").read_text()
    for variable in set(re.findall(r"\$\{(\w+)", text)) | known_settings():
        assert f"`{variable}`" in guide, variable


def test_every_volume_and_config_used_is_declared(topology):
    for service in topology["services"].values():
        used = {volume.split(":")[0] for volume in service.get("volumes", [])}
        assert used <= set(topology["volumes"])
        assert {config["source"] for config in service.get("configs", [])} <= set(
            topology["configs"]
        )


def test_the_proxy_knows_both_webs_and_only_this_machine_reaches_it(topology):
    conf = topology["configs"]["proxy"]["content"]
    assert re.findall(r"server (web-\d):8000 ", conf) == WEB
    listening = set(re.findall(r"listen (\d+)", conf))
    assert {port.rpartition(":")[2] for port in topology["services"]["proxy"]["ports"]} == listening
    for port in topology["services"]["proxy"]["ports"]:
        assert port.startswith("${LISTEN:-127.0.0.1}:")
