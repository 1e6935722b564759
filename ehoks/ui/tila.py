"""What the keepers of the service tell everybody: the notice on every page, and "forget all copies".

Both lie in one row that each process looks at once in some seconds, and not once a page.
"""

import datetime as dt
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from ehoks.common.dates import now
from ehoks.common.texts import Texts
from ehoks.integrations.cache import TtlCache
from ehoks.ui.models import PalvelunTila

LOOK, LOOK_AFTER_FAILURE = 5.0, 30.0  # seconds
_COLUMNS = ("fi", "sv", "en", "vakavuus", "alku", "loppu", "tyhjennetty")
_NOTHING = Texts("", "", "")


@dataclass(frozen=True, slots=True)
class Tila:
    """The notice, from when to when it is shown, and when copies were last to be forgotten."""

    texts: Texts = _NOTHING
    vakavuus: str = PalvelunTila.Vakavuus.INFO.value
    alku: dt.datetime | None = None
    loppu: dt.datetime | None = None
    tyhjennetty: dt.datetime | None = None

    @property
    def is_shown(self) -> bool:
        """Whether there is a notice, and this is its time."""
        is_begun = self.alku is None or self.alku <= now()
        return bool(self.texts.fi) and is_begun and (self.loppu is None or now() < self.loppu)


class _Memory:
    """What this process last saw, and when it looks again."""

    def __init__(self) -> None:
        self.tila, self.until = Tila(), 0.0
        self.lock = threading.Lock()


_memory = _Memory()


def current() -> Tila:
    """The state as of some seconds ago; while the database does not tell, what was last known."""
    if time.monotonic() < _memory.until or not _memory.lock.acquire(blocking=False):
        return _memory.tila
    try:
        _look()
    finally:
        _memory.lock.release()
    return _memory.tila


def _look() -> None:
    try:
        row = PalvelunTila.objects.values_list(*_COLUMNS).filter(pk=PalvelunTila.AINOA).first()
    except DatabaseError:
        _memory.until = time.monotonic() + LOOK_AFTER_FAILURE
        return
    found = Tila(Texts(*row[:3]), *row[3:]) if row else Tila()
    if found.tyhjennetty and found.tyhjennetty != _memory.tila.tyhjennetty:
        TtlCache.clear_all()
    remember(found, LOOK)


def remember(tila: Tila, seconds: float) -> None:
    """Take this for what is told, for so long."""
    _memory.tila, _memory.until = tila, time.monotonic() + seconds


def forget() -> None:
    """Look again at the next question."""
    _memory.until = 0.0


def shown(lang: str) -> dict[str, str] | None:
    """The notice as a page shows it; None when there is none."""
    tila = current()
    if not tila.is_shown:
        return None
    return {"teksti": tila.texts.say(lang), "vari": _COLOURS[tila.vakavuus]}


_COLOURS = {"info": "info", "varoitus": "warning", "hairio": "danger"}


def follow(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """A process that only serves information systems hears of it too; a probe asks for nothing."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith("/health/"):
            current()
        return get_response(request)

    return middleware


# --- Telling ---------------------------------------------------------------------------------------


def tell(texts: Texts, vakavuus: str, alku: dt.datetime | None, loppu: dt.datetime | None) -> None:
    """Show a notice on every page of every process within some seconds; an empty one takes it away."""
    notice = {**texts._asdict(), "vakavuus": vakavuus, "alku": alku, "loppu": loppu}
    PalvelunTila.objects.update_or_create(pk=PalvelunTila.AINOA, defaults=notice)
    forget()


def clear_caches() -> None:
    """Have every process forget what it remembers of other registers; this one does so at once."""
    PalvelunTila.objects.update_or_create(pk=PalvelunTila.AINOA, defaults={"tyhjennetty": now()})
    TtlCache.clear_all()
    forget()
