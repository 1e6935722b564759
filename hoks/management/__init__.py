"""Management commands about plans."""
