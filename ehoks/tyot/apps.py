"""The Django app of jobs: it owns the table of their progress."""

from django.apps import AppConfig


class TyotConfig(AppConfig):
    """Progress of jobs."""

    name = "ehoks.tyot"
    label = "tyot"
