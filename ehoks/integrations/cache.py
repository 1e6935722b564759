"""Answers kept for a while in this process, and a little longer when a service is down."""

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from ehoks.integrations.errors import RETRY_AFTER_SECONDS, ServiceUnavailable

V = TypeVar("V")
DAY_SECONDS = 24 * 60 * 60


class TtlCache(Generic[V]):
    """Up to `size` values, fresh for `ttl` seconds.

    When the service is unavailable, a value no older than `stale` seconds is served instead of
    the error. Least recently used values make room for new ones. Safe between threads; two
    threads that miss at once both ask, which costs less than making one wait for the other.
    """

    _all: ClassVar[list["TtlCache[object]"]] = []

    def __init__(self, *, ttl: int, size: int, stale: int = 0) -> None:
        self._ttl, self._size, self._stale = ttl, size, stale
        self._lock = threading.Lock()
        # key → (value, when it was fetched, until when it need not be fetched again)
        self._entries: OrderedDict[str, tuple[V, float, float]] = OrderedDict()
        self._all.append(self)  # type: ignore[arg-type] # only ever cleared through this list

    def get(self, key: str, fetch: Callable[[], V]) -> V:
        """The value of `key`, from here or by `fetch`; a None is not kept.

        Raises what `fetch` raises, unless an old value can stand in for an unavailable service.
        """
        now = time.monotonic()
        with self._lock:
            entry = self._entries.get(key)
            if entry is not None and now < entry[2]:
                self._entries.move_to_end(key)
                return entry[0]
        try:
            value = fetch()
        except ServiceUnavailable:
            if entry is None or now - entry[1] > self._stale:
                raise
            value, fetched, _ = entry
            # the next callers need not wait for the same time-out
            self._keep(key, value, fetched, now + RETRY_AFTER_SECONDS)
            return value
        if value is None:
            self.forget(key)
        else:
            self._keep(key, value, now, now + self._ttl)
        return value

    def _keep(self, key: str, value: V, fetched: float, until: float) -> None:
        with self._lock:
            self._entries[key] = (value, fetched, until)
            self._entries.move_to_end(key)
            while len(self._entries) > self._size:
                self._entries.popitem(last=False)

    def forget(self, key: str) -> None:
        """Fetch this one anew next time."""
        with self._lock:
            self._entries.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._entries.clear()

    def __len__(self) -> int:
        """How many values it holds."""
        return len(self._entries)

    @classmethod
    def count_all(cls) -> int:
        """How many values all caches of this process hold."""
        return sum(map(len, cls._all))

    @classmethod
    def clear_all(cls) -> None:
        """Forget everything in every cache of this process."""
        for cache in cls._all:
            cache.clear()
