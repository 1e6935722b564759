"""The Django app of the audit log."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Entries that nobody changes."""

    name = "ehoks.audit"
    label = "audit"
