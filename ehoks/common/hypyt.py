"""The different values of an indexed column: by hops over the index, not by reading it all."""


def sql_different(table: str, column: str) -> str:
    """The statement that asks for them, in order; nulls are none. Both names are our own words.

    DISTINCT would read every row. This reads the index once for each value, so it is for columns
    with few of them, such as the organisation of a transfer.
    """
    return f"""
WITH RECURSIVE hop AS (
    SELECT min({column}) AS value FROM {table}
     UNION ALL
    SELECT (SELECT min({column}) FROM {table} WHERE {column} > hop.value)
      FROM hop WHERE hop.value IS NOT NULL)
SELECT value FROM hop WHERE value IS NOT NULL
"""  # noqa: S608 -- our own words
