"""The pages on which staff write plans: drafts, forms made of the declaration, review."""
