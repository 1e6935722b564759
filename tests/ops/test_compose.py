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
    assert set(topology["services"]) == {"db", "replica", *WEB, "proxy"}


@pytest.mark.parametrize("name", WEB)
def test_every_variable_passed_is_a_setting(topology, name):
    passed = set(topology["services"][name]["environment"])
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


def test_no_secret_has_a_default(topology):
    for name in WEB:
        environment = topology["services"][name]["environment"]
        assert environment["SECRET_KEY"] == "${SECRET_KEY:?}"
        assert "${DB_PASSWORD:?}" in environment["DATABASE_URL"]


def test_every_volume_and_config_used_is_declared(topology):
    for service in topology["services"].values():
        used = {volume.split(":")[0] for volume in service.get("volumes", [])}
        assert used <= set(topology["volumes"])
        assert {config["source"] for config in service.get("configs", [])} <= set(
            topology["configs"]
        )


def test_the_proxy_knows_both_webs_and_only_this_machine_reaches_it(topology):
    conf = topology["configs"]["proxy"]["content"]
    assert re.findall(r"server (web-\d):8000;", conf) == WEB
    (port,) = topology["services"]["proxy"]["ports"]
    assert port.startswith("127.0.0.1:")
