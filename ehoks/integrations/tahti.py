"""How often we ask something of a service: not every key that somebody presses is a call."""

import threading
import time
from collections import deque
from typing import ClassVar


class Tahti:
    """At most `most` calls in any `seconds`, counted in this process."""

    _all: ClassVar[list["Tahti"]] = []

    def __init__(self, *, most: int, seconds: float) -> None:
        self._most, self._seconds = most, seconds
        self._lock = threading.Lock()
        self._calls: deque[float] = deque()
        self._rests_until = 0.0
        self._all.append(self)

    def may(self) -> bool:
        """Whether there is room for one more call; if there is, it is counted."""
        now = time.monotonic()
        with self._lock:
            if now < self._rests_until:
                return False
            while self._calls and self._calls[0] <= now - self._seconds:
                self._calls.popleft()
            if len(self._calls) >= self._most:
                return False
            self._calls.append(now)
            return True

    def rest(self, seconds: float) -> None:
        """No calls for so long: one that waits for a service that is down keeps a thread busy."""
        with self._lock:
            self._rests_until = time.monotonic() + seconds

    @classmethod
    def clear_all(cls) -> None:
        """Begin to count anew, everywhere in this process."""
        for tahti in cls._all:
            tahti.clear()

    def clear(self) -> None:
        """Begin to count anew."""
        with self._lock:
            self._calls.clear()
            self._rests_until = 0.0
