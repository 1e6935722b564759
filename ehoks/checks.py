"""What must hold of the settings before the service may serve anyone."""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

SHORTEST_KEY = 50  # characters; Django's own measure
MOST_CONNECTIONS = 1000


@register()
def settings_are_safe(app_configs: Sequence[Any] | None = None, **_: Any) -> list[CheckMessage]:
    """Errors for settings that cannot be meant, or that would let strangers in."""
    found = [*_sizes(), *_addresses(), *_mail(), *_files()]
    if not settings.DEMO:
        found += [*_outside_world(), *_secrets(), *_front_door()]
    return found


def require_safe_settings() -> None:
    """Raise ImproperlyConfigured, with every reason, instead of serving with unsafe settings."""
    if errors := settings_are_safe():
        raise ImproperlyConfigured(" ".join(f"{error.msg} {error.hint}" for error in errors))


def _error(number: int, message: str, hint: str) -> CheckMessage:
    return Error(message, hint=hint, id=f"ehoks.E{number:03}")


# --- Anywhere ------------------------------------------------------------------------------------


def _sizes() -> Iterator[CheckMessage]:
    if not 0 < settings.PORT < 65536:
        yield _error(3, f"PORT is {settings.PORT}.", "Set PORT between 1 and 65535.")
    if not 0 < settings.POOL_SIZE <= MOST_CONNECTIONS:
        yield _error(
            4,
            f"DATABASE_POOL_SIZE is {settings.POOL_SIZE}.",
            "Set it to the connections of one process: all processes together must stay below "
            "the max_connections of the database.",
        )


def _addresses() -> Iterator[CheckMessage]:
    """Outside a demonstration, passwords and people's data go over TLS only."""
    schemes = ("https", "http") if settings.DEMO else ("https",)
    for name, address in (
        ("EHOKS_BASE_URL", settings.BASE_URL),
        ("OPINTOPOLKU_URL", settings.OPINTOPOLKU_URL),
        ("EPERUSTEET_URL", settings.EPERUSTEET_URL),
        ("VIESTINVALITYS_URL", settings.VIESTINVALITYS_URL),
    ):
        if address and not _is_whole(urlsplit(address), schemes):
            yield _error(
                5,
                f"{name} is not an address that begins with {' or '.join(schemes)}.",
                "Write it as in https://ehoks.example.fi.",
            )


def _is_whole(address: SplitResult, schemes: Sequence[str]) -> bool:
    extra = address.query or address.fragment or address.username
    return address.scheme in schemes and bool(address.hostname) and not extra


def _mail() -> Iterator[CheckMessage]:
    if settings.SUPPORT_EMAIL:
        try:
            validate_email(settings.SUPPORT_EMAIL)
        except ValidationError:
            yield _error(
                6,
                "EHOKS_SUPPORT_EMAIL is no address of mail.",
                "Set it to one, or leave it out: then none is shown.",
            )


def _files() -> Iterator[CheckMessage]:
    for name, folder in (
        ("EHOKS_AUDIT_LOG", settings.AUDIT_LOG and Path(settings.AUDIT_LOG).parent),
        ("EHOKS_REQUEST_LOG", settings.REQUEST_LOG and Path(settings.REQUEST_LOG).parent),
        ("PROMETHEUS_MULTIPROC_DIR", settings.METRICS_DIR),
    ):
        if folder and not os.access(folder, os.W_OK):
            yield _error(
                11,
                f"{name} leads to a folder that is not there, or where nothing may be written.",
                "Make the folder, for the user of the service.",
            )


# --- Where people's data are ---------------------------------------------------------------------


def _outside_world() -> Iterator[CheckMessage]:
    """In the simulator anyone knows every password, so it never guards real plans."""
    if not settings.OPINTOPOLKU_URL:
        yield _error(
            1,
            "OPINTOPOLKU_URL is not set, and the simulator is for demonstrations only.",
            "Set OPINTOPOLKU_URL to serve, or EHOKS_DEMO=1 to develop and try things out.",
        )
    elif not settings.SERVICE_PASSWORD:
        yield _error(
            7,
            "EHOKS_SERVICE_PASSWORD is not set.",
            "Set it, or EHOKS_SERVICE_PASSWORD_FILE, to the password of our account at Opintopolku.",
        )


def _secrets() -> Iterator[CheckMessage]:
    key = ""
    with contextlib.suppress(ImproperlyConfigured):  # which reading an empty one raises
        key = settings.SECRET_KEY
    if not key:
        yield _error(
            2,
            "SECRET_KEY is not set.",
            "Set SECRET_KEY, or SECRET_KEY_FILE, to a long random text, the same for every process.",
        )
    elif len(key) < SHORTEST_KEY or len(set(key)) < 5:
        yield _error(
            8,
            "SECRET_KEY is too easy to guess.",
            f"Make one of at least {SHORTEST_KEY} characters: openssl rand -base64 48",
        )


def _front_door() -> Iterator[CheckMessage]:
    if settings.DEBUG:
        yield _error(9, "DEBUG is on: it shows strangers the inside.", "Unset DEBUG.")
    host = urlsplit(settings.BASE_URL).hostname
    if "*" in settings.ALLOWED_HOSTS or host not in settings.ALLOWED_HOSTS:
        yield _error(
            10,
            "ALLOWED_HOSTS is not the list of our own names.",
            "List the host of EHOKS_BASE_URL, and 127.0.0.1 for probes on the machine; never *.",
        )
