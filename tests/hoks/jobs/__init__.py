"""Tests of the jobs of plans."""
