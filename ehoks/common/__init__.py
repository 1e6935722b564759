"""Leaf helpers: the clock, identifiers, the base of all errors; imports nothing of ours."""
