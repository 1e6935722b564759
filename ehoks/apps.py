"""The service as a Django application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class EhoksConfig(AppConfig):
    """Registers the checks of the settings."""

    name = "ehoks"

    def ready(self) -> None:
        """Import what registers itself."""
        from ehoks import checks  # noqa: F401

        # Rights are those of Opintopolku: rows for Django's own would only say otherwise.
        post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")
