"""Faults on purpose: a service of one's own is hurt while systems write, and nothing may be lost."""
