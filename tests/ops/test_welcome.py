"""The closing words of `manage.py up`."""

import json
from pathlib import Path

from django.conf import settings

from ehoks.management.welcome import USERS, welcome

BASE = "http://127.0.0.1:1234"
FACTS = Path(settings.BASE_DIR) / "ehoks" / "simulator" / "facts" / "demo.json"


def test_everyone_who_can_log_in_is_named():
    named = {word.strip(",") for line in USERS.splitlines()[2:] for word in line.split()}
    facts = json.loads(FACTS.read_text())
    users = {user["username"] for user in facts["kayttajat"]} - {settings.SERVICE_USERNAME}
    assert users <= named


def test_a_demonstration_is_shown_around():
    text = welcome(BASE, demo=True)
    assert f"\nBASE={BASE}\n" in text
    assert "sampo" in text
    assert "{" + "base}" not in text


def test_production_names_no_users():
    text = welcome(BASE, demo=False)
    assert f"{BASE}/health/ready" in text
    assert "sampo" not in text
