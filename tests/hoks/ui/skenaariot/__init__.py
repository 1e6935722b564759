"""Days that staff spend at a browser."""
