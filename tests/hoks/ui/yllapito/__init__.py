"""Tests of the pages of those who keep the service."""
