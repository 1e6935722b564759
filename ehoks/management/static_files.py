"""The static files gathered into one directory, again only when one of them has changed."""

import fcntl
import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command

STAMP = ".gathered"


def gather() -> str:
    """Run collectstatic when something has changed since the last time; says what was done."""
    root = Path(settings.STATIC_ROOT)
    root.mkdir(parents=True, exist_ok=True)
    fingerprint = _fingerprint()
    with (root / STAMP).open("a+") as stamp:
        fcntl.flock(stamp, fcntl.LOCK_EX)  # two that start at once would trip over each other
        stamp.seek(0)
        if stamp.read() == fingerprint:
            return "unchanged"
        call_command("collectstatic", interactive=False, verbosity=0)
        stamp.truncate(0)
        stamp.write(fingerprint)
    return "gathered"


def _fingerprint() -> str:
    digest = hashlib.sha256(repr(settings.STORAGES["staticfiles"]).encode())
    for path in sorted(_sources()):
        status = path.stat()
        digest.update(f"{path} {status.st_size} {status.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def _sources() -> list[Path]:
    return [
        Path(storage.path(name))
        for finder in get_finders()
        for name, storage in finder.list(ignore_patterns=None)
    ]
