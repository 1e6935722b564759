"""The words of the declaration: object types, their fields, and who may send which.

Each object type exists once, so two are the same only if they are one: comparing them field by
field would make every look-up by type slow.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from ehoks.common.texts import Texts
from hoks.schema.scalars import Scalar


class Operation(IntEnum):
    """What is done with a document; the value is the position of its letter in `Field.access`."""

    POST = 0
    PUT = 1
    PATCH = 2
    GET = 3
    VIPUNEN = 4


@dataclass(frozen=True, eq=False)
class Field:
    """One key of an object.

    `access` has a letter for POST, PUT, PATCH, GET and the statistics feed: R required,
    O optional, X excluded. A field that is excluded on PUT or PATCH but shown by GET is accepted
    there and ignored, so that an edited GET body can be sent back.
    """

    key: str
    type: "Scalar | ObjectType | ListOf"
    access: str
    label: Texts
    always_shown: bool = False  # an object that GET shows even when none was sent

    def letter(self, operation: Operation) -> str:
        """R, O or X."""
        return self.access[operation]

    def is_required(self, operation: Operation) -> bool:
        """Whether the key must be there. A PATCH names what it changes, and nothing else."""
        return self.letter(operation) == "R" and operation is not Operation.PATCH

    def below(self, operation: Operation) -> Operation:
        """How what stands under the key is judged.

        A PATCH merges the addressed object; what it names below is replaced whole, as by a PUT.
        Only an object that is always there is merged too.
        """
        merged = operation is not Operation.PATCH or self.always_shown
        return operation if merged else Operation.PUT

    def is_ignored(self, operation: Operation) -> bool:
        """Whether the key may stand in the body but has no effect."""
        if self.letter(operation) != "X":
            return self.access[Operation.GET] == "X"
        writes = operation in (Operation.PUT, Operation.PATCH)
        return writes and self.access[Operation.GET] != "X" and not isinstance(self.type, ListOf)


@dataclass(frozen=True, eq=False)
class ObjectType:
    """A JSON object with a fixed set of keys; any other key is refused."""

    name: str
    label: Texts
    fields: tuple[Field, ...]
    empty_is_absent: bool = False  # `{}` says no more than leaving the key out

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def field(self, key: str) -> Field | None:
        """The field of that key, if there is one."""
        return next((f for f in self.fields if f.key == key), None)


@dataclass(frozen=True)
class ListOf:
    """A JSON array of one kind; JSON null is read as an empty one."""

    item: "Scalar | ObjectType"
    always_shown: bool = True  # GET has the key even when it is empty
