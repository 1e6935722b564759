"""Rights that follow from roles."""
