"""The app of shares."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    """Named once, so that tables and migrations find it."""

    name = "sharing"
