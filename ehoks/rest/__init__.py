"""REST plumbing shared by all: authentication, bodies, errors, receipts, the contract's frame."""
