"""The Django app of the transfer log."""

from django.apps import AppConfig


class TiedonsiirtoConfig(AppConfig):
    """Writes of information systems, accepted and refused."""

    name = "ehoks.tiedonsiirto"
    label = "tiedonsiirto"
