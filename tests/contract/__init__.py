"""The contract is a file, and the service keeps it."""
