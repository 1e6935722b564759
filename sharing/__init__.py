"""Sharing: a part of a plan shown to somebody at a workplace, for as long as needed and no longer."""
