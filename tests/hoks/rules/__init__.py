"""Tests of the law on plain data."""
