"""Tests of the HOKS itself."""
