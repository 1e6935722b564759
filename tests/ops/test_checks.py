"""The service refuses to serve with settings that would let strangers in."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from ehoks.checks import require_safe_settings, settings_are_safe
from tests.ops.processes import program


@pytest.fixture
def production(settings):
    settings.DEMO = False
    settings.OPINTOPOLKU_URL = "https://opintopolku.example"
    settings.SECRET_KEY = "a long random text"
    return settings


def found():
    return [error.id for error in settings_are_safe()]


def test_production_settings_pass(production):
    assert found() == []
    require_safe_settings()


def test_the_simulator_serves_only_in_a_demonstration(production):
    production.OPINTOPOLKU_URL = ""
    assert found() == ["ehoks.E001"]
    production.DEMO = True
    assert found() == []


def test_a_secret_key_is_needed(production):
    production.SECRET_KEY = ""
    assert found() == ["ehoks.E002"]


def test_every_reason_is_told_at_once(production):
    production.OPINTOPOLKU_URL = production.SECRET_KEY = ""
    with pytest.raises(ImproperlyConfigured, match=r"OPINTOPOLKU_URL.*SECRET_KEY"):
        require_safe_settings()


def test_the_web_server_does_not_load_unsafe_settings():
    with program("-c", "import ehoks.wsgi", SECRET_KEY="x", DATABASE_URL="postgres:///x") as server:
        _, errors = server.communicate(timeout=30)
        assert server.returncode == 1
        assert "the simulator is for demonstrations only" in errors
