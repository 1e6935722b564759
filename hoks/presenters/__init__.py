"""A plan, and the declaration of its fields, as people read them.

Of a plan: `nakyma` the whole view, `tila`, `eteneminen` and `aikajana` what follows from its dates,
`nimet` what its codes are called. Of the declaration: `kohdat` the places, `words` the words about
them, `examples` documents made of it, `kentat` the tree that a page draws, `guide` the same as a
paper. Of errors: `virheet` who can put them right, and how.
"""
