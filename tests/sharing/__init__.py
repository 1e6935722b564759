"""Shares: making, opening, ending, and everything that must not be seen."""
