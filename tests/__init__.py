"""Tests: named after behaviour, one folder per room of the house."""
