"""The words of the declaration: object types, their fields, and who may send which.

Each object type exists once, so two are the same only if they are one: comparing them field by
field would make every look-up by type slow.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from typing import Any

from ehoks.common.texts import Texts
from hoks.schema.scalars import Scalar


class Operation(IntEnum):
    """What is done with a document; the value is the position of its letter in `Field.access`."""

    POST = 0
    PUT = 1
    PATCH = 2
    GET = 3
    VIPUNEN = 4


class Peruste(StrEnum):
    """Why a plan should have a field, beside what the register requires of every document."""

    LAKI = "lakisaateinen"
    """Named among the contents of a plan by the act on national study and degree registers
    (884/2017, section 9) and the decree on vocational education (673/2017, section 9)."""
    SUOSITUS = "suositeltava"
    """Something rests on it: surveys to students, comparisons, being understood."""


@dataclass(frozen=True, eq=False)
class Field:
    """One key of an object.

    `access` has a letter for POST, PUT, PATCH, GET and the statistics feed: R required,
    O optional, X excluded. A field that is excluded on PUT or PATCH but shown by GET is accepted
    there and ignored, so that an edited GET body can be sent back.

    `peruste` says why one should fill it in where nothing requires it, or what the law says of
    it. `explanation` says what the label does not. `example` is for a value that its kind alone does
    not tell (`hoks/schema/forms.py` has one for each kind).

    `ohje` is what a form says instead of an explanation that speaks to makers of systems; empty
    when the label says it all. `lyhyt` is what pages and papers call the field where its label is
    long or speaks to makers of systems, `oma` what the student's own pages call it.
    """

    key: str
    type: "Scalar | ObjectType | ListOf"
    access: str
    label: Texts
    always_shown: bool = False  # an object that GET shows even when none was sent
    explanation: Texts | None = None
    example: Any = None
    peruste: Peruste | None = None
    ohje: Texts | None = None
    lyhyt: Texts | None = None
    oma: Texts | None = None

    @property
    def otsikko(self) -> Texts:
        """What pages and papers call it."""
        return self.lyhyt or self.label

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


NOTHING = Texts("", "", "")  # the advice where a label says it all


def by_law(f: Field) -> Field:
    """The same field where the law names it: dates, for example, are statutory in some objects."""
    return replace(f, peruste=Peruste.LAKI)


@dataclass(frozen=True, eq=False)
class ObjectType:
    """A JSON object with a fixed set of keys; any other key is refused.

    `yksi` is what one item of a list is called where the label of its kind is long.
    """

    name: str
    label: Texts
    fields: tuple[Field, ...]
    empty_is_absent: bool = False  # `{}` says no more than leaving the key out
    yksi: Texts | None = None

    @property
    def lyhyt(self) -> Texts:
        """What one of them is called."""
        return self.yksi or self.label

    def __iter__(self) -> Iterator[Field]:
        return iter(self.fields)

    def field(self, key: str) -> Field | None:
        """The field of that key, if there is one."""
        return next((f for f in self.fields if f.key == key), None)

    def __getitem__(self, key: str) -> Field:
        """The field of that key, which is known to be there.

        Raises:
            KeyError: it is not.
        """
        found = self.field(key)
        if found is None:
            raise KeyError(key)
        return found


@dataclass(frozen=True)
class ListOf:
    """A JSON array of one kind; JSON null is read as an empty one."""

    item: "Scalar | ObjectType"
    always_shown: bool = True  # GET has the key even when it is empty
