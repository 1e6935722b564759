"""The Django app of the shell."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Sessions of people, and what their pages have in common."""

    name = "ehoks.ui"
    label = "ui"
