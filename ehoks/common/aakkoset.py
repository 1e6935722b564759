"""The Finnish alphabet: keys by which names stand in its order, in Python and in SQL alike.

Å, ä and ö come last, in that order; w stands among v, ü among y, æ and ø with ä and ö, and other
accents do not count. The keys are compared by their bytes, so that no collation of a system is
needed and every database gives the same order. The database has a function of its own that makes
the same keys (`suomen_jarjestys`): who changes one changes both, and the rows that are stored.
"""

_FROM = "åäæöøõwüűÿýéèêëęáàâãąúùûůóòôőíìîïñńňšśžźżčçćđðłřťď"
_TO = "{||}}}vyyyyeeeeeaaaaauuuuooooiiiinnnsszzzcccddlrtd"
_TABLE = str.maketrans(_FROM, _TO)


def to_key(text: str) -> str:
    """What the text is ordered by."""
    return text.lower().translate(_TABLE)


def sql_key(expression: str) -> str:
    """The same of an SQL expression."""
    return f"suomen_jarjestys({expression})"
