"""Helpers whose asserts explain themselves."""

import pytest

pytest.register_assert_rewrite("tests.hoks.plans", "tests.hoks.stored")
