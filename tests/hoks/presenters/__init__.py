"""A plan and its declaration as people read them."""
