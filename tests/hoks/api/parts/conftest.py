"""A plan with every kind of part, and a bare one, for tests of parts."""

import pytest

from tests.hoks.api.parts.kinds import Parts
from tests.hoks.plans import full_plan, plan


@pytest.fixture
def parts(sis):
    """The parts of a plan that has one of each kind."""
    return Parts(sis, sis.create(full_plan()))


@pytest.fixture
def none_yet(sis):
    """The parts of a plan that has none."""
    return Parts(sis, sis.create(plan()))
