"""The open routes that tools look at."""

import pytest

PREFIXES = ["/ehoks-virkailija-backend", "/ehoks-backend"]


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_process_says_that_it_answers(client, prefix):
    for end in ("", "/"):
        assert client.get(f"{prefix}/api/v1/healthcheck{end}", SERVER_NAME="127.0.0.1").json() == {}


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_build_is_told_line_by_line(client, prefix, settings):
    settings.REVISION = "abc123"
    answer = client.get(f"{prefix}/buildversion.txt", SERVER_NAME="127.0.0.1")
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    lines = dict(line.split("=") for line in answer.content.decode().splitlines())
    assert list(lines) == ["artifactId", "buildNumber", "vcsRevision", "buildTime"]
    assert lines["vcsRevision"] == "abc123"


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_addresses_around_are_told(client, prefix, settings):
    settings.OPINTOPOLKU_URL = "https://virkailija.example.fi"
    answer = client.get(f"{prefix}/api/v1/misc/environment", SERVER_NAME="127.0.0.1").json()
    assert answer["meta"] == {}
    assert answer["data"].keys() == {
        "eperusteet-peruste-url",
        "virkailija-login-url",
        "cas-oppija-login-url-fi",
        "cas-oppija-login-url-sv",
        "cas-oppija-logout-url-fi",
        "cas-oppija-logout-url-sv",
        "raamit-url",
    }
    assert answer["data"]["virkailija-login-url"].startswith(
        "https://virkailija.example.fi/cas/login?service="
    )


def test_the_contract_is_served_as_json_too(client):
    answer = client.get("/ehoks-virkailija-backend/doc/swagger.json", SERVER_NAME="127.0.0.1")
    assert answer.json()["openapi"].startswith("3.1")
    assert "HOKSLuonti" in answer.json()["components"]["schemas"]


def test_every_answer_forbids_caching(client):
    answer = client.get("/ehoks-virkailija-backend/api/v1/healthcheck", SERVER_NAME="127.0.0.1")
    assert answer["Cache-Control"] == "no-cache, max-age=0"
    assert answer["Expires"] == "0"
