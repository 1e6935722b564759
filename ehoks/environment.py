"""Reading settings from the environment: typed, secrets also from files, a mistake told by its name."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

_FLAGS = {"1": True, "true": True, "yes": True, "on": True}
_FLAGS |= {"0": False, "false": False, "no": False, "off": False}


def _flag(text: str) -> bool:
    return _FLAGS[text.strip().lower()]


def _names(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


_READERS: dict[Any, tuple[Callable[[str], Any], str]] = {
    None: (str, "a text"),
    str: (str, "a text"),
    bool: (_flag, "1 (yes) or 0 (no)"),
    int: (int, "a whole number"),
    list: (_names, "a list with commas between"),
}


class Environment(environ.Env):  # type: ignore[misc] # without types
    """Any variable may be given as the name of a file instead, under its own name and `_FILE`.

    Stricter than its base, where a misspelt flag is false, and a text that begins with `$` (as a
    random secret may) is the name of another variable.
    """

    def get_value(
        self, var: str, cast: Any = None, default: Any = environ.Env.NOTSET, **_: Any
    ) -> Any:
        """The variable as what `cast` says, or the default.

        Raises:
            ImproperlyConfigured: it is not what it should be; names the variable, never its value.
        """
        text = raw(var)
        if not text:  # compose files pass what is not set as an empty text
            return default
        read, kind = _READERS[cast]
        try:
            return read(text)
        except (ValueError, KeyError):
            raise ImproperlyConfigured(f"{var} must be {kind}.") from None

    def database(self, var: str, default: str, password: str) -> dict[str, Any]:
        """A database's address as Django wants it; the password may come apart from it.

        Raises:
            ImproperlyConfigured: it is no address of a PostgreSQL.
        """
        try:
            found: dict[str, Any] = self.db_url_config(self(var, default="") or default)
        except (ValueError, KeyError, ImproperlyConfigured):
            found = {}
        if found.get("ENGINE") != "django.db.backends.postgresql":
            raise ImproperlyConfigured(f"{var} must be as postgres://user:password@host:5432/name.")
        password = found["PASSWORD"] or password
        return found | {"ENGINE": "ehoks.common.postgres", "PASSWORD": password}


def raw(var: str) -> str | None:
    """What the environment says, or the file that it names; nothing when it says nothing.

    Raises:
        ImproperlyConfigured: the file cannot be read, or there are two answers.
    """
    text, file = os.environ.get(var), os.environ.get(f"{var}_FILE")
    if not file:
        return text
    if text:
        raise ImproperlyConfigured(f"{var} and {var}_FILE are both set: unset one of them.")
    try:
        return Path(file).read_text("utf-8").rstrip("\r\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not UTF-8"
        raise ImproperlyConfigured(f"{var}_FILE names a file that is no use: {reason}.") from None
