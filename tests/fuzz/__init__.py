"""Nonsense at every door: what comes from callers, and what the other registers answer.

`EHOKS_FUZZ=5000 pytest tests/fuzz` looks longer, each time at something else.
"""

import os

from hypothesis import HealthCheck, Phase, settings

EXAMPLES = 25


def fuzzed(share: float = 1) -> settings:
    """So many examples: the same ones each time, unless the environment asks for more."""
    asked = os.environ.get("EHOKS_FUZZ")
    return settings(
        max_examples=max(1, int(int(asked or EXAMPLES) * share)),
        derandomize=asked is None,
        database=None,
        deadline=None,
        phases=[Phase.generate],  # what is found here is short, and shrinking it takes minutes
        suppress_health_check=list(HealthCheck),
    )
