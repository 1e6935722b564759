"""The Django app of the plan."""

from django.apps import AppConfig


class HoksConfig(AppConfig):
    """Plans, their versions and parts."""

    name = "hoks"
    verbose_name = "HOKS"
