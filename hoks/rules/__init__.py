"""The law of a HOKS on plain data: each rule a small named thing with a code and its words.

`konteksti` what the rules may know beside the document, `rule` their shape, `hankkimistavat`,
`keskeytykset`, `tuki`, `opiskeluoikeus`, `saavuttaminen` the rules, `judge` the verdict.
"""
