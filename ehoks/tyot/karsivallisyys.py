"""How long a job bears with others that fail it: one bad case is passed by, a dead service is not."""

from ehoks.tyot.tyo import Ajo

IN_A_ROW = 5


class Karsivallisyys:
    """Passes by what cannot be done now; so many in a row are the service's fault, not theirs."""

    def __init__(self, ajo: Ajo) -> None:
        self._ajo, self._in_a_row = ajo, 0

    def bear(self, error: Exception) -> None:
        """Note one that failed. Raises the error when it is one too many."""
        self._in_a_row += 1
        if self._in_a_row >= IN_A_ROW:
            raise error
        self._ajo.step(ohitettu=1)

    def rest(self) -> None:
        """One went well."""
        self._in_a_row = 0
