"""Behaviour of the data-transfer API, over HTTP."""
