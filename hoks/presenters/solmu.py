"""An object of a document, for templates."""

from collections.abc import Iterator, Mapping
from typing import Any

Document = dict[str, Any]


class Solmu(Mapping[str, Any]):
    """An object of the document whose keys a template can spell: `tyopaikan_nimi`."""

    def __init__(self, raw: Document) -> None:
        self.raw = raw

    def __getitem__(self, key: str) -> Any:
        return _wrapped(self.raw[key.replace("_", "-")])

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a key; what is not there costs no exception."""
        return _wrapped(self.raw.get(key.replace("_", "-"), default))

    def __iter__(self) -> Iterator[str]:
        return iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)


def _wrapped(value: Any) -> Any:
    match value:
        case dict():
            return Solmu(value)
        case list():
            return [_wrapped(inner) for inner in value]
        case _:
            return value
