"""`manage.py export_audit`: the audit log as JSON lines for the national log, from where it ended."""

import contextlib
import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import IO, Any

from django.core.management.base import BaseCommand, CommandError

from ehoks.audit import export
from ehoks.management import locks

MOST = 100_000


class Command(BaseCommand):
    """What is cut short is sent again by the next run, under the same numbers."""

    help = "Export what the national log has not had yet, or check what it has had (--check)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, how much, or a check instead."""
        parser.add_argument("--folder", type=Path, help="a file a batch; else the standard output")
        parser.add_argument("--most", type=int, default=MOST, help="ids in one batch")
        parser.add_argument("--check", action="store_true", help="count what was sent once more")

    def handle(
        self, *args: Any, folder: Path | None, most: int, check: bool, **options: Any
    ) -> None:
        """Export, or check; what there is to tell goes to the standard error."""
        if check:
            self._check()
            return
        with locks.advisory_lock(locks.AUDIT_EXPORT):  # two at once would send the same
            try:
                self._export(folder, most)
            except (export.ExportError, OSError) as error:
                raise CommandError(str(error)) from None

    def _export(self, folder: Path | None, most: int) -> None:
        while batch := export.next_batch(most):
            if folder:
                _write(folder, batch)
            else:
                _send(batch, sys.stdout.buffer)
            batch.settle()
            self._tell(batch)

    def _tell(self, batch: export.Batch) -> None:
        self.stderr.write(f"{batch.rows} entries, ids {batch.after + 1}–{batch.until}.")
        for first, last in batch.missing:
            self.stderr.write(f"  No entry has the ids {first}–{last}.")

    def _check(self) -> None:
        waiting = export.unsent()
        self.stderr.write(f"Not sent: {waiting.entries} at most, {waiting.age_seconds:.0f} s old.")
        gone = [*export.vanished()]
        for lost in gone:
            self.stderr.write(
                f"Batch {lost.batch} (ids {lost.alku}–{lost.loppu}) had {lost.rows_then} entries "
                f"when it was sent, and has {lost.rows_now}."
            )
        if gone:
            raise CommandError("Entries of the audit log are gone.")


def _write(folder: Path, batch: export.Batch) -> None:
    """A file that has its name only when it is whole."""
    file = folder / f"audit-{batch.after + 1:012}.jsonl"
    unfinished = file.with_suffix(".unfinished")
    unfinished.touch(mode=0o600)
    with unfinished.open("wb") as out:
        _send(batch, out)
    unfinished.rename(file)


def _send(batch: export.Batch, out: IO[bytes]) -> None:
    out.writelines(batch.lines())
    out.flush()
    with contextlib.suppress(OSError):  # a pipe has no disk
        os.fsync(out.fileno())
