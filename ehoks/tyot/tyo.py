"""Declares jobs: `@tyo(…)` gives one its hour, its lock, its tries and its place on the pages.

A job is a function of its run (`Ajo`). It works in small transactions, tells after each what it
has done, and may be broken off at any point: the next try finds in `ajo.kohta` where to go on.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import transaction
from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.tyot.models import Tyoajo

# A run that did not get through is tried again after 4, 16, 64 and 256 minutes.
PATIENT = RetryStrategy(max_attempts=5, exponential_wait=4)

OFTEN_ENOUGH = 1.0  # seconds: what was done since then may be done again after a crash


class Ajo:
    """One run of a job: how far it has got, written down once a second."""

    def __init__(self, nimi: str, job_id: int | None = None) -> None:
        """`job_id` is None where nobody follows the run: in a command, or in a test."""
        found = Tyoajo.objects.filter(pk=job_id).first() if job_id else None
        self._row = found or Tyoajo(job_id=job_id or 0, tyo=nimi)
        self._is_kept = job_id is not None
        self._save()

    @property
    def kohta(self) -> int:
        """Where to go on: 0 in a run that has just begun."""
        return self._row.kohta

    @property
    def tehty(self) -> int:
        """How many are done."""
        return self._row.tehty

    @property
    def huomiot(self) -> dict[str, int]:
        """What was counted."""
        return dict(self._row.huomiot)

    def expect(self, kaikkiaan: int) -> None:
        """Tell how many there are in all, those done already among them."""
        self._row.kaikkiaan = kaikkiaan
        self._save()

    def step(self, *, kohta: int | None = None, tehty: int = 0, **huomiot: int) -> None:
        """So many more are done; a next try would go on from `kohta`; `huomiot` are added up."""
        if kohta is not None:
            self._row.kohta = kohta
        self._row.tehty += tehty
        self._row.huomaa(huomiot)
        if time.monotonic() - self._saved_at > OFTEN_ENOUGH:
            self._save()

    def fail(self, error: BaseException | None) -> None:
        """Why this try ended, by the name of the error: its words may name a person."""
        self._row.virhe = type(error).__name__[:200] if error else None
        self._save()

    def _save(self) -> None:
        self._saved_at = time.monotonic()
        self._row.paivitetty = now()
        if self._is_kept:
            self._row.save()


@dataclass(frozen=True)
class Tyo:
    """A declared job. `cron` is UTC; without one it is done when somebody starts it."""

    nimi: str
    cron: str | None
    otsikko: Texts
    kuvaus: Texts
    work: Callable[..., object]

    def start(self, **kohde: str) -> bool:
        """Have a worker do it as soon as one is free; False when it waits for one already.

        `kohde`: what to do it for, where the job asks for that; each waits on its own.
        """
        lock = ":".join((self.nimi, *kohde.values()))
        job = app.configure_task(self.nimi, lock=lock, queueing_lock=lock)
        try:
            with transaction.atomic():  # a refusal must not spoil the caller's own transaction
                job.defer(timestamp=0, **kohde)
        except AlreadyEnqueued:
            return False
        return True

    def run(self, **kohde: str) -> Ajo:
        """Do it here and now. Raises what the work raises."""
        ajo = Ajo(self.nimi)
        self.work(ajo, **kohde)
        return ajo


TYOT: dict[str, Tyo] = {}


def tyo(
    nimi: str, *, cron: str | None, otsikko: Texts, kuvaus: Texts
) -> Callable[[Callable[..., object]], Tyo]:
    """Declare a job: at most one waits and one runs at a time, in however many workers."""

    def declare(work: Callable[..., object]) -> Tyo:
        def run(context: JobContext, /, timestamp: int = 0, **kohde: str) -> None:
            ajo = Ajo(nimi, context.job.id)
            try:
                work(ajo, **kohde)
            except Exception as error:
                ajo.fail(error)
                raise
            ajo.fail(None)

        task = app.task(name=nimi, queueing_lock=nimi, lock=nimi, retry=PATIENT, pass_context=True)
        declared = task(run)
        if cron:
            app.periodic(cron=cron)(declared)
        TYOT[nimi] = Tyo(nimi, cron, otsikko, kuvaus, work)
        return TYOT[nimi]

    return declare
