"""Lines of the log as JSON: what happened and in which request, never whose data it was about."""

import datetime as dt
import logging
import traceback
from typing import Any

import orjson

from ehoks.common.requests import request_id

PLACES = 6  # of the call stack, the innermost

# Nobody is told these of a line; to find them out takes a sixth of its time.
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False
logging.logAsyncioTasks = False  # type: ignore[attr-defined]  # since Python 3.12
logging._srcfile = None  # noqa: SLF001 -- as the manual of logging says to


class JsonLines(logging.Formatter):
    """One line per record. Of an exception its kind and places: its text may hold a person's data."""

    def format(self, record: logging.LogRecord) -> str:
        """The line; `fields` of the record (logging's `extra`) stand beside the common ones."""
        line: dict[str, Any] = {
            "time": dt.datetime.fromtimestamp(record.created, dt.UTC),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request_id": request_id.get(),
            "message": record.getMessage(),
            **getattr(record, "fields", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
            frames = traceback.extract_tb(record.exc_info[2])[-PLACES:]
            line["places"] = [f"{frame.filename}:{frame.lineno}" for frame in frames]
        return orjson.dumps(line, default=str).decode()
