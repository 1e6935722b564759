"""Shares over HTTP: for the provider's systems, and for the student's own session."""
