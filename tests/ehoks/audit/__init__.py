"""What the audit log keeps, and what it never does."""
