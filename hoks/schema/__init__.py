"""What a HOKS is made of: every object and field, declared once, on plain data.

`scalars` the kinds of values, `fields` the words of the declaration, `objects` the declaration,
`forms` what values look like; `compile` turns it into validators, `violations` into answers,
`texts` into sentences.
"""
