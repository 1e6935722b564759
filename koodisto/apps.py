"""The Django app of the code sets."""

from django.apps import AppConfig


class KoodistoConfig(AppConfig):
    """Code sets and their codes."""

    name = "koodisto"
    verbose_name = "Koodistot"
