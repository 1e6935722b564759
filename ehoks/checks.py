"""What must hold of the settings before the service may serve anyone."""

import contextlib
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured


@register()
def settings_are_safe(app_configs: Sequence[Any] | None = None, **_: Any) -> list[CheckMessage]:
    """Errors for settings that would let strangers in; empty in a demonstration."""
    if settings.DEMO:
        return []
    return [*_outside_world(), *_secrets()]


def require_safe_settings() -> None:
    """Raise ImproperlyConfigured, with every reason, instead of serving with unsafe settings."""
    if errors := settings_are_safe():
        raise ImproperlyConfigured(" ".join(f"{error.msg} {error.hint}" for error in errors))


def _outside_world() -> list[CheckMessage]:
    """In the simulator anyone knows every password, so it never guards real plans."""
    if settings.OPINTOPOLKU_URL:
        return []
    return [
        Error(
            "OPINTOPOLKU_URL is not set, and the simulator is for demonstrations only.",
            hint="Set OPINTOPOLKU_URL to serve, or EHOKS_DEMO=1 to develop and try things out.",
            id="ehoks.E001",
        )
    ]


def _secrets() -> list[CheckMessage]:
    with contextlib.suppress(ImproperlyConfigured):  # which reading an empty one raises
        if settings.SECRET_KEY:
            return []
    return [
        Error(
            "SECRET_KEY is not set.",
            hint="Set SECRET_KEY to a long random text, the same for every process.",
            id="ehoks.E002",
        )
    ]
