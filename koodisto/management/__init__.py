"""Management commands about code sets."""
