"""Tests of the transfer log."""
