"""Tests of the declaration of jobs and of those about jobs."""
