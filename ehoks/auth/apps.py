"""The Django app of authentication: it owns the table of locks."""

from django.apps import AppConfig


class AuthConfig(AppConfig):
    """Locks of callers whose tickets fail again and again."""

    name = "ehoks.auth"
    label = "ehoks_auth"
