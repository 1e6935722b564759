"""The database of the tests that call the service as a server would."""

import pytest
from django.db import connection


@pytest.fixture
def kept_connection(db, monkeypatch):
    """The test's transaction outlives the requests in it: their end does not close the connection."""
    monkeypatch.setattr(connection, "close_if_unusable_or_obsolete", lambda: None)
