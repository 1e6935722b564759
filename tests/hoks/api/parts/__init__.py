"""Tests of the parts of a plan under addresses of their own."""
