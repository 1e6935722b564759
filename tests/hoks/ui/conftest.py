"""Plans to look at, and those who look."""

import pytest

from hoks.models import Hoks
from tests.staff import log_in


@pytest.fixture
def vaino(db):
    """Reads, writes and archives in the demo provider's schools."""
    return log_in("vaino")


def eid_of(hoks_id):
    """The name of a plan in addresses."""
    return Hoks.objects.get(pk=hoks_id).eid
