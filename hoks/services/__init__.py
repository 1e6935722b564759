"""Every write of a plan, and the reading that goes with it.

`rows` document ↔ rows, `identity` which part is which, `sql` the statements, `checks` what the
other registers say, `read` the stored state, `store` the transaction, `save` create,
replace and patch, `rebuild` rows and versions from each other.
"""
