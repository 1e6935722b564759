"""Tests of what a HOKS is made of and how it is read."""
