"""What was read, changed and refused, by whom: append-only, standing alone."""
