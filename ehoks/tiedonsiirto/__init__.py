"""The transfer log: what information systems sent, what came of it, and what is still open."""
