"""What a rule may know beside the document: the study right, the day, who is writing."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from ehoks.common.dates import today

TUVA, AMMATILLINEN = "tuva", "ammatillinenkoulutus"

FINISHED = frozenset({"valmistunut", "eronnut", "katsotaaneronneeksi", "peruutettu"})
_DATES_BIND = frozenset({"valmistunut", "lasna", "valiaikaisestikeskeytynyt"})
_OUTSIDE_FEEDBACK = frozenset({"telma", "telmakoulutuksenosa"})


class OpiskeluoikeusTiedot(Protocol):
    """What the rules read of a study right; Koski's record has it all."""

    @property
    def tyyppi(self) -> str: ...
    @property
    def alkamispaiva(self) -> str | None: ...
    @property
    def arvioitu_paattymispaiva(self) -> str | None: ...
    @property
    def tila(self) -> str | None: ...
    @property
    def suoritustyypit(self) -> Sequence[str]: ...


@dataclass(frozen=True)
class Konteksti:
    """The study right as Koski has it now (None when it is not asked), and today in Finland.

    `vaadi_tunniste` is off for plans that staff type in: there the service makes the keys of
    workplace periods itself.
    """

    opiskeluoikeus: OpiskeluoikeusTiedot | None = None
    vaadi_tunniste: bool = True
    today: dt.date = field(default_factory=today)

    @cached_property
    def is_tuva(self) -> bool:
        """Preparatory education for an upper secondary qualification."""
        return self.opiskeluoikeus is not None and self.opiskeluoikeus.tyyppi == TUVA

    @cached_property
    def is_feedback_asked(self) -> bool:
        """Whether workplaces of this study right are asked for feedback; not in TELMA."""
        return self.opiskeluoikeus is None or _OUTSIDE_FEEDBACK.isdisjoint(
            self.opiskeluoikeus.suoritustyypit
        )

    @cached_property
    def bounds(self) -> tuple[str, str]:
        """First and last day a period may have; the widest when the study right does not bind.

        A study right binds only while its latest state is one of those where studies go on or
        were completed: after a resignation the dates of the past stay as they were agreed.
        """
        oikeus = self.opiskeluoikeus
        if oikeus is None or oikeus.tila not in {None, *_DATES_BIND}:
            return "", "9999-12-31"
        return oikeus.alkamispaiva or "", oikeus.arvioitu_paattymispaiva or "9999-12-31"
