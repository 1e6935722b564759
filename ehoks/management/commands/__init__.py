"""The management commands, one per file."""
