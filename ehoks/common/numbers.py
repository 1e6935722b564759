"""Numbers as the database can hold them."""

MAX_ID = 2**63 - 1  # callers may ask for any number; no row has a greater id
