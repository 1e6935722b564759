"""Tests of the copies of learners and study rights."""
