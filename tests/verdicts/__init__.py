"""Verdicts of the data-transfer API, written down by hand so that the service can be wrong."""
