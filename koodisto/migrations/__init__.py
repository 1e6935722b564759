"""Tables of the code sets."""
