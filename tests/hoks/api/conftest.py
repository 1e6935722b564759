"""The three kinds of writes, for tests of what all of them refuse."""

import pytest

from tests.hoks.plans import plan


@pytest.fixture(params=["post", "put", "patch"])
def send(request, sis):
    """One write, its body to be given: each of the three kinds."""
    if request.param == "post":
        return sis.post
    hoks_id = sis.create(plan())
    return lambda body=None, **more: getattr(sis, request.param)(hoks_id, body, **more)
