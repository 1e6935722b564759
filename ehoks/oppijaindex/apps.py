"""The Django app of the index."""

from django.apps import AppConfig


class OppijaindexConfig(AppConfig):
    """Learners and study rights."""

    name = "ehoks.oppijaindex"
    label = "oppijaindex"
