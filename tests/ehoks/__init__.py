"""The plumbing around the register: rights, audit, the shape of the house."""
