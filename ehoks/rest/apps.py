"""The Django app of the REST plumbing: it owns the table of receipts."""

from django.apps import AppConfig


class RestConfig(AppConfig):
    """Idempotency receipts."""

    name = "ehoks.rest"
    label = "rest"
