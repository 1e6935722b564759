"""The base of every refusal: a stable code, the wire's literal text, and words for people."""

from enum import StrEnum
from typing import Any, ClassVar

from ehoks.common.texts import Texts


class Fixer(StrEnum):
    """Who can put it right; the help pages say it in words."""

    SYSTEM = "system"  # the maker or keeper of the student information system
    SCHOOL = "school"  # the person who filled in the plan
    PROVIDER = "provider"  # the provider's main user, who grants rights
    OPH = "oph"  # Opetushallitus
    WAIT = "wait"  # nobody: try again later


class EhoksError(Exception):
    """What the service refuses to do, told once for programs and for people.

    A subclass states its HTTP `status`, its stable `code`, the `literal` that client programs
    match on (a format string, under the body key `key`), and `texts`: what happened and how to
    put it right. `params` fill both. `headers` and `extra` (more body keys) go out as they are.
    Neither the literal nor the texts may ever carry a credential or a person's name.
    """

    status: ClassVar[int] = 400
    code: ClassVar[str]
    key: ClassVar[str] = "error"
    literal: ClassVar[str]
    title: ClassVar[str] = ""  # the older wording of the same condition, where guides quote one
    texts: ClassVar[Texts]
    heading: ClassVar[Texts | None] = (
        None  # of its page, where it is no mishap but how things stand
    )
    fixer: ClassVar[Fixer] = Fixer.SYSTEM
    organisaatio_oid: str | None = None  # in whose matter it was raised, when somebody knows

    def __init__(
        self,
        *,
        headers: dict[str, str] | None = None,
        extra: dict[str, Any] | None = None,
        **params: object,
    ) -> None:
        self.params = params
        self.headers = headers or {}
        self.extra = extra or {}
        super().__init__(self.wire_text)

    @property
    def wire_text(self) -> str:
        """The literal with its parameters: what a program compares."""
        return self.literal.format(**self.params)

    @property
    def detail(self) -> Texts:
        """What happened and what to do, in three languages."""
        return self.texts.format(**self.params)
