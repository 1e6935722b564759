"""Our own faults: told as such, logged by their place, and without what was sent."""

import pytest

from hoks.services import read
from tests.conftest import API
from tests.hoks.plans import refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def faulty(monkeypatch):
    """Reading a plan breaks in a way that nobody foresaw."""

    def broken(*_, **__):
        raise ValueError("salaisuus 1.2.246.562.24.27182818287")

    monkeypatch.setattr(read, "_fetch", broken)


def look(sis):
    headers = {"ticket": sis.ticket(), "caller-id": "x", "x-request-id": "pyynto-7"}
    return sis.http.get(f"{API}/hoks/1", headers=headers)


def test_an_unforeseen_fault_is_answered_in_the_one_model(sis, faulty):
    body = refused(look(sis), 500, "unexpected-error")
    assert body["request-id"] == "pyynto-7"
    for language in ("fi", "sv", "en"):
        assert "pyynto-7" in body["detail"][language]


def test_an_unforeseen_fault_is_logged_by_kind_and_place_only(sis, faulty, caplog):
    answer = look(sis)
    assert "salaisuus" not in answer.content.decode()
    assert "ValueError" in caplog.text
    assert "pyynto-7" in caplog.text
    assert "test_unexpected.py:" in caplog.text
    assert "salaisuus" not in caplog.text
    assert "27182818287" not in caplog.text
