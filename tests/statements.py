"""The statements of one call, for tests of how many it takes."""

from collections.abc import Callable

from django.db import connection
from django.test.utils import CaptureQueriesContext

_FRAME = ("BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT", "RELEASE")
# What a process does as time goes by, not because of this call: it looks for lockouts once in two
# seconds and for new codes once in thirty, and notes once a minute that somebody is still there.
# On a busy machine any of them may fall due in the middle of a test.
_NOW_AND_THEN = ("FROM lukitukset", 'FROM "koodistot"', 'UPDATE "django_session"', "palvelun_tila")


def statements(call: Callable[[], object]) -> list[str]:
    """What the call says to the database, transaction control and routines aside."""
    with CaptureQueriesContext(connection) as captured:
        call()
    said = [q["sql"] for q in captured if not q["sql"].startswith(_FRAME)]
    return [sql for sql in said if not any(routine in sql for routine in _NOW_AND_THEN)]
