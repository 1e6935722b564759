"""Tests of the students' pages."""
